"""What became of every piece of the document: where its words went, what they were read as, and what is to be decided."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, NamedTuple

from vbe.importing.document import Piece

FIRST, SECOND, THIRD = 1, 2, 3
"""How much a question weighs: what a measure is; who and when; the rest."""


class Taken(NamedTuple):
    """A text that went into a record, and where it went."""

    text: str
    piece: Piece
    target: str
    """In words: `åtgärd 1.2, ansvarig`."""
    read_as: str
    """What it was read as; empty where it stands as it was written."""


class OpenQuestion(NamedTuple):
    """Something for those who know to decide."""

    weight: int
    text: str


@dataclass(slots=True)
class Trail:
    """Everything that was taken, left and asked."""

    taken: list[Taken] = field(default_factory=list)
    left: list[tuple[Piece, str]] = field(default_factory=list)
    """What was not used, with why; the why is empty for running text."""
    questions: list[OpenQuestion] = field(default_factory=list)
    offered: list[Piece] = field(default_factory=list)
    """Paragraphs that say what shall be done, and may become demands."""
    stopped: list[tuple[str, str]] = field(default_factory=list)
    """Place and kind of what is about persons; never what it said."""
    phones: tuple[str, ...] = ()
    """Telephones of functions, which are nobody's own."""

    def record(self, text: str, piece: Piece, target: str, read_as: str = "") -> None:
        """A text that stands in a record now."""
        self.taken.append(Taken(text, piece, target, read_as))

    def ask(self, weight: int, text: str) -> None:
        """A question, once."""
        if OpenQuestion(weight, text) not in self.questions:
            self.questions.append(OpenQuestion(weight, text))


SHORT, LONG = 300, 4000
"""Signs that a short text and a text of a record may have."""
MOST_MEASURES: Final = 99
"""Of an area, and areas of a plan."""
