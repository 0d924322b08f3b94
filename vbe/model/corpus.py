"""All records together, indexed: by kind, by id, and by who names whom. Frozen: nothing changes it once it is loaded."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias, cast, overload

from vbe.model.entries import Entry, entries_of
from vbe.model.kinds import ActorType
from vbe.model.records import DOCUMENT_KINDS
from vbe.model.records.area import AREA, COMMITMENT, INDICATOR
from vbe.model.records.followup import DECISIONS, FOLLOWUP
from vbe.model.records.obligations import OBLIGATION
from vbe.model.records.organisation import ACTOR, CHANNEL, ORGANISATION, Collective
from vbe.model.records.routine import GUIDANCE, ROUTINE
from vbe.model.records.strategy import STRATEGY
from vbe.model.references import Reference, references_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from vbe.diagnostics import Finding, Route
    from vbe.model.kinds import C, EntryKind, Kind, M
    from vbe.model.profile import Profile
    from vbe.model.records import Record
    from vbe.model.records.area import Area, Commitment, Indicator
    from vbe.model.records.followup import Decisions, FollowUp
    from vbe.model.records.obligations import Obligation
    from vbe.model.records.organisation import Actor, Channel, Organisation
    from vbe.model.records.routine import Clocked, Guidance, Routine
    from vbe.model.records.strategy import Strategy
    from vbe.model.reopening import BoardPart, Reopening


Reviewed: TypeAlias = "Clocked | Strategy"
"""What has a review of its own."""


@dataclass(frozen=True)
class Corpus:
    """The records of a repository. What could not be read is in `findings`, and its kinds in `incomplete`."""

    profile: Profile
    records: tuple[Record, ...]
    texts: Mapping[str, str] = field(default_factory=dict, repr=False)
    """Every text file of the data folders, read or not."""
    surroundings: Mapping[str, str] = field(default_factory=dict, repr=False)
    """The text of files that are no records, for searching it: templates, README, what is hidden. Empty where nobody asked."""
    findings: tuple[Finding, ...] = field(default=(), repr=False)
    incomplete: frozenset[str] = frozenset()
    """Kinds of which a file is missing or broken: what they hold is not known."""
    find_reopened: Callable[[], Mapping[BoardPart, Reopening]] = field(default=dict, repr=False, compare=False)
    """Finds what `reopened` tells; it costs something, so it is only called where somebody asks."""
    unread: frozenset[str] = frozenset()
    """Files that are there, but of which nothing is known: too large, only a pointer, or not checked out."""
    left_out: frozenset[str] = frozenset()
    """Files whose records are left aside: samples that have given way, and what came later than the day that is told of."""

    @cached_property
    def reopened(self) -> Mapping[BoardPart, Reopening]:
        """Parts that a board had ended in a year, of commitments that have got another last day since then."""
        return self.find_reopened()

    @cached_property
    def _by_kind(self) -> dict[str, tuple[Record, ...]]:
        table: dict[str, list[Record]] = defaultdict(list)
        for record in self.records:
            table[record.kind].append(record)
        return {kind: tuple(records) for kind, records in table.items()}

    def of_kind(self, kind: str) -> tuple[Record, ...]:
        """The records of a kind that is only known by its name, by path."""
        return self._by_kind.get(kind, ())

    def of(self, kind: Kind[M]) -> tuple[Record[M], ...]:
        """The records of a kind, by path."""
        return cast("tuple[Record[M], ...]", self._by_kind.get(kind.name, ()))

    @cached_property
    def documents(self) -> tuple[Record[Clocked], ...]:
        """The reviewed documents: routines, guidance examples, and whatever else has an owner and a review clock."""
        return tuple(cast("Record[Clocked]", record) for kind in DOCUMENT_KINDS for record in self.of_kind(kind))

    @cached_property
    def by_file(self) -> dict[str, Record]:
        """File → record."""
        return {record.file: record for record in self.records}

    @cached_property
    def all_entries(self) -> tuple[Entry, ...]:
        """Everything that has an id, in the order of the files; the same id may stand twice."""
        return tuple(chain.from_iterable(self._entries_of.values()))

    @cached_property
    def entries(self) -> dict[str, dict[str, Entry]]:
        """Kind → id → entry; the first one where an id stands twice."""
        table: dict[str, dict[str, Entry]] = defaultdict(dict)
        for entry in self.all_entries:
            table[entry.kind].setdefault(entry.id, entry)
        return dict(table)

    @cached_property
    def reviewed(self) -> tuple[Record[Reviewed], ...]:
        """Everything that somebody must look at again: the documents, and the strategy itself."""
        return (*self.documents, *self.of(STRATEGY))

    @overload
    def find(self, kind: EntryKind[C] | ActorType[C], identity: str) -> Entry[C] | None: ...
    @overload
    def find(self, kind: str, identity: str) -> Entry | None: ...
    def find(self, kind: EntryKind[C] | ActorType[C] | str, identity: str) -> Entry[C] | Entry | None:
        """The entry of a kind, or the actor of a type, with an id. A name will do where the kind is only known at run time."""
        if isinstance(kind, str):
            return self.entries.get(kind, {}).get(identity)
        if isinstance(kind, ActorType):
            found = self.entries.get(ACTOR.name, {}).get(identity)
            return found if found is not None and found.actor_type == kind.name else None
        return self.entries.get(kind.name, {}).get(identity)

    def all_of(self, kind: EntryKind[C] | ActorType[C]) -> tuple[Entry[C], ...]:
        """The entries of a kind, or the actors of a type, in the order of the files."""
        if isinstance(kind, ActorType):
            return cast("tuple[Entry[C], ...]", tuple(e for e in self.all_of(ACTOR) if e.actor_type == kind.name))
        return cast("tuple[Entry[C], ...]", tuple(self.entries.get(kind.name, {}).values()))

    def content(self, kind: EntryKind[C], identity: str) -> C | None:
        """What the entry of a kind with an id holds; None where there is none."""
        entry = self.find(kind, identity)
        return None if entry is None else entry.content

    def contents(self, kind: EntryKind[C]) -> dict[str, C]:
        """Id → content, for all entries of a kind."""
        return {entry.id: entry.content for entry in self.all_of(kind)}

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """Every place where a record names another."""
        return tuple(chain.from_iterable(self._outgoing.values()))

    @cached_property
    def _outgoing(self) -> dict[str, tuple[Reference, ...]]:
        return {record.file: tuple(references_of(record)) for record in self.records}

    def outgoing(self, record: Record) -> tuple[Reference, ...]:
        """Every place where one record names others."""
        return self._outgoing.get(record.file, ())

    @cached_property
    def incoming(self) -> dict[tuple[str, str], tuple[Reference, ...]]:
        """Kind and id → the places that name it."""
        table: dict[tuple[str, str], list[Reference]] = defaultdict(list)
        for reference in self.references:
            table[reference.refers.kind, reference.id].append(reference)
        return {named: tuple(places) for named, places in table.items()}

    def entry_at(self, record: Record, route: Route) -> Entry:
        """The innermost entry that a place in a record belongs to; the record itself where there is none."""
        entries = self._entries_of.get(record.file) or entries_of(record)
        own = entries[0]
        for entry in entries[1:]:
            length = len(entry.route)
            if length >= len(own.route) and route[:length] == entry.route:
                own = entry
        return own

    @cached_property
    def _entries_of(self) -> dict[str, tuple[Entry, ...]]:
        return {record.file: tuple(entries_of(record)) for record in self.records}

    @property
    def strategy(self) -> Strategy | None:
        """The strategy's cover."""
        return next((record.content for record in self.of(STRATEGY)), None)

    @property
    def organisation(self) -> Organisation | None:
        """The organisation."""
        return next((record.content for record in self.of(ORGANISATION)), None)

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """Id → actor."""
        return self.contents(ACTOR)

    @cached_property
    def channels(self) -> dict[str, Channel]:
        """Id → channel."""
        return self.contents(CHANNEL)

    @cached_property
    def obligations(self) -> dict[str, Obligation]:
        """Id → obligation."""
        return self.contents(OBLIGATION)

    @cached_property
    def commitments(self) -> dict[str, Commitment]:
        """Id → commitment."""
        return self.contents(COMMITMENT)

    @cached_property
    def indicators(self) -> dict[str, Indicator]:
        """Id → indicator."""
        return self.contents(INDICATOR)

    @cached_property
    def areas(self) -> dict[str, Area]:
        """Number as in the file name → action area."""
        return self.contents(AREA)

    @cached_property
    def routines(self) -> dict[str, Routine]:
        """Id → routine."""
        return self.contents(ROUTINE)

    @cached_property
    def guidance(self) -> dict[str, Guidance]:
        """Id → guidance example."""
        return self.contents(GUIDANCE)

    def follow_ups(self, year: int) -> dict[str, FollowUp]:
        """Board → its report for a year."""
        return {r.owner: r.content for r in self.of(FOLLOWUP) if r.id.startswith(f"{year}/")}

    def decisions(self, year: int) -> Decisions | None:
        """What was decided and asked about a year's report."""
        return self.content(DECISIONS, str(year))

    @property
    def years(self) -> tuple[int, ...]:
        """The years that have follow-ups, earliest first."""
        return tuple(sorted({r.year for r in self.of(FOLLOWUP)}))

    def members(self, actor: str) -> frozenset[str]:
        """The actors that an id covers: the members of a collective, all the way down; else itself."""
        covered: set[str] = set()
        waiting = [actor]
        while waiting:
            current = waiting.pop()
            if current in covered:
                continue
            covered.add(current)
            named = self.actors.get(current)
            if isinstance(named, Collective):
                waiting.extend(named.members)
        return frozenset(name for name in covered if not isinstance(self.actors.get(name), Collective))
