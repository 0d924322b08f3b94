"""The reviews ahead, by department and month; and where dates pile up, an earlier day for some of them.

A review may always be made earlier than it is due and never later, so every suggested month lies within the interval. The
load is evened out to the lowest that can be kept, and nothing is moved further ahead than that takes.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from vbe.domain.freshness.months import last_of_month, months_from
from vbe.model.records import REVIEWED_KINDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vbe.domain.freshness.model import Assessment, Freshness


class Suggestion(NamedTuple):
    """A review that should be made in an earlier month than the one it is due in."""

    freshness: Freshness
    month: datetime.date


class Planned(NamedTuple):
    """A review in the plan, and the day by which it is to have been made."""

    freshness: Freshness
    day: datetime.date

    @property
    def is_late(self) -> bool:
        """Whether it is needed already."""
        return _is_late(self.freshness)

    @property
    def is_earlier(self) -> bool:
        """Whether it is to be made before it is due, to even out the load."""
        return not self.is_late and self.freshness.due_on is not None and self.day < self.freshness.due_on


class Month(NamedTuple):
    """A month of a department: what is due in it, and how much would be if the suggestions were followed."""

    first: datetime.date
    due: tuple[Freshness, ...]
    planned: int


class Plan(NamedTuple):
    """A department's reviews ahead: those needed already, month by month, and what to make earlier."""

    department: str
    late: tuple[Freshness, ...]
    months: tuple[Month, ...]
    suggestions: tuple[Suggestion, ...]

    @property
    def reviews(self) -> tuple[Planned, ...]:
        """Every review by its day: what is late at once, what is moved by the end of its month, the rest when it is due."""
        moved = {suggestion.freshness.id: last_of_month(suggestion.month) for suggestion in self.suggestions}
        ahead = (freshness for month in self.months for freshness in month.due)
        listed = [
            *(Planned(freshness, freshness.as_of) for freshness in self.late),
            *(Planned(freshness, moved.get(freshness.id, _due(freshness))) for freshness in ahead),
        ]
        return tuple(sorted(listed, key=lambda review: (review.day, _place(review.freshness))))


def plan(assessment: Assessment, months: int) -> tuple[Plan, ...]:
    """Each department's plan for so many months, beginning with the present one."""
    starts = months_from(assessment.as_of, months)
    by_department: dict[str, list[Freshness]] = defaultdict(list)
    for freshness in assessment.freshness:
        if freshness.kind in REVIEWED_KINDS and (freshness.due_on is not None or freshness.is_stale):
            by_department[freshness.department].append(freshness)
    plans = [_plan(department, listed, starts) for department, listed in sorted(by_department.items())]
    return tuple(p for p in plans if p.late or any(month.due for month in p.months))


def _plan(department: str, listed: list[Freshness], starts: Sequence[datetime.date]) -> Plan:
    late = tuple(f for f in listed if _is_late(f))
    due: list[list[Freshness]] = [[] for _start in starts]
    for freshness in sorted((f for f in listed if not _is_late(f)), key=_place):
        index = (_due(freshness).year - starts[0].year) * 12 + _due(freshness).month - starts[0].month
        if index < len(starts):
            due[index].append(freshness)
    made = stagger(due)
    months = tuple(Month(start, tuple(month), len(kept)) for start, month, kept in zip(starts, due, made, strict=True))
    moved = [Suggestion(f, start) for start, kept in zip(starts, made, strict=True) for f in kept if _month(f) != start]
    return Plan(department, late, months, tuple(moved))


def _is_late(freshness: Freshness) -> bool:
    """Whether a review is needed already: its day has passed, or it has been edited since, was never made, or is out of line."""
    return freshness.is_stale or _due(freshness) < freshness.as_of


def _due(freshness: Freshness) -> datetime.date:
    """The day that it is due; that of the context where it has none and is needed already."""
    return freshness.due_on or freshness.as_of


def _month(freshness: Freshness) -> datetime.date:
    return _due(freshness).replace(day=1)


def stagger(due: Sequence[Sequence[Freshness]]) -> list[list[Freshness]]:
    """What to make each month, none later than due, so that the fullest month is as light as can be.

    The lightest load that can be kept is given by the fullest beginning: what is due up to a month must be made by then.
    From the last month backwards each keeps what is its own, and hands what is too much to the month before.
    """
    total = limit = 0
    for index, month in enumerate(due):
        total += len(month)
        limit = max(limit, -(-total // (index + 1)))
    made: list[list[Freshness]] = [[] for _month_ in due]
    surplus: list[Freshness] = []
    for index in range(len(due) - 1, -1, -1):
        # Its own first, then those that are due last: they lose least by coming early.
        pool = [*sorted(due[index], key=_place, reverse=True), *surplus]
        made[index] = sorted(pool[:limit], key=_place)
        surplus = sorted(pool[limit:], key=_place, reverse=True)
    return made


def _place(freshness: Freshness) -> tuple[datetime.date, str]:
    return _due(freshness), freshness.id
