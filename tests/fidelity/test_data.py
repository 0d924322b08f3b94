"""Solna's records: a title for each commitment, and what is our reading of the text is marked where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from vbe.domain.organisation import Organisation
from vbe.model.corpus import Corpus
from vbe.store import repository
from vbe.store.loader import load

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def solna() -> Corpus:
    return load(repository.Disk(ROOT))


def test_every_commitment_has_a_short_title_with_a_capital_and_no_full_stop(solna):
    titles = {identity: commitment.title for identity, commitment in solna.commitments.items()}
    assert len(titles) == 75
    for identity, title in titles.items():
        assert title, identity
        assert len(title) <= 60, identity
        assert title[0].isupper(), identity
        assert title[-1] not in ".:;", identity
        assert " " in title, identity
    assert len(set(titles.values())) == 75


def _marked(record) -> list[str]:
    return [name for name in type(record.reading).model_fields if getattr(record.reading, name) is not None]


def test_a_reading_says_why_about_a_value_that_is_there(solna):
    records = (*solna.areas.values(), *solna.commitments.values(), *solna.indicators.values(), *solna.obligations.values())
    read = [record for record in records if record.reading is not None]
    assert len(read) >= 60
    for record in read:
        marked = _marked(record)
        assert marked, record
        # `area` says why a commitment stands in its area, which is no field of its own.
        assert all(getattr(record, name) for name in marked if name != "area"), record


# The text says "staden", or nobody, and the records name somebody (the strategy read sentence by sentence).
NOT_IN_THE_TEXT = [
    "1.6",
    "2.1",
    "2.2",
    "2.4",
    "2.5",
    "2.6",
    "2.7",
    "3.4",
    "3.5",
    "3.6",
    "4.4",
    "4.5",
    "4.6",
    "4.8",
    "4.9",
    "4.10",
    "4.11",
    "4.13",
    "4.14",
    "4.15",
    "4.17",
    "5.2",
    "5.4",
    "5.5",
    "6.2",
    "6.3",
    "7.1",
    "7.2",
    "7.3",
    "8.1",
    "8.2",
    "8.3",
    "9.2",
    "10.7",
    "11.1",
    "11.3",
    "11.4",
    "11.5",
    "11.6",
]


def test_who_is_responsible_by_our_reading_is_marked_and_nobody_else(solna):
    marked = [i for i, c in solna.commitments.items() if c.reading is not None and c.reading.responsible is not None]
    assert marked == NOT_IN_THE_TEXT


def test_who_leads_an_area_is_the_texts_or_marked(solna):
    by_text = {
        "04": "stadsledningsforvaltningen",
        "09": "samverkansgruppen",
        "11": "stadsledningsforvaltningen",
        "12": "kommunstyrelsen",
    }
    for number, area in solna.areas.items():
        assert area.reading is not None
        assert area.reading.aims
        assert (area.reading.lead is None) == (number in by_text)
        assert area.lead == by_text.get(number, area.lead)
    assert solna.areas["05"].lead == solna.areas["06"].lead == "berord-forvaltning"
    assert solna.areas["10"].lead == "forvaltningarna"


def test_days_that_the_text_does_not_give_are_marked(solna):
    for identity, commitment in solna.commitments.items():
        if commitment.deadline is not None:
            assert commitment.reading.deadline, identity
        if commitment.every_months is not None:
            assert identity in ("1.10", "1.11", "11.5") or commitment.reading.every_months, identity


def test_no_time_is_filled_in_with_a_word_of_ours(solna):
    assert solna.profile.continuous_terms == ("löpande", "återkommande")
    without = [i for i, c in solna.commitments.items() if c.deadline is None and c.every_months is None and c.when is None]
    assert len(without) == 34
    waived = {waiver.rule for waiver in solna.profile.waivers}
    assert {"VBE403", "VBE421", "VBE422"} <= waived


def test_what_the_cover_demands_is_waived_by_the_body_that_adopted_it(solna):
    by_rule = {waiver.rule: waiver.decided_by for waiver in solna.profile.waivers}
    for rule in ("VBE302", "VBE307", "VBE308", "VBE403", "VBE421"):
        assert by_rule[rule] == "kommunstyrelsen"
    assert all(waiver.example for waiver in solna.profile.waivers)


def test_all_boards_are_all_of_them_or_a_waiver_says_why(solna):
    asked = {member for board in solna.profile.coverage.reporting_boards for member in solna.members(board)}
    everyone = solna.members("samtliga-namnder")
    assert everyone - asked == {"tekniska-namnden"}
    departments = set(solna.profile.coverage.routine_departments)
    assert solna.members("forvaltningarna") - departments == {"tekniska-forvaltningen"}
    (waiver,) = [w for w in solna.profile.waivers if w.rule == "VBE422"]
    assert "Tekniska nämnden" in waiver.reason
    assert Organisation(solna, None).boards_of("tekniska-forvaltningen") == {"tekniska-namnden"}


def test_overall_routines_are_on_the_intranet(solna):
    assert solna.profile.coverage.routine_channels == ("intranatet",)
    overall = [routine for identity, routine in solna.routines.items() if identity.startswith("overall/")]
    assert len(overall) == 7
    assert all("intranatet" in routine.published_at for routine in overall)
