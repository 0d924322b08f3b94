"""The files that a command reads: how a repository is opened, and paths and days are taken as the user writes them.

Without the library of the command line: what a run of `vbe validate` needs before it has found anything is loaded quickly.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from vbe.cli.telling import say
from vbe.language import _, did_you_mean

if TYPE_CHECKING:
    import datetime

    from vbe.store.repository import Source

LARGEST = 16 * 1024 * 1024
"""Bytes of a file that a user names; no report of ours comes near."""


def open_source(root: Path | None, revision: str | None = None) -> Source:
    """The files to read: on disk, or in a commit. From here on the profile's language is spoken, unless another is asked for."""
    from vbe.store.repository import Disk, find_root, speak_as_profile

    source: Source = Disk(find_root(root=root)) if revision is None else _open_commit(root, revision)
    speak_as_profile(source)
    return source


def open_staged(root: Path | None, revision: str | None = None) -> Source:
    """What the next commit will hold, as a hook judges it; no commit can be asked for beside it."""
    from vbe.errors import VbeError
    from vbe.store.git import Git
    from vbe.store.repository import find_root, speak_as_profile
    from vbe.store.staged import Staged

    if revision is not None:
        raise VbeError(_("--staged and --at cannot be used together."), _("Leave one of them out."))
    source = Staged(Git.open(find_root(root=root)))
    speak_as_profile(source)
    return source


def _open_commit(root: Path | None, revision: str) -> Source:
    """A commit's files. The folder need not hold the profile now: it may be a repository without a work tree."""
    from vbe.errors import VbeError
    from vbe.store.commit import Commit
    from vbe.store.git import Git
    from vbe.store.repository import find_root

    try:
        folder = find_root(root=root)
    except VbeError:
        folder = root or Path.cwd()
        if not folder.is_dir():
            raise
    is_bare = not (folder / ".git").exists() and (folder / "HEAD").is_file() and (folder / "objects").is_dir()
    return Commit(Git.open(folder, bare=is_bare and root is not None), revision, say)


def relative(paths: list[Path] | None, source: Source) -> list[str]:
    """Paths as the user gave them, from the root, with `/`; each is there, on disk or in the commit that is read."""
    from vbe.errors import VbeError
    from vbe.store.repository import Disk

    top = os.path.realpath(source.root)
    held = None if isinstance(source, Disk) or not paths else _held(source)
    wanted = []
    for path in map(_slashed, paths or []):
        # The last part is not resolved: a link in the repository is a finding, and is named by its own name.
        place = Path(os.path.realpath(path.parent), path.name) if path.name not in ("", "..") else Path(os.path.realpath(path))
        if not place.is_relative_to(top):
            raise VbeError(_("{path} is not in the repository {root}.").format(path=path, root=source.root))
        file = place.relative_to(top)
        if not os.path.lexists(place) if held is None else file not in held:
            names = _names_on_disk(place.parent) if held is None else [each.name for each in held if each.parent == file.parent]
            siblings = [str(path.parent / name) for name in names]
            raise VbeError(_("There is no {path}.").format(path=path), did_you_mean(str(path), siblings))
        wanted.append(file.as_posix())
    return wanted


def _slashed(path: Path) -> Path:
    """A path as Windows writes it, where there is none of that name but one with `/`."""
    other = Path(str(path).replace("\\", "/"))
    return other if not os.path.lexists(path) and os.path.lexists(other) else path


def file_or_word(word: str, source: Source) -> str:
    """A record's file from the root, where a word names one from where the user stands or from the root; else the word."""
    if not word.endswith((".yaml", ".yml")):
        return word
    top, held = os.path.realpath(source.root), set(source.listing().files)
    for way in (word, word.replace("\\", "/")):
        path = Path(way)
        place = Path(os.path.realpath(path.parent), path.name)
        from_here = place.relative_to(top).as_posix() if place.is_relative_to(top) else ""
        for file in (from_here, way.removeprefix("./")):
            if file in held:
                return file
    return word


def _held(source: Source) -> dict[Path, None]:
    """Every file that a source has or finds fault with, in order, and the folders above them."""
    listing = source.listing()
    files = [Path(file) for file in (*listing.files, *(finding.file for finding in listing.findings))]
    return dict.fromkeys(place for file in files for place in (file, *file.parents))


def _names_on_disk(folder: Path) -> list[str]:
    return os.listdir(folder) if folder.is_dir() else []


def read_day(text: str | None) -> datetime.date:
    """The day that the user names, or today."""
    import datetime

    from vbe.app.assess import today
    from vbe.errors import VbeError
    from vbe.language.written import read_day as read_written

    if text is None:
        return today()
    try:
        # Written out, a day may be of any year; with the month in words or the century left out only of ours.
        return datetime.datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=datetime.UTC).date()
    except ValueError:
        day = read_written(text)
    if day is None:
        raise VbeError(_("{text} is no date.").format(text=text), _("Write year, month and day: 2017-12-31."))
    return day


def read_file(file: Path) -> bytes:
    """A file that the user names, whole; stops where there is none, or what is there has no end."""
    from vbe.errors import VbeError
    from vbe.store.reasons import os_error_text

    try:
        # A pipe is opened without waiting for somebody to write to it.
        descriptor = os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb") as opened:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise VbeError(_("{path} is no ordinary file and is not read.").format(path=file))
            content = opened.read(LARGEST + 1)
    except OSError as error:
        message = _("{path} cannot be read: {reason}.").format(path=file, reason=os_error_text(error))
        raise VbeError(message) from None
    if len(content) > LARGEST:
        raise VbeError(_("{path} is larger than {size} MiB and is not read.").format(path=file, size=LARGEST // 1024**2))
    return content
