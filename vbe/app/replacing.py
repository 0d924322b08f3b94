"""Reports → files: whole or not at all, through no link, and over nothing but a report that nobody has changed since."""

from __future__ import annotations

import hashlib
import re
import stat
from typing import TYPE_CHECKING

from vbe.errors import VbeError
from vbe.language import _
from vbe.report.render import FORMATS, is_sealed
from vbe.store.editing.atomic import write_atomically
from vbe.store.links import require_unlinked
from vbe.store.reasons import os_error_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

FOLDER = "build"
"""The folder that is made by itself, where there is none."""
MANIFEST = "MANIFEST.sha256"
MANIFEST_LINE = re.compile(r"[0-9a-f]{64}  ([^/\n]+)")
LARGEST = 64 * 1024 * 1024
"""Bytes of a file that is looked at before it is written over; none of our reports is larger."""


def write_files(root: Path, listed: Mapping[Path, tuple[bytes, str]], *, force: bool) -> list[Path]:
    """Write files (file → bytes and form), and a manifest where they are several; the files written, in order.

    Nothing is written where one of the files may not be. `force` writes over any regular file.
    """
    manifest = _manifest(root, listed)
    old = {path: require_replaceable(root, path, content, form, force=force) for path, (content, form) in listed.items()}
    for path, content in manifest.items():
        old[path] = require_replaceable(root, path, content, "", force=force)
    for path, content in [*((path, content) for path, (content, _form) in listed.items()), *manifest.items()]:
        if path.parent.name == FOLDER and path.parent.parent.is_dir():
            path.parent.mkdir(exist_ok=True)
        write_atomically(path, content, old[path], root=root)
    return [*listed, *manifest]


def require_replaceable(root: Path, path: Path, new: bytes, form: str, *, force: bool) -> bytes | None:
    """What the file holds now, None where there is none; stops where it may not be written over.

    `form` is the report's; empty for a manifest.
    """
    require_unlinked(root, path)
    old = _read(path)
    require_ours(path, old, new, lambda there: is_sealed(there, form) if form else _lists_reports(there), force=force)
    return old


def require_ours(path: Path, old: bytes | None, new: bytes, is_ours: Callable[[bytes], bool], *, force: bool) -> None:
    """Stop where a file holds (`old`) what somebody else wrote or changed, and not what it is to hold (`new`)."""
    if old is None or old == new or force or is_ours(old):
        return
    message = _("{path} was not written by vbe, or has been changed since, and is not overwritten.").format(path=path)
    raise VbeError(message, _("Move it away, write to another file, or write over it with --force."))


def _read(path: Path) -> bytes | None:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode) or status.st_size > LARGEST:
            raise VbeError(_("{path} is no ordinary file and is not written.").format(path=path))
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise VbeError(_("{path} cannot be written: {reason}.").format(path=path, reason=os_error_text(error))) from None


def _manifest(root: Path, listed: Mapping[Path, tuple[bytes, str]]) -> dict[Path, bytes]:
    """The sums of a set of files, in the form that `sha256sum --check` reads; never among the records' folders."""
    files = sorted(listed)
    if len(files) < 2 or files[0].absolute().parent.resolve() == root.resolve():
        return {}
    lines = [f"{hashlib.sha256(listed[path][0]).hexdigest()}  {path.name}\n" for path in files]
    return {files[0].with_name(MANIFEST): "".join(lines).encode()}


def _lists_reports(content: bytes) -> bool:
    """Whether a manifest is one of ours: sums of files in the forms of a report, and nothing else."""
    suffixes = tuple(form.suffix for form in FORMATS.values())
    matches = [MANIFEST_LINE.fullmatch(line) for line in content.decode("utf-8", "replace").splitlines()]
    return bool(matches) and all(match is not None and match[1].endswith(suffixes) for match in matches)
