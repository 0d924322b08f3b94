"""Small counts, shares of few, and the second cell that would give the first away."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.report.small import edited, report, section, tables, words
from vbe.domain.disclosure.guard import Guard
from vbe.domain.disclosure.numbers import NOT_SHOWN
from vbe.domain.disclosure.totals import telling_changes, telling_totals
from vbe.model.profile import Thresholds
from vbe.model.records import Record
from vbe.model.records.area import Area, Commitment, Indicator
from vbe.model.records.evidence import Training
from vbe.model.records.followup import Observation

LIMITS = Thresholds()


def observed(observation: Observation | None, unit: str, counts: str) -> str:
    """The value of an indicator as it is shown."""
    indicator = Indicator.model_construct(id="x", title="X", unit=unit, counts=counts)
    guard = Guard([[Record("area", "02", None, Area.model_construct(commitments=(), indicators=(indicator,)))]], [LIMITS])
    return guard.observed(observation, "x", 2024).text


@pytest.mark.parametrize(
    ("unit", "counts", "value", "n", "shown"),
    [
        ("number", "persons", 4, None, "<5"),
        ("number", "persons", 1, None, "<5"),
        ("number", "cases", 5, None, "5"),
        ("number", "persons", 0, None, "0"),
        ("number", "other", 3, None, "3"),
        ("number", "persons", "<5", None, "<5"),
        ("number", "persons", "<3", None, "<5"),
        ("number", "persons", "<10", None, "<10"),
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
    assert observed(observation, unit, counts) == shown


def test_no_observation_is_missing():
    assert observed(None, "number", "other") == "saknas"


def held(values: list[int | None]) -> list[Training]:
    """Trainings on the first days of a year."""
    return [Training(kind="training", date=date(2024, 1, 1 + at), participants=count) for at, count in enumerate(values)]


def parts(values: list[int | None], commitments: tuple[str, ...] = ("2.1",)) -> list[str]:
    """The numbers of participants of a year as they are shown."""
    pieces = held(values)
    trainings = {at: [] for at in commitments}
    for at, piece in enumerate(pieces):
        trainings[commitments[at % len(commitments)]].append(piece)
    area = Area.model_construct(
        commitments=tuple(Commitment.model_construct(id=i, evidence=tuple(t)) for i, t in trainings.items()), indicators=()
    )
    guard = Guard([[Record("area", "02", None, area)]], [LIMITS])
    return [guard.participants(piece).text for piece in pieces]


def test_a_small_number_hides_all_that_stand_beside_it():
    assert parts([3, 40, 12]) == [NOT_SHOWN] * 3
    assert parts([3, 40, 0, None]) == [NOT_SHOWN, NOT_SHOWN, NOT_SHOWN, "saknas"]
    assert parts([3, 40], ("2.1", "2.2")) == [NOT_SHOWN] * 2
    assert parts([30, None, 0]) == ["30", "saknas", "0"]
    assert parts([3]) == ["<5"]
    assert parts([3, 0]) == ["<5", "0"]


@given(st.lists(st.integers(0, 60), min_size=2, max_size=8))
def test_nobody_can_subtract_a_hidden_count(values):
    shown = parts(values)
    small = [value for value in values if 0 < value < LIMITS.small_count]
    if small:
        assert set(shown) <= ({NOT_SHOWN} if sum(value > 0 for value in values) > 1 else {"<5", "0"})
    else:
        assert shown == [str(value) for value in values]


@pytest.mark.parametrize(
    ("counts", "hidden"),
    [
        ({"a": [40], "b": ["<5"], "c": ["<5"], "sum": [48]}, {"a", "sum"}),
        ({"a": [40], "b": ["<5"], "sum": [43]}, {"a", "sum"}),
        ({"b": ["<5"], "c": ["<5"], "sum": [8]}, {"sum"}),
        ({"b": ["<5"], "c": ["<5"], "sum": [5]}, set()),
        ({"a": [40], "b": [3], "sum": [43], "other": [500]}, {"a", "sum"}),
        ({"a": [40], "b": [30], "sum": [70]}, set()),
        ({"a": [40], "b": ["<5"], "other": [500]}, set()),
        ({"a": [40], "b": [30, 3], "sum": [73]}, {"a", "b", "sum"}),
    ],
)
def test_no_total_is_shown_beside_its_parts_where_a_small_one_could_be_told(counts, hidden):
    found = telling_totals(counts, LIMITS)
    assert bool(found) is bool(hidden)
    assert found <= hidden
    assert not telling_totals({i: values for i, values in counts.items() if i not in found}, LIMITS)


def test_more_counts_than_anybody_can_add_up_are_not_shown():
    counts = {f"i{at}": [2**at + 7] for at in range(3, 40)} | {"small": ["<5"]}
    assert telling_totals(counts, LIMITS)


@pytest.mark.parametrize(
    ("before", "after", "hidden"),
    [
        ({"a": [3], "sum": [48]}, {"a": [5], "sum": [50]}, {"a", "sum"}),
        ({"sum": [48]}, {"a": ["<5"], "sum": [50]}, {"a", "sum"}),
        ({"a": [3], "sum": [48]}, {"a": [5], "sum": [48]}, set()),
        ({}, {"a": ["<5"], "b": [40]}, set()),
        ({"b": [40]}, {"b": [42]}, set()),
    ],
)
def test_what_changed_beside_a_small_count_is_not_shown(before, after, hidden):
    assert telling_changes([before, after], LIMITS) == hidden


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
