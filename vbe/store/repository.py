"""The door to a repository's files: on disk, without following links, and never more of a file than a record may hold."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path
from typing import NamedTuple, Protocol

from vbe.diagnostics import Finding, Location
from vbe.errors import VbeError
from vbe.language import DEFAULT, _, set_default_language
from vbe.language.patterns import later
from vbe.model.places import FILE, FILE_KIB, FOLDERS
from vbe.store.links import linked_part
from vbe.store.reasons import os_error_text
from vbe.store.sparse import absent_files, not_checked_out

MAX_FILES = 100_000
DEFAULT_LIMIT = FILE_KIB * 1024
"""What a file may hold unless the profile says otherwise."""
LANGUAGE_LINE = later(rb"^language:[ \t]*[\"']?([a-z]+)", re.MULTILINE)
MAX_FOLDER_DEPTH = 8


class Listing(NamedTuple):
    """The files of the data folders, sorted, and what is wrong with them before they are read."""

    files: tuple[str, ...]
    findings: tuple[Finding, ...] = ()
    absent: tuple[str, ...] = ()
    """The files that are there and were left out when the rest was checked out; one of the findings tells of them."""


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


def speak_as_profile(source: Source) -> None:
    """Speak the profile's language from here on, unless the user has asked for another.

    It is found without reading the profile as YAML: what is wrong with it must be told in its language too.
    """
    set_default_language(language_of(source))


def language_of(source: Source) -> str:
    """The language that the profile names, as it stands there; Swedish where it names none."""
    read = source.read_ahead if isinstance(source, Disk) else source.read
    content = read(FILE, DEFAULT_LIMIT)
    found = LANGUAGE_LINE.search(content) if isinstance(content, bytes) else None
    return found[1].decode() if found else DEFAULT


def fault(rule: str, file: str, message: str, hint: str = "") -> Finding:
    """A finding about a whole file."""
    return Finding(file, message, hint, location=Location(file), rule=rule)


def too_large(file: str, limit: int) -> Finding:
    """The finding of a file that is larger than a record may be."""
    message = _("The file is larger than {size} KiB and is not read.").format(size=limit // 1024)
    return fault("too-large", file, message, _("Split the file, or keep the material elsewhere and refer to it."))


def too_deep(folder: str) -> Finding:
    """The finding of a folder that lies deeper than records may."""
    message = _("The folder lies more than {count} folders deep and is not read.").format(count=MAX_FOLDER_DEPTH + 1)
    return fault("unreadable-file", folder, message, _("Move the files up, or delete the folder."))


class Disk:
    """The work tree."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._top = os.fspath(root)
        self._ahead: dict[tuple[str, int], bytes | Finding] = {}

    def read_ahead(self, file: str, limit: int) -> bytes | Finding:
        """Read a file that is going to be asked for again: the next who does is given the same, and it is opened once."""
        self._ahead[file, limit] = self.read(file, limit)
        return self._ahead[file, limit]

    def entries(self, folder: str) -> list[os.DirEntry[str]]:
        """What lies in a folder, by name; raises OSError where it cannot be listed."""
        return sorted(os.scandir(self.root / folder), key=lambda entry: entry.name)

    def listing(self) -> Listing:
        """Every regular file below the data folders; links and special files are findings, hidden files are left out."""
        files: list[str] = []
        findings: list[Finding] = []
        if (self.root / FILE).is_symlink():
            findings.append(fault("symlink", FILE, _("The profile is a link."), _("Put the file itself here.")))
        else:
            files.append(FILE)
        for folder in FOLDERS:
            path = self.root / folder
            if path.is_symlink():
                findings.append(
                    fault("symlink", folder, _("The folder is a link and is not followed."), _("Put the folder itself here."))
                )
            elif path.is_dir():
                self._walk(folder, files, findings)
        absent = tuple(file for file in absent_files(self.root) if is_ours(file))
        if absent:
            findings.append(not_checked_out(absent))
        return Listing(tuple(sorted(files)), tuple(findings), absent)

    def _walk(self, top: str, files: list[str], findings: list[Finding]) -> None:
        waiting = [top]
        while waiting:
            folder = waiting.pop()
            try:
                entries = self.entries(folder)
            except OSError as error:
                raise VbeError(_("The folder {folder} cannot be read.").format(folder=folder), os_error_text(error)) from None
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                file = f"{folder}/{entry.name}"
                if entry.is_symlink():
                    hint = _("Put the file itself here.")
                    findings.append(fault("symlink", file, _("The file is a link and is not followed."), hint))
                elif entry.is_dir(follow_symlinks=False):
                    if folder.count("/") < MAX_FOLDER_DEPTH:
                        waiting.append(file)
                    else:
                        findings.append(too_deep(file))
                elif entry.is_file(follow_symlinks=False):
                    files.append(file)
                else:
                    message = _("This is no ordinary file and is not read.")
                    findings.append(fault("special-file", file, message, _("Delete it.")))
            if len(files) > MAX_FILES:
                raise VbeError(_("There are more than {count} files in the data folders.").format(count=MAX_FILES))

    def read(self, file: str, limit: int) -> bytes | Finding:
        """Opened without following a link in any part, and checked again once open: it may have been swapped in between."""
        if (file, limit) in self._ahead:
            return self._ahead.pop((file, limit))
        linked = linked_part(self.root, file)
        if linked is not None:
            message = _("{path} is a link and is not followed.").format(path=linked)
            return fault("symlink", file, message, _("Put the folder or the file itself there."))
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        try:
            descriptor = os.open(f"{self._top}/{file}", flags)
        except OSError as error:
            hint = _("Check the file's permissions.")
            message = _("The file cannot be read: {reason}.").format(reason=os_error_text(error))
            return fault("unreadable-file", file, message, hint)
        try:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                return fault("special-file", file, _("This is no ordinary file and is not read."), _("Delete it."))
            if status.st_size > limit:
                return too_large(file, limit)
            parts = []
            left = limit + 1
            # A little more than the file holds is asked for: room for all that it may hold costs more than to read it.
            while left > 0 and (part := os.read(descriptor, min(left, status.st_size + 1))):
                parts.append(part)
                left -= len(part)
            content = b"".join(parts)
            return too_large(file, limit) if len(content) > limit else content
        except OSError as error:
            message = _("The file cannot be read: {reason}.").format(reason=os_error_text(error))
            return fault("unreadable-file", file, message, _("Check the file's permissions."))
        finally:
            os.close(descriptor)


def is_ours(file: str) -> bool:
    """The profile, or a file below a data folder; nothing hidden."""
    folder, _slash, _rest = file.partition("/")
    if file == FILE:
        return True
    hidden = file.startswith(".") or "/." in file
    return folder in FOLDERS and not hidden
