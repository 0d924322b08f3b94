"""Whether something in the repository answers for a demand of the text: asked by the rules, trace, status, diff and report.

A demand says in `answered_by` in which way it is answered. What answers must do so in that way, and must hold: a draft, or
what is no longer in force, does not. A demand that the text repeats (`same_as`, read from both ends) is answered once.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from vbe.domain.lifecycle import in_force, is_draft
from vbe.domain.samples import counted
from vbe.model.records import CARRYING_KINDS
from vbe.model.records.area import AREA
from vbe.model.records.obligations import OBLIGATION
from vbe.model.records.organisation import ACTOR, ORGANISATION, PARTNER
from vbe.model.records.routine import Clocked

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    from vbe.model.corpus import Corpus
    from vbe.model.entries import Entry
    from vbe.model.records import Record
    from vbe.model.records.obligations import Obligation
    from vbe.model.references import Reference

HOLDERS = {
    "commitment": ("area",),
    "routine": ("routine",),
    "guidance": ("guidance",),
    "organisation": ("organisation",),
    "boundary": ("organisation",),
    "strategy": ("strategy",),
}
"""Way → the kinds of record that the answers stand in."""
TOOL = ("rule", "command")
"""Ways of being answered without standing in the repository: by vbe itself."""


class Covered(StrEnum):
    """How a demand is answered."""

    COVERED = "covered"
    BY_TOOL = "by-tool"
    BOUNDARY = "boundary"
    """It is another's task, and a partner has it."""
    UNKNOWN = "unknown"
    """The answer stands in a file that cannot be read."""
    BY_DRAFT = "only-draft"
    """Only a draft would answer for it."""
    UNCOVERED = "no-carrier"


ANSWERED = (Covered.COVERED, Covered.BY_TOOL, Covered.BOUNDARY, Covered.UNKNOWN)


class Carrier(NamedTuple):
    """An entry that names a demand as its own, the ways in which that can answer, and whether it holds."""

    entry: Entry
    ways: tuple[str, ...]
    holds: bool
    is_draft: bool


class Coverage:
    """The answers to every demand of a corpus on a day; None: whatever the day.

    A sample that has given way (`samples.counted`) answers for no demand but those that have given way too.
    """

    def __init__(self, corpus: Corpus, on: datetime.date | None = None) -> None:
        self._corpus = corpus
        self._on = on
        self._standings: dict[str, tuple[bool, bool]] = {}
        """File → whether what it answers holds, and whether it is a draft: asked once for all the demands that it names."""
        self._counted = counted(corpus)

    def counts(self, identity: str) -> bool:
        """Whether a demand is one that must be answered: no sample that has given way."""
        return identity in self._counted.obligations

    @cached_property
    def _carriers(self) -> dict[str, list[Carrier]]:
        return {
            identity: self._carriers_of(identity, references)
            for (kind, identity), references in self._corpus.incoming.items()
            if kind == OBLIGATION.name
        }

    def _carriers_of(self, identity: str, references: Iterable[Reference]) -> list[Carrier]:
        is_counted = self._counted is not self._corpus and self.counts(identity)
        table: dict[tuple[str, str], Carrier] = {}
        for reference in references:
            if reference.record.kind in CARRYING_KINDS:
                entry = self._corpus.entry_at(reference.record, reference.route)
                has_gone = is_counted and self._counted.find(entry.kind, entry.id) is None
                carrier = Carrier(entry, _ways(reference), *((False, False) if has_gone else self._standing(reference.record)))
                named = entry.kind, entry.id
                before = table.get(named)
                if before is not None:
                    carrier = carrier._replace(ways=tuple(dict.fromkeys((*before.ways, *carrier.ways))))
                table[named] = carrier
        return list(table.values())

    def _standing(self, record: Record) -> tuple[bool, bool]:
        if record.file not in self._standings:
            document = record.content if isinstance(record.content, Clocked) else None
            holds = document is None or in_force(document, self._on)
            self._standings[record.file] = holds, document is not None and is_draft(document)
        return self._standings[record.file]

    def carriers(self, identity: str) -> tuple[Carrier, ...]:
        """What names a demand as its own, in whatever way; what does not hold included."""
        return tuple(self._carriers.get(identity, ()))

    def holding(self, identity: str) -> tuple[Carrier, ...]:
        """What names a demand as its own and holds."""
        return tuple(carrier for carrier in self.carriers(identity) if carrier.holds)

    def twins(self, identity: str) -> frozenset[str]:
        """A demand and every other that says the same, however many steps away."""
        return self._groups.get(identity, frozenset({identity}))

    @cached_property
    def _groups(self) -> dict[str, frozenset[str]]:
        groups: dict[str, set[str]] = {identity: {identity} for identity in self._corpus.obligations}
        for identity, obligation in self._corpus.obligations.items():
            for other in obligation.same_as:
                if other in groups and groups[other] is not groups[identity] and self.counts(other) is self.counts(identity):
                    groups[identity] |= groups[other]
                    for member in groups[other]:
                        groups[member] = groups[identity]
        return {identity: frozenset(group) for identity, group in groups.items()}

    def of(self, identity: str) -> Covered:
        """How a demand is answered, by what answers for it itself or for one that says the same; the best of them."""
        order = tuple(Covered)
        return min((self._own[twin] for twin in self.twins(identity)), key=order.index)

    def is_answered(self, identity: str) -> bool:
        """Whether anything answers for a demand; what cannot be read is not known to be missing."""
        return self.of(identity) in ANSWERED

    @cached_property
    def _own(self) -> dict[str, Covered]:
        return {identity: self._covered(identity, obligation) for identity, obligation in self._corpus.obligations.items()}

    def _covered(self, identity: str, obligation: Obligation) -> Covered:
        way = obligation.answered_by
        if self._corpus.incomplete.intersection(HOLDERS.get(way, ())):
            return Covered.UNKNOWN
        if way in TOOL:
            return Covered.BY_TOOL if obligation.answer else Covered.UNCOVERED
        if way == "boundary" and not self._are_partners(obligation.responsible):
            return Covered.UNCOVERED
        fitting = [carrier for carrier in self.carriers(identity) if way in carrier.ways]
        if any(carrier.holds for carrier in fitting):
            return Covered.BOUNDARY if way == "boundary" else Covered.COVERED
        return Covered.BY_DRAFT if any(carrier.is_draft for carrier in fitting) else Covered.UNCOVERED

    def _are_partners(self, actors: Iterable[str]) -> bool:
        found = (self._corpus.find(ACTOR, actor) for actor in actors)
        return all(entry is None or entry.actor_type == PARTNER.name for entry in found)


def _ways(reference: Reference) -> tuple[str, ...]:
    """The ways in which a place that names a demand can answer for it."""
    kind, top = reference.record.kind, reference.route[0]
    if kind == AREA.name:
        return ("commitment",) if top == "commitments" else ()
    if kind == ORGANISATION.name:
        return ("organisation", "boundary") if top == "partners" else ("organisation",)
    return (kind,)
