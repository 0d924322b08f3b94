"""A repository that has moved into another folder of git is found where it lay: the past is read as it was."""

import json

import pytest

from tests.git.stories import BASE, ID, ROUTINE, Story, routine, run
from vbe.app.assess import read_history
from vbe.cli import run as run_vbe
from vbe.language import activate
from vbe.store.history import versions
from vbe.store.repository import Disk

BOARD = "followup/2017/kommunstyrelsen.yaml"
FILES = (*BASE, ROUTINE, BOARD)
NEW = "Ring genast."
EDITED = ["edited_since_review"]


@pytest.fixture
def vbe(capfd, monkeypatch):
    monkeypatch.setenv("VBE_LANG", "en")

    def call(*words):
        code = run_vbe([str(word) for word in words])
        out, err = capfd.readouterr()
        return code, out, err

    yield call
    activate("sv")


def moved(story: Story, when: str, old: str, new: str, files: dict[str, str] | None = None) -> int:
    """A commit that moves everything from one folder to another; `files` are rewritten on the way, by their names inside."""
    number = story.commit(when, {}, message="Flytta")
    lines = b"".join(f"R {old}{name} {new}{name}\n".encode() for name in FILES)
    for name, text in (files or {}).items():
        data = text.encode()
        lines += b"M 100644 inline %b\ndata %d\n%b\n" % (f"{new}{name}".encode(), len(data), data)
    story.parts[number - 1] += lines
    return number


def told(old: str, new: str, files: dict[str, str] | None = None) -> Story:
    """Reviewed and edited in one folder, moved to another, and edited there."""
    story = Story(prefix=old)
    story.commit("2017-02-15", {ROUTINE: routine(), BOARD: "commitments: {}\n"})
    story.commit("2017-04-01", {ROUTINE: routine(text=NEW)})
    moved(story, "2017-06-01", old, new, files)
    story.prefix = new
    story.commit("2017-07-01", {ROUTINE: routine(text="Skriv.")})
    return story


PLACES = [("", "strategi/"), ("strategi/", ""), ("data/", "kommun/vbe/")]


@pytest.fixture(params=PLACES, ids=lambda pair: f"{pair[0] or 'top'}-{pair[1] or 'top'}")
def folder(tmp_path, request):
    return told(*request.param).write(tmp_path / "r")


@pytest.mark.parametrize(("commit", "found"), [("HEAD~3", []), ("HEAD~2", EDITED), ("HEAD~1", EDITED), ("HEAD", EDITED)])
def test_stale_at_a_commit_from_before_the_move(folder, vbe, commit, found):
    code, out, err = vbe("stale", "--at", commit, "--as-of", "2017-11-30", "--format", "json", "--root", folder)
    assert code != 2, err
    [record] = [each for each in json.loads(out)["items"] if each["id"] == ID]
    assert record["reasons"] == found


@pytest.mark.parametrize(
    "words",
    [["validate"], ["history", ID], ["show", ID], ["trace", ID], ["status", "--year", "2017"]],
    ids=lambda words: words[0],
)
def test_whatever_reads_a_commit_finds_it(folder, vbe, words):
    code, out, err = vbe(*words, "--at", "HEAD~3", "--root", folder)
    assert code != 2, err
    assert out


def test_diff_over_the_move_tells_what_was_changed_and_nothing_of_the_move(folder, vbe):
    code, out, err = vbe("diff", "HEAD~3", "HEAD~1", "--root", folder)
    assert (code, err) == (0, "")
    assert NEW in out
    assert "is new" not in out
    assert "is gone" not in out
    code, disk, err = vbe("diff", "HEAD~2", "--root", folder)
    assert (code, err) == (0, "")
    assert "Skriv." in disk


