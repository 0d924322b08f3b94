"""The second clock: what counts as a change, and when it came after the review."""

import datetime
import shutil
from pathlib import Path

import pytest

from tests.git.conftest import verdict
from tests.git.stories import ID, ROUTINE, Story, routine, run
from vbe.app.assess import judge, read_history, today
from vbe.cli import run as run_vbe
from vbe.domain.disclosure.guard import Guard
from vbe.domain.identify import identify
from vbe.domain.telling import summarize_all, tell
from vbe.store.history import versions
from vbe.store.loader import load
from vbe.store.repository import Disk

BASE = Path(__file__).parents[1] / "rules" / "base"
EDITED = ["edited_since_review"]
NEW = "Ring genast."


def told(tmp_path, *commits, **options):
    """A story of (day, text of the routine)."""
    story = Story(**options)
    for when, text in commits:
        story.commit(when, {ROUTINE: text})
    return story, story.write(tmp_path / "r")


def tell_all_of(folder):
    """What `vbe history` tells of the routine."""
    corpus = load(Disk(folder))
    entry = identify(corpus, ID)
    return summarize_all(versions(read_history(Disk(folder)), ROUTINE), corpus, entry)


def test_an_edit_after_the_review(tmp_path, states):
    story, folder = told(tmp_path, ("2017-02-15", routine()), ("2017-06-01", routine(text=NEW)))
    assert states(folder) == EDITED
    change = verdict(folder).last_change
    assert change == (story.ids[2], datetime.date(2017, 6, 1))


@pytest.mark.parametrize(("hour", "zone", "day"), [(18, "+0530", 2), (12, "+1130", 2), (11, "-1130", 1), (11, "-1200", 31)])
def test_the_day_is_that_of_the_clock_on_which_it_was_made(tmp_path, hour, zone, day):
    story = Story()
    story.commit("2017-02-15", {ROUTINE: routine()})
    moment = int(datetime.datetime(2017, 6, 1, hour, 45, tzinfo=datetime.UTC).timestamp())
    story.commit(moment, {ROUTINE: routine(text=NEW)}, zone=zone)
    assert verdict(story.write(tmp_path / "r")).last_change.day.day == day


def test_the_first_commit_is_no_edit(tmp_path, states):
    _story, folder = told(tmp_path, ("2017-11-01", routine()))
    assert states(folder) == []
    assert verdict(folder).last_change is None


def test_an_edit_before_the_review(tmp_path, states):
    story, folder = told(
        tmp_path,
        ("2017-01-10", routine("2017-01-10")),
        ("2017-02-01", routine("2017-01-10", NEW)),
        ("2017-02-15", routine(text=NEW)),
    )
    assert states(folder) == []
    assert verdict(folder).last_change.commit == story.ids[2]


@pytest.mark.parametrize(
    "layout",
    [
        routine().replace("title:", "# en kommentar\ntitle:"),
        routine().replace("title: Orosanmälan\nstatus: in_force\n", "status: in_force\ntitle: Orosanmälan\n"),
        routine().replace("Ring.", '"Ring."').replace("title: Orosanmälan", "title: 'Orosanmälan'"),
        routine().replace("\n", "\r\n"),
        routine().replace("  - who: socialchef\n    does: Ring.", "- {who: socialchef, does: Ring.}"),
        routine().replace("does: Ring.", "does: >-\n      Ring."),
    ],
    ids=["comment", "order", "quotes", "line-ends", "flow", "folded"],
)
def test_layout_is_no_edit(tmp_path, states, layout):
    _story, folder = told(tmp_path, ("2017-02-15", routine()), ("2017-06-01", layout))
    assert states(folder) == []
    assert verdict(folder).last_change is None


def test_review_fields_are_no_edit(tmp_path, states):
    extra = "reviewed_by: socialchef\nreview_outcome: no-change\nreview_note: Läst.\nharmonised_with: '1.0'\n"
    _story, folder = told(tmp_path, ("2017-02-15", routine()), ("2017-06-01", routine(extra=extra)))
    assert states(folder) == []


