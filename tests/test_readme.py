"""The README says what there is, and nothing else."""

import re
from pathlib import Path

from vbe.commands import COMMANDS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
LISTED = re.findall(r"^\| `vbe ([a-z]+)", README, re.MULTILINE)


def test_every_command_has_a_line_of_its_own_and_every_line_a_command():
    assert sorted(LISTED) == sorted(COMMANDS)


def test_every_command_that_is_shown_exists():
    assert set(re.findall(r"^vbe ([a-z]+)", README, re.MULTILINE)) <= set(COMMANDS)


def test_every_make_goal_that_is_shown_exists():
    goals = re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert set(re.findall(r"^make ([a-z-]+)", README, re.MULTILINE)) <= set(goals)


def test_every_file_that_is_linked_exists():
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", README):
        assert (ROOT / target).exists(), target
