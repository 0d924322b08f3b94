"""Small counts, shares of few, and the second cell that would give the first away."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.report.small import edited, report, section, tables, words
from vbe.domain.disclosure import NOT_SHOWN, observed, parts
from vbe.model.profile import Thresholds
from vbe.model.records.area import Indicator
from vbe.model.records.followup import Observation

LIMITS = Thresholds()


def indicator(unit: str, counts: str) -> Indicator:
    return Indicator.model_construct(id="x", title="X", unit=unit, counts=counts)


@pytest.mark.parametrize(
    ("unit", "counts", "value", "n", "shown"),
    [
        ("number", "persons", 4, None, "<5"),
        ("number", "persons", 1, None, "<5"),
        ("number", "cases", 5, None, "5"),
        ("number", "persons", 0, None, "0"),
        ("number", "other", 3, None, "3"),
        ("number", "persons", "<5", None, "<5"),
        ("percent", "persons", 50, 19, NOT_SHOWN),
        ("percent", "persons", 50, None, NOT_SHOWN),
        ("percent", "persons", 50, 20, "50\u00a0%"),
        ("percent", "persons", 10, 30, NOT_SHOWN),
        ("percent", "persons", 90, 30, NOT_SHOWN),
        ("percent", "persons", 100, 30, "100\u00a0%"),
        ("percent", "other", 50, 3, "50\u00a0%"),
        ("yes_no", "other", True, None, "ja"),
        ("number", "persons", None, None, "saknas"),
    ],
)
def test_a_value_as_it_may_be_shown(unit, counts, value, n, shown):
    observation = Observation.model_construct(value=value, n=n, comment=None)
    assert observed(observation, indicator(unit, counts), LIMITS).text == shown


def test_no_observation_is_missing():
    assert observed(None, indicator("number", "other"), LIMITS).text == "saknas"


def test_a_hidden_count_hides_the_smallest_of_the_others():
    assert parts([3, 40, 12], LIMITS) == [NOT_SHOWN, "40", NOT_SHOWN]
    assert parts([3, 2, 40], LIMITS) == [NOT_SHOWN, NOT_SHOWN, "40"]
    assert parts([2, 2, 40, 8], LIMITS) == [NOT_SHOWN, NOT_SHOWN, "40", NOT_SHOWN]
    assert parts([40, 4, 4], LIMITS) == ["40", NOT_SHOWN, NOT_SHOWN]
    assert parts([30, None, 0], LIMITS) == ["30", "saknas", "0"]
    assert parts([3], LIMITS) == ["<5"]


@given(st.lists(st.integers(0, 60), min_size=2, max_size=8))
def test_nobody_can_subtract_a_hidden_count(values):
    shown = parts(values, LIMITS)
    hidden = [text for text in shown if text == NOT_SHOWN or text.startswith("<")]
    small = [value for value in values if 0 < value < LIMITS.small_count]
    assert not {str(value) for value in small} & set(shown)
    if small and sum(value > 0 for value in values) > 1:
        assert len(hidden) >= 2


def test_the_report_hides_what_is_small():
    small = edited("followup/2024/socialnamnden.yaml", ("utbildade: {value: 100, n: 40}", "utbildade: {value: 30, n: 12}"))
    people = edited("measures/02-stod.yaml", ("    unit: percent\n", "    unit: percent\n    counts: persons\n"))
    made = report(small | people)
    row = next(row for row in tables(section(made, "indicators"))["matetal"].rows if "utbildats" in row[0].lines[0])
    assert [cell.lines[0] for cell in row][-2] == NOT_SHOWN
    assert "30\u00a0%" not in words(made)
    assert not any(
        block.id.endswith("utbildade")
        for s in made.sections
        for g in s.blocks
        for block in getattr(g, "blocks", ())
        if type(block).__name__ == "Chart"
    )
