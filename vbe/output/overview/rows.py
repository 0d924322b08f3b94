"""The whole as rows: a line for each action area, a column for each board."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.language import _
from vbe.output.overview.labels import cell_words, name_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vbe.domain.overview import Overview


def heads(whole: Overview, names: Mapping[str, str]) -> tuple[str, ...]:
    """The headings, in the active language."""
    boards = (name_of(board, names) for board in whole.boards)
    return _("Number"), _("Action area"), *boards, _("On track"), _("Commitments"), _("Stale"), _("Gaps")


def rows(whole: Overview) -> Iterator[tuple[object, ...]]:
    """Each area: its number and title, how it goes at each board, and the sums."""
    for area in whole.areas:
        cells = (cell_words(area.cells.get(board)) or None for board in whole.boards)
        yield area.id, area.title, *cells, area.on_track, area.commitments, len(area.stale), len(area.gaps)
