"""What a board has ended stays so until its commitment gets another last day: an earlier one or a later one."""

import datetime
from dataclasses import replace

import pytest

from tests.git.stories import BASE, ROUTINE, Story, routine, run
from vbe.domain.asking import asked, closings
from vbe.store.commit import Commit
from vbe.store.git import Git
from vbe.store.loader import load
from vbe.store.repository import Disk

BOARD = "followup/2017/kommunstyrelsen.yaml"
AREA = "measures/01-framja.yaml"
PART = ("1.1", "kommunstyrelsen", 2017)


def area(day: str) -> str:
    deadline = f"    deadline: {day}\n" if day else ""
    return (
        "title: Främja\npurpose: Alla kan.\naims: [framja]\nlead: socialchef\ncommitments:\n"
        f'  - id: "1.1"\n    text: Utbilda.\n    responsible: [kommunstyrelsen]\n{deadline}'
    )


def told(status: str, year: int = 2017) -> str:
    return f'reported_on: {year}-12-20\ncommitments:\n  "1.1": {{status: {status}}}\n'


@pytest.fixture
def town(tmp_path):
    """The repository after (day, last day) commits, the first of which also holds what the board said."""

    def make(*days, status="done"):
        story = Story()
        for number, (when, day) in enumerate(days):
            story.commit(when, {AREA: area(day), **({ROUTINE: routine(), BOARD: told(status)} if number == 0 else {})})
        return story.write(tmp_path / "r")

    return make


def since(folder):
    """Of what is open again: the day since when."""
    return {tuple(part): reopening.since for part, reopening in load(Disk(folder)).reopened.items()}


@pytest.mark.parametrize("status", ["done", "cancelled", "replaced"])
@pytest.mark.parametrize("day", ["2019-12-31", "2018-12-31", "2017-06-30", "2016-12-31"])
def test_another_last_day_in_either_direction(town, day, status):
    folder = town(("2017-12-20", "2018-06-30"), ("2018-02-01", day), status=status)
    assert since(folder) == {PART: datetime.date(2018, 2, 1)}
    corpus = load(Disk(folder))
    assert asked(corpus, 2018) == {"1.1": ("kommunstyrelsen",)}
    assert asked(corpus, 2018, datetime.date(2018, 1, 31)) == {"1.1": ()}
    assert asked(corpus, 2018, datetime.date(2018, 2, 1)) == {"1.1": ("kommunstyrelsen",)}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("2018-06-30", "2018-06-30"),
        ("2018-06-30", '"2018-06-30"'),
        ("2018-06-30", "2018-06-30  # läst"),
        ("2018-06-30", ""),  # None is asked for any more.
        ("", ""),
    ],
)
def test_the_same_last_day_or_none_opens_nothing(town, before, after):
    folder = town(("2017-12-20", before), ("2018-02-01", after))
    assert since(folder) == {}
    assert not after or asked(load(Disk(folder)), 2018) == {"1.1": ()}


def test_a_last_day_where_there_was_none(town):
    assert since(town(("2017-12-20", ""), ("2018-02-01", "2018-12-31"))) == {PART: datetime.date(2018, 2, 1)}


def test_a_last_day_that_was_changed_back_is_the_same(town):
    assert since(town(("2017-12-20", "2018-06-30"), ("2018-02-01", "2018-12-31"), ("2018-03-01", "2018-06-30"))) == {}


def test_two_changes_open_it_on_the_day_of_the_first(town):
    folder = town(("2017-12-20", "2018-06-30"), ("2018-02-01", "2018-12-31"), ("2018-03-01", "2019-06-30"))
    assert since(folder) == {PART: datetime.date(2018, 2, 1)}


def test_a_change_that_is_not_committed_holds_at_once(town):
    folder = town(("2017-12-20", "2018-06-30"))
    (folder / AREA).write_text(area("2018-05-31"), encoding="utf-8")
    assert since(folder) == {PART: None}
    assert asked(load(Disk(folder)), 2018, datetime.date(2017, 12, 31)) == {"1.1": ("kommunstyrelsen",)}


