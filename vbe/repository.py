"""The door to a repository's files: on disk, without following links, and never more of a file than a record may hold."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from vbe.diagnostics import Finding, Location
from vbe.errors import VbeError
from vbe.language import _
from vbe.profile import FILE
from vbe.records import FOLDERS

MAX_FILES = 100_000
MAX_FOLDER_DEPTH = 8
TEXT_SUFFIXES = (".yaml", ".yml", ".md", ".txt")


@dataclass(frozen=True, slots=True)
class Listing:
    """The files of the data folders, sorted, and what is wrong with them before they are read."""

    files: tuple[str, ...]
    findings: tuple[Finding, ...] = ()


class Source(Protocol):
    """Where files come from: the disk, or a commit's tree."""

    root: Path

    def listing(self) -> Listing:
        """The profile and every file below the data folders."""

    def read(self, file: str, limit: int) -> bytes | Finding:
        """At most `limit` bytes of a file; a finding where it is larger or cannot be read."""


def find_root(start: Path | None = None, root: Path | None = None) -> Path:
    """The repository: `root`, else the nearest folder from `start` upwards that holds the profile."""
    if root is not None:
        if not (root / FILE).is_file():
            raise VbeError(
                _("There is no {file} in {folder}.").format(file=FILE, folder=root),
                _("Give the folder of the repository with --root, or begin one with `vbe init`."),
            )
        return root
    here = start or Path.cwd()
    for folder in (here, *here.parents):
        if (folder / FILE).is_file():
            return folder
    raise VbeError(
        _("There is no {file} here or in any folder above.").format(file=FILE),
        _("Go to the repository's folder, name it with --root, or begin one with `vbe init`."),
    )


def _fault(rule: str, file: str, message: str, hint: str = "") -> Finding:
    return Finding(file, message, hint, location=Location(file), rule=rule)


def too_large(file: str, limit: int) -> Finding:
    """The finding of a file that is larger than a record may be."""
    message = _("The file is larger than {size} KiB and is not read.").format(size=limit // 1024)
    return _fault("too-large", file, message, _("Split the file, or keep the material elsewhere and refer to it."))


class Disk:
    """The work tree."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def listing(self) -> Listing:
        """Every regular file below the data folders; links and special files are findings, hidden files are left out."""
        files: list[str] = []
        findings: list[Finding] = []
        if (self.root / FILE).is_symlink():
            findings.append(_fault("symlink", FILE, _("The profile is a link."), _("Put the file itself here.")))
        else:
            files.append(FILE)
        for folder in FOLDERS:
            path = self.root / folder
            if path.is_symlink():
                findings.append(
                    _fault("symlink", folder, _("The folder is a link and is not followed."), _("Put the folder itself here."))
                )
            elif path.is_dir():
                self._walk(folder, files, findings)
        return Listing(tuple(sorted(files)), tuple(findings))

    def _walk(self, top: str, files: list[str], findings: list[Finding]) -> None:
        waiting = [top]
        while waiting:
            folder = waiting.pop()
            try:
                entries = sorted(os.scandir(self.root / folder), key=lambda entry: entry.name)
            except OSError as error:
                raise VbeError(_("The folder {folder} cannot be read.").format(folder=folder), error.strerror or "") from None
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                file = f"{folder}/{entry.name}"
                if entry.is_symlink():
                    hint = _("Put the file itself here.")
                    findings.append(_fault("symlink", file, _("The file is a link and is not followed."), hint))
                elif entry.is_dir(follow_symlinks=False):
                    if folder.count("/") < MAX_FOLDER_DEPTH:
                        waiting.append(file)
                elif entry.is_file(follow_symlinks=False):
                    files.append(file)
                else:
                    message = _("This is no ordinary file and is not read.")
                    findings.append(_fault("special-file", file, message, _("Delete it.")))
            if len(files) > MAX_FILES:
                raise VbeError(_("There are more than {count} files in the data folders.").format(count=MAX_FILES))

    def read(self, file: str, limit: int) -> bytes | Finding:
        """Opened without following a link, and checked again once open: the file may have been swapped in between."""
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        try:
            descriptor = os.open(self.root / file, flags)
        except OSError as error:
            hint = _("Check the file's permissions.")
            message = _("The file cannot be read: {reason}.").format(reason=error.strerror)
            return _fault("unreadable-file", file, message, hint)
        try:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                return _fault("special-file", file, _("This is no ordinary file and is not read."), _("Delete it."))
            if status.st_size > limit:
                return too_large(file, limit)
            parts = []
            left = limit + 1
            while left > 0 and (part := os.read(descriptor, left)):
                parts.append(part)
                left -= len(part)
            content = b"".join(parts)
            return too_large(file, limit) if len(content) > limit else content
        except OSError as error:
            message = _("The file cannot be read: {reason}.").format(reason=error.strerror)
            return _fault("unreadable-file", file, message, _("Check the file's permissions."))
        finally:
            os.close(descriptor)