def test_true_and_one_differ(tmp_path, states):
    old, new = routine(extra="notes: '1'\n"), routine(extra="notes: '1 '\n")
    _story, folder = told(tmp_path, ("2017-02-15", old), ("2017-06-01", new))
    assert states(folder) == EDITED


def test_an_exact_rename_is_followed(tmp_path, states):
    story = Story()
    former = "routines/socialforvaltningen/oro.yaml"
    story.commit("2017-02-15", {former: routine()})
    story.commit("2017-04-01", {former: routine(text=NEW)})
    story.commit("2017-06-01", rename=(former, ROUTINE))
    folder = story.write(tmp_path / "r")
    assert states(folder) == EDITED
    assert verdict(folder).last_change.commit == story.ids[2]


def test_a_rename_away_and_back_hides_no_edit(tmp_path, states):
    """The names lead round to the first one: what stood under it before still counts."""
    other = "routines/socialforvaltningen/oro.yaml"
    story = Story()
    story.commit("2017-02-15", {ROUTINE: routine()})
    story.commit("2017-05-02", {ROUTINE: routine(text=NEW)})
    story.commit("2017-06-01", rename=(ROUTINE, other))
    story.commit("2017-06-02", rename=(other, ROUTINE))
    story.commit("2017-06-03", rename=(ROUTINE, other))
    story.commit("2017-06-04", rename=(other, ROUTINE))
    folder = story.write(tmp_path / "r")
    assert states(folder) == EDITED
    known = read_history(Disk(folder))
    assert [version.commit for version in versions(known, ROUTINE)] == [story.ids[number] for number in (6, 5, 4, 3, 2, 1)]


@pytest.mark.parametrize("merged_first", [True, False])
def test_renames_round_on_two_branches_come_to_an_end(tmp_path, states, merged_first):
    """One branch renames away and back, the other edits under the name that stays."""
    other = "routines/socialforvaltningen/oro.yaml"
    story = Story()
    first = story.commit("2017-02-15", {ROUTINE: routine()})
    story.commit("2017-06-01", rename=(ROUTINE, other), branch="side", start=first)
    side = story.commit("2017-06-02", rename=(other, ROUTINE), branch="side")
    edited = story.commit("2017-05-02" if merged_first else "2017-06-03", {ROUTINE: routine(text=NEW)}, start=first)
    story.commit("2017-06-04", {ROUTINE: routine(text=NEW)}, merge=(side,))
    folder = story.write(tmp_path / "r")
    assert states(folder) == EDITED
    known = read_history(Disk(folder))
    commits = [version.commit for version in versions(known, ROUTINE)]
    assert len(commits) == len(set(commits))
    assert {story.ids[first], story.ids[edited]} <= set(commits)


def test_a_rename_alone_is_no_edit(tmp_path, states):
    story = Story()
    former = "routines/socialforvaltningen/oro.yaml"
    story.commit("2017-02-15", {former: routine()})
    story.commit("2017-06-01", rename=(former, ROUTINE))
    assert states(story.write(tmp_path / "r")) == []


def test_a_rename_with_an_edit_is_followed_by_similarity(tmp_path, states):
    story = Story()
    former = "routines/socialforvaltningen/oro.yaml"
    story.commit("2017-02-15", {former: routine()})
    story.commit("2017-06-01", {ROUTINE: routine(text=NEW)}, delete=(former,))
    folder = story.write(tmp_path / "r")
    assert states(folder) == EDITED
    assert verdict(folder).last_change.commit == story.ids[2]


def test_a_move_into_a_folder_is_followed(tmp_path, states):
    story = Story()
    story.commit("2017-02-15", {ROUTINE: routine()})
    story.commit("2017-04-01", {ROUTINE: routine(text=NEW)})
    files = [*story.base, ROUTINE]
    last = story.commit("2017-06-01", {})
    moved = b"".join(f"R {name} strategi/{name}\n".encode() for name in files)
    story.parts[last - 1] += moved
    folder = story.write(tmp_path / "r")
    assert states(folder / "strategi") == EDITED


