"""An edit that was reverted to the text that was reviewed is no edit; whatever else came after the review still is."""

import pytest

from tests.git.conftest import verdict
from tests.git.stories import ROUTINE, Story, routine, run

EDITED = ["edited_since_review"]
NEW = "Ring genast."
REVIEWED = routine()


@pytest.fixture
def found(tmp_path, states):
    """The states after (day, text of the routine) commits on a line, on a day."""

    def tell(*commits, as_of="2017-11-30"):
        story = Story()
        for when, text in commits:
            story.commit(when, {ROUTINE: text})
        return states(story.write(tmp_path / f"r{len(commits)}"), as_of)

    return tell


def test_reverted_to_exactly_the_reviewed_text(found):
    assert found(("2017-02-15", REVIEWED), ("2017-06-01", routine(text=NEW)), ("2017-06-02", REVIEWED)) == []


def test_reverted_in_several_steps_and_in_another_layout(found):
    steps = [("2017-06-01", routine(text=NEW)), ("2017-07-01", routine(text="Skriv.")), ("2017-08-01", routine(text=NEW))]
    assert found(("2017-02-15", REVIEWED), *steps, ("2017-09-01", REVIEWED.replace("Ring.", '"Ring."'))) == []


def test_reverted_on_the_very_day_of_the_review(found):
    assert found(("2017-02-15", REVIEWED), ("2017-02-15", routine(text=NEW)), ("2017-02-15", REVIEWED)) == []
    assert found(("2017-02-15", REVIEWED), ("2017-02-15", routine(text=NEW))) == EDITED


@pytest.mark.parametrize("text", ["Ring nu.", "ring.", "Ring"])
def test_reverted_almost(found, text):
    assert found(("2017-02-15", REVIEWED), ("2017-06-01", routine(text=NEW)), ("2017-06-02", routine(text=text))) == EDITED


def test_the_verdict_of_a_day_between_the_edit_and_the_revert(found):
    commits = ("2017-02-15", REVIEWED), ("2017-06-01", routine(text=NEW)), ("2017-08-01", REVIEWED)
    assert found(*commits, as_of="2017-07-01") == EDITED


def test_reverted_and_edited_once_more(found):
    revert = ("2017-06-02", REVIEWED), ("2017-06-03", routine(text="Skriv."))
    assert found(("2017-02-15", REVIEWED), ("2017-06-01", routine(text=NEW)), *revert) == EDITED


def test_reverted_to_what_stood_before_the_review(found):
    """The review saw the later text, not the one that has come back."""
    older = routine("2017-01-10", "Gammalt.")
    commits = ("2017-01-10", older), ("2017-02-15", REVIEWED)
    assert found(*commits, ("2017-06-01", routine(text=NEW)), ("2017-06-02", routine(text="Gammalt."))) == EDITED


def test_a_review_dated_back_over_an_edit_is_not_the_reviewed_text(found):
    """What stands now stood when the review was recorded, but not on the day that the review gives."""
    older, recorded = routine("2017-01-10"), routine("2017-02-15", NEW)
    commits = ("2017-01-10", older), ("2017-03-01", routine("2017-01-10", NEW)), ("2017-05-01", recorded)
    assert found(*commits, ("2017-06-01", routine(text="Skriv.")), ("2017-06-02", recorded)) == EDITED


def test_reverted_before_the_review_was_recorded(found):
    """Edited and reverted between the day of the review and the day on which it was written down."""
    older = routine("2017-01-10")
    between = ("2017-02-20", routine("2017-01-10", NEW)), ("2017-02-25", older)
    assert found(("2017-01-10", older), *between, ("2017-03-01", REVIEWED)) == []


def test_reverted_only_on_disk(tmp_path, states):
    story = Story()
    story.commit("2017-02-15", {ROUTINE: REVIEWED})
    story.commit("2017-06-01", {ROUTINE: routine(text=NEW)})
    folder = story.write(tmp_path / "r")
    (folder / ROUTINE).write_text(REVIEWED)
    assert "edited_since_review" not in states(folder, "2027-01-01")
    (folder / ROUTINE).write_text(routine(text="Skriv."))
    assert "edited_since_review" in states(folder, "2027-01-01")


def test_edited_on_disk_after_a_revert(tmp_path, states):
    story = Story()
    for when, text in (("2017-02-15", REVIEWED), ("2017-06-01", routine(text=NEW)), ("2017-06-02", REVIEWED)):
        story.commit(when, {ROUTINE: text})
    folder = story.write(tmp_path / "r")
    (folder / ROUTINE).write_text(routine(text=NEW))
    assert "edited_since_review" in states(folder, "2027-01-01")


def test_reverted_on_a_branch_while_the_main_line_was_edited(tmp_path, states):
    """The merge holds the main line's text: that the branch ended where it began says nothing of it."""
    story = Story()
    first = story.commit("2017-02-15", {ROUTINE: REVIEWED})
    story.commit("2017-05-01", {ROUTINE: routine(text="Skriv.")}, branch="side", start=first)
    side = story.commit("2017-05-02", {ROUTINE: REVIEWED}, branch="side")
    main = story.commit("2017-06-01", {ROUTINE: routine(text=NEW)}, start=first)
    story.commit("2017-06-05", {ROUTINE: routine(text=NEW)}, start=main, merge=(side,))
    assert states(story.write(tmp_path / "r")) == EDITED


def test_an_edit_and_its_revert_in_a_branch(tmp_path, states):
    story = Story()
    first = story.commit("2017-02-15", {ROUTINE: REVIEWED})
    story.commit("2017-05-01", {ROUTINE: routine(text=NEW)}, branch="side", start=first)
    side = story.commit("2017-05-02", {ROUTINE: REVIEWED}, branch="side")
    main = story.commit("2017-06-01", {"strategy/notes.md": "x\n"}, start=first)
    story.commit("2017-06-05", {}, start=main, merge=(side,))
    assert states(story.write(tmp_path / "r")) == []


def test_the_last_change_is_told_all_the_same(tmp_path):
    story = Story()
    for when, text in (("2017-02-15", REVIEWED), ("2017-06-01", routine(text=NEW)), ("2017-06-02", REVIEWED)):
        story.commit(when, {ROUTINE: text})
    freshness = verdict(story.write(tmp_path / "r"))
    assert freshness.last_change is not None
    assert freshness.last_change.commit == story.ids[3]


def test_reverted_under_another_name(tmp_path, states):
    other = ROUTINE.replace("orosanmalan", "oro")
    story = Story()
    story.commit("2017-02-15", {other: REVIEWED})
    story.commit("2017-05-01", {other: routine(text=NEW)})
    story.commit("2017-06-01", rename=(other, ROUTINE))
    story.commit("2017-06-02", {ROUTINE: REVIEWED})
    assert states(story.write(tmp_path / "r")) == []


def test_an_old_version_that_is_missing_leaves_the_edit(tmp_path, states):
    """What the clone lacks cannot show that the text is the reviewed one."""
    story = Story()
    for when, text in (("2017-02-15", REVIEWED), ("2017-06-01", routine(text=NEW)), ("2017-06-02", routine(text="Ring. Nu."))):
        story.commit(when, {ROUTINE: text})
    whole = story.write(tmp_path / "r")
    run(tmp_path, "clone", "-q", "--depth=2", f"file://{whole}", "shallow")
    assert states(tmp_path / "shallow") == EDITED
