"""A first version with a review older than the text is no more believed than an edit would be; an import is."""

import datetime

import pytest

from tests.git.stories import ROUTINE, Story, routine, run
from vbe.store.history import open_history, versions

NEW = "routines/socialforvaltningen/ny.yaml"
ID = "socialforvaltningen/ny"
WORDS = " ".join(f"ord{number}" for number in range(60))


@pytest.fixture
def told(tmp_path, states):
    def tell(day, reviewed_on, *, delete=(), rewrite=WORDS, listed=False):
        story = Story()
        story.commit("2017-01-20", {ROUTINE: routine("2017-01-20")})
        if delete:
            story.commit("2017-05-01", delete=delete)
        made = story.commit(day, {NEW: routine(reviewed_on, rewrite, title="Helt ny")})
        folder = story.write(tmp_path / "r")
        if listed:
            (folder / ".git-blame-ignore-revs").write_text(f"{story.ids[made]}\n")
            run(folder, "add", "-A")
            run(folder, "commit", "-qm", "x", GIT_COMMITTER_DATE="2017-07-02T11:00:00+00:00")
        return states(folder, "2017-08-01", ID)

    return tell


@pytest.mark.parametrize(("day", "found"), [("2017-04-01", []), ("2017-04-02", ["unknown"])])
def test_a_new_text_gives_a_review_of_31_days_ago_at_the_most(told, day, found):
    assert told(day, "2017-03-01") == found


def test_what_was_deleted_and_written_anew_under_another_name(told):
    assert told("2017-06-01", "2017-03-01", delete=(ROUTINE,)) == ["unknown"]


def test_renamed_and_rewritten_in_one_commit(tmp_path, states):
    story = Story()
    story.commit("2017-01-20", {ROUTINE: routine("2017-01-20")})
    story.commit("2017-06-01", {NEW: routine("2017-03-01", WORDS, title="Helt ny")}, delete=(ROUTINE,))
    assert states(story.write(tmp_path / "r"), "2017-08-01", ID) != []


def test_an_import_is_believed(told, tmp_path, states):
    assert told("2017-06-01", "2017-03-01", listed=True) == []
    story = Story()
    story.commit("2017-06-01", {ROUTINE: routine("2017-03-01")})
    assert states(story.write(tmp_path / "first"), "2017-08-01") == []


def test_what_happened_while_a_file_had_another_ending_counts(tmp_path, states):
    other = ROUTINE.replace(".yaml", ".yml")
    story = Story()
    story.commit("2017-01-20", {ROUTINE: routine("2017-01-20")})
    story.commit("2017-03-01", rename=(ROUTINE, other))
    story.commit("2017-04-01", {other: routine("2017-01-20", "Fråga.")})
    story.commit("2017-04-02", rename=(other, ROUTINE))
    folder = story.write(tmp_path / "r")
    assert states(folder, "2017-08-01") == ["edited_since_review"]
    history = open_history(folder, today=datetime.date(2018, 1, 1))
    assert [version.day.isoformat() for version in versions(history, ROUTINE)] == [
        "2017-04-02", "2017-04-01", "2017-03-01", "2017-01-20",
    ]  # fmt: skip