def test_a_new_file_with_an_old_name_is_another_file(tmp_path, states):
    """After a renaming, an older file with the new name is not taken for this one."""
    story = Story()
    former = "routines/socialforvaltningen/oro.yaml"
    story.commit("2017-01-01", {ROUTINE: routine(title="En helt annan rutin", text="Något helt annat som inte liknar.")})
    story.commit("2017-02-01", delete=(ROUTINE,))
    story.commit("2017-02-15", {former: routine()})
    story.commit("2017-06-01", rename=(former, ROUTINE))
    assert states(story.write(tmp_path / "r")) == []


def test_deleting_and_bringing_back_hides_nothing(tmp_path, states):
    story = Story()
    story.commit("2017-02-15", {ROUTINE: routine()})
    story.commit("2017-05-01", delete=(ROUTINE,))
    story.commit("2017-06-01", {ROUTINE: routine(text=NEW)})
    assert states(story.write(tmp_path / "r")) == EDITED


def test_an_edit_before_the_deletion_is_not_forgotten(tmp_path, states):
    story = Story()
    story.commit("2017-02-15", {ROUTINE: routine()})
    story.commit("2017-03-01", {ROUTINE: routine(text=NEW)})
    story.commit("2017-04-01", delete=(ROUTINE,))
    story.commit("2017-04-02", {ROUTINE: routine(text=NEW)})
    assert states(story.write(tmp_path / "r")) == EDITED


def test_broken_versions_are_looked_through(tmp_path, states):
    broken = routine() + "<<<<<<< HEAD\n"
    _story, folder = told(tmp_path, ("2017-02-15", routine()), ("2017-06-01", broken), ("2017-06-02", routine()))
    assert states(folder) == []
    _story, folder = told(tmp_path / "2", ("2017-02-15", routine()), ("2017-06-01", broken), ("2017-06-02", routine(text=NEW)))
    assert states(folder) == EDITED


def test_no_list_makes_an_edit_undone(tmp_path, states):
    """Neither a file on disk nor one that was committed after the review: who writes it may be who made the edit."""
    story, folder = told(tmp_path, ("2017-02-15", routine()), ("2017-06-01", routine(text=NEW)))
    (folder / ".git-blame-ignore-revs").write_text(f"# Alla ord bytta\n{story.ids[2]}\n")
    assert states(folder) == EDITED
    run(folder, "add", ".git-blame-ignore-revs")
    run(folder, "commit", "-qm", "Hoppa över", GIT_COMMITTER_DATE="2017-06-02T12:00:00")
    assert states(folder) == EDITED


def test_what_was_listed_at_the_review_is_passed_over_and_told(tmp_path, states, capsys):
    story, folder = told(tmp_path, ("2017-02-15", routine()), ("2017-06-01", routine(text=NEW)))
    listed = folder / ".git-blame-ignore-revs"
    listed.write_text(f"# Alla ord bytta\n{story.ids[2]}\n")
    run(folder, "add", ".git-blame-ignore-revs")
    run(folder, "commit", "-qm", "Hoppa över", GIT_COMMITTER_DATE="2017-06-02T12:00:00")
    (folder / ROUTINE).write_text(routine("2017-05-15", text=NEW))
    run(folder, "commit", "-qam", "Granskad", GIT_COMMITTER_DATE="2017-07-01T12:00:00")
    assert states(folder) == []
    assessment, _setting = judge(Disk(folder), datetime.date(2017, 11, 30), None)
    (remark,) = [remark for remark in assessment.remarks if remark.kind == "passed_over"]
    assert story.ids[2][:10] in remark.message
    for form in ("table", "json", "csv", "md", "ics"):
        assert run_vbe(["stale", "--root", str(folder), "--as-of", "2017-11-30", "--format", form]) in (0, 1, 3)
        assert story.ids[2][:10] in "".join(capsys.readouterr()).replace("\n", "").replace("&#8203;", "")
    run(folder, "rm", "-q", ".git-blame-ignore-revs")
    run(folder, "commit", "-qm", "Ingen lista", GIT_COMMITTER_DATE="2017-07-02T12:00:00")
    assert states(folder) == EDITED


