"""The project's own history is the proof: every command that reads an old commit reads each of them.

Twenty commits are sampled; `make past` asks all of them.
"""

import datetime
import os
from pathlib import Path

import pytest

from tests.git.stories import BASE, ROUTINE, Story, routine
from vbe.app.assess import assessed
from vbe.app.publishing import Order, compile_report
from vbe.cli import run
from vbe.domain.changes.compare import compare
from vbe.domain.identify import identify
from vbe.domain.telling import summarize_all
from vbe.language import activate
from vbe.store.commit import Commit
from vbe.store.git import Git, GitError
from vbe.store.history import versions
from vbe.store.loader import load

ROOT = Path(__file__).parents[2]
SAMPLED = 20
DAY = datetime.date(2018, 3, 1)


def commits() -> list[str]:
    """The commits of the main line that hold a profile, newest first; all of them where VBE_PAST says so."""
    try:
        git = Git.open(ROOT)
        listed = git.ask("log", "--first-parent", "--format=%H", "--end-of-options", "HEAD").decode().split()
        held = [c for c in listed if any(entry.path == "vbe.yaml" for entry in git.tree(c))]
    except GitError:
        return []
    return held if os.environ.get("VBE_PAST") else held[:: max(1, len(held) // SAMPLED)][: SAMPLED + 1]


PAST = commits()


@pytest.mark.skipif(not PAST, reason="there is no history here")
@pytest.mark.parametrize("commit", PAST, ids=lambda commit: commit[:10])
def test_every_commit_of_our_own_is_read_by_everything_that_reads_the_past(commit):
    """As `stale --at`, `diff REV HEAD`, `history --at`, `trace --at` and `report --year 2017 --at REV` do it."""
    git, remarks = Git.open(ROOT), []
    source = Commit(git, commit, remarks.append)
    corpus, assessment, history = assessed(source, DAY)
    assert corpus.records
    assert not corpus.incomplete, remarks
    assert assessment.freshness
    assert isinstance(list(compare(corpus, load(Commit(git, "HEAD")))), list)
    report = compile_report(source, Order(2017))
    assert report.provenance.commit == commit
    record = corpus.of_kind("routine")[0]
    entry = identify(corpus, record.id)
    assert summarize_all(list(versions(history, record.file)), corpus, entry)


@pytest.fixture
def vbe(capfd, monkeypatch):
    monkeypatch.setenv("VBE_LANG", "en")

    def call(*words):
        code = run([str(word) for word in words])
        out, err = capfd.readouterr()
        return code, out, err

    yield call
    activate("sv")


BOARD = "followup/2017/kommunstyrelsen.yaml"


@pytest.fixture
def past(tmp_path):
    """A commit with a key that there never was, a value that was never allowed and a file that is no record; then a good one."""
    story = Story()
    bad = routine(extra="colour: blue\naudience: everybody\n")
    story.commit("2017-02-20", {ROUTINE: bad, BOARD: "reported_on: [\n"})
    story.commit("2017-03-20", {ROUTINE: routine(), BOARD: "commitments: {}\n"})
    return story.write(tmp_path / "r")


@pytest.mark.parametrize(
    "words",
    [
        ["stale", "--at", "HEAD~1", "--as-of", "2017-05-01"],
        ["diff", "HEAD~1", "HEAD"],
        ["history", "socialforvaltningen/orosanmalan", "--at", "HEAD~1"],
        ["show", "socialforvaltningen/orosanmalan", "--at", "HEAD~1"],
        ["trace", "socialforvaltningen/orosanmalan", "--at", "HEAD~1"],
    ],
    ids=lambda words: words[0],
)
def test_what_only_todays_form_refuses_is_passed_over_with_one_remark_and_a_broken_file_is_named(past, vbe, words):
    code, out, err = vbe(*words, "--root", past)
    assert code != 2, err
    assert out
    lines = [line for line in err.splitlines() if "Commit " in line]
    assert len(lines) == 2, err
    assert "2 values that today's form refuses were passed over" in lines[0]
    assert ROUTINE in lines[0]
    assert f"{BOARD} cannot be read and is left out" in lines[1]


def test_the_rest_of_a_record_is_read(past):
    corpus = load(Commit(Git.open(past), "HEAD~1"))
    (record,) = corpus.of_kind("routine")
    assert record.content.title == "Orosanmälan"
    assert record.content.audience == "internal"
    assert corpus.incomplete == {"followup"}


def test_validate_judges_a_commit_as_it_stands(past, vbe):
    code, out, err = vbe("validate", "--at", "HEAD~1", "--root", past)
    assert code == 1
    assert "colour" in out
    assert "passed over" not in err


def test_an_old_profile_that_cannot_be_read_gives_way_to_the_latest(tmp_path, vbe):
    story = Story()
    story.commit("2017-02-20", {ROUTINE: routine(), "vbe.yaml": "areas: [\n"})
    story.commit("2017-03-20", {"vbe.yaml": BASE["vbe.yaml"]})
    root = story.write(tmp_path / "r")
    code, _out, err = vbe("diff", "HEAD~1", "HEAD", "--root", root)
    assert code == 0
    assert "vbe.yaml cannot be read and is left out" in err
    story.commit("2017-04-20", {"vbe.yaml": "areas: [\n"})
    root = story.write(tmp_path / "s")
    assert vbe("diff", "HEAD~2", "HEAD", "--root", root)[0] == 2


def test_a_list_loses_only_the_elements_that_are_refused(tmp_path):
    story = Story()
    steps = "  - {who: socialchef, does: Ett., odd: 1}\n  - {who: socialchef}\n  - {who: socialchef, does: Tre.}\n"
    text = routine().partition("steps:")[0] + "steps:\n" + steps
    story.commit("2017-02-20", {ROUTINE: text})
    (record,) = load(Commit(Git.open(story.write(tmp_path / "r")), "HEAD")).of_kind("routine")
    assert [step.does for step in record.content.steps] == ["Ett.", "Tre."]


def test_the_past_in_a_newer_format_is_refused(tmp_path, vbe):
    story = Story()
    story.commit("2017-02-20", {"vbe.yaml": f"format: 99\n{BASE['vbe.yaml']}"})
    code, out, err = vbe("stale", "--at", "HEAD", "--root", story.write(tmp_path / "r"))
    assert (code, out) == (2, "")
    assert "the repository has format 99" in err
