"""The organisation on a day: who exists, who came in whose place, which boards answer, which departments act, and names.

The policy, decided once; the pages of VBE607 and VBE618 say the same to users:

- A board answers for itself; a department's work is answered for by the boards that it serves, a unit's and a role's by
  those of their department, a group's by those of the role that convenes it, and a collective's by those of its members.
- An advisory body gives advice, and the executive board answers. So it does for what has no board of its own. A partner
  or an audience answers to nobody here: it adds no board where somebody of the municipality answers too.
- A board that has ended hands over to its successors in office on the day. Where no end is known, the profile's list of
  those that report (`coverage.reporting_boards`) says which of them does.
- Only boards on that list are asked. Where none of those that answer stands on it, those that answer are asked all the
  same: somebody reports on every commitment.
- A partner is never asked. Where nobody of the municipality's own is responsible, whoever does it with the partner answers.
- A department that has ended steps back for its successors; so does a role. What is nobody's falls on the coordinating
  department, which serves the executive board.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from vbe.domain.lifecycle import has_begun, lives
from vbe.domain.naming import name_inside, unnamed
from vbe.model.fields import NOT_STATED
from vbe.model.records import ACTOR_TYPES
from vbe.model.records.organisation import ACTOR, DEPARTMENT, Board, Department, Group, Role, home_of

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable

    from vbe.model.corpus import Corpus
    from vbe.model.entries import Entry
    from vbe.model.records.area import Commitment
    from vbe.model.records.organisation import Actor

C = TypeVar("C")
ADVISORY = "advisory"
"""The level of boards that give advice and answer to the executive board."""


class Organisation:
    """The actors of a corpus as they are on a day; `on=None` takes everybody to exist, whatever their days."""

    def __init__(self, corpus: Corpus, on: datetime.date | None) -> None:
        self.corpus = corpus
        self.on = on
        self._boards: dict[str, frozenset[str]] = {}
        self._departments: dict[str, tuple[str, ...]] = {}

    def find(self, actor: str) -> Entry[Actor] | None:
        """The actor's entry."""
        return self.corpus.find(ACTOR, actor)

    def exists(self, actor: str) -> bool:
        """Whether an actor is known and exists on the day; days that are not known are no limit."""
        entry = self.find(actor)
        return entry is not None and lives(entry.content, self.on)

    def members(self, actor: str) -> tuple[str, ...]:
        """The actors that an id covers, by id: a collective's members all the way down, else itself."""
        return tuple(sorted(self.corpus.members(actor)))

    def in_office(self, actor: str) -> tuple[str, ...]:
        """The actor where it exists on the day; where it has ended, its nearest successors of the same sort that do.

        () where nobody does, also before it begins. One that is not known is taken at its word: its file may be the one that
        could not be read.
        """
        first = self.find(actor)
        if first is None:
            return (actor,)
        found: dict[str, None] = {}
        waiting, seen = [first], {actor}
        while waiting:
            entry = waiting.pop(0)
            if entry.actor_type == first.actor_type and lives(entry.content, self.on):
                found[entry.id] = None
            elif has_begun(entry.content, self.on):
                later = [other for name in entry.content.successor if (other := self.find(name)) and name not in seen]
                seen.update(other.id for other in later)
                waiting += later
        return tuple(found)

    def role_in_office(self, role: str) -> str | None:
        """The role, or the first that has come in its place; None where nobody has."""
        return next(iter(self.in_office(role)), None)

    # Boards

    def boards_of(self, *actors: str) -> frozenset[str]:
        """The boards that answer for what these actors do on the day."""
        own = {board for actor in actors for member in self.members(actor) for board in self._own_boards(member)}
        return frozenset(own) or self._executive

    def answering(self, *actors: str) -> tuple[str, ...]:
        """The boards that are asked for a report on what these actors do: those of them that report; in the profile's order."""
        boards = self.boards_of(*actors)
        asked = tuple(board for board in self.listed_boards if board in boards)
        return asked or tuple(sorted(boards))

    def is_ours(self, actor: str) -> bool:
        """Whether an actor is the municipality's own; one that is not known is taken to be."""
        entry = self.find(actor)
        return actor != NOT_STATED and (entry is None or ACTOR_TYPES[entry.actor_type].is_ours)

    def answerable(self, commitment: Commitment) -> tuple[str, ...]:
        """The actors that answer for a commitment: those of its own, or where only others are named whom it is done with."""
        return tuple(filter(self.is_ours, commitment.responsible)) or tuple(filter(self.is_ours, commitment.others))

    def answering_for(self, commitment: Commitment) -> tuple[str, ...]:
        """The boards that are asked for a report on a commitment: never a partner, but the board that it works with."""
        return self.answering(*self.answerable(commitment))

    @cached_property
    def reporting_boards(self) -> tuple[str, ...]:
        """The boards that report: the profile's list in its order, then any that alone answers for a commitment."""
        needed = (self.answering_for(commitment) for commitment in self.corpus.commitments.values())
        others = sorted({board for boards in needed for board in boards} - set(self.listed_boards))
        return (*self.listed_boards, *others)

    @cached_property
    def listed_boards(self) -> tuple[str, ...]:
        """The profile's list, collectives opened, and those that have ended replaced by who came after them."""
        return tuple(dict.fromkeys(board for named in self._named_to_report for board in (self.in_office(named) or (named,))))

    @cached_property
    def _named_to_report(self) -> tuple[str, ...]:
        return tuple(member for board in self.corpus.profile.coverage.reporting_boards for member in self.members(board))

    @cached_property
    def _executive(self) -> frozenset[str]:
        return self._standing_in(self.corpus.profile.executive_board)

    def _own_boards(self, member: str) -> frozenset[str]:
        """The boards of one actor that is no collective; none for somebody outside, or unknown."""
        return _once(self._boards, member, self._boards_of_one, frozenset())

    def _boards_of_one(self, member: str) -> frozenset[str]:
        entry = self.find(member)
        if entry is None or not ACTOR_TYPES[entry.actor_type].is_ours:
            return frozenset()
        content = entry.content
        if isinstance(content, Board):
            return self._executive if content.level == ADVISORY else self._standing_in(member)
        if isinstance(content, Department):
            served = (board for named in content.boards for board in self.members(named))
            boards = {each for board in served for each in self._own_boards(board)}
            return frozenset(boards) or self._executive
        home = home_of(content)
        return (self._own_boards(home) if home else frozenset()) or self._executive

    def _standing_in(self, board: str) -> frozenset[str]:
        """The board, or who has come in its place: by the days, and where those are not known by who reports."""
        if self.on is None:
            return frozenset(self._with_successors(board))
        entry, present = self.find(board), self.in_office(board)
        has_no_end = entry is not None and entry.content.valid_to is None
        if present == (board,) and has_no_end and board not in self._named_to_report:
            later = (other for other in self._with_successors(board) if other in self._named_to_report)
            present = tuple(filter(self.exists, later)) or present
        return frozenset(present) or frozenset({board})

    def _with_successors(self, board: str) -> tuple[str, ...]:
        reached: dict[str, None] = {}
        waiting = [board]
        while waiting:
            name = waiting.pop(0)
            entry = self.find(name)
            if name not in reached and (entry is None or isinstance(entry.content, Board)):
                reached[name] = None
                waiting += entry.content.successor if entry is not None else ()
        return tuple(reached)

    # Departments and roles

    @cached_property
    def coordinating(self) -> str:
        """The department that serves the executive board: it answers for what is nobody else's. Empty where there is none."""
        return next(iter(self.departments_of(self.corpus.profile.executive_board)), "")

    def or_coordinating(self, departments: tuple[str, ...]) -> tuple[str, ...]:
        """These; else the one that answers for what is nobody else's."""
        return departments or ((self.coordinating,) if self.coordinating else ())

    def departments_of(self, *actors: str) -> tuple[str, ...]:
        """The departments that act for these actors on the day, each once: themselves, their own, or those that serve a board."""
        return tuple(dict.fromkeys(d for actor in actors for member in self.members(actor) for d in self._departments_of(member)))

    def _departments_of(self, member: str) -> tuple[str, ...]:
        return _once(self._departments, member, self._departments_of_one, ())

    def _departments_of_one(self, member: str) -> tuple[str, ...]:
        entry = self.find(member)
        if entry is None:
            return ()
        if isinstance(entry.content, Department):
            return self.in_office(member) or (member,)
        if isinstance(entry.content, Board):
            return self._serving(member)
        home = home_of(entry.content)
        return self._departments_of(home) if home else ()

    def _serving(self, board: str) -> tuple[str, ...]:
        """The departments that serve a board on the day; those that came after them, where all have ended."""
        serving = [
            entry.id
            for entry in self.corpus.all_of(DEPARTMENT)
            if any(board in self.corpus.members(named) for named in entry.content.boards)
        ]
        present = [department for department in serving if self.exists(department)]
        later = (each for department in serving for each in self._departments_of(department))
        return tuple(present) or tuple(dict.fromkeys(later))

    def roles_of(self, actor: str) -> tuple[str, ...]:
        """The roles that act for an actor, in office or not: itself, a group's convener, or the heads of its departments."""
        entry = self.find(actor)
        if entry is None:
            return ()
        if isinstance(entry.content, Role):
            return (actor,)
        if isinstance(entry.content, Group):
            return (entry.content.convener,) if entry.content.convener else ()
        departments = (self.corpus.find(DEPARTMENT, department) for department in self.departments_of(actor))
        return tuple(dict.fromkeys(d.content.head for d in departments if d is not None and d.content.head))

    def role_of(self, actor: str) -> str | None:
        """The first role that acts for an actor."""
        return next(iter(self.roles_of(actor)), None)

    # Names

    def name(self, actor: str) -> str:
        """An actor's name; its id where it has none."""
        entry = self.find(actor)
        return unnamed(actor) if entry is None else entry.content.name

    def inside(self, actor: str) -> str:
        """An actor's name as it stands inside a sentence."""
        entry = self.find(actor)
        return unnamed(actor) if entry is None else name_inside(entry, self.corpus)


def _once(known: dict[str, C], member: str, find: Callable[[str], C], nothing: C) -> C:
    """What is found for a member, looked for once; nothing where the search comes back to it: a circle ends there."""
    if member not in known:
        known[member] = nothing
        known[member] = find(member)
    return known[member]