def test_a_mass_commit(tmp_path, states):
    files = {f"routines/socialforvaltningen/rutin-{i}.yaml": routine(title=f"Rutin {i}") for i in range(40)}
    story = Story()
    story.commit("2017-02-15", files)
    story.commit("2017-06-01", {path: f"# sorterad\n{text}" for path, text in files.items()})
    story.commit("2017-07-01", {"routines/socialforvaltningen/rutin-7.yaml": routine(text=NEW, title="Rutin 7")})
    folder = story.write(tmp_path / "r")
    assert states(folder, identity="socialforvaltningen/rutin-6") == []
    assert states(folder, identity="socialforvaltningen/rutin-7") == EDITED


@pytest.mark.parametrize("day", ["2017-11-30", "2036-01-01"])
def test_a_commit_of_a_day_to_come_is_not_believed_whatever_day_is_asked_about(tmp_path, states, day):
    later = (today() + datetime.timedelta(days=400)).isoformat()
    _story, folder = told(tmp_path, ("2017-02-15", routine()), (later, routine(text=NEW)))
    assert states(folder, day)[-1] == "unknown"


@pytest.mark.parametrize(("day", "found"), [("0001-01-01", []), ("9999-12-31", ["overdue"])])
def test_the_ends_of_the_calendar(tmp_path, day, found):
    _story, folder = told(tmp_path, ("2017-02-15", routine()))
    assessment, _setting = judge(Disk(folder), datetime.date.fromisoformat(day), 3660)
    assert [f.state.value for f in assessment.freshness if f.id == ID] == found


def test_changes_after_the_day_asked_about_have_not_happened(tmp_path, states):
    _story, folder = told(tmp_path, ("2017-02-15", routine()), ("2017-06-01", routine(text=NEW)))
    assert states(folder, "2017-05-31") == []
    assert states(folder, "2017-06-01") == EDITED


