"""`table`: the whole on a terminal of eighty columns or more. Every colour has a sign, and every sign its word below."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

from vbe.language import _, ngettext
from vbe.output.overview.labels import SIGNS, cell_words, department_counts, heading, initials, legend, name_of, totals
from vbe.output.styles import Style, paint
from vbe.output.width import columns as columns_of
from vbe.output.width import left, right, shortened, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from vbe.domain.overview import Overview

NARROW, WIDE = 80, 140
"""A terminal is used from edge to edge between these; what is no terminal gets the first."""
CELL = 5
NARROWEST = 14
PAINTS = {SIGNS["red"]: Style.BAD, SIGNS["yellow"]: Style.DOUBTFUL, SIGNS["green"]: Style.GOOD}


def width() -> int:
    """How many columns there are to write in."""
    if sys.stdout is None or not sys.stdout.isatty():
        return NARROW
    return min(WIDE, max(NARROW, shutil.get_terminal_size((NARROW, 24)).columns))


def format_overview(whole: Overview, names: Mapping[str, str]) -> str:
    """Areas by boards, then departments, then the sums."""
    lines = [paint(Style.HEADING, heading(whole)), ""]
    lines += _areas(whole, names)
    lines += ["", *_departments(whole, names), ""]
    lines += wrapped(" ".join(totals(whole)), "", width=width())
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _areas(whole: Overview, names: Mapping[str, str]) -> Iterator[str]:
    columns = (_("On track"), _("Stale"), _("Gaps"))
    widths = [max(len(column), CELL) + 1 for column in columns]
    most = max(0, (width() - NARROWEST - sum(widths)) // CELL)
    shown = whole.boards[:most]
    shorts = initials([name_of(board, names) for board in shown])
    room = width() - CELL * len(shown) - sum(widths)
    head = [right(short, CELL) for short in shorts] + [c.rjust(w) for c, w in zip(columns, widths, strict=True)]
    yield paint(Style.FAINT, _("Action area").ljust(room) + "".join(head))
    for area in whole.areas:
        title = shortened(area.title, room - columns_of(area.id) - 1)
        cells = [_cell(cell_words(area.cells.get(board))) for board in shown]
        sums = [f"{area.on_track}/{area.commitments}", str(len(area.stale) or "–"), str(len(area.gaps) or "–")]
        yield left(f"{area.id} {title}", room) + "".join(cells) + "".join(s.rjust(w) for s, w in zip(sums, widths, strict=True))
    yield ""
    yield from _explained(whole.boards, shown, shorts, names)


def _cell(words: str) -> str:
    padded = words.rjust(CELL)
    return paint(PAINTS[words[-1]], padded) if words and words[-1] in PAINTS else padded


def _explained(boards: Sequence[str], shown: Sequence[str], shorts: Sequence[str], names: Mapping[str, str]) -> Iterator[str]:
    """What the signs and the short names stand for."""
    pairs = ", ".join(f"{short} {name_of(board, names)}" for short, board in zip(shorts, shown, strict=True))
    yield from (paint(Style.FAINT, line) for line in wrapped(pairs, "", width=width()))
    yield from (paint(Style.FAINT, line) for line in wrapped(legend(), "", width=width()))
    if len(shown) < len(boards):
        left = len(boards) - len(shown)
        message = ngettext(
            "{count} board does not fit; --format md shows all.", "{count} boards do not fit; --format md shows all.", left
        )
        yield paint(Style.FAINT, message.format(count=left))


def _departments(whole: Overview, names: Mapping[str, str]) -> Iterator[str]:
    columns = (_("Has clock"), _("Stale"), _("Due soon"), _("Unknown"))
    widths = [max(len(column), CELL) + 2 for column in columns]
    room = width() - sum(widths)
    yield paint(Style.FAINT, _("Department").ljust(room) + "".join(c.rjust(w) for c, w in zip(columns, widths, strict=True)))
    for department in whole.departments:
        counts = department_counts(department).values()
        name = shortened(name_of(department.id, names), room - 1)
        yield left(name, room) + "".join(str(count or "–").rjust(w) for count, w in zip(counts, widths, strict=True))
        if department.lacks_routine:
            yield "  " + paint(Style.BAD, _("! has no routine"))
