"""A sparse checkout is named as what it is, in one line: what git was told to leave out is not missing, and is not judged."""

import json

import pytest

from tests.git.stories import BASE, ID, ROUTINE, Story, routine, run
from vbe.cli import run as run_vbe
from vbe.language import activate

OTHER = ROUTINE.replace("orosanmalan", "annan")
SAID = "not checked out (a sparse checkout)"


@pytest.fixture
def vbe(capfd, monkeypatch):
    monkeypatch.setenv("VBE_LANG", "en")

    def call(*words):
        code = run_vbe([str(word) for word in words])
        out, err = capfd.readouterr()
        return code, out, err

    yield call
    activate("sv")


@pytest.fixture
def findings(vbe):
    """What `vbe validate` finds, as (rule, file, message, hint)."""

    def ask(folder):
        _code, out, _err = vbe("validate", "--format", "json", "--root", folder)
        listed = json.loads(out)["diagnostics"]
        return [(each["code"], each["file"], each["message"], each.get("hint", "")) for each in listed]

    return ask


def whole(tmp_path, prefix=""):
    story = Story(prefix=prefix)
    files = {ROUTINE: routine(), OTHER: routine(title="Annan")}
    story.commit("2017-02-15", files)
    return story.write(tmp_path / "r")


def sparse(found):
    return [each for each in found if SAID in each[2]]


@pytest.mark.parametrize("prefix", ["", "kommun/"])
def test_a_sparse_checkout_is_named_once(tmp_path, findings, prefix):
    folder = whole(tmp_path, prefix)
    assert sparse(findings(folder)) == []
    run(tmp_path / "r", "sparse-checkout", "set", "--no-cone", "/*", "!routines")
    assert not (folder / ROUTINE).exists()
    [(_code, file, message, hint)] = sparse(findings(folder))
    assert file == OTHER
    assert "2 files" in message
    assert "git sparse-checkout disable" in hint


def test_nothing_is_said_to_be_missing_that_is_only_not_checked_out(tmp_path, findings):
    folder = whole(tmp_path)
    before = {(rule, file) for rule, file, *_rest in findings(folder)}
    run(folder, "sparse-checkout", "set", "--no-cone", "/*", "!strategy/organisation.yaml", "!strategy/strategy.yaml")
    after = findings(folder)
    [found] = sparse(after)
    assert found[1] == "strategy/organisation.yaml"
    assert {(rule, file) for rule, file, *_rest in after} - before == {found[:2]}


def test_it_is_no_good_checkout(tmp_path, vbe):
    folder = whole(tmp_path)
    run(folder, "update-index", "--skip-worktree", ROUTINE)
    (folder / ROUTINE).unlink()
    code, out, _err = vbe("validate", "--root", folder)
    assert code == 1
    assert out.count(SAID) == 1
    assert "1 file " in out


def test_a_file_that_is_there_all_the_same_is_read(tmp_path, findings):
    folder = whole(tmp_path)
    run(folder, "update-index", "--skip-worktree", ROUTINE)
    assert (folder / ROUTINE).exists()
    assert sparse(findings(folder)) == []


def test_a_linked_work_tree_with_a_sparse_index(tmp_path, findings):
    folder = whole(tmp_path)
    run(folder, "worktree", "add", "-q", str(tmp_path / "w"))
    run(tmp_path / "w", "sparse-checkout", "set", "--cone", "--sparse-index", "strategy")
    assert [file for _code, file, *_rest in sparse(findings(tmp_path / "w"))] == [OTHER]
    assert sparse(findings(folder)) == []


def test_a_deleted_file_and_one_outside_the_records_are_no_sparse_checkout(tmp_path, findings):
    story = Story()
    story.commit("2017-02-15", {ROUTINE: routine(), "kod/x.py": "x\n"})
    folder = story.write(tmp_path / "r")
    run(folder, "sparse-checkout", "set", "--no-cone", "/*", "!kod")
    (folder / ROUTINE).unlink()
    assert not (folder / "kod").exists()
    assert sparse(findings(folder)) == []


def test_a_commit_holds_everything_whatever_is_checked_out(tmp_path, vbe):
    folder = whole(tmp_path)
    run(folder, "sparse-checkout", "set", "--no-cone", "/*", "!routines")
    _code, out, _err = vbe("validate", "--at", "HEAD", "--root", folder)
    assert SAID not in out
    assert vbe("show", ID, "--at", "HEAD", "--root", folder)[0] == 0


@pytest.mark.parametrize("content", [b"", b"DIRC", b"DIRC\0\0\0\x63", b"\xff" * 40])
def test_an_index_that_cannot_be_read_says_nothing(tmp_path, findings, content):
    folder = whole(tmp_path)
    (folder / ".git/index").write_bytes(content)
    assert sparse(findings(folder)) == []


def test_nothing_is_upgraded_by_half(tmp_path, vbe):
    folder = whole(tmp_path)
    run(folder, "sparse-checkout", "set", "--no-cone", "/*", "!routines")
    before = (folder / "vbe.yaml").read_bytes()
    code, out, err = vbe("upgrade", "--root", folder)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert SAID in err
    assert (folder / "vbe.yaml").read_bytes() == before


def test_no_report_is_made_of_a_part(tmp_path, vbe):
    folder = whole(tmp_path)
    run(folder, "sparse-checkout", "set", "--no-cone", "/*", "!routines")
    code, _out, err = vbe("report", "--year", "2017", "--root", folder, "-o", tmp_path / "r.html")
    assert (code, err.count("\n")) == (2, 1)
    assert "incomplete" in err


def test_it_is_told_in_swedish(tmp_path, vbe, monkeypatch):
    folder = whole(tmp_path)
    run(folder, "sparse-checkout", "set", "--no-cone", "/*", "!routines")
    monkeypatch.setenv("VBE_LANG", "sv")
    _code, out, _err = vbe("validate", "--root", folder)
    assert "utcheckade" in " ".join(out.split())
    assert BASE.keys() <= {str(path.relative_to(folder)) for path in folder.rglob("*.yaml")}