class TestReviewInThePullRequest:
    """An edit and its review belong together, however long the merge takes."""

    def test_squashed_days_later(self, tmp_path, states):
        _story, folder = told(tmp_path, ("2017-01-10", routine("2017-01-10")), ("2017-02-20", routine(text=NEW)))
        assert states(folder) == []

    def test_rebased_days_later(self, tmp_path, states):
        _story, folder = told(
            tmp_path,
            ("2017-01-10", routine("2017-01-10")), ("2017-02-20", routine("2017-01-10", NEW)), ("2017-02-20", routine(text=NEW)),
        )  # fmt: skip
        assert states(folder) == []

    def test_a_review_dated_back_covers_nothing(self, tmp_path, states):
        _story, folder = told(tmp_path, ("2017-01-10", routine("2017-01-10")), ("2017-06-01", routine(text=NEW)))
        assert states(folder) == EDITED

    def test_an_edit_of_its_own_day_between_the_review_and_its_recording(self, tmp_path, states):
        _story, folder = told(
            tmp_path,
            ("2017-01-10", routine("2017-01-10")), ("2017-02-18", routine("2017-01-10", NEW)), ("2017-02-20", routine(text=NEW)),
        )  # fmt: skip
        assert states(folder) == EDITED

    def test_an_edit_behind_one_that_is_covered(self, tmp_path, states):
        _story, folder = told(
            tmp_path,
            ("2017-01-10", routine("2017-01-10")), ("2017-02-18", routine("2017-01-10", NEW)),
            ("2017-02-20", routine("2017-01-10", NEW + " Nu.")), ("2017-02-20", routine(text=NEW + " Nu.")),
        )  # fmt: skip
        assert states(folder) == EDITED

    def test_edits_long_before_the_review_are_looked_at_no_further_than_to_its_day(self, tmp_path, states):
        _story, folder = told(
            tmp_path,
            ("2017-01-10", routine("2017-01-10")), ("2017-02-14", routine("2017-01-10", NEW)), ("2017-02-20", routine(text=NEW)),
        )  # fmt: skip
        assert states(folder) == []

    def test_a_review_not_committed_covers_what_was_committed_today(self, tmp_path, states):
        now = today().isoformat()
        _story, folder = told(tmp_path, ("2017-01-10", routine("2017-01-10")), (now, routine("2017-01-10", NEW)))
        reviewed_on = today() - datetime.timedelta(days=5)
        (folder / ROUTINE).write_text(routine(reviewed_on.isoformat(), NEW), encoding="utf-8")
        assert states(folder, now) == []

    def test_a_second_review_on_the_same_day_sees_what_came_between(self, tmp_path, states):
        again = "review_outcome: revised\nreview_note: Läst igen.\n"
        story, folder = told(
            tmp_path,
            ("2017-02-15", routine()), ("2017-02-15", routine(text=NEW)), ("2017-02-15", routine(text=NEW, extra=again)),
        )  # fmt: skip
        assert states(folder) == []
        [second, edit, _first] = tell_all_of(folder)
        assert (second.commit, second.sorts, edit.sorts) == (story.ids[3], ("review",), ("edit",))

    def test_a_note_put_right_later_is_no_review(self, tmp_path, states):
        note = "review_note: Läst igen.\n"
        _story, folder = told(
            tmp_path,
            ("2017-02-15", routine()), ("2017-06-01", routine(text=NEW)), ("2017-06-01", routine(text=NEW, extra=note)),
        )  # fmt: skip
        assert states(folder) == EDITED
        assert tell_all_of(folder)[0].sorts == ("review_details",)
        assert tell_all_of(folder)[0].sentences == (
            "Rutinen ”Orosanmälan” (socialförvaltningen): granskningen 2017-02-15: notering har fyllts i: ”Läst igen”.",
        )

    def test_an_edit_on_the_same_day_but_after(self, tmp_path, states):
        _story, folder = told(tmp_path, ("2017-02-15", routine()), ("2017-02-15", routine(text=NEW)))
        assert states(folder) == EDITED


