"""Whose a thing is: the actors that an entry names, and the departments behind them on a day.

`vbe stale` lists by these departments and `vbe diff` groups by them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from vbe.model.places import OVERALL
from vbe.model.profile import WAIVER
from vbe.model.records import ALL_KINDS, HOLDERS
from vbe.model.records.area import Area, Commitment
from vbe.model.records.organisation import ACTOR, BOARD
from vbe.model.records.routine import Clocked
from vbe.model.records.strategy import STRATEGY

if TYPE_CHECKING:
    from vbe.domain.organisation import Organisation
    from vbe.model.records import Record

COORDINATED = (ACTOR.name, STRATEGY.name, WAIVER.name)
"""Kinds of which somebody always answers: the coordinating department, where they name nobody."""


class Owned(Protocol):
    """An entry, or a subject of a comparison."""

    @property
    def kind(self) -> str:
        """Its kind."""

    @property
    def record(self) -> Record:
        """The record that it stands in."""

    @property
    def content(self) -> object:
        """What it says."""


def owners(thing: Owned) -> tuple[str, ...]:
    """The ids of those who answer for an entry, as it says itself."""
    return ALL_KINDS[thing.kind].owners_of(thing.record, thing.content)


def departments(thing: Owned, organisation: Organisation) -> tuple[str, ...]:
    """The departments that answer for an entry, the one that leads first; () for what is common to all."""
    content, area = thing.content, thing.record.content
    if isinstance(content, Commitment) and isinstance(area, Area):
        return of_commitment(content, area, organisation)
    if isinstance(content, Clocked):
        return of_document(thing.record, content, organisation)
    named = owners(thing)
    if named or thing.kind in COORDINATED:
        return organisation.or_coordinating(organisation.departments_of(*named))
    return ()


def of_commitment(commitment: Commitment, area: Area, organisation: Organisation) -> tuple[str, ...]:
    """The responsible department; where several are, the one that leads the area, which asks them, and then they."""
    own = organisation.departments_of(*organisation.answerable(commitment))
    if len(own) == 1:
        return own
    lead = organisation.departments_of(area.lead)
    return tuple(dict.fromkeys((*organisation.or_coordinating(lead), *own)))


def of_document(record: Record, document: Clocked, organisation: Organisation) -> tuple[str, ...]:
    """A routine's folder is its department. A guidance example's is a board, which several departments may serve."""
    by_folder = () if record.owner == OVERALL else organisation.departments_of(record.owner)
    by_role = organisation.departments_of(document.owner_role)
    first = by_role or by_folder[:1] if HOLDERS[record.kind].place.owner == BOARD.name else by_folder or by_role
    return organisation.or_coordinating(first)
