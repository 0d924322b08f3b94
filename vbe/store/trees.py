"""Every file of a repository, whatever it is, as what git would call it: so that two states are equal only where all is."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from vbe.store.commit import Commit
from vbe.store.git import Git
from vbe.store.history.store import object_id
from vbe.store.top import way_from_top

if TYPE_CHECKING:
    from vbe.store.repository import Source

SHA1, SHA256 = 40, 64
"""How long git's ids are, in hexadecimal digits."""
PIECE = 1 << 20
LINK, SUBMODULE = "120000", "160000"

Files = dict[str, tuple[str, str]]
"""Path from git's top → git's mode (`100644`, `120000` for a link …) and the id of the content."""


def all_files(source: Source, like: Files | None = None) -> Files:
    """What a commit holds, or what lies on disk and is not ignored. `like` is what it will be compared with."""
    if isinstance(source, Commit):
        return {entry.path: (entry.mode, entry.oid) for entry in source.entries()}
    git = Git.open(source.root)
    top = git.top
    whole = Git.open(top) if git.prefix else git
    listed = whole.ask("ls-files", "-z", "--cached", "--others", "--exclude-standard")
    names = sorted(set(listed.decode("utf-8", "surrogateescape").split("\0")[:-1]))
    length = len(next(iter(like.values()))[1]) if like else SHA1
    found = {name: _on_disk(top / name, length, (like or {}).get(name)) for name in names}
    return {name: about for name, about in found.items() if about is not None}


def both_sides(old: Source, new: Source) -> tuple[tuple[Files, Files], str]:
    """All files of two states, the older by the paths that they have now; and the way from git's top to the newer's root."""
    before, way = all_files(old), way_from_top(new)
    after = all_files(new, before)
    return (moved(before, after, way_from_top(old), way), after), way


def moved(old: Files, new: Files, way: str, to: str) -> Files:
    """The old files by the paths that they have since the repository was moved from one folder of git to another."""
    if way == to:
        return old
    paths = {path: to + path.removeprefix(way) if path.startswith(way) else path for path in old}
    return {paths[path] if paths[path] in new and path not in new else path: about for path, about in old.items()}


def _on_disk(path: Path, length: int, known: tuple[str, str] | None) -> tuple[str, str] | None:
    """A file's mode and id without following a link; None where it is gone. A submodule is taken as it was."""
    try:
        status = path.lstat()
        if stat.S_ISLNK(status.st_mode):
            return LINK, object_id(os.fsencode(path.readlink()), length)
        if stat.S_ISDIR(status.st_mode):
            return known if known is not None and known[0] == SUBMODULE else (SUBMODULE, "")
        if not stat.S_ISREG(status.st_mode):
            return "special", ""
        mode = "100755" if status.st_mode & stat.S_IXUSR else "100644"
        return mode, _hashed(path, status.st_size, length)
    except FileNotFoundError:
        return None
    except OSError:
        return "unreadable", ""


def _hashed(path: Path, size: int, length: int) -> str:
    """The id that git gives the file's content, read piece by piece: a file outside the records may be of any size."""
    digest = (hashlib.sha256 if length == SHA256 else hashlib.sha1)(b"blob %d\0" % size, usedforsecurity=False)
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(descriptor, "rb") as file:
        while part := file.read(PIECE):
            digest.update(part)
    return digest.hexdigest()
