"""What a verdict on one thing consists of."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple


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
        days = tuple(self.on(due) for due in self.dates)
        dated = {reason for each in days for reason in each.reasons}
        rest = tuple(reason for reason in self.reasons if reason not in dated)
        return (*days, replace(self, due_on=None, dates=(), reasons=rest)) if days and rest else days or (self,)

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
