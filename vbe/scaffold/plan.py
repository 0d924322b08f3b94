"""What is to be written, proven in memory before the first byte reaches the disk."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vbe.diagnostics import Finding, Severity
from vbe.errors import VbeError
from vbe.language import _
from vbe.rules.checker import check
from vbe.store.editing.atomic import write_atomically
from vbe.store.links import require_unlinked
from vbe.store.loader import load
from vbe.store.repository import Listing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from vbe.diagnostics import Diagnostic
    from vbe.store.repository import Source


@dataclass(frozen=True, slots=True)
class Change:
    """A file to write, or to delete; `old` is what it holds now, None where there is none."""

    file: str
    old: bytes | None
    new: bytes
    is_removal: bool = False


class Overlay:
    """A repository as it would be with some files written."""

    def __init__(self, source: Source, changes: Sequence[Change]) -> None:
        self.root = source.root
        self._source = source
        self._changed = {change.file: change.new for change in changes if not change.is_removal}
        self._removed = {change.file for change in changes if change.is_removal}

    def listing(self) -> Listing:
        """The files that are there, and those that would be."""
        listing = self._source.listing()
        return Listing(tuple(sorted({*listing.files, *self._changed} - self._removed)), listing.findings, listing.absent)

    def read(self, file: str, limit: int) -> bytes | Finding:
        """A file as it would be."""
        content = self._changed.get(file)
        return self._source.read(file, limit) if content is None else content


def check_changes(source: Source, changes: list[Change]) -> None:
    """Raise where the changes would bring an error that is not there now. What is wrong elsewhere is no obstacle."""
    known = {identity(diagnostic) for diagnostic in _errors(source)}
    refuse_wrong(diagnostic for diagnostic in _errors(Overlay(source, changes)) if identity(diagnostic) not in known)


def refuse_wrong(found: Iterable[Diagnostic]) -> None:
    """Raise what is wrong with what would be written: the first of it."""
    for worst in found:
        message = _("It would not be right: {code} in {file}: {message}")
        raise VbeError(message.format(code=worst.code, file=worst.location.file, message=worst.message), worst.hint)


def _errors(source: Source) -> list[Diagnostic]:
    return [diagnostic for diagnostic in check(load(source)).open if diagnostic.severity is Severity.ERROR]


def identity(diagnostic: Diagnostic) -> tuple[str, str, str, str]:
    """The same fault stands on another line once something has been added above it."""
    return (diagnostic.code, diagnostic.location.file, diagnostic.subject, diagnostic.message)


def write(root: Path, changes: list[Change]) -> None:
    """Write all changes; nothing where one of the places is not as it was, or one of the files cannot be written."""
    for change in changes:
        path = root / change.file
        require_unlinked(root, path)
        if change.old is None and path.exists():
            raise VbeError(_("{path} already exists and is not overwritten.").format(path=change.file))
    written: list[Change] = []
    try:
        for change in changes:
            path = root / change.file
            path.parent.mkdir(parents=True, exist_ok=True)
            if change.is_removal:
                _remove(path, change)
            else:
                write_atomically(path, change.new, change.old, root=root)
            written.append(change)
    except BaseException:
        take_back(root, written)
        raise


def _remove(path: Path, change: Change) -> None:
    """Delete a file that still holds what it held when it was read, and its folder where that is empty then."""
    if path.read_bytes() != change.old:
        message = _("{path} has been changed by somebody else meanwhile and is not overwritten.").format(path=change.file)
        raise VbeError(message, _("Run the command again."))
    path.unlink()
    with contextlib.suppress(OSError):
        path.parent.rmdir()


def take_back(root: Path, written: list[Change]) -> None:
    """What was there before is there again; a file that somebody has changed meanwhile is theirs."""
    for change in reversed(written):
        with contextlib.suppress(VbeError, OSError):
            if change.old is None:
                (root / change.file).unlink()
            else:
                (root / change.file).parent.mkdir(parents=True, exist_ok=True)
                write_atomically(root / change.file, change.old, change.new, root=root)
