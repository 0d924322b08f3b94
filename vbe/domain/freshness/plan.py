"""What is to be done in the months ahead, by department: what is late spread over them, and what is due in time.

Everything on the one list of dates has its day here. A review may always be made earlier than it is due and never later, so
every suggested month lies within the interval. The load is evened out to the lowest that can be kept, nothing is moved further
ahead than that takes, and what is late fills the months from the first on, what weighs most before the rest. Every day that is
suggested is a working day.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from vbe.domain.freshness.digest import ended_strategy, risk
from vbe.domain.freshness.months import last_of_month, months_from
from vbe.domain.workdays import is_working_day, working_days
from vbe.model.profile import WAIVER
from vbe.model.records import REVIEWED_KINDS
from vbe.model.records.area import COMMITMENT
from vbe.model.records.organisation import ACTOR
from vbe.model.records.strategy import STRATEGY

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from vbe.domain.freshness.assessment import Assessment
    from vbe.domain.freshness.model import Freshness

NOT_PLANNED = (ACTOR.name, WAIVER.name)
"""What is mended by an edit, and needs no day of anybody's."""


class Suggestion(NamedTuple):
    """A review that should be made in an earlier month than the one it is due in."""

    freshness: Freshness
    month: datetime.date


class Planned(NamedTuple):
    """Something in the plan, and the day by which it is to have been done."""

    freshness: Freshness
    day: datetime.date
    is_earlier: bool = False
    """Whether it is moved to an earlier month than it is due in, to even out the load."""

    @property
    def is_late(self) -> bool:
        """Whether it is needed already."""
        return _is_late(self.freshness)


class Month(NamedTuple):
    """A month of a department: what is due in it, and how much is planned in it, what is late included."""

    first: datetime.date
    due: tuple[Freshness, ...]
    planned: int


class Plan(NamedTuple):
    """A department's time ahead: what is needed already, month by month, what to do earlier, and everything by its day."""

    department: str
    late: tuple[Freshness, ...]
    months: tuple[Month, ...]
    suggestions: tuple[Suggestion, ...]
    reviews: tuple[Planned, ...]


def plan(assessment: Assessment, months: int) -> tuple[Plan, ...]:
    """Each department's plan for so many months, beginning with the present one."""
    starts = months_from(assessment.as_of, months)
    by_department: dict[str, list[Freshness]] = defaultdict(list)
    ended = ended_strategy(f for f in assessment.freshness if f.is_stale)
    for freshness in assessment.freshness:
        is_caused = ended is not None and freshness.kind == COMMITMENT.name and freshness.is_stale
        if freshness.kind not in NOT_PLANNED and not is_caused:
            by_department[freshness.department] += [f for f in freshness.by_day() if f.due_on is not None or f.is_stale]
    plans = [_plan(department, listed, starts, assessment.as_of) for department, listed in sorted(by_department.items())]
    return tuple(p for p in plans if p.late or any(month.due for month in p.months))


def _plan(department: str, listed: list[Freshness], starts: Sequence[datetime.date], as_of: datetime.date) -> Plan:
    late = tuple(f for f in listed if _is_late(f))
    ahead = _by_month((f for f in listed if not _is_late(f)), starts)
    fixed = [[f for f in month if f.kind not in REVIEWED_KINDS] for month in ahead]
    reviewed = stagger([[f for f in month if f.kind in REVIEWED_KINDS] for month in ahead])
    days = _days(starts, as_of)
    spread = spread_late(sorted(late, key=_first), [len(a) + len(b) for a, b in zip(fixed, reviewed, strict=True)], days)
    moved = [Suggestion(f, start) for start, kept in zip(starts, reviewed, strict=True) for f in kept if _month(f) != start]
    in_time = [f for start, kept in zip(starts, reviewed, strict=True) for f in kept if _month(f) == start]
    months = tuple(
        Month(start, tuple(month), len(own) + len(kept) + len(added))
        for start, month, own, kept, added in zip(starts, ahead, fixed, reviewed, spread, strict=True)
    )
    reviews = [
        *(Planned(f, day) for added, free in zip(spread, days, strict=True) for f, day in _on_days(added, free)),
        *(Planned(s.freshness, _last_working_day(s.month, as_of), is_earlier=True) for s in moved),
        *(Planned(f, _working_day_by(_due(f), as_of)) for month in fixed for f in month),
        *(Planned(f, _working_day_by(_due(f), as_of)) for f in in_time),
    ]
    return Plan(department, late, months, tuple(moved), tuple(sorted(reviews, key=lambda r: (r.day, _place(r.freshness)))))


