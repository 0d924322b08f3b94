"""Action areas by boards: what each board has to do in each area, and the worst that can be said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vbe.domain.colours import worst

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from vbe.domain.colours import Colour
    from vbe.domain.progress import Parts
    from vbe.model.corpus import Corpus
    from vbe.model.records.area import Commitment

    Asked = Mapping[str, tuple[str, ...]]
    Matrix = Mapping[str, Mapping[str, "Cell"]]


class Cell(NamedTuple):
    """What a board has to do in an area: how many commitments, the worst colour among them, and how many have it."""

    commitments: int
    colour: Colour
    worst: int


def cross_areas_with_boards(
    corpus: Corpus, boards: Iterable[str], parts: Parts, asked: Asked, *, unreported: Colour = "red"
) -> Matrix:
    """Area → board → cell, for the boards that have something to do there. `unreported` is what a missing answer is."""
    boards = tuple(boards)
    return {
        number: {board: cell for board in boards if (cell := _cell(area.commitments, board, parts, asked, unreported))}
        for number, area in corpus.areas.items()
    }


def _cell(commitments: tuple[Commitment, ...], board: str, parts: Parts, asked: Asked, unreported: Colour) -> Cell | None:
    """A board's part of an area; nothing where it has none."""
    colours: list[Colour] = []
    silent = False
    for commitment in commitments:
        said = parts.get((commitment.id, board))
        if said is not None:
            colours.append(said.colour)
        elif board in asked.get(commitment.id, ()):
            colours.append(unreported)
            silent = True
    if not colours:
        return None
    shown = worst(colours)
    if silent and shown == "green":
        shown = unreported  # What nobody has reported is no progress, though the rest of it is.
    return Cell(len(colours), shown, colours.count(shown))
