"""A set of files → a folder: all of them, or nothing at all."""

from __future__ import annotations

import contextlib
import glob
import os
import shutil
import tempfile
import time
from typing import TYPE_CHECKING

from vbe.errors import VbeError
from vbe.language import _
from vbe.store.editing.atomic import OLD_LITTER, SUFFIX
from vbe.store.reasons import os_error_text

if TYPE_CHECKING:
    from pathlib import Path

OVERLOOKED = frozenset({".git"})
"""What an empty folder may hold: a repository without files is empty."""
FOLDER_MODE = 0o755


def create_tree(folder: Path, files: dict[str, bytes]) -> None:
    """Write the files to a folder that is empty or not there yet. Until everything is on disk, nothing is seen of it."""
    check_empty(folder)
    is_there = folder.is_dir()
    try:
        home = folder if is_there else folder.parent
        home.mkdir(parents=True, exist_ok=True)
        _clear_litter(folder, home)
        staging = tempfile.mkdtemp(prefix=_prefix(folder), suffix=SUFFIX, dir=home)
        try:
            _write(staging, files)
            if is_there:
                _move(staging, folder)
            else:
                os.chmod(staging, FOLDER_MODE)  # noqa: PTH101 - mkdtemp's own mode keeps everybody else out
                os.rename(staging, folder)  # noqa: PTH104 - a name, not yet a path
        finally:
            shutil.rmtree(staging, ignore_errors=True)
    except OSError as error:
        message = _("{path} cannot be written: {reason}.").format(path=folder, reason=os_error_text(error))
        raise VbeError(message) from None


def check_empty(folder: Path) -> None:
    """Raise where the folder holds anything, or is none."""
    if not os.path.lexists(folder):
        return
    if not folder.is_dir():
        raise VbeError(_("{path} is no folder.").format(path=folder))
    try:
        names = set(os.listdir(folder)) - OVERLOOKED
    except OSError as error:
        raise VbeError(_("The folder {folder} cannot be read.").format(folder=folder), os_error_text(error)) from None
    if any(not (name.startswith(_prefix(folder)) and name.endswith(SUFFIX)) for name in names):
        message = _("The folder {folder} is not empty.").format(folder=folder)
        raise VbeError(message, _("Name one that is empty, or that is not there yet."))


def _prefix(folder: Path) -> str:
    return f".{folder.name}.vbe-"


def _clear_litter(folder: Path, home: Path) -> None:
    """What an interrupted run has left; what is younger may belong to a run beside this one."""
    for left in home.glob(f"{glob.escape(_prefix(folder))}*{SUFFIX}"):
        with contextlib.suppress(OSError):
            if time.time() - left.lstat().st_mtime > OLD_LITTER:
                shutil.rmtree(left)


def _write(folder: str, files: dict[str, bytes]) -> None:
    for file, content in files.items():
        path = os.path.join(folder, *file.split("/"))  # noqa: PTH118
        os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120
        with open(path, "wb") as opened:
            opened.write(content)
            opened.flush()
            os.fsync(opened.fileno())


def _move(staging: str, folder: Path) -> None:
    """Into the folder that is there; back again where one of the moves fails."""
    moved: list[str] = []
    try:
        for name in sorted(os.listdir(staging)):
            if os.path.lexists(folder / name):
                raise VbeError(_("{path} already exists and is not overwritten.").format(path=folder / name))
            os.rename(os.path.join(staging, name), folder / name)  # noqa: PTH104, PTH118
            moved.append(name)
    except BaseException:
        for name in moved:
            os.rename(folder / name, os.path.join(staging, name))  # noqa: PTH104, PTH118
        raise
