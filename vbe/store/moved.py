"""Where a repository lay in a commit: it may have been moved into another folder of git since, or out of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.model.places import FILE
from vbe.store.git import GitError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from vbe.store.git import Git

RENAMES = (
    *("log", "--topo-order", "-M", "-l1000", "--diff-filter=R", "-z", "--name-status", "--format=", "--no-relative"),
    *("--no-ext-diff", "--no-textconv", "--no-show-signature", "--ignore-submodules=all", "--end-of-options", "HEAD", "--"),
)
"""Renames alone: `--follow` also follows copies, and so would go from one repository into another that it was copied from."""


def place_in(git: Git, paths: Collection[str]) -> str:
    """The way from git's top to the repository's folder among the paths of a commit: empty, or ending in `/`.

    Where git opened the repository, unless the profile did not lie there then; otherwise where git knows that it was moved
    from, or else where the only profile of the commit lay, if none lies there any more.
    """
    if git.prefix + FILE in paths:
        return git.prefix
    former = next((place + FILE for place in former_places(git) if place + FILE in paths), None)
    if former is None:
        listed = [path for path in paths if path == FILE or path.endswith(f"/{FILE}")]
        former = listed[0] if len(listed) == 1 and not _is_still_there(git, listed[0]) else None
    return git.prefix if former is None else former.removesuffix(FILE)


def former_places(git: Git) -> Iterator[str]:
    """The folders in which the profile lay before it was moved where it lies, the latest first: empty, or ending in `/`."""
    try:
        words = git.ask(*RENAMES).decode("utf-8", "surrogateescape").split("\0")[:-1]
    except GitError:
        return
    path = git.prefix + FILE
    for _status, old, new in zip(words[::3], words[1::3], words[2::3], strict=False):
        if new == path and (old == FILE or old.endswith(f"/{FILE}")):
            path = old
            yield path.removesuffix(FILE)


def _is_still_there(git: Git, path: str) -> bool:
    return (git.top / path).exists()
