"""Dates, numbers, lists and order as Swedish writes them."""

from __future__ import annotations

import datetime

from hypothesis import given
from hypothesis import strategies as st

from vbe.language import swedish
from vbe.report.sentences.phrases import spread


def test_dates_have_small_months_and_a_day_that_stays_with_its_month():
    assert swedish.date(datetime.date(2017, 12, 5)) == "5\u00a0december 2017"
    assert swedish.date(None) == "saknas"


def test_numbers_have_a_decimal_comma_no_break_spaces_and_a_real_minus_sign():
    assert swedish.number(2000) == "2\u00a0000"
    assert swedish.number(1234567) == "1\u00a0234\u00a0567"
    assert swedish.number(213.5) == "213,5"
    assert swedish.number(-3) == "\u22123"
    assert swedish.number(-0.01) == "0"
    assert swedish.percent(98.7) == "98,7\u00a0%"


def test_lists_have_no_comma_before_och():
    assert swedish.listed([]) == ""
    assert swedish.listed(["a"]) == "a"
    assert swedish.listed(["a", "b", "c"]) == "a, b och c"


def test_the_last_three_letters_come_last_and_numbers_by_size():
    words = ["Öst", "Ask", "Åsa", "Zon", "Ärla", "Émile", "Eva"]
    assert sorted(words, key=swedish.order) == ["Ask", "Émile", "Eva", "Zon", "Åsa", "Ärla", "Öst"]
    assert sorted(["4.10", "4.9", "10.1"], key=swedish.order) == ["4.9", "4.10", "10.1"]


def test_names_of_bodies_are_small_inside_a_sentence_unless_they_hold_other_capitals():
    assert swedish.lowered("Barn- och utbildningsnämnden") == "barn- och utbildningsnämnden"
    assert swedish.lowered("HR-avdelningen") == "HR-avdelningen"


@given(st.text())
def test_folding_leaves_one_line_without_double_blanks(text):
    folded = swedish.folded(text)
    assert "  " not in folded
    assert "\n" not in folded
    assert swedish.folded(folded) == folded


def test_genitive_and_small_numbers():
    assert [swedish.genitive(word) for word in ("strategin", "handlingsplanen", "policys")] == [
        "strategins",
        "handlingsplanens",
        "policys",
    ]
    assert [swedish.in_words(amount) for amount in (1, 3, 12, 13)] == ["ett", "tre", "tolv", "13"]


def test_colours_agree_with_what_they_tell_of():
    counts = {"green": 1, "yellow": 1, "red": 1, "grey": 1}
    assert spread(counts).replace("\u00a0", " ") == "en grön, en gul, en röd och en grå"
    assert spread(counts, neuter=True).replace("\u00a0", " ") == "ett grönt, ett gult, ett rött och ett grått"
    assert spread({"grey": 2}, neuter=True) == "två\u00a0grå"


def test_thousands_in_a_text_of_a_record_are_not_parted():
    assert (
        swedish.folded("omkring 2 000 om\n  året, 12 500 000 kronor") == "omkring 2\u00a0000 om året, 12\u00a0500\u00a0000 kronor"
    )
    for left in ("år 2017 100 personer", "KS/2016:36 500", "telefon 08-746 100", "1 0000", "area 12 500:1", "0 100", "1.2 000"):
        assert swedish.folded(left) == left
