"""What a verdict consists of."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from vbe.domain.freshness.stamping import Remark
    from vbe.domain.organisation import Organisation
    from vbe.model.corpus import Corpus


class State(StrEnum):
    """How fresh something is, worst first."""

    EXPIRED = "expired"
    NEVER_REVIEWED = "never_reviewed"
    OVERDUE = "overdue"
    NOT_HARMONISED = "not_harmonised"
    EDITED_SINCE_REVIEW = "edited_since_review"
    UNKNOWN = "unknown"
    DUE_SOON = "due_soon"
    CURRENT = "current"


WORST_FIRST = tuple(State)
STALE = frozenset(WORST_FIRST[: WORST_FIRST.index(State.UNKNOWN)])
"""What somebody must do something about; `unknown` is neither stale nor fresh."""


class AssessmentContext(NamedTuple):
    """What is asked: of which records, as of which day, and how many days ahead is soon."""

    corpus: Corpus
    as_of: datetime.date
    within: int
    organisation: Organisation

    def is_soon(self, due_on: datetime.date) -> bool:
        """Whether a day is near."""
        # A difference always exists; a day so far ahead may lie beyond the end of the calendar.
        return 0 <= (due_on - self.as_of).days <= self.within

    def reasons(
        self, due_on: datetime.date, past: str, ahead: str, hint: str = "", state: State = State.OVERDUE, **named: object
    ) -> tuple[Reason, ...]:
        """What is said of a day: `past` once it lies behind, with the state that follows, `ahead` while it is near, else nothing.

        The day is `{due}` in both, and `{date}` where no other is named so.
        """
        named = {"date": due_on, "due": due_on, **named}
        if due_on < self.as_of:
            return (Reason(state, past.format(**named), hint, due_on),)
        return (Reason(State.DUE_SOON, ahead.format(**named), hint, due_on),) if self.is_soon(due_on) else ()

    def departments_of(self, *actors: str) -> tuple[str, ...]:
        """The departments that act for these actors; the coordinating one where none does."""
        return self.organisation.or_coordinating(self.organisation.departments_of(*actors))


class Reason(NamedTuple):
    """One thing that is said of a record: the state it leads to, in words, with the remedy and the day it was due."""

    state: State
    message: str
    hint: str = ""
    due_on: datetime.date | None = None
    began_on: datetime.date | None = None
    """The first day that it holds, where that is another than the day after it was due."""

    @property
    def first_day(self) -> datetime.date | None:
        """The first day that it holds; None where nobody can tell."""
        if self.began_on is not None or self.due_on in (None, datetime.date.max):
            return self.began_on
        return self.due_on + datetime.timedelta(days=1)


class Due(NamedTuple):
    """A day on which something is due: its review, or what must be decided before its validity ends."""

    day: datetime.date
    is_end: bool = False


class LastChange(NamedTuple):
    """The last change in substance: commit and day; neither, where it has not been committed."""

    commit: str | None
    day: datetime.date | None


@dataclass(frozen=True, slots=True)
class Freshness:
    """The verdict on one thing that has a clock."""

    id: str
    kind: str
    title: str
    file: str
    departments: tuple[str, ...]
    owner_role: str | None = None
    reasons: tuple[Reason, ...] = ()
    reviewed_on: datetime.date | None = None
    due_on: datetime.date | None = None
    last_change: LastChange | None = None
    as_of: datetime.date = datetime.date.min
    is_example: bool = False
    is_shared: bool = False
    """Whether it is listed under a department that answers for it together with another, which leads."""
    reviewer: str | None = None
    """The role that can review it on the day: the owner role, or who came in its place; None where there is nobody."""
    dates: tuple[Due, ...] = ()
    """Every day that it is due, where it has more than one clock with a date; `due_on` is that of the state that is shown."""

    def __post_init__(self) -> None:
        """The worst reason first."""
        object.__setattr__(self, "reasons", tuple(sorted(self.reasons, key=lambda reason: WORST_FIRST.index(reason.state))))

    @property
    def state(self) -> State:
        """The worst that is said of it."""
        return self.reasons[0].state if self.reasons else State.CURRENT

    def on(self, due: Due) -> Freshness:
        """Only what is said of one of the days that it is due; what has no day of its own is for a review to settle."""
        reasons = tuple(r for r in self.reasons if r.due_on == due.day or (r.due_on is None and not due.is_end))
        return replace(self, due_on=due.day, reasons=reasons, dates=(due,))

    def by_day(self) -> tuple[Freshness, ...]:
        """One for each day that it is due, and one for what has no day; itself where it has one day, or none."""
        made = tuple(self.on(due) for due in self.dates)
        said = {reason for each in made for reason in each.reasons}
        rest = tuple(reason for reason in self.reasons if reason not in said)
        return (*made, replace(self, due_on=None, dates=(), reasons=rest)) if made and rest else made or (self,)

    @property
    def is_ending(self) -> bool:
        """Whether the day that is shown is the end of its validity and not that of a review."""
        return [due.is_end for due in self.dates if due.day == self.due_on] == [True]

    @property
    def is_stale(self) -> bool:
        """Whether somebody must do something."""
        return self.state in STALE

    @property
    def state_since(self) -> datetime.date | None:
        """The first day of the state that it is in; None where nobody can tell."""
        days = [reason.first_day for reason in self.reasons if reason.state is self.state]
        known = [day for day in days if day is not None]
        return min(known) if known and len(known) == len(days) else None

    @property
    def department(self) -> str:
        """The department that it is listed under; empty where none is known."""
        return self.departments[0] if self.departments else ""

    @property
    def days_overdue(self) -> int | None:
        """How many days the due date lies back; 0 before it, None where there is no date."""
        return None if self.due_on is None else max((self.as_of - self.due_on).days, 0)

    @property
    def order(self) -> tuple[int, int, str, str]:
        """Worst first: state, how late, and then by name so that the order is always the same."""
        return WORST_FIRST.index(self.state), -(self.days_overdue or 0), self.kind, self.id


class Share(NamedTuple):
    """How much of what a department answers for is stale."""

    department: str
    total: int
    stale: int

    @property
    def percent(self) -> float:
        """The share, in percent."""
        return 100 * self.stale / self.total if self.total else 0.0


@dataclass(frozen=True)
class Assessment:
    """Everything that has a clock, as of a day."""

    as_of: datetime.date
    history: str
    freshness: tuple[Freshness, ...]
    remarks: tuple[Remark, ...] = field(default=())
    counted: tuple[Freshness, ...] | None = field(default=None, repr=False)
    """What the shares are of, where only some states are looked at."""
    department: str | None = None
    """The department that was asked for; None where everything was."""

    def of_department(self, department: str) -> Assessment:
        """Only what a department answers for, alone or with others; it is then listed under that department.

        What another department leads is marked as shared and is not counted: it is counted where it is led.
        """
        kept = tuple(
            replace(
                f,
                departments=(department, *(d for d in f.departments if d != department)),
                is_shared=f.department != department,
            )
            for f in self.freshness
            if department in f.departments
        )
        return replace(self, freshness=kept, remarks=self._remarks_on(kept), counted=None, department=department)

    def in_state(self, *states: State) -> Assessment:
        """Only what is in one of these states, also beside a worse one; the shares stay those of everything."""
        wanted = set(states)
        kept = tuple(f for f in self.freshness if f.state in wanted or not wanted.isdisjoint(r.state for r in f.reasons))
        return replace(self, freshness=kept, remarks=self._remarks_on(kept), counted=self.freshness)

    def _remarks_on(self, kept: tuple[Freshness, ...]) -> tuple[Remark, ...]:
        files = {f.file for f in kept}
        return tuple(remark for remark in self.remarks if files & set(remark.files))

    @cached_property
    def shares(self) -> tuple[Share, ...]:
        """Each department's share, the worst first; everything is counted once, where it is led."""
        return self._counts(shared=False)

    @cached_property
    def shared(self) -> tuple[Share, ...]:
        """What a department that was asked for answers for together with others, which lead; empty where there is none."""
        return tuple(share for share in self._counts(shared=True) if share.total)

    def _counts(self, *, shared: bool) -> tuple[Share, ...]:
        totals: dict[str, list[int]] = {}
        for freshness in self.freshness if self.counted is None else self.counted:
            counts = totals.setdefault(freshness.department, [0, 0])
            counts[0] += freshness.is_shared is shared
            counts[1] += freshness.is_shared is shared and freshness.is_stale
        shares = [Share(department, total, stale) for department, (total, stale) in totals.items()]
        return tuple(sorted(shares, key=lambda s: (-s.percent, -s.stale, s.department)))

    def listed(self, department: str) -> tuple[Freshness, ...]:
        """What is shown of a department: what somebody must look at, and what is current only where states were asked for."""
        return tuple(self._by_department.get(department, ()))

    @cached_property
    def _by_department(self) -> dict[str, list[Freshness]]:
        table: dict[str, list[Freshness]] = {}
        for freshness in self.freshness:
            if self.counted is not None or freshness.state is not State.CURRENT:
                table.setdefault(freshness.department, []).append(freshness)
        return table

    @property
    def exit_code(self) -> int:
        """0 all is fresh, 1 something is stale, 3 nothing is, but of something nobody can tell."""
        if any(f.is_stale for f in self.freshness):
            return 1
        return 3 if any(f.state is State.UNKNOWN for f in self.freshness) else 0
