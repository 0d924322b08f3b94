"""The rule that checks answers cannot see the program's commands, so this holds the two lists together."""

from __future__ import annotations

from vbe.cli import COMMANDS
from vbe.rules.commitments import answers


def test_every_command_may_answer_a_demand():
    assert set(COMMANDS) <= set(answers.COMMANDS)
