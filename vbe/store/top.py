"""Where a repository lies in git: build servers, and CODEOWNERS, count paths from git's top and not from the profile."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from vbe.store.commit import Commit

if TYPE_CHECKING:
    from vbe.store.repository import Source


def located(path: Path) -> Path:
    """A path from the root of the disk. Where it goes up again, links are followed first, as the system does."""
    return path.resolve() if ".." in path.parts else path.absolute()


def repository_top(root: Path) -> Path:
    """The folder that git calls the top; the folder itself where there is no git."""
    here = located(root)
    return next((folder for folder in (here, *here.parents) if (folder / ".git").exists()), here)


def prefix(root: Path, top: Path) -> str:
    """The way from the top to the repository: empty, or ending in `/`."""
    inside = located(root).relative_to(top).as_posix()
    return "" if inside == "." else f"{inside}/"


def way_from_top(source: Source) -> str:
    """The way from git's top to what is read, links resolved: empty, or ending in `/`."""
    if isinstance(source, Commit):
        return source.git.prefix
    root = source.root.resolve()
    return prefix(root, repository_top(root))
