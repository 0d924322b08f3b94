"""What git holds and has been pointer to leave out of the work tree: it is not missing, and nothing can be said of it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from vbe.diagnostics import Finding, Location
from vbe.language import _, ngettext

if TYPE_CHECKING:
    from pathlib import Path

SIGNATURE = b"DIRC"
FIRST_EXTENDED = 3
"""The first version of git's index that can tell of a file that it is left out; git writes the older one where it can."""

LONGEST = 8192


def absent_files(root: Path) -> tuple[str, ...]:
    """Every file below a folder that git has been pointer to leave out of it (skip-worktree), sorted; paths from the folder."""
    if not _may_be_sparse(root):
        return ()
    from vbe.store.git import Git, GitError

    try:
        listed = Git.open(root).ask("ls-files", "-t", "-z").decode("utf-8", "surrogateescape").split("\0")
    except GitError:
        return ()
    files = sorted(line[2:] for line in listed if line.startswith("S "))
    return tuple(file for file in files if not os.path.lexists(root / file))


def not_checked_out(files: tuple[str, ...]) -> Finding:
    """The one finding about all of them, at the first."""
    message = ngettext(
        "{count} file is not checked out (a sparse checkout), so it is not read.",
        "{count} files are not checked out (a sparse checkout), so they are not read.",
        len(files),
    ).format(count=len(files))
    hint = _("Check out everything: `git sparse-checkout disable`.")
    return Finding(files[0], message, hint, location=Location(files[0]), rule="unreadable-file")


def _may_be_sparse(root: Path) -> bool:
    """Whether it is worth asking git, which costs a process: the index says by its version that no file is left out."""
    here = root.absolute()
    git = next((folder / ".git" for folder in (here, *here.parents) if os.path.lexists(folder / ".git")), None)
    if git is None:
        return False
    try:
        index = _git_folder(git) / "index"
        if not index.is_file():
            return False
        with index.open("rb") as file:
            head = file.read(8)
    except (OSError, ValueError):
        return False
    return head[:4] == SIGNATURE and int.from_bytes(head[4:]) >= FIRST_EXTENDED


def _git_folder(git: Path) -> Path:
    """The folder that holds the index: of a linked work tree a file says where it lies."""
    if not git.is_file():
        return git
    with git.open("rb") as file:
        pointer = file.read(LONGEST).decode("utf-8", "surrogateescape")
    return git.parent / pointer.removeprefix("gitdir:").strip()
