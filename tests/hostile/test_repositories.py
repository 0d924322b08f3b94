"""Every command in every state of git: the promised exit code, one line on stderr, no traceback, and nothing that was run."""

import os
import signal

import pytest

from tests.hostile.situations import SITUATIONS, place
from vbe import language
from vbe.cli import run

ID = "socialforvaltningen/orosanmalan"
COMMANDS = {
    "validate": ("validate", "--no-cache"),
    "at": ("validate", "--no-cache", "--at", "HEAD"),
    "stale": ("stale", "--as-of", "2025-06-09"),
    "diff": ("diff", "HEAD~1"),
    "history": ("history", ID),
    "report": ("report", "--year", "2024", "-o", "../report.json"),
    "show": ("show", ID),
    "review": ("review", ID, "--outcome", "no-change", "--by", "socialchef", "--on", "2025-06-09"),
}
HANGS = 600
"""Seconds after which a command is taken to wait for ever."""
FINE, FOUND, FAULT, UNKNOWN = 0, 1, 2, 3
USUAL = dict.fromkeys(COMMANDS, FINE) | {"stale": FOUND}
WITHOUT_HISTORY = {"at": FAULT, "diff": FAULT, "history": FAULT}
"""What does not ask git does its work all the same; what does says in one line why not."""
EXCEPTIONS = {
    "hostile settings and a missing file": {"at": FOUND},
    "missing file of head": {"at": FOUND},
    "damaged file of head": {"at": FOUND},
    "damaged pack": {"at": FOUND},
    "tree that leads out": {"at": FOUND, "history": FAULT},
    "grafts": {"history": UNKNOWN},
    "shallow clone": {"diff": FAULT, "history": UNKNOWN},
    "missing tree of head": {"at": FAULT, "history": FAULT},
    "missing commit": {"diff": FAULT, "history": FAULT},
    "sha256": {"diff": FAULT},
    # What is not under git is told by the index.
    "damaged index": {"diff": FAULT},
    "empty index": {"diff": FAULT},
    **dict.fromkeys(
        (
            "missing head commit", "damaged head commit", "damaged pack index", "partial clone", "treeless clone", "somebody elses",
            "no git", "unborn head", "head of nonsense", "empty head", "empty branch", "broken settings", "unknown extension",
            "pointer to nowhere", "pointer to itself", "pointer of nonsense", "no repository", "repository of folders only",
        ),
        WITHOUT_HISTORY,
    ),
}  # fmt: skip


@pytest.fixture
def outcomes(tmp_path, monkeypatch, capfd):
    monkeypatch.setattr(language, "_chosen", True)
    language.activate("en")
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)

    def ask(situation):
        at = place(tmp_path)
        SITUATIONS[situation](at)
        (tmp_path / "RAN").unlink(missing_ok=True)  # making some of them runs it
        for name, value in at.environment.items():
            monkeypatch.setenv(name, value)
        monkeypatch.chdir(at.folder)
        capfd.readouterr()
        answers = {}
        signal.alarm(HANGS)
        for name, words in COMMANDS.items():
            code = run([*words])
            answers[name] = (code, *capfd.readouterr(), at.ran())
        signal.alarm(0)
        return answers

    return ask


@pytest.mark.parametrize("situation", [*SITUATIONS])
def test_what_is_promised_holds(situation, outcomes):
    answers = outcomes(situation)
    for command, (code, output, complaints, ran) in answers.items():
        assert not ran, command
        assert "Traceback" not in output + complaints
        assert "VBE_DEBUG" not in complaints, command
        assert not any(ord(c) < 32 and c != "\n" for c in output + complaints), command
        assert not set(output + complaints) & set("\x7f\x9b\u202e\u2028"), command
        assert not any(line.lstrip().startswith(("::", "##[")) for line in (output + complaints).splitlines()), command
        if code == FAULT:
            assert not output, command
            assert complaints.startswith("vbe: "), command
            assert complaints.count("\n") == 1, command
    codes = {command: answer[0] for command, answer in answers.items()}
    assert codes == USUAL | EXCEPTIONS.get(situation, {})


def test_the_reason_is_gits_reason(outcomes):
    assert "not a tree object" in outcomes("missing tree of head")["at"][2]


def test_there_are_enough():
    assert len(SITUATIONS) >= 60
    assert set(EXCEPTIONS) <= set(SITUATIONS)
