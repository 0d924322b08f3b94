"""Where a repository lies in git: build servers, and CODEOWNERS, count paths from git's top and not from the profile."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from vbe.store.repository import Commit

if TYPE_CHECKING:
    from vbe.store.repository import Source


def repository_top(root: Path) -> Path:
    """The folder that git calls the top; the folder itself where there is no git."""
    here = root.absolute()
    return next((folder for folder in (here, *here.parents) if (folder / ".git").exists()), here)


def prefix(root: Path, top: Path) -> str:
    """The way from the top to the repository: empty, or ending in `/`."""
    inside = root.absolute().relative_to(top).as_posix()
    return "" if inside == "." else f"{inside}/"


def way_from_top(source: Source) -> str:
    """The way from git's top to what is read, links resolved: empty, or ending in `/`."""
    if isinstance(source, Commit):
        return source.git.prefix
    root = source.root.resolve()
    return prefix(root, repository_top(root))
