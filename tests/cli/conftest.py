"""A real git repository that holds the base of the rules' cases, and the command line run in it."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from vbe.cli import run
from vbe.language import activate

BASE = Path(__file__).parents[1] / "rules" / "base"
ENVIRONMENT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "vbe",
    "GIT_AUTHOR_EMAIL": "vbe@lindvik.example",
    "GIT_COMMITTER_NAME": "vbe",
    "GIT_COMMITTER_EMAIL": "vbe@lindvik.example",
    "GIT_AUTHOR_DATE": "2025-03-10T12:00:00+00:00",
    "GIT_COMMITTER_DATE": "2025-03-10T12:00:00+00:00",
}


class Repository:
    """A folder with git, and what tests do in it."""

    def __init__(self, root: Path):
        self.root = root

    def git(self, *words):
        subprocess.run(["git", *words], cwd=self.root, env=os.environ | ENVIRONMENT, check=True, capture_output=True)

    def commit(self, message="change"):
        self.git("add", "-A")
        self.git("commit", "-q", "-m", message)

    def edit(self, file, *replacements):
        path = self.root / file
        text = path.read_text(encoding="utf-8")
        for old, new in replacements:
            assert old in text, old
            text = text.replace(old, new, 1)
        path.write_text(text, encoding="utf-8")


@pytest.fixture
def repository(tmp_path, monkeypatch):
    """The base, committed; the current folder is in it."""
    root = tmp_path / "lindvik"
    shutil.copytree(BASE, root)
    made = Repository(root)
    made.git("init", "-q", "-b", "main")
    made.commit("base")
    monkeypatch.chdir(root)
    monkeypatch.setenv("VBE_LANG", "en")
    yield made
    activate("sv")


@pytest.fixture
def vbe(repository, capfd):
    """Run a command: exit code, stdout, stderr."""

    def call(*words):
        code = run([str(word) for word in words])
        out, err = capfd.readouterr()
        return code, out, err

    return call
