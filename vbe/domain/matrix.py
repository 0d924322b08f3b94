"""Action areas by boards: what each board has to do in each area, and the worst that can be said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vbe.domain.colours import worst

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from vbe.domain.colours import Colour
    from vbe.domain.progress import Parts, Progress
    from vbe.model.corpus import Corpus
    from vbe.model.records.area import Commitment

    Asked = Mapping[str, tuple[str, ...]]
    Matrix = Mapping[str, Mapping[str, "Cell"]]


class Cell(NamedTuple):
    """What a board has to do in an area: how many commitments, the worst colour among them, and how many have it."""

    commitments: int
    colour: Colour
    worst: int


class Silence(NamedTuple):
    """What a part is that a board has said nothing of."""

    colour: Colour
    late: frozenset[str] = frozenset()
    """The commitments whose last day has passed: these are red, whoever is silent."""

    def colour_of(self, commitment: Commitment) -> Colour:
        """The colour of a part of this commitment."""
        return "red" if commitment.id in self.late else self.colour


def silence(progress: Mapping[str, Progress], *, part: bool) -> Silence:
    """What a board's part is that it has said nothing of: no fault while it still can, but what is late is late."""
    return Silence("grey" if part else "red", frozenset(i for i, verdict in progress.items() if verdict.late))


def cross_areas_with_boards(corpus: Corpus, boards: Iterable[str], parts: Parts, asked: Asked, silence: Silence) -> Matrix:
    """Area → board → cell, for the boards that have something to do there."""
    boards = tuple(boards)
    return {
        number: {board: cell for board in boards if (cell := _cell(area.commitments, board, parts, asked, silence))}
        for number, area in corpus.areas.items()
    }


def _cell(commitments: tuple[Commitment, ...], board: str, parts: Parts, asked: Asked, silence: Silence) -> Cell | None:
    """A board's part of an area; nothing where it has none."""
    colours: list[Colour] = []
    silent = False
    for commitment in commitments:
        progress = parts.get((commitment.id, board))
        if progress is not None:
            colours.append(progress.colour)
        elif board in asked.get(commitment.id, ()):
            colours.append(silence.colour_of(commitment))
            silent = True
    if not colours:
        return None
    shown = worst(colours)
    if silent and shown == "green":
        shown = silence.colour  # What nobody has reported is no progress, though the rest of it is.
    return Cell(len(colours), shown, colours.count(shown))