class TestBranches:
    """Where a change stands is decided by when it came to the main line."""

    @pytest.mark.parametrize("day", ["2017-02-18", "2017-02-16"])
    def test_an_edit_beside_the_branch_in_which_the_review_was_recorded(self, tmp_path, states, day):
        story = Story()
        first = story.commit("2017-01-10", {ROUTINE: routine("2017-01-10")})
        review = story.commit("2017-02-16", {ROUTINE: routine()}, branch="gren", start=first)
        edit = story.commit(day, {ROUTINE: routine("2017-01-10", NEW)}, start=first)
        story.commit("2017-02-20", {ROUTINE: routine(text=NEW)}, start=edit, merge=(review,))
        assert states(story.write(tmp_path / "r")) == EDITED

    def test_an_edit_and_its_review_in_a_branch_that_was_rebased_days_later(self, tmp_path, states):
        story = Story()
        first = story.commit("2017-01-10", {ROUTINE: routine("2017-01-10")})
        edit = story.commit("2017-02-20", {ROUTINE: routine("2017-01-10", NEW)}, branch="gren", start=first)
        between = story.commit("2017-02-20", {"notes.txt": "x\n"}, branch="gren", start=edit)
        review = story.commit("2017-02-20", {ROUTINE: routine(text=NEW)}, branch="gren", start=between)
        main = story.commit("2017-02-21", {"other.txt": "x\n"}, start=first)
        story.commit("2017-02-22", {ROUTINE: routine(text=NEW), "notes.txt": "x\n"}, start=main, merge=(review,))
        assert states(story.write(tmp_path / "r")) == []

    def test_an_early_edit_in_that_branch_does_not_end_the_search(self, tmp_path, states):
        story = Story()
        first = story.commit("2017-01-10", {ROUTINE: routine("2017-01-10")})
        early = story.commit("2017-02-10", {ROUTINE: routine("2017-01-10", "Ring nu.")}, branch="gren", start=first)
        review = story.commit("2017-02-16", {ROUTINE: routine(text="Ring nu.")}, branch="gren", start=early)
        edit = story.commit("2017-02-18", {ROUTINE: routine("2017-01-10", "Ring nu.")}, start=first)
        story.commit("2017-02-20", {ROUTINE: routine(text="Ring nu.")}, start=edit, merge=(review,))
        assert states(story.write(tmp_path / "r")) == EDITED

    def test_a_review_in_a_branch_is_told_once(self, tmp_path):
        story = Story()
        first = story.commit("2017-01-10", {ROUTINE: routine("2017-01-10")})
        review = story.commit("2017-02-15", {ROUTINE: routine()}, branch="gren", start=first)
        edit = story.commit("2017-02-16", {ROUTINE: routine("2017-01-10", NEW)}, start=first)
        story.commit("2017-02-20", {ROUTINE: routine(text=NEW)}, start=edit, merge=(review,))
        told = tell_all_of(story.write(tmp_path / "r"))
        assert [telling.commit for telling in told if "review" in telling.sorts] == [story.ids[2]]

    def test_an_old_branch_merged_after_the_review(self, tmp_path, states):
        story = Story()
        first = story.commit("2016-01-01", {ROUTINE: routine("2016-01-01")})
        edit = story.commit("2016-02-01", {ROUTINE: routine("2016-01-01", NEW)}, branch="gren", start=first)
        review = story.commit("2017-02-15", {ROUTINE: routine()}, start=first)
        story.commit("2017-06-01", {ROUTINE: routine(text=NEW)}, start=review, merge=(edit,))
        assert states(story.write(tmp_path / "r")) == EDITED

    def test_the_main_line_pulled_into_a_branch(self, tmp_path, states):
        """Somebody's `git pull` turns the main line around; an edit and its review on it keep their days."""
        story = Story()
        first = story.commit("2016-01-01", {ROUTINE: routine("2016-01-01")})
        edit = story.commit("2017-01-20", {ROUTINE: routine("2016-01-01", NEW)}, start=first)
        review = story.commit("2017-02-15", {ROUTINE: routine(text=NEW)}, start=edit)
        local = story.commit("2017-03-01", {"notes.txt": "x\n"}, branch="lokal", start=first)
        merged = story.commit("2017-06-01", {ROUTINE: routine(text=NEW)}, branch="lokal", start=local, merge=(review,))
        story.commit("2017-06-02", {"notes.txt": "y\n"}, start=merged)
        assert states(story.write(tmp_path / "r")) == []

    def test_a_change_made_in_the_merge_itself(self, tmp_path, states):
        story = Story()
        first = story.commit("2017-02-15", {ROUTINE: routine()})
        side = story.commit("2017-03-01", {"notes.txt": "x\n"}, branch="gren", start=first)
        main = story.commit("2017-03-02", {"other.txt": "x\n"}, start=first)
        story.commit("2017-06-01", {"notes.txt": "x\n", ROUTINE: routine(text=NEW)}, start=main, merge=(side,))
        folder = story.write(tmp_path / "r")
        assert states(folder) == EDITED
        assert verdict(folder).last_change.commit == story.ids[4]

    def test_a_plain_merge_is_no_change(self, tmp_path, states):
        story = Story()
        first = story.commit("2017-02-15", {ROUTINE: routine()})
        side = story.commit("2017-03-01", {"notes.txt": "x\n"}, branch="gren", start=first)
        main = story.commit("2017-03-02", {"other.txt": "x\n"}, start=first)
        story.commit("2017-06-01", {"notes.txt": "x\n"}, start=main, merge=(side,))
        assert states(story.write(tmp_path / "r")) == []

    def test_edited_beside_a_renaming(self, tmp_path, states):
        former = "routines/socialforvaltningen/oro.yaml"
        story = Story()
        first = story.commit("2017-02-15", {former: routine()})
        side = story.commit("2017-05-01", {former: routine(text=NEW)}, branch="gren", start=first)
        main = story.commit("2017-04-01", rename=(former, ROUTINE), start=first)
        story.commit("2017-06-01", {ROUTINE: routine(text=NEW)}, start=main, merge=(side,))
        assert states(story.write(tmp_path / "r")) == EDITED


