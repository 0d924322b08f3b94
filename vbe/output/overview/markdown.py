"""`md`: the whole as tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.language import _
from vbe.output.overview.labels import cell_words, department_counts, heading, legend, name_of, totals

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from vbe.domain.overview import Overview


def format_overview(whole: Overview, names: Mapping[str, str]) -> str:
    """Areas by boards, then departments, then the sums."""
    boards = [name_of(board, names) for board in whole.boards]
    lines = [f"### {heading(whole)}", ""]
    lines += _row([_("Action area"), *boards, _("On track"), _("Stale"), _("Gaps")])
    lines.append("|---|" + "--:|" * (len(boards) + 3))
    for area in whole.areas:
        cells = [cell_words(area.cells.get(board)) for board in whole.boards]
        sums = [f"{area.on_track}/{area.commitments}", str(len(area.stale)), str(len(area.gaps))]
        lines += _row([f"{area.id} {area.title}", *cells, *sums])
    lines += ["", legend(), ""]
    lines += _row([_("Department"), _("Has clock"), _("Stale"), _("Due soon"), _("Unknown"), _("Remark")])
    lines.append("|---|--:|--:|--:|--:|---|")
    for department in whole.departments:
        remark = _("! has no routine") if department.lacks_routine else ""
        lines += _row([name_of(department.id, names), *map(str, department_counts(department).values()), remark])
    return "\n".join([*lines, "", " ".join(totals(whole))]) + "\n"


def _row(cells: Iterable[str]) -> list[str]:
    return ["| " + " | ".join(cells) + " |"]
