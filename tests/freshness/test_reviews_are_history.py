"""What was true on a day rests on the reviews made by then: a review made later alters no answer about an earlier day."""

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.git.stories import ROUTINE, Story, routine, run
from vbe.app.assess import assessed
from vbe.app.publishing import Order, compile_report
from vbe.app.review import ReviewEntry, edit
from vbe.model.records.routine import Routine
from vbe.store.loader import load
from vbe.store.repository import Disk

DAYS = st.dates(datetime.date(2017, 1, 10), datetime.date(2019, 12, 31))


def content(days) -> Routine:
    reviews = tuple({"date": day.isoformat(), "version": f"{i}.0"} for i, day in enumerate(days))
    return Routine.model_validate({"title": "x", "status": "in_force", "owner_role": "chef", "reviews": reviews})


@given(st.lists(DAYS, max_size=6).map(sorted), DAYS, DAYS)
def test_a_later_review_alters_nothing_of_an_earlier_day(days, day, later):
    before, after = content(days), content(sorted([*days, later]))
    if later > day:
        assert before.review_on(day) is None or before.review_on(day).date == after.review_on(day).date
        assert (before.review_on(day) is None) == (after.review_on(day) is None)
    made = [each for each in days if each <= day]
    assert (before.review_on(day).date if made else None) == max(made, default=None)


@settings(max_examples=8)
@given(st.lists(DAYS, max_size=3).map(sorted), st.sampled_from(["no-change", "revised"]))
def test_a_report_on_2017_is_the_same_before_and_after_a_review_made_today(tmp_path_factory, days, outcome):
    listed = "".join(f"  - date: {day}\n" for day in days)
    text = routine(None, extra=f"reviews:\n{listed}" if days else "")
    story = Story()
    board = "reported_on: 2018-01-31\n"
    story.commit("2018-02-01", {ROUTINE: text, "followup/2017/kommunstyrelsen.yaml": board})
    folder = story.write(tmp_path_factory.mktemp("r"))

    def asked():
        report = compile_report(Disk(folder), Order(2017))
        judged = assessed(Disk(folder), datetime.date(2018, 1, 31))[1]
        return report.sections, [(each.id, each.state, each.due_on) for each in judged.freshness]

    before = asked()
    corpus = load(Disk(folder))
    today = datetime.datetime.now().astimezone().date()
    (record,) = corpus.of_kind("routine")
    written = edit(corpus, record, ReviewEntry(outcome, None, today, "Läst.", harmonised=True))
    (folder / ROUTINE).write_text(written.text, encoding="utf-8")
    assert len(load(Disk(folder)).of_kind("routine")[0].content.reviews) == len(days) + 1
    judged_after = assessed(Disk(folder), datetime.date(2018, 1, 31))[1]
    assert [(each.id, each.state, each.due_on) for each in judged_after.freshness] == before[1]
    run(folder, "add", "-A")
    run(folder, "commit", "-qm", "review")
    report, judged = asked()
    assert judged == before[1]
    assert [s for s in report if "rutin" in s.id] == [s for s in before[0] if "rutin" in s.id]
    assert str([s.id for s in report]) == str([s.id for s in before[0]])


@pytest.mark.parametrize("day", ["2018-01-10", "2018-03-20"])
def test_an_event_that_has_moved_has_a_higher_sequence(tmp_path, day):
    from vbe.app.assess import judge
    from vbe.output.registry import writer

    story = Story()
    story.commit("2018-01-05", {ROUTINE: routine("2017-03-01")})
    assessment, setting = judge(Disk(story.write(tmp_path / "r")), datetime.date.fromisoformat(day), None)
    text = writer("stale", "ics")(assessment, setting)
    sequences = {int(line.partition(":")[2]) for line in text.splitlines() if line.startswith("SEQUENCE")}
    assert sequences == {(datetime.date.fromisoformat(day) - datetime.date(1970, 1, 1)).days}
