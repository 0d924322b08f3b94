"""Twenty-six plans of different make come in: measures, who, when; no word is lost, and what is written is right."""

from collections import Counter

import pytest

from tests.importing.scoring import PLANS, imported, report, score
from vbe.diagnostics import Severity
from vbe.rules.checker import check
from vbe.scaffold.repository import FilesInMemory
from vbe.store.loader import load


@pytest.fixture(scope="module")
def scores():
    return {name: score(name) for name in PLANS}


def test_measures_come_in_with_text_responsible_and_time(scores):
    """The goal of the keys: 95 of a hundred texts, 90 responsible, 90 times. `python -m tests.importing.scoring` shows them."""
    measures, texts, responsible, times = (sum(column) for column in list(zip(*scores.values(), strict=True))[:4])
    assert measures >= 147
    assert texts / measures >= 0.95, report()
    assert responsible / measures >= 0.90, report()
    assert times / measures >= 0.90, report()


@pytest.mark.parametrize("name", PLANS)
def test_nothing_is_taken_for_a_measure_that_is_none(scores, name):
    assert scores[name].too_many == 0


@pytest.mark.parametrize("name", PLANS)
def test_no_word_is_lost(scores, name):
    assert scores[name].lost == ()


@pytest.mark.parametrize("name", PLANS)
def test_what_is_written_has_no_error(name):
    _document, made, _key = imported(name)
    found = Counter(f"{d.code} {d.message}" for d in check(load(FilesInMemory(made.files))).open if d.severity is Severity.ERROR)
    assert not found
