"""Validate warns of exactly what the PDF is refused for: the list of letters is what the typefaces really have."""

from __future__ import annotations

import random
import unicodedata

import pytest

from tools import printable
from vbe.language.printable import RANGES, RARE, unprintable

SEEN = ("L", "N", "P", "S", "M")
SAMPLE = 40


def test_the_list_is_that_of_the_typefaces():
    assert RANGES.read_text(encoding="ascii") == printable.ranges(printable.confirmed(printable.printable()))


def test_the_pdf_is_refused_for_a_letter_that_is_warned_of_and_for_no_other():
    pattern, chosen = unprintable(), random.Random(16)
    letters = [chr(code) for code in range(0x20, 0x1FBFF) if unicodedata.category(chr(code))[0] in SEEN]
    warned = [letter for letter in letters if pattern.match(letter)]
    fine = [letter for letter in letters if not pattern.match(letter)]
    for letter in chosen.sample(warned, SAMPLE):
        assert printable._refused(letter) is not None
    assert printable._refused(" ".join(chosen.sample(fine, SAMPLE))) is None


@pytest.mark.parametrize(
    "text", ["Åsa ”är” – här … ½ →", "می\u200cخواهم", "☎\ufe0f", "a\u200db", "e\u0301", "мир, ειρήνη, שלום, سلام"]
)
def test_what_is_spelling_or_has_a_face_is_let_be(text):
    assert unprintable().search(text) is None


@pytest.mark.parametrize("text", ["😀", "👨\u200d👩\u200d👧", "日本", "ไทย", "한국"])
def test_what_has_no_face_is_found(text):
    assert unprintable().search(text) is not None


def test_every_letter_that_is_not_rare_can_be_printed():
    signs = [chr(number) for number in range(0x110000)]
    usual = [sign for sign in signs if RARE.search(sign) is None]
    assert len(usual) > 500
    assert [sign for sign in usual if unprintable().search(sign)] == []
