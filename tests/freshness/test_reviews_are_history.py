"""What was true on a day rests on the reviews made by then: a review made later alters no answer about an earlier day."""

import datetime
import re

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from tests.git.stories import ROUTINE, Story, routine, run
from vbe.app.assess import assessed
from vbe.app.publishing import Order, make_report
from vbe.app.review import ReviewEntry, edit
from vbe.cli import run as command_line
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


@settings(max_examples=4, phases=[Phase.generate])
@given(st.lists(DAYS, max_size=3).map(sorted), st.sampled_from(["no-change", "revised"]))
def test_a_report_on_2017_is_the_same_before_and_after_a_review_made_today(tmp_path_factory, days, outcome):
    """To the last byte, but for the commit that it names: of the report and of its appendix, which has every routine."""
    listed = "".join(f"  - date: {day}\n" for day in days)
    text = routine(None, extra=f"reviews:\n{listed}" if days else "")
    story = Story()
    board = "reported_on: 2018-01-31\n"
    story.commit("2018-02-01", {ROUTINE: text, "followup/2017/kommunstyrelsen.yaml": board})
    folder = story.write(tmp_path_factory.mktemp("r"))

    def asked():
        source = Disk(folder)
        made = [make_report(source, Order(2017, only=only), ["json", "md", "html"]) for only in (None, "appendix")]
        judged = assessed(source, datetime.date(2018, 1, 31))[1]
        states = [(each.id, each.state, each.due_on) for each in judged.freshness]
        return [anywhere(content) for forms in made for content in forms.values()], states

    before = asked()
    corpus = load(Disk(folder))
    today = datetime.datetime.now().astimezone().date()
    (record,) = corpus.of_kind("routine")
    written = edit(corpus, record, ReviewEntry(outcome, None, today, "Läst.", harmonised=True))
    (folder / ROUTINE).write_text(written.text, encoding="utf-8")
    assert len(load(Disk(folder)).of_kind("routine")[0].content.reviews) == len(days) + 1
    run(folder, "add", "-A")
    run(folder, "commit", "-qm", "review", GIT_COMMITTER_DATE="2018-02-01T11:00:00+00:00")
    assert asked() == before


def anywhere(content: bytes) -> str:
    """A report without what tells in which commit it was made: its id, and the sums over it."""
    return re.sub(r"\b(?:[0-9a-f]{64}|[0-9a-f]{40}|[0-9a-f]{12})\b", "", re.sub("&#8203;|\u200b", "", content.decode()))


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


def test_what_is_gone_is_called_off_where_the_former_calendar_is_given(tmp_path):
    """A calendar that was given an event takes it away by the same identity, a higher sequence and a later stamp."""
    root = tmp_path / "r"
    other = "routines/socialforvaltningen/lugn.yaml"
    story = Story()
    story.commit("2017-02-15", {ROUTINE: routine("2017-02-15"), other: routine("2017-02-15", title="Lugn")})
    story.write(root)
    former = tmp_path / "förra.ics"
    command = ["stale", "--root", str(root), "--as-of", "2017-03-01", "--format", "ics"]
    command_line([*command, "-o", str(former)])
    before = {str(e["UID"]): e for e in Calendar.from_ical(former.read_bytes()).walk("VEVENT")}
    (root / other).unlink()
    command_line([*command, "--former", str(former), "-o", str(tmp_path / "ny.ics")])
    after = {str(e["UID"]): e for e in Calendar.from_ical((tmp_path / "ny.ics").read_bytes()).walk("VEVENT")}
    assert after.keys() == before.keys()
    [gone] = [uid for uid, event in after.items() if str(event.get("STATUS")) == "CANCELLED"]
    assert "lugn" in gone
    assert after[gone]["SEQUENCE"] > before[gone]["SEQUENCE"]
    assert after[gone]["DTSTAMP"].dt > before[gone]["DTSTAMP"].dt
    assert after[gone]["SUMMARY"] == before[gone]["SUMMARY"]
    (root / ROUTINE).write_text(routine("2017-02-20"), encoding="utf-8")
    command_line([*command, "--former", str(tmp_path / "ny.ics"), "-o", str(tmp_path / "sist.ics")])
    last = {str(e["UID"]): e for e in Calendar.from_ical((tmp_path / "sist.ics").read_bytes()).walk("VEVENT")}
    assert gone not in last
    moved = [uid for uid in last if last[uid]["DTSTART"].dt != after[uid]["DTSTART"].dt]
    assert moved
    assert all(last[uid]["SEQUENCE"] > after[uid]["SEQUENCE"] for uid in moved)
    assert all(last[uid]["DTSTAMP"].dt > after[uid]["DTSTAMP"].dt for uid in moved)


def test_a_former_calendar_that_is_none_is_told_in_one_line(tmp_path, capsys):
    story = Story()
    story.commit("2017-02-15", {ROUTINE: routine("2017-02-15")})
    story.write(tmp_path / "r")
    bad = tmp_path / "x.ics"
    for text in ("", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", "\x00"):
        bad.write_text(text, encoding="utf-8")
        assert command_line(["stale", "--root", str(tmp_path / "r"), "--format", "ics", "--former", str(bad)]) == 2
        assert capsys.readouterr().err.count("\n") == 1
