"""Colours and words are computed: from what the boards report, the dates, and the report's day."""

from __future__ import annotations

import datetime

import pytest

from tests.report.small import YEAR, corpus, edited
from vbe.domain.lifecycle import is_continuous
from vbe.domain.progress import _merged, judge, judge_commitments
from vbe.domain.shown import Shown

FILE = "followup/2024/socialnamnden.yaml"
AREA = "measures/02-stod.yaml"
DONE = '    status: done\n    result: Alla chefer gick utbildningen.\n    done_on: 2024-11-20\n    case_number: "SN/2024:31"\n    paragraph: 88\n'
LATER = datetime.date(2025, 2, 17)


def made(identity: str, changed=None, without=(), as_of=LATER, *, part=False):
    found = corpus(changed, without)
    return judge_commitments(found, YEAR, as_of, part=part)[1][identity]


@pytest.mark.parametrize(
    ("reported", "colour", "words", "late"),
    [
        ("status: done", "green", "genomförd", False),
        ("status: ongoing", "red", "pågår, försenad", True),
        ("status: not_started", "red", "ej påbörjad, försenad", True),
        ("status: cancelled", "grey", "avbruten", False),
        ("status: replaced", "grey", "ersatt", False),
    ],
)
def test_a_passed_deadline_makes_everything_red_that_is_not_closed(reported, colour, words, late):
    found = made("2.1", edited(FILE, (DONE, f"    {reported}\n")))
    assert (found.colour, found.words, found.late) == (colour, words, late)


@pytest.mark.parametrize(
    ("reported", "colour", "words"),
    [
        ("status: ongoing", "green", "pågår enligt plan"),
        ("status: ongoing\n    deviation: Något.", "yellow", "pågår, med avvikelse"),
        ("status: not_started", "grey", "ej påbörjad"),
    ],
)
def test_before_the_deadline_not_started_is_not_bad(reported, colour, words):
    on_the_day = datetime.date(2024, 12, 31)
    told = ("reported_on: 2025-02-17", "reported_on: 2024-12-30")
    found = made("2.1", edited(FILE, (DONE, f"    {reported}\n"), told), as_of=on_the_day)
    assert (found.colour, found.words, found.late) == (colour, words, False)


@pytest.mark.parametrize(
    ("result", "colour", "words"),
    [("    result: Börjar 2025.\n", "grey", "ej påbörjad"), ("", "yellow", "ej påbörjad, skäl saknas")],
)
def test_without_a_day_ahead_a_board_says_why_it_has_not_begun(result, colour, words):
    told = '"2.2":\n    status: continuous\n    result: Rutinen är känd i hela förvaltningen.\n'
    found = made("2.2", edited(FILE, (told, f'"2.2":\n    status: not_started\n{result}')))
    assert (found.colour, found.words) == (colour, words)


def test_what_goes_on_without_a_last_day_needs_something_that_shows_it():
    told = '"2.2":\n    status: continuous\n    result: Rutinen är känd i hela förvaltningen.\n'
    found = made("2.2", edited(FILE, (told, '"2.2":\n    status: ongoing\n')))
    assert (found.colour, found.words) == ("yellow", "pågår, underlag saknas")


def test_a_continuous_commitment_needs_something_that_shows_it():
    shown = edited(
        FILE,
        ("    result: Rutinen är känd i hela förvaltningen.\n", ""),
        ('"2.2":\n    status: continuous', '"2.2":\n    status: continuous'),
    )
    assert made("2.2").colour == "green"
    assert made("2.2", shown).words == "löpande, underlag saknas"
    assert made("2.2", shown).colour == "yellow"


def test_an_interval_is_kept_by_evidence_and_broken_by_its_age():
    early = datetime.date(2024, 6, 1)
    told = edited("followup/2024/kommunstyrelsen.yaml", ("reported_on: 2025-02-10", "reported_on: 2024-05-31"))
    assert made("1.1", told, as_of=early).colour == "green"
    assert made("1.1", told, as_of=datetime.date(2024, 6, 20)).words == "löpande, snart försenad"
    assert made("1.1").words == "löpande, försenad"
    assert made("1.1").late


def test_nobody_reported():
    without = (FILE,)
    assert made("2.1", without=without).words == "redovisning saknas, försenad"
    assert made("2.2", without=without).words == "inget redovisat, görs vid behov"
    assert made("2.2", without=without).colour == "yellow"
    assert made("2.2", without=without, part=True).colour == "grey"
    assert made("2.3", without=without).colour == "red"
    assert made("2.3", without=without, part=True).colour == "grey"
    assert made("2.3", without=without).missing_from == ("socialnamnden",)


def test_one_of_several_boards_is_silent():
    both = edited(AREA, ("responsible: [socialforvaltningen]", "responsible: [socialforvaltningen, kommunledningsforvaltningen]"))
    found = made("2.2", both)
    assert found.colour == "yellow"
    assert found.words == "löpande; svar saknas från en av två nämnder"
    assert found.missing_from == ("kommunstyrelsen",)
    early = made("2.2", both, part=True)
    assert (early.colour, early.words) == ("grey", "löpande; svar saknas från en av två nämnder"), "as status has it"


@pytest.mark.parametrize(
    ("said", "together"),
    [
        (["löpande"], "löpande"),
        (["pågår, med avvikelse", "löpande, med avvikelse"], "pågår eller löpande, med avvikelse"),
        (["pågår, försenad", "löpande, snart försenad"], "pågår, försenad; löpande, snart försenad"),
        (["genomförd", "pågår enligt plan", "löpande"], "genomförd, pågår enligt plan eller löpande"),
    ],
)
def test_verdicts_that_share_a_remark_are_said_together(said, together):
    assert _merged(said) == together


@pytest.mark.parametrize(("when", "continuous"), [("Löpande ", True), ("återkommande", True), ("vid behov", False)])
def test_what_is_continuous_is_known_whatever_its_letters(when, continuous):
    found = corpus()
    commitment = found.commitments["2.2"].model_copy(update={"when": when})
    assert is_continuous(found, commitment) is continuous
    # What has no time at all is expected as often as what is continuous; what has a day or an interval has its own clock.
    bare = commitment.model_copy(update={"when": None})
    assert is_continuous(found, bare) is True
    assert is_continuous(found, bare.model_copy(update={"every_months": 24})) is False
    assert is_continuous(found, bare.model_copy(update={"deadline": datetime.date(2024, 12, 31)})) is False


@pytest.mark.parametrize(("part", "colour"), [(True, "grey"), (False, "yellow")])
def test_what_comes_every_year_and_is_not_begun_is_not_bad_while_the_year_goes_on(part, colour):
    found = corpus()
    commitment = found.commitments["1.1"].model_copy(update={"evidence": (), "every_months": 12})
    report = found.follow_ups(YEAR)["kommunstyrelsen"].commitments["1.1"]
    report = report.model_copy(update={"status": "not_started", "result": None, "deviation": None})
    assert judge(found, commitment, report, Shown(found, datetime.date(2024, 11, 22)), part=part).colour == colour
