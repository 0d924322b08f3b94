"""`html`: the whole as a page that stands by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.language import _
from vbe.output.overview.labels import cell_words, department_counts, heading, legend, name_of, totals
from vbe.output.page import framed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vbe.domain.overview import Overview


def format_overview(whole: Overview, names: Mapping[str, str]) -> str:
    """Areas with how it goes at each board, then departments, then the sums."""
    body = [f"<p>{' '.join(totals(whole))}</p>", f"<h2>{_('Action area')}</h2>", "<ul>"]
    for area in whole.areas:
        cells = ((name_of(board, names), cell_words(area.cells.get(board))) for board in whole.boards)
        cells_text = ", ".join(f"{name} {words}" for name, words in cells if words)
        sums = f"{_('On track')} {area.on_track}/{area.commitments}, {_('Stale')} {len(area.stale)}, {_('Gaps')} {len(area.gaps)}"
        body.append(f"<li><strong>{area.id} {area.title}</strong><br>{cells_text}<br><small>{sums}</small></li>")
    body += ["</ul>", f"<p><small>{legend()}</small></p>", f"<h2>{_('Department')}</h2>", "<ul>"]
    for department in whole.departments:
        cells_text = ", ".join(f"{label} {count}" for label, count in department_counts(department).items())
        lacking = f"<br>{_('! has no routine')}" if department.lacks_routine else ""
        body.append(f"<li><strong>{name_of(department.id, names)}</strong><br><small>{cells_text}</small>{lacking}</li>")
    return framed(heading(whole), [*body, "</ul>"])
