"""The plan: nothing later than due, nothing lost, and no lighter load is possible."""

import dataclasses
import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vbe.domain.freshness.assessment import Assessment
from vbe.domain.freshness.model import Freshness, Reason, State
from vbe.domain.freshness.months import months_later
from vbe.domain.freshness.plan import plan
from vbe.domain.workdays import is_working_day

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
    assert sum(len(month.due) for month in made.months) == len(ahead)
    assert sum(month.planned for month in made.months) == len(ahead) + len(made.late)
    for suggestion in made.suggestions:
        assert AS_OF.replace(day=1) <= suggestion.month < suggestion.freshness.due_on.replace(day=1)
    reviews = {review.freshness.id: review for review in made.reviews}
    assert len(reviews) == len(made.reviews) == len(made.late) + len(ahead)
    assert [review.day for review in made.reviews] == sorted(review.day for review in made.reviews)
    assert {id_ for id_, review in reviews.items() if review.is_late} == {f.id for f in made.late}
    assert {id_ for id_, review in reviews.items() if review.is_earlier} == {s.freshness.id for s in made.suggestions}
    assert all(review.day >= AS_OF and (review.is_late or review.day <= review.freshness.due_on) for review in made.reviews)
    # What is due up to a month must have been made by then; without what is late the fullest month is as light as that allows.
    [timely] = plan(Assessment(AS_OF, "complete", tuple(ahead)), months) or [made]
    due, planned, lightest = 0, 0, 0
    for number, month in enumerate(timely.months, 1):
        due += len(month.due)
        planned += month.planned
        assert planned >= due or not ahead
        lightest = max(lightest, -(-due // number))
    if ahead:
        assert max(month.planned for month in timely.months) <= lightest
    # What is late stands on working days ahead, and no month has more than an even share of everything, or its own already.
    free = [review.day for review in made.reviews if review.is_late]
    assert all(is_working_day(day) and AS_OF <= day < end for day in free)
    even = -(-(len(ahead) + len(made.late)) // max(months - 1, 1))
    assert max(month.planned for month in made.months) <= max(even, lightest if ahead else 0) + 1


@pytest.mark.parametrize("state", [State.EDITED_SINCE_REVIEW, State.NEVER_REVIEWED, State.NOT_HARMONISED])
@pytest.mark.parametrize("due_on", [datetime.date(2018, 8, 15), None])
def test_what_is_stale_is_needed_now_whatever_day_it_would_be_due(state, due_on):
    stale = dataclasses.replace(routine(1, due_on), reasons=(Reason(state, ""),))
    [made] = plan(Assessment(AS_OF, "complete", (stale, routine(2, datetime.date(2018, 8, 20)))), 12)
    assert made.late == (stale,)
    assert [len(month.due) for month in made.months][5] == 1
    late, ahead = made.reviews
    assert (late.freshness, late.is_late, late.is_earlier, late.day.month) == (stale, True, False, 3)
    assert is_working_day(late.day)
    assert (ahead.day, ahead.is_late, ahead.is_earlier) == (datetime.date(2018, 8, 20), False, False)


def test_an_even_load_is_left_alone():
    listed = tuple(routine(i, months_later(AS_OF, i)) for i in range(6))
    [made] = plan(Assessment(AS_OF, "complete", listed), 6)
    assert made.suggestions == ()


def test_a_pile_is_spread():
    listed = tuple(routine(i, datetime.date(2018, 8, 15)) for i in range(6))
    [made] = plan(Assessment(AS_OF, "complete", listed), 12)
    assert [month.planned for month in made.months][:7] == [1, 1, 1, 1, 1, 1, 0]


def test_what_is_late_is_spread_over_the_months_what_weighs_most_first():
    """Twelve late routines, two of which apply to all: one a month, and those two first."""
    listed = [routine(number, months_later(AS_OF, -number - 1)) for number in range(10)]
    overall = [
        dataclasses.replace(routine(number, AS_OF - datetime.timedelta(days=3)), id=f"overall/r{number}") for number in (1, 2)
    ]
    [made] = plan(Assessment(AS_OF, "complete", (*listed, *overall)), 13)
    assert [month.planned for month in made.months] == [*([1] * 12), 0]
    assert [review.freshness.id for review in made.reviews[:2]] == ["overall/r1", "overall/r2"]


def test_what_has_its_own_day_is_not_moved_and_what_is_only_said_by_an_edit_is_not_planned():
    step = dataclasses.replace(routine(1, datetime.date(2018, 5, 1)), id="1.1/b/next_step", kind="next_step")
    twins = [dataclasses.replace(step, id=f"1.{number}/b/next_step") for number in range(2, 6)]
    waiver = dataclasses.replace(step, id="VBE401", kind="waiver")
    [made] = plan(Assessment(AS_OF, "complete", (step, *twins, waiver)), 6)
    assert made.suggestions == ()
    # The first of May is free; the day before it is not.
    assert {review.day for review in made.reviews} == {datetime.date(2018, 4, 30)}
    assert [month.planned for month in made.months] == [0, 0, 5, 0, 0, 0]


def test_what_an_ended_strategy_promised_is_not_planned_and_the_strategy_comes_first():
    ended = dataclasses.replace(routine(1, datetime.date(2017, 12, 31)), id="strategy", kind="strategy")
    ended = dataclasses.replace(ended, reasons=(Reason(State.EXPIRED, ""),))
    promised = dataclasses.replace(ended, id="1.1", kind="commitment", reasons=(Reason(State.OVERDUE, ""),))
    [made] = plan(Assessment(AS_OF, "complete", (promised, routine(2, datetime.date(2018, 1, 1)), ended)), 6)
    assert [review.freshness.id for review in made.reviews] == ["strategy", "d/r2"]