class TestWorkTree:
    """What is not committed is read, and said to be so."""

    def test_untracked(self, tmp_path, states):
        _story, folder = told(tmp_path, ("2017-02-15", routine()))
        shutil.copy(folder / ROUTINE, folder / "routines/socialforvaltningen/ny.yaml")
        assert states(folder, identity="socialforvaltningen/ny") == ["unknown"]

    def test_an_edit_not_committed(self, tmp_path, states):
        _story, folder = told(tmp_path, ("2017-02-15", routine()))
        (folder / ROUTINE).write_text(routine(text=NEW))
        now = today().isoformat()
        assert "edited_since_review" in states(folder, now)
        assert verdict(folder, now).last_change == (None, None)

    def test_a_review_not_committed(self, tmp_path, states):
        _story, folder = told(tmp_path, ("2017-02-15", routine()), ("2017-06-01", routine(text=NEW)))
        (folder / ROUTINE).write_text(routine("2017-11-01", NEW))
        assert states(folder) == []

    def test_line_ends_on_disk(self, tmp_path, states):
        _story, folder = told(tmp_path, ("2017-02-15", routine()))
        (folder / ROUTINE).write_bytes(routine().replace("\n", "\r\n").encode())
        assert states(folder, today().isoformat()) == ["overdue"]


def test_the_identity_is_the_path(tmp_path):
    _story, folder = told(tmp_path, ("2017-02-15", routine()))
    assert verdict(folder).id == ID


class TestStamping:
    """A review that left no trace but its date is told of, and counted as nothing."""

    def remarks(self, folder):
        assessment, _setting = judge(Disk(folder), datetime.date(2017, 11, 30), None)
        return [(remark.kind, remark.records) for remark in assessment.remarks], assessment.exit_code

    def test_three_times_in_a_row(self, tmp_path):
        days = ["2017-02-15", "2017-04-15", "2017-06-15", "2017-08-15"]
        _story, folder = told(tmp_path, *[(day, routine(day)) for day in days[:3]])
        assert self.remarks(folder) == ([], 0)
        _story, folder = told(tmp_path / "2", *[(day, routine(day)) for day in days])
        assert self.remarks(folder) == ([("stamped", (ID,))], 0)

    def test_a_note_or_a_change_is_a_trace(self, tmp_path):
        days = ["2017-02-15", "2017-04-15", "2017-06-15", "2017-08-15"]
        noted = [(day, routine(day, extra="review_note: Läst med polisen.\n" if day == days[2] else "")) for day in days]
        assert self.remarks(told(tmp_path, *noted)[1])[0] == []
        changed = [(day, routine(day, text=NEW if day >= days[2] else "Ring.")) for day in days]
        assert self.remarks(told(tmp_path / "2", *changed)[1])[0] == []

    def test_what_the_program_adds_to_a_note_is_no_trace(self, tmp_path):
        days = ["2017-02-15", "2017-04-15", "2017-06-15", "2017-08-15"]
        added = ["", "Granskad tillsammans med 2 andra.", "Reviewed together with 1 other.", "Granskad tillsammans med 3 andra."]
        noted = [(day, routine(day, extra=f"review_note: {note}\n")) for day, note in zip(days, added, strict=True)]
        assert self.remarks(told(tmp_path, *noted)[1])[0] == [("stamped", (ID,))]
        noted[2] = (days[2], routine(days[2], extra="review_note: Läst av alla. Granskad tillsammans med 2 andra.\n"))
        assert self.remarks(told(tmp_path / "2", *noted)[1])[0] == []

    def test_many_in_one_commit(self, tmp_path):
        names = [f"routines/socialforvaltningen/rutin-{i}.yaml" for i in range(6)]
        story = Story()
        story.commit("2017-02-15", {name: routine(title=name[-12:]) for name in names})
        assert self.remarks(story.write(tmp_path / "r"))[0] == []
        story.commit("2017-06-15", {name: routine("2017-06-15", title=name[-12:]) for name in names})
        [(kind, records)], code = self.remarks(story.write(tmp_path / "r2"))
        assert (kind, len(records), code) == ("stamped_together", 6, 0)


