"""What a cover says, as values: who decided, when, for how long, who keeps the document."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, NotRequired, TypedDict

if TYPE_CHECKING:
    import datetime

    from vbe.importing.deciders import Decider
    from vbe.importing.plan import Said


class Decided(NamedTuple):
    """A decided version."""

    version: str
    day: datetime.date
    paragraph: int | None
    is_numbered: bool
    words: str = ""
    """What the document says of the day, where that is a month or a year."""


class JointDecision(NamedTuple):
    """One body's decision of a joint plan: its id, and what the document says."""

    body: str
    decider: Decider


@dataclass(slots=True)
class Cover:
    """What the cover says. What it does not say is None or empty."""

    kind: str = ""
    is_kind_told: bool = False
    case_number: str | None = None
    valid_from: datetime.date | None = None
    valid_to: datetime.date | None = None
    is_span_of_title: bool = False
    until_further_notice: bool = False
    decided_by: str | None = None
    owner: str | None = None
    revised_on: datetime.date | None = None
    follow_up: tuple[str, int] | None = None
    """Who follows up, and how often in months."""
    applies_to: tuple[str, ...] = ()
    supersedes: str | None = None
    parent: str | None = None
    is_parent_guess: bool = False
    joint: list[JointDecision] = field(default_factory=list)
    own: Decider | None = None
    """The municipality's own decision on a joint plan."""
    versions: list[Decided] = field(default_factory=list)
    understood: set[str] = field(default_factory=set)
    """The fields of the cover whose values are in the record."""
    found: list[tuple[str, Said]] = field(default_factory=list)
    """What stands in running text and not in a box."""


class ProfileFacts(TypedDict):
    """What the profile of an import says of the municipality, and the guesses that stand above it as comments."""

    name: str
    code: str
    format: int
    areas: int
    """How many areas the plan has."""
    name_guess: NotRequired[str]
    aims_guess: NotRequired[str]
