"""LIX at most 45 in every file of data and every rule's page, and no sentence of the report's counts out of agreement."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from vbe.language import activate, active_language
from vbe.model.prose import prose
from vbe.report import sentences
from vbe.rules import all_rules
from vbe.rules.pages import EXAMPLE, paragraphs
from vbe.store import repository
from vbe.store.loader import load

ROOT = Path(__file__).parents[2]
MOST = 45
LEAST_WORDS = 60
"""Fewer words say nothing about how hard a text is."""
NO_SENTENCES = {
    "law_refs",
    "source",
    "budget_ref",
    "given_in",
    "name",
    "title",
    "aliases",
    "find",
    "use",
    "contact",
    "kept_where",
}
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
END = re.compile(r"[.!?:](?:\s+|\Z)")
LONG = 6


def lix(texts: list[str]) -> float:
    """Mean words in a sentence plus the percentage of words of more than six letters; a list's items are sentences."""
    words = [word for text in texts for word in WORD.findall(text)]
    if len(words) < LEAST_WORDS:
        return 0.0
    ends = sum(max(1, len([part for part in END.split(text) if part.strip()])) for text in texts)
    return len(words) / ends + 100 * sum(len(word) > LONG for word in words) / len(words)


def test_lix_is_counted_as_it_is_defined():
    text = "Staden arbetar mot våld. Alla hjälper till. " * 10
    # Seven words in two sentences: arbetar and hjälper have seven letters.
    assert lix([text]) == pytest.approx(3.5 + 100 * 2 / 7)
    assert lix(["Kort text."]) == 0.0


RECORDS = [pytest.param(record, id=record.file) for record in load(repository.Disk(ROOT)).records]


@pytest.mark.parametrize("record", RECORDS)
def test_a_file_of_data_is_easy_to_read(record):
    texts = [text.text for text in prose(record.content) if text.field not in NO_SENTENCES]
    assert lix(texts) <= MOST


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.code) for rule in all_rules().values()])
def test_a_rules_page_is_easy_to_read(rule):
    before = active_language()
    activate("sv")
    try:
        texts = [re.sub(r"`[^`]*`", "x", text) for text in paragraphs(rule) if not text.startswith(EXAMPLE)]
    finally:
        activate(before)
    assert lix(texts) <= MOST


# Every sentence with a count in it, with none, one, two and many: what is said, read aloud once and kept here.
COUNTS = (0, 1, 2, 13)
SAID = {
    "late": ["", "En åtgärd är försenad.", "Två åtgärder är försenade.", "13 åtgärder är försenade."],
}


def _colours(green: int = 0, yellow: int = 0, red: int = 0, grey: int = 0) -> dict:
    return {"green": green, "yellow": yellow, "red": red, "grey": grey}


def _one(said) -> str:
    return " ".join(said).replace("\u00a0", " ")


@pytest.mark.parametrize(("amount", "said"), list(zip(COUNTS, SAID["late"], strict=True)))
def test_late_commitments(amount, said):
    assert _one(sentences.late(amount)) == said


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        (_colours(), "har strategin inga åtgärder att följa upp."),
        (_colours(green=1), "är strategins enda åtgärd grön: den är genomförd eller går enligt plan."),
        (_colours(red=1), "är strategins enda åtgärd röd."),
        (_colours(green=2), "är alla strategins 2 åtgärder gröna: de är genomförda eller går enligt plan."),
        (_colours(yellow=2), "är ingen av strategins 2 åtgärder grön. Av dem är 2 gula."),
        (
            _colours(green=1, red=1),
            "är 1 av strategins 2 åtgärder grön: den är genomförd eller går enligt plan. Av de övriga är 1 röd.",
        ),
        (
            _colours(green=58, yellow=11, red=4, grey=2),
            (
                "är 58 av strategins 75 åtgärder gröna: de är genomförda eller går enligt plan. "
                "Av de övriga är 11 gula, 4 röda och 2 grå."
            ),
        ),
    ],
)
def test_green_commitments(counts, said):
    assert sentences.greens("strategin", "strategins", counts).replace("\u00a0", " ") == said


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        (_colours(), ""),
        (_colours(yellow=1), "Åtgärdsområdet är gult."),
        (_colours(green=1, red=1), "Av 2 åtgärdsområden är 1 grönt och 1 rött."),
        (_colours(green=5, yellow=6, red=2), "Av 13 åtgärdsområden är 5 gröna, 6 gula och 2 röda."),
    ],
)
def test_areas(counts, said):
    assert _one(sentences.areas(counts)) == said


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        (_colours(), "Ingen rutin gäller."),
        (_colours(grey=1), "Ingen rutin gäller (ett utkast är inte medräknat)."),
        (_colours(green=1), "Den enda rutinen är aktuell."),
        (_colours(red=1, grey=2), "Den enda rutinen är inte aktuell (två utkast är inte medräknade)."),
        (_colours(red=2), "Ingen av två rutiner är aktuell."),
        (_colours(green=1, red=1), "En av två rutiner är aktuell."),
        (_colours(green=2, red=3), "Två av fem rutiner är aktuella."),
        (_colours(green=10, yellow=4, red=4, grey=1), "14 av 18 rutiner (78 %) är aktuella (ett utkast är inte medräknat)."),
    ],
)
def test_routines(counts, said):
    assert _one(sentences.routines(counts)) == said


