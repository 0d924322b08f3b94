"""`vbe fmt` as it is called: exit codes, what it says, and what it leaves alone."""

from __future__ import annotations

import os
import shutil
import stat
from pathlib import Path

import pytest

from vbe.cli import run

BASE = Path(__file__).parents[1] / "rules" / "base"
AREA = "measures/01-samordning.yaml"


@pytest.fixture
def root(tmp_path):
    shutil.copytree(BASE, tmp_path / "r")
    return tmp_path / "r"


def fmt(root: Path, *words: str) -> int:
    return run(["fmt", *words, "--root", str(root)])


def contents(root: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_check_changes_nothing_and_lists_what_would_change(root, capsys):
    before = contents(root)
    assert fmt(root, "--check") == 1
    assert AREA in capsys.readouterr().out.splitlines()
    assert contents(root) == before


def test_diff_shows_how(root, capsys):
    before = contents(root)
    assert fmt(root, "--check", "--diff", str(root / AREA)) == 1
    out = capsys.readouterr().out
    assert f"+++ b/{AREA}" in out
    assert "strategy/" not in out
    assert contents(root) == before


def test_diff_shows_how_lines_end(root, capsys):
    assert fmt(root) == 0
    path = root / AREA
    whole = path.read_bytes()
    capsys.readouterr()
    path.write_bytes(whole.replace(b"\n", b"\r\n"))
    assert fmt(root, "--diff") == 1
    assert any(line.startswith("-title") and line.endswith("^M") for line in capsys.readouterr().out.splitlines())
    path.write_bytes(whole.rstrip(b"\n"))
    assert fmt(root, "--diff") == 1
    assert "\n\\ " in capsys.readouterr().out


def test_a_stray_file_among_the_others_is_passed_over_with_a_word(root, capsys):
    """A hook names every file that is committed; `vbe validate` warns of this one."""
    stray = root / "routines/overall/utkast/z.yaml"
    stray.parent.mkdir()
    stray.write_text("title:   A\n", encoding="utf-8")
    assert fmt(root, str(stray), str(root / AREA)) == 0
    captured = capsys.readouterr()
    assert captured.out.splitlines() == [AREA]
    assert "routines/overall/utkast/z.yaml" in captured.err
    assert fmt(root, str(stray)) == 0
    assert stray.read_text(encoding="utf-8") == "title:   A\n"


def test_writing_and_then_nothing_more(root, capsys):
    assert fmt(root) == 0
    assert AREA in capsys.readouterr().out
    assert fmt(root, "--check") == 0
    capsys.readouterr()
    assert fmt(root) == 0
    assert capsys.readouterr().out == ""


def test_only_the_named_folder(root):
    before = contents(root)
    assert fmt(root, str(root / "measures")) == 0
    changed = {path for path, content in contents(root).items() if before[path] != content}
    assert changed
    assert all("/measures/" in path for path in changed)


def test_a_broken_file_is_named_and_the_others_are_laid_out(root, capsys):
    (root / "measures/02-stod.yaml").write_text("title: [\n", encoding="utf-8")
    assert fmt(root) == 1
    captured = capsys.readouterr()
    assert AREA in captured.out
    assert "measures/02-stod.yaml" in captured.err
    assert (root / "measures/02-stod.yaml").read_text(encoding="utf-8") == "title: [\n"


def test_the_mode_is_kept_and_nothing_is_left_behind(root):
    (root / AREA).chmod(0o640)
    assert fmt(root) == 0
    assert stat.S_IMODE((root / AREA).stat().st_mode) == 0o640
    assert not list(root.rglob(".*.tmp"))


@pytest.mark.parametrize("path", ["README.md", "measures/99-saknas.yaml", "/"])
def test_what_is_no_record_is_said(path, root, capsys):
    (root / "README.md").write_text("x", encoding="utf-8")
    before = contents(root)
    assert fmt(root, str(root / path) if path != "/" else path) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert contents(root) == before


def test_a_file_that_cannot_be_written_whole_is_not_written(root, monkeypatch, capsys):
    before = contents(root)

    def full(_descriptor: int) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(os, "fsync", full)
    assert fmt(root, str(root / AREA)) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert contents(root) == before
    assert not list(root.rglob(".*.tmp"))