def test_what_was_ended_with_the_new_last_day_stays_so(tmp_path):
    """The last day was moved before the board said that it was done; and a later follow-up ends what was opened."""
    story = Story()
    story.commit("2017-01-20", {AREA: area("2017-06-30"), ROUTINE: routine(), BOARD: told("ongoing")})
    story.commit("2017-02-20", {AREA: area("2018-06-30")})
    story.commit("2017-12-20", {BOARD: told("done")})
    folder = story.write(tmp_path / "r")
    assert since(folder) == {}
    story.commit("2018-02-20", {AREA: area("2018-09-30")})
    story.commit("2018-12-20", {BOARD.replace("2017", "2018"): told("done", 2018)})
    folder = story.write(tmp_path / "s")
    assert since(folder) == {PART: datetime.date(2018, 2, 20)}
    assert closings(load(Disk(folder)), 2019)["1.1", "kommunstyrelsen"].year == 2018


def test_a_later_follow_up_with_another_status_opens_it(tmp_path):
    story = Story()
    story.commit("2017-12-20", {AREA: area("2018-06-30"), ROUTINE: routine(), BOARD: told("done")})
    story.commit("2018-12-20", {BOARD.replace("2017", "2018"): told("ongoing", 2018)})
    corpus = load(Disk(story.write(tmp_path / "r")))
    assert asked(corpus, 2018) == {"1.1": ()}
    assert asked(corpus, 2019) == {"1.1": ("kommunstyrelsen",)}


def test_another_name_of_the_areas_file_is_no_other_last_day(tmp_path):
    for day in ("2018-06-30", "2018-12-31"):
        story = Story()
        story.commit("2017-12-20", {AREA: area("2018-06-30"), ROUTINE: routine(), BOARD: told("done")})
        story.commit("2018-02-01", {AREA.replace("framja", "arbete"): area(day)}, delete=(AREA,))
        found = since(story.write(tmp_path / day))
        assert found == ({PART: datetime.date(2018, 2, 1)} if day == "2018-12-31" else {})


@pytest.mark.parametrize("there", ["", "en mapp/"])
@pytest.mark.parametrize("day", ["2018-12-31", "2018-06-30"])
def test_the_repository_lay_elsewhere(tmp_path, there, day):
    story = Story(prefix=there)
    story.commit("2017-12-20", {AREA: area("2018-06-30"), ROUTINE: routine(), BOARD: told("done")})
    if day != "2018-06-30":
        story.commit("2018-02-01", {AREA: area(day)})
    number = story.commit("2018-06-01", message="Flytta")
    moves = b"".join(f'R "{there}{name}" ny/{name}\n'.encode() for name in (*BASE, ROUTINE, BOARD, AREA))
    story.parts[number - 1] += moves
    story.prefix = "ny/"
    folder = story.write(tmp_path / "r")
    found = {PART: datetime.date(2018, 2, 1)} if day != "2018-06-30" else {}
    git = Git.open(folder)
    for source in (Disk(folder), Commit(git, "HEAD"), Commit(git, "HEAD~1")):
        assert {tuple(part): each.since for part, each in load(source).reopened.items()} == found


def test_nothing_is_asked_of_git_before_somebody_asks(town, monkeypatch):
    folder = town(("2017-12-20", "2018-06-30"), ("2018-02-01", "2018-12-31"))
    asked_of_git = []
    monkeypatch.setattr(Git, "open", lambda *_args, **_more: asked_of_git.append(1) or 1 / 0)
    corpus = load(Disk(folder))
    assert closings(corpus, 2017) == {}
    assert asked_of_git == []


def test_git_is_asked_once_whatever_is_made_of_the_records(town, monkeypatch):
    folder, opened, real = town(("2017-12-20", "2018-06-30"), ("2018-02-01", "2018-12-31")), [], Git.open
    monkeypatch.setattr(Git, "open", lambda *arguments, **more: opened.append(1) or real(*arguments, **more))
    corpus = load(Disk(folder))
    for each in (corpus, replace(corpus, texts={}), replace(corpus, surroundings={})):
        assert asked(each, 2018) == {"1.1": ("kommunstyrelsen",)}
    assert opened == [1]


def test_without_git_what_was_ended_stays_so(town):
    folder = town(("2017-12-20", "2018-06-30"), ("2018-02-01", "2018-12-31"))
    (folder / ".git").rename(folder / "borta")
    assert asked(load(Disk(folder)), 2018) == {"1.1": ()}


def test_what_the_index_holds(town):
    from vbe.store.staged import Staged

    folder = town(("2017-12-20", "2018-06-30"))
    (folder / AREA).write_text(area("2018-05-31"), encoding="utf-8")
    run(folder, "add", "-A")
    assert {tuple(part) for part in load(Staged(Git.open(folder))).reopened} == {PART}
