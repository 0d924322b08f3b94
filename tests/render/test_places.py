"""A text that a form cannot show is named by section, field, file and line, and nothing is written."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from vbe.cli import run
from vbe.report.render.places import UnprintableError

ROOT = Path(__file__).parents[2]


@pytest.fixture
def town(tmp_path):
    """A copy of the records of this repository, without its history."""
    for name in ("vbe.yaml", "strategy", "measures", "routines", "guidance", "followup"):
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy2)(source, tmp_path / name)
    return tmp_path


@pytest.mark.parametrize("written", ["😀", '"\\U0001F600"'])
def test_the_file_and_the_line_are_named(town, capfd, written):
    file = next((town / "measures").glob("05-*.yaml"))
    lines = file.read_text(encoding="utf-8").splitlines()
    lines[next(n for n, line in enumerate(lines) if line.startswith("title:"))] = f"title: {written}"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    target = town / "build" / "rapport.pdf"
    assert run(["report", "--root", str(town), "--year", "2017", "--format", "pdf,html", "-o", str(target)]) == 2
    said = capfd.readouterr().err
    assert f"measures/{file.name}:" in said
    assert "U+1F600" in said
    assert not target.exists()
    assert not target.with_suffix(".html").exists()


def test_where_no_file_has_it_the_error_stays():
    fault = UnprintableError("a", "b", "c 😀", "😀")
    assert fault.naming([("x.yaml", b"title: abc\n")]) is fault


def test_more_than_one_file():
    fault = UnprintableError("a", "b", "c 😀", "😀")
    files = [("x.yaml", "a: 1\nb: 😀\n".encode()), ("y.yaml", b'c: "\\U0001f600"\n')]
    assert fault.naming(files).hint.endswith("x.yaml:2, y.yaml:1.")
