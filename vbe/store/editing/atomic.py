"""The only way to a file: the whole of it or nothing, and never over what somebody else has just written.

Measured (reliability page 2.4): a plain write that is interrupted leaves a torn file in nine cases of ten, a file beside it
that is renamed into place in none.
"""

from __future__ import annotations

import contextlib
import glob
import os
import stat
import tempfile
import time
from typing import TYPE_CHECKING

from vbe.errors import VbeError
from vbe.language import _
from vbe.store.links import require_unlinked
from vbe.store.reasons import os_error_text

if TYPE_CHECKING:
    from pathlib import Path

SUFFIX = ".tmp"
OLD_LITTER = 3600
"""Seconds after which a left-over of an interrupted run is nobody's."""
NEW_FILE_MODE = 0o666


def write_atomically(path: Path, new: bytes, expected_old: bytes | None, *, root: Path) -> None:
    """Write a file whole. `expected_old` is what it held when it was read; None where there must be no file yet.

    Refuses, with the file untouched, where it holds something else by now, is no ordinary file, or is reached through a
    link in the repository at `root`.
    """
    require_unlinked(root, path)
    try:
        _clear_litter(path)
        mode = _checked(path, expected_old)
        temporary = _beside(path, new, mode)
        try:
            require_unlinked(root, path)
            _checked(path, expected_old)
            os.replace(temporary, path)  # noqa: PTH105 - the pair of file names reads best so
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(temporary)  # noqa: PTH108
            raise
        _settle(path.parent)
    except OSError as error:
        message = _("{path} cannot be written: {reason}.").format(path=path, reason=os_error_text(error))
        raise VbeError(message) from None


def put_made(path: Path, new: bytes) -> None:
    """Put a file that can be made again: whole for whoever reads it, but not waited for until the disk has it.

    For thousands of files in a folder of our own, to which the caller has seen that no link leads.
    """
    temporary = path.with_name(f"{_prefix(path)}{os.getpid()}{SUFFIX}")
    try:
        temporary.write_bytes(new)
        os.replace(temporary, path)  # noqa: PTH105 - as above
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def _checked(path: Path, expected_old: bytes | None) -> int:
    """The mode that the file shall have; raises where it is not what it was."""
    try:
        status = path.lstat()
    except FileNotFoundError:
        if expected_old is not None:
            raise VbeError(_("{path} is gone; somebody has moved or deleted it.").format(path=path)) from None
        umask = os.umask(0)
        os.umask(umask)
        return NEW_FILE_MODE & ~umask
    if expected_old is None:
        raise VbeError(_("{path} already exists and is not overwritten.").format(path=path))
    if not stat.S_ISREG(status.st_mode):
        raise VbeError(_("{path} is no ordinary file and is not written.").format(path=path))
    if path.read_bytes() != expected_old:
        message = _("{path} has been changed by somebody else meanwhile and is not overwritten.").format(path=path)
        raise VbeError(message, _("Run the command again."))
    return stat.S_IMODE(status.st_mode)


def _beside(path: Path, new: bytes, mode: int) -> str:
    """A file in the same folder with the content, safely on disk."""
    descriptor, name = tempfile.mkstemp(prefix=f"{_prefix(path)}", suffix=SUFFIX, dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(new)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, mode)  # noqa: PTH101
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)  # noqa: PTH108
        raise
    return name


def _prefix(path: Path) -> str:
    return f".{path.name}.vbe-"


def _clear_litter(path: Path) -> None:
    """What an interrupted run has left beside the file."""
    for left in path.parent.glob(f"{glob.escape(_prefix(path))}*{SUFFIX}"):
        with contextlib.suppress(OSError):
            if time.time() - left.lstat().st_mtime > OLD_LITTER:
                left.unlink()


def _settle(folder: Path) -> None:
    """Have the new name on disk too; not every system lets a folder be opened for that."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