def test_verify_a_report_that_was_made_before_the_move(tmp_path, vbe):
    story = told("", "strategi/")
    folder = story.write(tmp_path / "r")
    run(tmp_path, "clone", "-q", str(tmp_path / "r"), "before")
    run(tmp_path / "before", "reset", "-q", "--hard", story.ids[2])
    report = tmp_path / "report.html"
    code, _out, err = vbe("report", "--year", "2017", "--root", tmp_path / "before", "-o", report)
    assert code == 0, err
    code, out, err = vbe("verify", report, "--root", folder)
    assert code == 0, (out, err)
    again = tmp_path / "again.html"
    code, _out, err = vbe("report", "--year", "2017", "--at", story.ids[2], "--root", folder, "-o", again)
    assert code == 0, err
    assert again.read_bytes() == report.read_bytes()


def test_versions_from_before_the_move_are_read_as_records_of_their_kind(tmp_path):
    """In the form of their time, wherever they lay."""
    folder = told("data/", "kommun/vbe/").write(tmp_path / "r")
    known = read_history(Disk(folder))
    assert [version.now.reviewed_on for version in versions(known, ROUTINE)] == ["2017-02-15"] * 4


def test_the_profile_was_rewritten_on_the_way(tmp_path, vbe):
    """git takes the two for different files; but one is gone, and there is one alone."""
    wholly = BASE["vbe.yaml"].replace("Lindviks kommun", "Lindvik") + "".join(
        f"# rad {number} av många\n" for number in range(60)
    )
    folder = told("data/", "strategi/", {"vbe.yaml": wholly}).write(tmp_path / "r")
    code, out, err = vbe("stale", "--at", "HEAD~3", "--as-of", "2017-11-30", "--root", folder)
    assert code != 2, err
    assert out


def test_of_several_profiles_the_one_that_was_moved(tmp_path, vbe):
    story = told("", "strategi/")
    other = {f"prov/{name}": text for name, text in BASE.items()}
    story.parts[0] += b"".join(
        b"M 100644 inline %b\ndata %d\n%b\n" % (name.encode(), len(text.encode()), text.encode())
        for name, text in {**other, f"prov/{ROUTINE}": routine(text="Annan.")}.items()
    )
    folder = story.write(tmp_path / "r")
    code, out, err = vbe("show", ID, "--at", "HEAD~2", "--root", folder)
    assert code == 0, err
    assert NEW in out


def test_somebody_elses_profile_is_not_taken_for_ours(tmp_path, vbe):
    """Before there was a profile here, another lay beside it; it still does."""
    story = Story(prefix="prov/")
    story.commit("2017-02-15", {ROUTINE: routine(text="Annan.")})
    story.prefix = "strategi/"
    story.commit("2017-03-15", {**BASE, ROUTINE: routine()})
    folder = story.write(tmp_path / "r")
    code, out, err = vbe("stale", "--at", "HEAD~1", "--root", folder)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "There is no vbe.yaml in the commit" in err


def test_before_there_was_any_profile(tmp_path, vbe):
    story = Story(base={"README.md": "x\n"})
    story.commit("2017-02-15")
    story.prefix = "strategi/"
    story.commit("2017-03-15", {**BASE, ROUTINE: routine()})
    folder = story.write(tmp_path / "r")
    code, out, err = vbe("diff", "HEAD~1", "HEAD", "--root", folder)
    assert (code, out, err.count("\n")) == (2, "", 1)


def test_a_move_that_is_not_committed(tmp_path, vbe):
    story = Story()
    story.commit("2017-02-15", {ROUTINE: routine()})
    top = story.write(tmp_path / "r")
    (top / "strategi").mkdir()
    for name in ("vbe.yaml", "strategy", "routines"):
        run(top, "mv", name, f"strategi/{name}")
    code, out, err = vbe("diff", "--root", top / "strategi")
    assert (code, err) == (0, "")
    assert "is gone" not in out


def test_the_commit_that_brought_the_profile_is_an_import_after_a_move_too(tmp_path, states):
    """What it brought in had been kept somewhere else: its old reviews are believed."""
    story = Story(base={"README.md": "x\n"})
    story.commit("2017-01-01")
    story.commit("2017-06-01", {**BASE, ROUTINE: routine(), BOARD: "commitments: {}\n"})
    moved(story, "2017-07-01", "", "strategi/")
    assert states(story.write(tmp_path / "r") / "strategi", "2017-11-30") == []
