"""Every bad file gets a clean diagnostic that names file and line: no traceback, no raw control bytes, no CI command."""

import shutil
import time
from pathlib import Path

import pytest

from tests.hostile.inputs import INPUTS
from vbe.cli import run
from vbe.rules.checker import examine
from vbe.store.repository import Disk

BASE = Path(__file__).parent.parent / "rules" / "base"
MOST = 80
"""Times as long as an honest file with as many values. What is looked for takes for ever, or a hundred times as long."""
LEAST = 0.5
"""Seconds of the processor below which nobody waits, and nothing is compared."""
ROUTINE = "routines/socialforvaltningen/orosanmalan.yaml"
FLOOD = 400_000
FORMS = ("text", "json", "sarif", "github", "gitlab", "junit")


@pytest.fixture
def clean(tmp_path):
    """Another copy, in which nothing is bad."""
    shutil.copytree(BASE, tmp_path / "clean")
    return tmp_path / "clean"


@pytest.fixture
def repository(tmp_path):
    shutil.copytree(BASE, tmp_path / "r")
    return tmp_path / "r"


def seconds(repository):
    """A verdict, and the processor time that it took."""
    start = time.process_time()
    verdict = examine(Disk(repository))
    return verdict, time.process_time() - start


def honest(repository):
    """The processor time of an honest file with 20 000 values, on this machine as it is now."""
    file = repository / ROUTINE
    before = file.read_bytes()
    file.write_bytes(before.rstrip() + b"\nnotes: [" + b"ord, " * 20_000 + b"]\n")
    took = seconds(repository)[1]
    file.write_bytes(before)
    return took


def place(case, repository):
    (repository / case.file).write_bytes(case.content)


@pytest.mark.parametrize("case", INPUTS, ids=lambda case: case.name[:60])
def test_a_bad_file_is_named_with_its_line(case, repository, clean, capsys):
    place(case, repository)
    verdict, took = seconds(repository)
    found = {(d.code, d.location.line) for d in verdict.open if d.location.file == case.file}
    assert case.code in {code for code, _line in found}, found
    assert case.line is None or (case.code, case.line) in found, found
    assert took < LEAST or took < MOST * honest(clean)
    assert run(["validate", "--root", str(repository)]) == 1
    output, errors = capsys.readouterr()
    assert case.file in output
    assert not errors
    assert len(output) < FLOOD
    assert_harmless(output)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("case", [c for c in INPUTS if len(c.content) < 1000][::3], ids=lambda case: case.name[:60])
def test_no_format_passes_on_what_a_file_tries(case, form, repository, capsys):
    place(case, repository)
    assert run(["validate", "--root", str(repository), "--format", form]) == 1
    output, errors = capsys.readouterr()
    assert not errors
    assert_harmless(output, commands=form == "github")


def assert_harmless(output: str, *, commands: bool = False) -> None:
    """No control or direction characters, and no line that a CI system would take for a command of its own."""
    assert "Traceback" not in output
    bad = {
        c
        for c in output
        if (ord(c) < 32 and c != "\n") or 0x7F <= ord(c) < 0xA0 or c in "\u2028\u2029\u202a\u202e\u2066\u200b\ufeff"
    }
    assert not bad
    assert not any(0xD800 <= ord(c) < 0xE000 for c in output)
    for line in output.splitlines():
        assert not line.startswith("##[")
        assert not line.startswith("::") or (commands and line.startswith(("::error file=", "::warning file=", "::notice file=")))


def test_there_are_enough():
    assert len(INPUTS) >= 150
    assert len({case.name for case in INPUTS}) == len(INPUTS)
