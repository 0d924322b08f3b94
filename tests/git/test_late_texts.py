"""A first version with a review older than the text is no more believed than an edit would be; an import is."""

import datetime

import pytest

from tests.git.conftest import verdict
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


@pytest.mark.parametrize("reviewed_on", ["2017-01-20", "2017-03-01", "2017-05-31"])
@pytest.mark.parametrize("other", [(), (NEW.replace("socialforvaltningen/ny", "overall/annan"),)])
def test_renamed_and_rewritten_in_one_commit(tmp_path, states, reviewed_on, other):
    """git sees less than half of the text, and the folder shows the pair: it is an edit like any other."""
    story = Story()
    story.commit("2017-01-20", {ROUTINE: routine("2017-01-20"), **dict.fromkeys(other, routine("2017-01-20"))})
    story.commit("2017-06-01", {NEW: routine(reviewed_on, WORDS, title="Helt ny")}, delete=(ROUTINE, *other))
    folder = story.write(tmp_path / "r")
    covered = reviewed_on == "2017-05-31"  # Recorded in the very commit, the day before it: as where the name is the same.
    assert states(folder, "2017-08-01", ID) == ([] if covered else ["edited_since_review"])
    found = versions(open_history(folder, today=datetime.date(2018, 1, 1)), NEW)
    assert [(version.file, version.former_file) for version in found] == [(NEW, ROUTINE), (ROUTINE, "")]


def test_another_ending_and_another_text_in_one_commit(tmp_path, states):
    """Two files of one folder: their names show which is which."""
    two = ROUTINE.replace("orosanmalan", "annan")
    story = Story()
    story.commit("2017-01-20", {file.replace(".yaml", ".yml"): routine("2017-01-20", title=file) for file in (ROUTINE, two)})
    gone = tuple(file.replace(".yaml", ".yml") for file in (ROUTINE, two))
    story.commit(
        "2017-06-01", {file: routine("2017-01-20", WORDS + file, title="Helt ny") for file in (ROUTINE, two)}, delete=gone
    )
    folder = story.write(tmp_path / "r")
    assert states(folder, "2017-08-01") == ["edited_since_review"]
    history = open_history(folder, today=datetime.date(2018, 1, 1))
    assert {file: versions(history, file)[0].former_file for file in (ROUTINE, two)} == dict(
        zip((ROUTINE, two), gone, strict=True)
    )


@pytest.mark.parametrize(
    ("text", "into", "found"),
    [
        (WORDS, NEW, "unknown"),  # Neither of the two that went is known to be it.
        (f"Ring. {WORDS}", ROUTINE, "edited_since_review"),
        ("Ring. Ring inte.", NEW, "edited_since_review"),  # git knows one of them again.
    ],
)
def test_two_merged_into_one(tmp_path, states, text, into, found):
    second = ROUTINE.replace("orosanmalan", "annan")
    story = Story()
    story.commit("2017-01-20", {ROUTINE: routine("2017-01-20"), second: routine("2017-01-20", WORDS[::-1], title="Annan")})
    gone = tuple(file for file in (ROUTINE, second) if file != into)
    story.commit("2017-06-01", {into: routine("2017-01-20", text)}, delete=gone)
    folder = story.write(tmp_path / "r")
    identity = into.removeprefix("routines/").removesuffix(".yaml")
    assert states(folder, "2017-08-01", identity) == [found]
    [reason] = verdict(folder, "2017-08-01", identity).reasons
    assert "2017-06-01" in reason.message


def test_what_came_while_nothing_of_its_folder_went_has_no_former_name(tmp_path, states):
    elsewhere = "guidance/socialforvaltningen/x.yaml"
    story = Story()
    story.commit("2017-01-20", {ROUTINE: routine("2017-01-20"), elsewhere: "title: x\n"})
    story.commit("2017-06-01", {NEW: routine("2017-05-20", WORDS, title="Helt ny")}, delete=(elsewhere,))
    folder = story.write(tmp_path / "r")
    assert states(folder, "2017-08-01", ID) == []
    assert versions(open_history(folder, today=datetime.date(2018, 1, 1)), NEW)[0].former_file == ""


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
