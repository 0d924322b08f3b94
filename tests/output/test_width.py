"""Columns are those of the terminal: a sign takes one, two or none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vbe.output.width import columns, cut_off, left, right, shortened, wrapped

TEXTS = st.text(st.sampled_from("abc å日本語漢🙂é\u0301\u200cی "), max_size=120).map(lambda text: " ".join(text.split()))


@pytest.mark.parametrize(
    ("text", "wide"),
    [
        ("åäö", 3),
        ("日本", 4),
        ("e\u0301", 1),
        ("می\u200cخواهم", 7),
        ("🙂", 2),
        ("☎\ufe0f", 2),
        ("👨\u200d👩\u200d👧", 2),
        ("", 0),
        ("–…", 2),
    ],
)
def test_a_sign_takes_the_columns_that_it_has(text, wide):
    assert columns(text) == wide
    assert columns(left(text, 9)) == columns(right(text, 9)) == 9


@given(TEXTS, st.integers(8, 60))
def test_no_line_is_wider_than_asked_and_no_word_is_lost(text, width):
    lines = wrapped(text, "  ", "    ", width=width)
    assert all(columns(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(TEXTS, st.integers(2, 60))
def test_what_is_shortened_fits_and_says_so(text, room):
    short = shortened(text, room)
    assert columns(short) <= room
    assert short == text or (short.endswith("…") and text.startswith(short[:-1].rstrip()))


@pytest.mark.parametrize(("count", "room"), [(3, 3), (4, 3), (9, 1)])
def test_lines_that_are_left_out_are_counted(count, room):
    lines = cut_off([f"rad {number}" for number in range(count)], room)
    assert len(lines) <= room
    assert (lines[-1] == f"rad {count - 1}") == (count <= room)
