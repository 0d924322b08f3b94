"""The plan: nothing later than due, nothing lost, and no lighter load is possible."""

import dataclasses
import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vbe.domain.freshness import Assessment, Freshness, Reason, State, plan
from vbe.domain.freshness.months import months_later

AS_OF = datetime.date(2018, 3, 10)


def routine(number: int, due_on: datetime.date) -> Freshness:
    return Freshness(f"d/r{number}", "routine", "R", f"routines/d/r{number}.yaml", ("d",), due_on=due_on, as_of=AS_OF)


@given(st.lists(st.integers(-100, 500), max_size=60), st.integers(1, 14))
def test_the_promises(days, months):
    listed = tuple(routine(i, AS_OF + datetime.timedelta(days=day)) for i, day in enumerate(days))
    plans = plan(Assessment(AS_OF, "complete", listed), months)
    end = months_later(AS_OF.replace(day=1), months)
    ahead = [f for f in listed if AS_OF <= f.due_on < end]
    if not plans:
        assert not ahead
        assert not [f for f in listed if f.due_on < AS_OF]
        return
    [made] = plans
    assert len(made.late) == sum(f.due_on < AS_OF for f in listed)
    assert sum(len(month.due) for month in made.months) == sum(month.planned for month in made.months) == len(ahead)
    for suggestion in made.suggestions:
        assert AS_OF.replace(day=1) <= suggestion.month < suggestion.freshness.due_on.replace(day=1)
    reviews = {review.freshness.id: review for review in made.reviews}
    assert len(reviews) == len(made.reviews) == len(made.late) + len(ahead)
    assert [review.day for review in made.reviews] == sorted(review.day for review in made.reviews)
    assert {id_ for id_, review in reviews.items() if review.is_late} == {f.id for f in made.late}
    assert {id_ for id_, review in reviews.items() if review.is_earlier} == {s.freshness.id for s in made.suggestions}
    assert all(review.day >= AS_OF and (review.is_late or review.day <= review.freshness.due_on) for review in made.reviews)
    # What is due up to a month must have been made by then; the fullest month is as light as that allows.
    due, planned, lightest = 0, 0, 0
    for number, month in enumerate(made.months, 1):
        due += len(month.due)
        planned += month.planned
        assert planned >= due
        lightest = max(lightest, -(-due // number))
    assert max(month.planned for month in made.months) <= lightest


@pytest.mark.parametrize("state", [State.EDITED_SINCE_REVIEW, State.NEVER_REVIEWED, State.NOT_HARMONISED])
@pytest.mark.parametrize("due_on", [datetime.date(2018, 8, 15), None])
def test_what_is_stale_is_needed_now_whatever_day_it_would_be_due(state, due_on):
    stale = dataclasses.replace(routine(1, due_on), reasons=(Reason(state, ""),))
    [made] = plan(Assessment(AS_OF, "complete", (stale, routine(2, datetime.date(2018, 8, 20)))), 12)
    assert made.late == (stale,)
    assert [len(month.due) for month in made.months][5] == 1
    assert [(review.day, review.is_late, review.is_earlier) for review in made.reviews] == [
        (AS_OF, True, False),
        (datetime.date(2018, 8, 20), False, False),
    ]


def test_an_even_load_is_left_alone():
    listed = tuple(routine(i, months_later(AS_OF, i)) for i in range(6))
    [made] = plan(Assessment(AS_OF, "complete", listed), 6)
    assert made.suggestions == ()


def test_a_pile_is_spread():
    listed = tuple(routine(i, datetime.date(2018, 8, 15)) for i in range(6))
    [made] = plan(Assessment(AS_OF, "complete", listed), 12)
    assert [month.planned for month in made.months][:7] == [1, 1, 1, 1, 1, 1, 0]
