"""The file that says that a folder is a site of ours: what it was made from, and the sum of every file in it.

With it a site is made again and compared (`vbe verify`), only what changed is written, and what vbe did not write is left alone.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, NamedTuple

from vbe.errors import VbeError
from vbe.language import _

if TYPE_CHECKING:
    from collections.abc import Mapping

MANIFEST = "vbe-site.json"
VERSION = 1


class Manifest(NamedTuple):
    """What a site was made from, and path → SHA-256 of what vbe wrote."""

    edition: str
    as_of: str
    tool: str
    commit: str | None
    dirty: bool | None
    templates: str
    files: Mapping[str, str]
    cards: Mapping[str, str] = {}
    """Path → SHA-256 of what a card was made from: one that would be made from the same is not set again."""


def sums_of(files: Mapping[str, bytes]) -> dict[str, str]:
    """Path → SHA-256, in hexadecimal."""
    return {path: hashlib.sha256(content).hexdigest() for path, content in sorted(files.items())}


def write_manifest(manifest: Manifest) -> bytes:
    """The manifest's bytes."""
    data = {"vbe-site": VERSION, **manifest._asdict(), "files": dict(manifest.files), "cards": dict(manifest.cards)}
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def read_manifest(content: bytes) -> Manifest:
    """What a manifest says; raises where it is none of ours."""
    try:
        data = json.loads(content)
        if data.pop("vbe-site") != VERSION:
            raise ValueError
        manifest = Manifest(**data)
        sums = [*manifest.files.items(), *manifest.cards.items()]
        if not all(isinstance(path, str) and isinstance(digest, str) for path, digest in sums):
            raise ValueError
        return manifest._replace(files=dict(manifest.files), cards=dict(manifest.cards))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise VbeError(_("{file} cannot be read as the list of a site’s files.").format(file=MANIFEST)) from None