def _by_month(listed: Iterable[Freshness], starts: Sequence[datetime.date]) -> list[list[Freshness]]:
    """What is due in each of the months, in order."""
    due: list[list[Freshness]] = [[] for _start in starts]
    for freshness in sorted(listed, key=_place):
        index = (_due(freshness).year - starts[0].year) * 12 + _due(freshness).month - starts[0].month
        if index < len(starts):
            due[index].append(freshness)
    return due


def _days(starts: Sequence[datetime.date], as_of: datetime.date) -> list[list[datetime.date]]:
    """The working days of each month, of the first those that are left."""
    return [working_days(max(start, as_of), last_of_month(start)) for start in starts]


def spread_late(
    late: Sequence[Freshness], loads: Sequence[int], days: Sequence[Sequence[datetime.date]]
) -> list[list[Freshness]]:
    """What is late over the months, in order, so that no month has more than it must; `loads` is what each has already.

    The first month takes its part of a whole one's: as much as it has working days left.
    """
    whole = max((len(free) for free in days[1:]), default=len(days[0])) or 1
    shares = [min(len(days[0]) / whole, 1.0) if len(days) > 1 else 1.0, *(1.0 for _free in days[1:])]
    most = max(loads, default=0)
    rooms = [0]
    while sum(rooms) < len(late):
        rooms = [max(round(most * share) - load, 0) for share, load in zip(shares, loads, strict=True)]
        most += 1
    spread, taken = [], 0
    for room in rooms if late else [0] * len(loads):
        spread.append(list(late[taken : taken + room]))
        taken += room
    return spread


def _first(freshness: Freshness) -> tuple[object, ...]:
    """What weighs most; a strategy that has ended before all that it promises."""
    return freshness.kind != STRATEGY.name, *risk(freshness)


def _on_days(listed: Sequence[Freshness], days: Sequence[datetime.date]) -> Iterable[tuple[Freshness, datetime.date]]:
    """Each on a working day of its own as far as there are as many, evenly over the month."""
    if not days:
        return [(freshness, freshness.as_of) for freshness in listed]
    count = len(listed)
    return [(freshness, days[(2 * index + 1) * len(days) // (2 * count)]) for index, freshness in enumerate(listed)]


def _working_day_by(day: datetime.date, as_of: datetime.date) -> datetime.date:
    """The last working day up to a day; the day itself where there is none left before it."""
    earlier = day
    while earlier > as_of and not is_working_day(earlier):
        earlier -= datetime.timedelta(days=1)
    return earlier if is_working_day(earlier) else day


def _last_working_day(month: datetime.date, as_of: datetime.date) -> datetime.date:
    return _working_day_by(last_of_month(month), as_of)


def _is_late(freshness: Freshness) -> bool:
    """Whether it is needed already: its day has passed, or it has been edited since, was never reviewed, or is out of line."""
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
    kept: list[list[Freshness]] = [[] for _month_ in due]
    surplus: list[Freshness] = []
    for index in range(len(due) - 1, -1, -1):
        # Its own first, then those that are due last: they lose least by coming early.
        pool = [*sorted(due[index], key=_place, reverse=True), *surplus]
        kept[index] = sorted(pool[:limit], key=_place)
        surplus = sorted(pool[limit:], key=_place, reverse=True)
    return kept


def _place(freshness: Freshness) -> tuple[datetime.date, str]:
    return _due(freshness), freshness.id
