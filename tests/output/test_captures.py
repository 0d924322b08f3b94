"""docs/utskrifter.md shows what the commands answer, and each answer fits on a screen."""

from __future__ import annotations

import re
import subprocess

import pytest

from tools import captures
from vbe.commands import COMMANDS
from vbe.output.width import SCREEN, WIDTH, columns

PAGE = captures.TARGET.read_text(encoding="utf-8")
BLOCKS = re.findall(r"## `(vbe [^`]+)`\n\n[^\n]+\n\n```text\n(.*?)\n```", PAGE, re.DOTALL)


def test_each_command_that_answers_is_shown():
    """Those that are left out write files, ask somebody, or say something of two states of a repository."""
    writing = {
        "codeowners",
        "diff",
        "form",
        "history",
        "import",
        "init",
        "intake",
        "lsp",
        "new",
        "publish",
        "rename",
        "report",
        "review",
        "site",
        "upgrade",
        "verify",
    }
    assert {command.split()[1] for command, _answer in BLOCKS} == {*COMMANDS, "--help"} - writing


@pytest.mark.parametrize(("command", "shown"), BLOCKS)
def test_it_fits(command, shown):
    assert len(shown.splitlines()) <= SCREEN
    assert all(columns(line) <= WIDTH for line in shown.splitlines()), command


@pytest.mark.parametrize(("command", "shown"), BLOCKS)
def test_it_is_what_the_command_answers(command, shown):
    cut = subprocess.run(["git", "rev-parse", "--is-shallow-repository"], cwd=captures.ROOT, capture_output=True, check=True)
    if cut.stdout.strip() != b"false":
        pytest.skip("the history is cut off here, and stale says so")
    assert captures.answer(command).rstrip() == shown, "run `make docs`"
