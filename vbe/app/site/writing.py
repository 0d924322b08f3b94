"""The site's files → a folder: only what changed, each file whole, and nothing that vbe did not write.

A folder is ours where it holds the manifest, or is empty or not there. A file of ours that somebody has changed since, and one
that stands where a new one should, stop everything before anything is written.

The new manifest is put beside the old one first and takes its place last: after a run that was interrupted both are known
to be ours, what the old one lists and what the new one lists. No file is waited for until the disk has it, as all of them
can be made again; one that a power cut has left empty is written over.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from vbe.errors import VbeError
from vbe.language import _
from vbe.model.places import FOLDERS
from vbe.site.kept import Kept
from vbe.site.manifest import MANIFEST, read_manifest
from vbe.store.editing.atomic import put_made
from vbe.store.links import require_unlinked
from vbe.store.reasons import os_error_text
from vbe.store.templates import TEMPLATES

if TYPE_CHECKING:
    from pathlib import Path

DEFAULT = "build/site"
COMING = "vbe-site.next.json"
"""The manifest of a run that has not ended."""
Sums = Mapping[str, frozenset[str]]
OWN = frozenset({*FOLDERS, TEMPLATES, ".git"})
"""Folders of the repository where no site is written."""


class Written(NamedTuple):
    """How many files were written anew, were as they should be, and have gone."""

    written: int
    kept: int
    removed: int


def write_site(root: Path, folder: Path, files: Mapping[str, bytes], *, force: bool = False) -> Written:
    """Bring a folder to hold these files. `force` writes over files of ours that somebody has changed."""
    require_site_folder(root, folder)
    old = read_sums(folder)
    is_new = not folder.exists()
    standing = {path: None if is_new else _read(folder / path) for path in files}
    if not force:
        _require_ours(folder, files, standing, old)
    changed = {path: content for path, content in files.items() if standing[path] != content}
    gone = [path for path in old if path not in files and _sum(folder / path) in old[path]]
    try:
        if changed or gone:
            _put(folder, {COMING: files[MANIFEST]})
            _put(folder, {path: content for path, content in changed.items() if path != MANIFEST})
            for path in gone:
                (folder / path).unlink()
            _remove_empty(folder, gone)
            os.replace(folder / COMING, folder / MANIFEST)  # noqa: PTH105 - last: what it lists is there
    except OSError as error:
        raise VbeError(_("{path} cannot be written: {reason}.").format(path=folder, reason=os_error_text(error))) from None
    return Written(len(changed), len(files) - len(changed), len(gone))


def require_site_folder(root: Path, folder: Path) -> None:
    """Stop where the folder is, or lies in, one of the repository's own, is the repository, or holds something else."""
    require_unlinked(root, folder)
    top, place = os.path.realpath(root), os.path.realpath(folder)
    own = any(place == os.path.join(top, name) or place.startswith(os.path.join(top, name) + os.sep) for name in OWN)  # noqa: PTH118
    if own or place == top or top.startswith(place + os.sep):
        message = _("{folder} holds the repository’s own files, so no site is written there.").format(folder=folder)
        raise VbeError(message, _("Choose another folder with -o, such as build/site."))
    if folder.exists() and not folder.is_dir():
        raise VbeError(_("{path} is no folder.").format(path=folder), _("Choose another folder with -o, such as build/site."))
    if folder.is_dir() and not any((folder / name).is_file() for name in (MANIFEST, COMING)) and any(folder.iterdir()):
        message = _("{folder} holds something else than a site of vbe’s ({file} is missing), and nothing is written there.")
        raise VbeError(message.format(folder=folder, file=MANIFEST), _("Choose an empty folder with -o."))


def read_sums(folder: Path) -> Sums:
    """Path → sums of what vbe wrote to the folder, or was writing; paths that lead out of it are passed over."""
    found: dict[str, frozenset[str]] = {}
    for name in (MANIFEST, COMING):
        content = _read(folder / name)
        for path, digest in read_manifest(content).files.items() if content else ():
            if is_inside(path):
                found[path] = found.get(path, frozenset()) | {digest}
    return found


def read_kept(folder: Path) -> Kept:
    """The cards of the folder that are as vbe wrote them, by what they were made from."""
    content = _read(folder / MANIFEST)
    if content is None:
        return Kept()
    manifest, cards = read_manifest(content), {}
    for path, origin in manifest.cards.items():
        card = _read(folder / path) if is_inside(path) else None
        if card is not None and hashlib.sha256(card).hexdigest() == manifest.files.get(path):
            cards[origin] = card
    return Kept(cards)


def is_inside(path: str) -> bool:
    """Whether a path names a file below the folder that it is read from."""
    parts = path.split("/")
    return bool(path) and "\\" not in path and ":" not in path and all(part not in ("", ".", "..") for part in parts)


def _require_ours(folder: Path, files: Mapping[str, bytes], standing: Mapping[str, bytes | None], old: Sums) -> None:
    for path, content in files.items():
        there = standing[path]
        if path == MANIFEST or there == content or (there == b"" and path in old):
            continue
        digest = "" if there is None else hashlib.sha256(there).hexdigest()
        if digest not in old.get(path, ()) and os.path.lexists(folder / path):
            message = _("{path} was not written by vbe, or has been changed since, and is not overwritten.")
            raise VbeError(message.format(path=folder / path), _("Move it away, or write over it with --force."))


def _put(folder: Path, files: Mapping[str, bytes]) -> None:
    """Put files in the folder, whose own folders are no links."""
    for parent in sorted({(folder / path).parent for path in files}):
        require_unlinked(folder, parent)
        parent.mkdir(parents=True, exist_ok=True)
    for path, content in files.items():
        put_made(folder / path, content)


def _read(path: Path) -> bytes | None:
    if os.path.islink(path) or not os.path.isfile(path):  # noqa: PTH113, PTH114 - asked for every file of a site
        return None
    return path.read_bytes()


def _sum(path: Path) -> str:
    content = _read(path)
    return "" if content is None else hashlib.sha256(content).hexdigest()


def _remove_empty(folder: Path, gone: list[str]) -> None:
    """Folders that nothing is left in."""
    for path in gone:
        parent = (folder / path).parent
        while parent != folder and parent.is_dir() and not any(parent.iterdir()):
            parent.rmdir()
            parent = parent.parent
