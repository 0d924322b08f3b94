"""No word of Swedish, whatever a town has: towns of every state that the model has room for, in every edition and in the plan.

A word is Swedish when it stands in our Swedish messages, and neither in our English ones nor in what the town has written.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import pytest

from tests.english.test_english import DAY, EDITIONS, KEY, SWEDISH
from tests.english.town import corpus, files
from tests.english.wild import OWN, Town
from tests.render.solna import composed
from tests.render.solna import corpus as solna
from tests.report.small import Memory, words
from vbe.language.own_words import OwnWords, put_back
from vbe.language.prose import _phrases, said, writing
from vbe.model.profile import Cut
from vbe.report.governing import compose_plan
from vbe.report.governing.compose import Earlier
from vbe.report.model import Provenance
from vbe.report.own_texts import texts_of_records
from vbe.report.texts import Texts
from vbe.store.loader import load
from vbe.store.resources import PLAN, REPORT

WORD = re.compile(r"[^\W\d_]{2,}")
GAPS = re.compile(r"\{[{%].*?[}%]\}|\{\w+\}")
TOWNS = range(8)
AREA = "measures/01-samordning.yaml"


@cache
def swedish_words() -> frozenset[str]:
    messages = _phrases("en")._messages
    blocks = [(Texts(document=document).sources, Texts(document=document, language="en").sources) for document in (REPORT, PLAN)]
    swedish = [*messages, *(text for ours, _theirs in blocks for text in ours.values())]
    english = [*messages.values(), *(text for _ours, theirs in blocks for text in theirs.values()), *files().values(), *OWN]
    return frozenset(_words_of(swedish) - _words_of(english))


def _words_of(texts) -> set[str]:
    return {word.lower() for text in texts for word in WORD.findall(GAPS.sub(" ", text))}


def leaks(text: str) -> list[str]:
    lines = [line for line in text.split("\n") if not KEY.fullmatch(line)]
    return [line for line in lines if SWEDISH.search(line) or any(w.lower() in swedish_words() for w in WORD.findall(line))]


def edition_of(found, edition: str, year: int):
    asked = dict(EDITIONS[edition])
    if "sections" in asked:
        cut = Cut(name="the board", sections=asked.pop("sections"), visibility=asked.pop("visibility", "internal"))
        found = replace(found, profile=found.profile.model_copy(update={"cuts": {"mine": cut}}))
        asked["cut"] = "mine"
    return composed(found, year, **asked)


@pytest.mark.parametrize("seed", TOWNS)
def test_nothing_swedish_stands_in_any_edition_or_in_the_plan_of_a_town_of_any_state(seed):
    town = Town(seed).corpus()
    assert not town.findings
    for edition in EDITIONS:
        for year in (2024, 2023) if edition == "all in full" else (2024,):
            assert leaks(words(edition_of(town, edition, year))) == [], (edition, year)
    origin = Provenance("vbe 0", "0" * 40, "2025-03-01T00:00:00+00:00", dirty=False, year=2025, as_of=str(DAY), document=PLAN)
    for earlier in (None, Earlier(corpus(), DAY)):
        assert leaks(words(compose_plan(town, on=DAY, provenance=origin, earlier=earlier))) == []


def test_the_search_finds_what_is_swedish():
    assert leaks("Granska the routine\nVem som leder område 1\nThe report is here") == [
        "Granska the routine",
        "Vem som leder område 1",
    ]


THEIRS = "Läget är grönt, gult och rött: enligt plan. Svar saknas. Ny åtgärd (löpande)"
"""A text of a town's own that is made of words of ours."""


def test_what_a_town_has_written_is_printed_as_it_stands_though_its_words_are_ours():
    changed = {**files(), AREA: files()[AREA].replace("The borough has a group that holds the work together.", f'"{THEIRS}."')}
    town = load(Memory(changed))
    assert not town.findings
    assert f"{THEIRS}." in words(edition_of(town, "all in full", 2024))
    origin = Provenance("vbe 0", "0" * 40, "2025-03-01T00:00:00+00:00", dirty=False, year=2025, as_of=str(DAY), document=PLAN)
    assert f"{THEIRS}." in words(compose_plan(town, on=DAY, provenance=origin))
    marked = words(compose_plan(corpus(), on=DAY, provenance=origin, earlier=Earlier(town, DAY)))
    assert f"Before: {THEIRS}" in marked


def test_a_plan_in_swedish_in_an_english_repository_keeps_its_words():
    """Solna's own texts, with all that is ours in English around them."""
    english = solna().profile.model_copy(update={"language": "en"})
    made = words(edition_of(replace(solna(), profile=english), "all in full", 2017))
    for area in solna().areas.values():
        assert area.title in made
        assert area.purpose in made
    for measure in solna().commitments.values():
        assert measure.text.rstrip(".") in made


def test_texts_that_are_theirs_are_known_in_a_sentence_cut_off_and_with_another_capital():
    own = OwnWords(["Svar saknas från nämnden, och ingen vet när.", "Grön"])
    for text in ("Tidigare: svar saknas från nämnden, och ingen vet när (vår läsning).", "Svar saknas från nämnden, och …"):
        guarded, kept = own.put_away(text)
        assert "nämnden" not in guarded
        assert put_back(guarded, kept) == text
    with writing("en", own):
        assert said("Ansvarig för {what}", what="Grön").endswith("Grön")
        assert said("{text} (tidigare: {before})", text="Svar saknas från nämnden, och ingen vet när.", before="Gul") == (
            "Svar saknas från nämnden, och ingen vet när. (before: Yellow)"
        )
    assert "Samordning" not in OwnWords(texts_of_records(corpus()))
