"""`csv`, `csv-excel` and `xlsx`: a line for each action area, a column for each board."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from vbe.language import _
from vbe.output.overview.labels import cell_words, name_of
from vbe.output.tabular import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vbe.domain.overview import Overview


def format_overview(whole: Overview, names: Mapping[str, str]) -> Sheet:
    """Headings in the active language; the same day and records give the same bytes."""
    boards = (name_of(board, names) for board in whole.boards)
    heads = (_("Number"), _("Action area"), *boards, _("On track"), _("Commitments"), _("Stale"), _("Gaps"))
    moment = datetime.datetime.combine(whole.fresh_as_of, datetime.time())
    return Sheet(heads, _rows(whole), _("Overview"), made=moment)


def _rows(whole: Overview) -> Iterator[tuple[object, ...]]:
    """Each area: its number and title, how it goes at each board, and the sums."""
    for area in whole.areas:
        cells = (cell_words(area.cells.get(board)) or None for board in whole.boards)
        yield area.id, area.title, *cells, area.on_track, area.commitments, len(area.stale), len(area.gaps)