@pytest.mark.parametrize(
    ("counts", "without", "said"),
    [
        (_colours(), 0, ""),
        (_colours(green=1), 0, "Det enda kravet i strategins text är grönt."),
        (_colours(red=1), 1, "Det enda kravet i strategins text är rött och har ingen åtgärd, rutin eller funktion."),
        (
            _colours(green=1, red=1),
            1,
            "Av 2 krav i strategins text är 1 grönt och 1 rött, och ett krav har ingen åtgärd, rutin eller funktion.",
        ),
        (
            _colours(green=128, red=10),
            2,
            "Av 138 krav i strategins text är 128 gröna och 10 röda, och två krav har ingen åtgärd, rutin eller funktion.",
        ),
        (_colours(green=138), 0, "Av 138 krav i strategins text är 138 gröna. Varje krav har en åtgärd, rutin eller funktion."),
    ],
)
def test_demands(counts, without, said):
    assert _one(sentences.demands("strategins", counts, without)) == said


@pytest.mark.parametrize(
    ("some", "total", "said"),
    [
        (0, 0, "ingen nämnd"),
        (0, 6, "ingen nämnd"),
        (1, 1, "den nämnd som ska redovisa"),
        (1, 2, "en av två nämnder"),
        (2, 2, "båda nämnderna som ska redovisa"),
        (5, 6, "fem av sex nämnder"),
        (6, 6, "alla sex nämnder som ska redovisa"),
        (13, 13, "alla 13 nämnder som ska redovisa"),
    ],
)
def test_boards(some, total, said):
    assert sentences.who_answered(some, total) == said


@pytest.mark.parametrize(
    ("total", "missing", "said"),
    [
        (0, [], ""),
        (1, [], "Åtgärden är redovisad."),
        (1, ["1.1"], "Åtgärd 1.1 är inte redovisad."),
        (2, [], "Alla 2 åtgärder är redovisade av minst en nämnd."),
        (3, ["1.1"], "För en av 3 åtgärder finns ingen redovisning: 1.1."),
        (75, ["1.1", "1.2"], "För två av 75 åtgärder finns ingen redovisning: 1.1 och 1.2."),
    ],
)
def test_unreported(total, missing, said):
    assert _one(sentences.unreported(total, missing)) == said


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        ([], ""),
        (["1.1"], "För en åtgärd saknas svar från någon nämnd: 1.1."),
        (["1.1", "1.2"], "För två åtgärder saknas svar från någon nämnd: 1.1 och 1.2."),
    ],
)
def test_partly_reported(missing, said):
    assert _one(sentences.partly_reported(missing)) == said


@pytest.mark.parametrize(
    ("areas", "commitments", "said"),
    [
        (0, 0, "inga åtgärdsområden"),
        (1, 0, "ett åtgärdsområde med inga åtgärder"),
        (1, 1, "ett åtgärdsområde med en åtgärd"),
        (2, 1, "två åtgärdsområden med en åtgärd"),
        (12, 75, "tolv åtgärdsområden med tillsammans 75 åtgärder"),
    ],
)
def test_size(areas, commitments, said):
    assert sentences.size(areas, commitments).replace("\u00a0", " ") == said
