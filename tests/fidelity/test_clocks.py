"""What must each be looked at has its own clock, and one thing has one: Solna's records on days worked out by hand."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from vbe.domain.expected import is_expected, is_measured
from vbe.domain.freshness.assessing import assess
from vbe.model.corpus import Corpus
from vbe.store import repository
from vbe.store.loader import load

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def solna() -> Corpus:
    return load(repository.Disk(ROOT))


def _promises(solna: Corpus, day: str) -> dict:
    found = assess(solna, {}, as_of=datetime.date.fromisoformat(day)).freshness
    return {f.id: f for f in found if f.kind in ("commitment", "channel", "situation_picture")}


def _state(found) -> tuple[str, str]:
    return (str(found.state), str(found.due_on))


def test_three_channels_have_three_clocks(solna):
    # The website was looked at on 1 June 2017, the intranet on 6 November, the contact centre never; 12 months hold, from
    # 10 April 2017 for what has never been looked at. The telephone line of O-05-08 is another demand.
    items = _promises(solna, "2018-12-31")
    assert "4.13" not in items
    assert _state(items["4.13/webbplatsen"]) == ("overdue", "2018-06-01")
    assert _state(items["4.13/intranatet"]) == ("overdue", "2018-11-06")
    assert _state(items["4.13/kontaktcenter-telefon"]) == ("never_reviewed", "2018-04-10")
    assert {i for i in items if items[i].kind == "channel"} == {
        "4.13/webbplatsen",
        "4.13/intranatet",
        "4.13/kontaktcenter-telefon",
    }
    assert items["4.13/webbplatsen"].title.startswith("Stadens webbplats: ")


def test_one_channel_that_is_looked_at_does_not_carry_the_others(solna):
    early = _promises(solna, "2018-10-31")
    assert str(early["4.13/intranatet"].state) in ("due_soon", "current")
    assert str(early["4.13/webbplatsen"].state) == "overdue"


def test_the_situation_picture_has_one_clock_with_the_texts_word(solna):
    # “Löpande”: the tolerance of the profile, 12 months from 20 October 2017, and not the 24 of an act of 2023.
    items = _promises(solna, "2018-10-21")
    assert "2.4" not in items
    assert _state(items["situation_picture/2.4"]) == ("overdue", "2018-10-20")
    # Before any picture is noted, the commitment itself is waited for.
    assert "2.4" in _promises(solna, "2017-09-30")


def test_the_survey_is_waited_for_in_its_own_year(solna):
    # Even years, the first after the adoption being 2018: not 24 months after the decision.
    assert _state(_promises(solna, "2018-06-01")["11.5"]) == ("current", "2018-12-31")
    assert _state(_promises(solna, "2019-01-01")["11.5"]) == ("never_reviewed", "2018-12-31")


@pytest.mark.parametrize(("year", "expected"), [(2016, False), (2017, False), (2018, True), (2019, False), (2020, True)])
def test_a_year_without_a_survey_is_no_gap(solna, year, expected):
    assert is_expected(solna, solna.indicators["elever-i-valdsgrupp"], year) is expected
    # What is measured every year, or has no first year, is waited for every year.
    assert is_measured(solna.indicators["natverk"], year)
