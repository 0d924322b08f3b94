"""LIX at most 45 in every file of data and every rule's page, and at most 50 in every section of the report."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest

from tests.render.solna import composed
from tests.report.small import blocks
from vbe.language import activate, active_language
from vbe.model.prose import prose
from vbe.report.model import Callout, Listing, Paragraph, Table
from vbe.rules import all_rules
from vbe.rules.pages import EXAMPLE, paragraphs
from vbe.store import repository
from vbe.store.loader import load

ROOT = Path(__file__).parents[2]
MOST = 45
LEAST_WORDS = 25
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


LEAST_WORDS_OF_A_SECTION = 20
"""A section may be a sentence or two, and is read all the same."""


def lix(texts: list[str], least: int = LEAST_WORDS) -> float:
    """Mean words in a sentence plus the percentage of words of more than six letters; a list's items are sentences."""
    words = [word for text in texts for word in WORD.findall(text)]
    if len(words) < least:
        return 0.0
    ends = sum(max(1, len([part for part in END.split(text) if part.strip()])) for text in texts)
    return len(words) / ends + 100 * sum(len(word) > LONG for word in words) / len(words)


def test_lix_is_counted_as_it_is_defined():
    text = "Staden arbetar mot våld. Alla hjälper till. " * 10
    # Seven words in two sentences: arbetar and hjälper have seven letters.
    assert lix([text]) == pytest.approx(3.5 + 100 * 2 / 7)
    assert lix(["Kort text."]) == 0.0
    assert MOST == 45
    assert MOST_OF_A_SECTION == 50


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


MOST_OF_A_SECTION = 50
QUOTED = re.compile(r"”[^”]*”")
"""A name of a document: it is what it is."""
REPORTS = [
    pytest.param(2017, datetime.date(2018, 2, 19), id="2017"),
    pytest.param(2017, datetime.date(2018, 6, 1), id="2017-decided"),
    pytest.param(2017, datetime.date(2017, 8, 31), id="2017-interim"),
    pytest.param(2018, datetime.date(2018, 12, 31), id="2018-unreported"),
]


def running(section) -> list[str]:
    """What is read as text in a section: paragraphs, lists, boxes, and the sentences in tables' cells."""
    texts = []
    for block in blocks(section):
        if isinstance(block, Paragraph | Callout):
            texts.append(block.text)
        elif isinstance(block, Listing):
            texts += block.entries
        elif isinstance(block, Table):
            texts += [line for row in block.rows for cell in row for line in cell.lines if line.endswith((".", "!", "?"))]
    return [QUOTED.sub("x", text) for text in texts]


@pytest.mark.parametrize("cut", [None, "ks", "trygghetsradet", "personal", "webb"], ids=str)
@pytest.mark.parametrize(("year", "day"), REPORTS)
def test_every_section_of_the_report_is_easy_to_read(year, day, cut):
    made = composed(load(repository.Disk(ROOT)), year, cut, day=day)
    found = {section.id: lix(running(section), least=LEAST_WORDS_OF_A_SECTION) for section in made.sections}
    assert {name: round(value, 1) for name, value in found.items() if value > MOST_OF_A_SECTION} == {}
    assert any(found.values())
