"""What a document says as a plan: its cover, its areas, its measures. Texts as they stand, each with the piece it stands in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from vbe.importing.document import Piece

if TYPE_CHECKING:
    from vbe.importing.deciders import Decider


class Said(NamedTuple):
    """A text, and where it is said."""

    text: str
    piece: Piece


@dataclass(slots=True)
class Measure:
    """A measure; what the plan does not say is not there."""

    text: Said
    """What is to be done; its own number is apart."""
    title: Said | None = None
    """Its heading, where it has one of its own besides the text."""
    number: str = ""
    """The plan's own number, where it has one."""
    fields: dict[str, Said] = field(default_factory=dict)
    """Responsible, time and so on, by the words of `headwords`."""
    more: list[tuple[str, Said]] = field(default_factory=list)
    """What else stands beside it, with its head."""
    heads: dict[str, str] = field(default_factory=dict)
    """Field → the head that it stood below, as the document has it."""
    in_text: set[str] = field(default_factory=set)
    """The fields that its own sentence tells, and no column and no label."""
    guess: str = ""
    """Why it was read as a measure, where that is a guess."""


@dataclass(slots=True)
class PlanArea:
    """A heading, an aim or a level with its measures."""

    title: str
    piece: Piece | None
    """None where the plan has no such heading."""
    is_aim: bool = False
    purpose: list[Said] = field(default_factory=list)
    measures: list[Measure] = field(default_factory=list)
    lead: Said | None = None
    """Who leads the work, where a line says so."""
    again: list[Piece] = field(default_factory=list)
    """The same heading once more, elsewhere."""


@dataclass(slots=True)
class Plan:
    """The whole plan."""

    name: str
    title: Said | None = None
    cover: dict[str, Said] = field(default_factory=dict)
    deciders: list[Decider] = field(default_factory=list)
    """Those who decided it together, where a table says so."""
    joint: list[Piece] = field(default_factory=list)
    """The cells of that table."""
    labels: list[Piece] = field(default_factory=list)
    """Labels and heads of columns, which say what the others are."""
    inline: list[Said] = field(default_factory=list)
    """The same within a text: `Ansvarig:`."""
    indicators: set[str] = field(default_factory=set)
    """What a list of indicators names, without case."""
    areas: list[PlanArea] = field(default_factory=list)
    prose: list[Piece] = field(default_factory=list)
    """Text that is neither."""

    def measures(self) -> list[Measure]:
        """All measures, in order."""
        return [measure for area in self.areas for measure in area.measures]
