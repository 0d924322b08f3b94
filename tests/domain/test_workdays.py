"""Working days: what the law lists, and what everybody has off."""

from __future__ import annotations

import datetime

import pytest

from vbe.domain.workdays import easter_sunday, is_working_day, working_days


@pytest.mark.parametrize("day", ["2000-04-23", "2018-04-01", "2024-03-31", "2025-04-20", "2038-04-25", "2285-03-22"])
def test_easter(day):
    """The earliest and the latest day among them."""
    assert easter_sunday(int(day[:4])).isoformat() == day


def test_easter_for_two_thousand_years():
    easter = pytest.importorskip("dateutil.easter").easter
    assert [year for year in range(1600, 3600) if easter(year) != easter_sunday(year)] == []


FREE = {
    2026: "01-01 01-06 04-03 04-06 05-01 05-14 06-19 12-24 12-25 12-31",
    2018: "01-01 03-30 04-02 05-01 05-10 06-06 06-22 12-24 12-25 12-26 12-31",
}
"""Monday to Friday, as the calendars of the two years have it."""


@pytest.mark.parametrize("year", FREE)
def test_the_free_days_of_a_year(year):
    days = [datetime.date(year, 1, 1) + datetime.timedelta(days=number) for number in range(365)]
    free = [f"{day:%m-%d}" for day in days if day.weekday() < 5 and not is_working_day(day)]
    assert " ".join(free) == FREE[year]
    assert not any(is_working_day(day) for day in days if day.weekday() >= 5)


def test_a_week_with_midsummer_has_four_working_days():
    assert len(working_days(datetime.date(2026, 6, 15), datetime.date(2026, 6, 21))) == 4
    assert working_days(datetime.date(2026, 6, 21), datetime.date(2026, 6, 15)) == []