def test_a_version_at_the_end_of_a_shallow_clone_is_not_said_to_be_new(tmp_path):
    told(tmp_path, ("2017-01-10", routine("2017-01-10")), ("2017-02-15", routine()), ("2017-06-01", routine(text=NEW)))
    run(tmp_path, "clone", "-q", "--depth", "2", f"file://{tmp_path}/r", "s")
    assert [telling.sorts for telling in tell_all_of(tmp_path / "s")] == [("edit",), ("cut",)]


def test_history_tells_the_versions(tmp_path):
    story, folder = told(
        tmp_path,
        ("2017-02-15", routine()),
        ("2017-03-01", routine() + "# bara en kommentar\n"),
        ("2017-06-01", routine(text=NEW)),
        ("2017-07-01", routine("2017-07-01", NEW, extra="reviewed_by: socialchef\n")),
    )
    corpus = load(Disk(folder))
    guard = Guard.over(corpus)
    listed = [tell(version, corpus, guard) for version in versions(read_history(Disk(folder)), ROUTINE)]
    assert [(t.commit, str(t.day), t.sorts, t.role) for t in listed] == [
        (story.ids[4], "2017-07-01", ("review",), "Socialchefen"),
        (story.ids[3], "2017-06-01", ("edit",), ""),
        (story.ids[2], "2017-03-01", ("layout",), ""),
        (story.ids[1], "2017-02-15", ("new",), ""),
    ]
    assert "Ring genast" in listed[1].sentences[0]


def test_a_role_is_named_only_where_it_reviewed(tmp_path):
    _story, folder = told(tmp_path, ("2017-02-15", routine("2017-02-15", extra="reviewed_by: socialchef\n")))
    corpus = load(Disk(folder))
    [only] = [tell(v, corpus, Guard.over(corpus)) for v in versions(read_history(Disk(folder)), ROUTINE)]
    assert (only.sorts, only.role) == (("new",), "")


def test_history_of_an_entry_inside_a_record_tells_of_that_alone(tmp_path):
    shutil.copytree(BASE, tmp_path / "base")
    file = "measures/01-samordning.yaml"
    text = (tmp_path / "base" / file).read_text(encoding="utf-8")
    entries = [e for e in load(Disk(tmp_path / "base")).entries["commitment"].values() if e.record.file == file]
    first = entries[0]
    changed = text.replace(first.content.text, "Något helt annat görs.")
    assert changed != text
    story = Story()
    story.commit("2017-03-01", {file: text})
    story.commit("2017-04-01", {file: changed})
    folder = story.write(tmp_path / "r")
    corpus = load(Disk(folder))
    found = list(versions(read_history(Disk(folder)), file))
    listed = summarize_all(found, corpus, corpus.find("commitment", first.id))
    assert "edit" in listed[0].sorts
    assert first.id in listed[0].sentences[0]
    for other in entries[1:]:
        assert not any(each.sentences for each in summarize_all(found, corpus, other))
    area = next(e for e in corpus.entries["area"].values() if e.record.file == file)
    assert len(summarize_all(found, corpus, area)) == len(found)
