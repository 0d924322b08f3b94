"""A real git repository with the small clean data, in a folder of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from tests.program import start
from tests.report.small import BASE

STAMP = "2025-03-01T12:00:00+01:00"
WHO = {
    "GIT_AUTHOR_NAME": "vbe",
    "GIT_AUTHOR_EMAIL": "vbe@lindvik.example",
    "GIT_COMMITTER_NAME": "vbe",
    "GIT_COMMITTER_EMAIL": "vbe@lindvik.example",
}


def git(folder: Path, *arguments: str, when: str = STAMP) -> str:
    environment = os.environ | WHO | {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when, "GIT_CONFIG_GLOBAL": os.devnull}
    done = subprocess.run(["git", *arguments], cwd=folder, env=environment, capture_output=True, check=True)
    return done.stdout.decode().strip()


def repository(folder: Path) -> Path:
    shutil.copytree(BASE, folder)
    git(folder, "init", "--quiet", "--initial-branch=main")
    commit(folder, "Början")
    return folder


def commit(folder: Path, message: str, when: str = STAMP) -> str:
    git(folder, "add", "--all", when=when)
    git(folder, "commit", "--quiet", "--message", message, when=when)
    return git(folder, "rev-parse", "HEAD")


vbe = start
"""The program as a user starts it."""
