"""Working days in Sweden: no Saturday or Sunday, no public holiday (lagen 1989:253), and none of the eves that are free as
Sundays are (semesterlagen 1977:480, section 3 a). The law has had these days since 2005.
"""

from __future__ import annotations

import datetime
from functools import cache

SATURDAY = 5
FIXED = ((1, 1), (1, 6), (5, 1), (6, 6), (12, 24), (12, 25), (12, 26), (12, 31))
"""Month and day: New Year's Day, Epiphany, May Day, the National Day, Christmas Eve to Boxing Day, New Year's Eve."""
FROM_EASTER = (-2, 1, 39)
"""Days from Easter Sunday: Good Friday, Easter Monday, Ascension Day. The others around it are Sundays."""
MIDSUMMER, ALL_SAINTS = (6, 20), (10, 31)
"""The first day that Midsummer Day and All Saints' Day can fall on: both are the first Saturday from it."""


def is_working_day(day: datetime.date) -> bool:
    """Whether offices are open."""
    return day.weekday() < SATURDAY and day not in _free(day.year)


def working_days(start: datetime.date, end: datetime.date) -> list[datetime.date]:
    """Every working day from one day to another, both included."""
    days = (start + datetime.timedelta(days=number) for number in range((end - start).days + 1))
    return [day for day in days if is_working_day(day)]


@cache
def _free(year: int) -> frozenset[datetime.date]:
    """The free days of a year that may fall on Monday to Friday."""
    easter = easter_sunday(year)
    midsummer_eve = _saturday_from(year, MIDSUMMER) - datetime.timedelta(days=1)
    return frozenset(
        {
            *(datetime.date(year, month, day) for month, day in FIXED),
            *(easter + datetime.timedelta(days=days) for days in FROM_EASTER),
            midsummer_eve,
            _saturday_from(year, ALL_SAINTS),
        }
    )


def _saturday_from(year: int, first: tuple[int, int]) -> datetime.date:
    day = datetime.date(year, *first)
    return day + datetime.timedelta(days=(SATURDAY - day.weekday()) % 7)


def easter_sunday(year: int) -> datetime.date:
    """Easter Sunday of the Gregorian calendar: the algorithm of Meeus, Jones and Butcher."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (a + 11 * h) // 319
    r = (2 * e + 2 * i - k - h + m + 32) % 7
    month = (h - m + r + 90) // 25
    return datetime.date(year, month, (h - m + r + month + 19) % 32)
