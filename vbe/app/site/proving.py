"""A site's folder against its commit: every file made again and compared, byte for byte."""

from __future__ import annotations

import datetime
import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from vbe.app.site.making import SiteOrder, make_site
from vbe.app.site.writing import is_inside
from vbe.app.verifying import COMMIT, TOOL, YEARS, not_ours
from vbe.domain.proof import Difference, Proof
from vbe.errors import VbeError
from vbe.language import _
from vbe.site import Edition
from vbe.site.manifest import MANIFEST, Manifest, read_manifest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from vbe.store.commit import Commit


def find_site(place: Path) -> Path | None:
    """The folder of a site that a user names by itself or by its list of files; None where it is something else."""
    if place.is_dir():
        return place
    return place.parent if place.name == MANIFEST else None


def read_site(folder: Path) -> tuple[Manifest, SiteOrder]:
    """What a site says that it was made from, as an order to make it again."""
    try:
        manifest = read_manifest((folder / MANIFEST).read_bytes())
    except OSError:
        message = _("{folder} holds no site: {file} is missing.").format(folder=folder, file=MANIFEST)
        raise VbeError(message) from None
    if not manifest.commit:
        message = _("The site was not made from a commit, so it cannot be made again.")
        raise VbeError(message, _("Commit the files, and write the site anew."))
    try:
        day = datetime.date.fromisoformat(manifest.as_of)
        if not COMMIT.fullmatch(manifest.commit) or day.year not in YEARS:
            raise ValueError
        return manifest, SiteOrder(Edition(manifest.edition), day, manifest.tool if TOOL.fullmatch(manifest.tool) else "")
    except (ValueError, TypeError):
        raise VbeError(_("What the file says that it was made from cannot be read.")) from None


def prove_site(folder: Path, source: Commit, on: str | None = None) -> Proof:
    """The answer on a folder, whose commit is the source; `on` names the line that the commit must be part of."""
    from vbe import __version__

    manifest, order = read_site(folder)
    standing = dict(_standing(folder))
    size = sum(len(content) for content in standing.values())
    proof = Proof("different", str(manifest.commit), manifest.tool, f"vbe {__version__}", size)
    stray = not_ours(source, on)
    if stray:
        return replace(proof, messages=(stray,))
    again = make_site(source, order).files
    differences = tuple(_differences(standing, again))
    if not differences:
        return replace(proof, answer="same")
    proof = replace(proof, model=hashlib.sha256(again[MANIFEST]).hexdigest())
    messages = (_("The site was made from files that were not committed."),) if manifest.dirty else ()
    return replace(proof, messages=messages, differences=differences)


def _standing(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of the folder, links aside."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and not path.is_symlink() and is_inside(name):
            yield name, path.read_bytes()


def _differences(old: Mapping[str, bytes], new: Mapping[str, bytes]) -> Iterator[Difference]:
    for name in sorted({*old, *new}):
        if old.get(name) != new.get(name):
            yield Difference(name, "missing" if name not in old else "added" if name not in new else "changed")
