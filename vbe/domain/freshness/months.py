"""Days and months."""

from __future__ import annotations

import calendar
import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def between(start: datetime.date, end: datetime.date) -> tuple[int, int, int]:
    """Whole years, then whole months, then days from one day to a later one."""
    months = (end.year - start.year) * 12 + end.month - start.month
    if months_later(start, months) > end:
        months -= 1
    return *divmod(months, 12), (end - months_later(start, months)).days


def month_name(day: datetime.date) -> str:
    """`2018-03`: with four figures for every year, which strftime does not write."""
    return day.isoformat()[:7]


def months_later(start: datetime.date, months: int) -> datetime.date:
    """The same day so many months later, or the last of that month."""
    years, month = divmod(start.month - 1 + months, 12)
    year = start.year + years
    if year > datetime.MAXYEAR:
        return datetime.date.max
    return start.replace(year=year, month=month + 1, day=min(start.day, calendar.monthrange(year, month + 1)[1]))


def months_from(day: datetime.date, count: int) -> list[datetime.date]:
    """The first days of so many months, from the one that a day lies in; fewer where the calendar ends."""
    left = (datetime.MAXYEAR - day.year) * 12 + 13 - day.month
    first = day.replace(day=1)
    return [months_later(first, index) for index in range(min(count, left))]


def last_of_month(day: datetime.date) -> datetime.date:
    """The last day of the month that a day lies in."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def day_of_year(year: int, written: str) -> datetime.date:
    """`03-31` of a year; the last of the month where the year has no such day."""
    month, day = (int(part) for part in written.split("-"))
    if year > datetime.MAXYEAR:
        return datetime.date.max
    return datetime.date(year, month, min(day, calendar.monthrange(year, month)[1]))


def next_of_year(days: Sequence[str], latest: datetime.date | None, began: datetime.date) -> datetime.date:
    """The next of some days of the year (`03-31`) after the one that what was shown last is nearest to; at first, the first.

    What was done some days late belongs to the day that it was late for.
    """
    start = latest or began
    years = [year for year in (start.year - 1, start.year, start.year + 1, start.year + 2) if year <= datetime.MAXYEAR]
    listed = sorted({day_of_year(year, day) for year in years for day in days})
    if latest is None:
        return next((day for day in listed if day >= began), datetime.date.max)
    nearest = min(listed, key=lambda day: abs((day - latest).days))
    return next((day for day in listed if day > nearest), datetime.date.max)
