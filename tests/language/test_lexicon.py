"""Words are looked at once, however many texts they stand in; what is counted is what a search of the whole text counts."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vbe.language.lexicon import WORD, Lexicon, Signs, any_of


def test_a_word_is_asked_about_once():
    asked: list[str] = []
    signs = Signs(lambda words: asked.append(words) or "ism" in words)
    lexicon = Lexicon()
    first = lexicon.read("Extremism är fel.\n  fel. igen")
    assert signs.among(first, lexicon) == {"Extremism"}
    assert len(asked) == 1 + len(first)
    assert signs.among(lexicon.read("igen Extremism"), lexicon) == {"Extremism"}
    assert len(asked) == 1 + len(first), "nothing is new"
    assert signs.among(lexicon.read("något nytt"), lexicon) == set()
    assert len(asked) == 2 + len(first), "the new words together, and none of them by itself"


def test_signs_know_nothing_of_another_lexicon():
    signs, one, other = Signs(any_of(("b",))), Lexicon(), Lexicon()
    assert signs.among(one.read("a b"), one) == {"b"}
    assert signs.among(other.read("b c"), other) == {"b"}


@pytest.mark.parametrize(("word", "tells"), [("Muslimer,", True), ("MUSLIM", True), ("musli", False)])
def test_folded_signs_are_found_in_capitals_too(word, tells):
    assert any_of(("muslim",), folded=True)(word) is tells


@given(st.lists(st.text(st.sampled_from("aåÄб1-_.\n\u00a0 ") | st.characters(), max_size=60), max_size=4))
def test_a_text_is_as_long_as_its_words_are_many(texts):
    lexicon = Lexicon()
    for text in texts:
        words = WORD.findall(text)
        assert lexicon.length(text) == (len(words), sum(len(word) > 6 for word in words))


@given(st.text(st.sampled_from("ab.- \n\u2028\x1c") | st.characters(), max_size=80), st.sampled_from(["a", "b.", "ab"]))
def test_what_stands_in_a_text_stands_in_one_of_its_words(text, part):
    lexicon = Lexicon()
    found = Signs(any_of((part,))).among(lexicon.read(text), lexicon)
    assert bool(found) == (part in text)
    assert bool(Signs(re.compile(re.escape(part)).search).among(lexicon.read(text), lexicon)) == (part in text)
