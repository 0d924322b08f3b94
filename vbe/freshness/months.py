"""Days and months."""

from __future__ import annotations

import calendar
import datetime


def months_later(start: datetime.date, months: int) -> datetime.date:
    """The same day so many months later, or the last of that month."""
    years, month = divmod(start.month - 1 + months, 12)
    year = start.year + years
    if year > datetime.MAXYEAR:
        return datetime.date.max
    return start.replace(year=year, month=month + 1, day=min(start.day, calendar.monthrange(year, month + 1)[1]))


def last_of_month(day: datetime.date) -> datetime.date:
    """The last day of the month that a day lies in."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])
