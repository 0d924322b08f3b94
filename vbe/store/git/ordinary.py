"""Files that git opens before it answers: a pipe or a device among them would make it wait for ever."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from vbe.errors import VbeError
from vbe.language import _

OPENED = (
    *("config", "config.worktree", "HEAD", "index", "packed-refs", "shallow", "commondir", "gitdir"),
    *("info/grafts", "info/attributes", "info/exclude", "info/sparse-checkout", "objects/info/alternates"),
)
ALTERNATES = "info/alternates"
DEEPEST = 5
"""Stores behind stores: git follows no more."""
MAX_BYTES = 65_536


def require_ordinary(folder: Path) -> None:
    """Stop where anything that git would open for the repository around a folder is no ordinary file."""
    top = next((each for each in (folder.absolute(), *folder.absolute().parents) if os.path.lexists(each / ".git")), None)
    if top is not None:
        _require(top / ".git", may_be_folder=True)
        require_ordinary_store(top / ".git")


def require_ordinary_store(store: Path) -> None:
    """The same for a folder of git's own: `.git`, or the one that several work trees share."""
    for name in OPENED:
        _require(store / name)
    waiting = [(store / "objects", 0)]
    while waiting:
        objects, depth = waiting.pop()
        _require(objects / ALTERNATES)
        if depth < DEEPEST and (objects / ALTERNATES).is_file():
            with (objects / ALTERNATES).open("rb") as opened:
                lines = opened.read(MAX_BYTES).decode("utf-8", "replace").splitlines()
            waiting += [(objects / line, depth + 1) for line in lines if line and not line.startswith("#")]


def _require(path: Path, *, may_be_folder: bool = False) -> None:
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return
    if not stat.S_ISREG(mode) and not (may_be_folder and stat.S_ISDIR(mode)):
        message = _("{path} is no ordinary file, and git would wait for it.").format(path=path)
        raise VbeError(message, _("Clone the repository anew."))
