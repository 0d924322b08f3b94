"""Ids for the shell to complete: those of the repository in the current folder, found without reading YAML as YAML.

A shell asks at every press of a key. So nothing is validated here, nothing is said, and whatever goes wrong gives no ids.
"""

from __future__ import annotations

import os
import re
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ENTRY_ID = re.compile(r"^\s*-\s+\{?\s*id:\s*[\"']?([A-Za-z0-9.-]+)", re.MULTILINE)
AREA = re.compile(r"(\d\d)-[a-z0-9-]+\.yaml\Z")
FILES_READ = 400
BYTES_READ = 256 * 1024


def complete_ids(incomplete: str) -> list[str]:
    """The ids that begin with what was typed."""
    try:
        return sorted({identity for identity in _ids() if identity.startswith(incomplete)})
    except (OSError, ValueError):
        return []


def _ids() -> Iterator[str]:
    from vbe.errors import VbeError
    from vbe.repository import find_root

    try:
        root = find_root()
    except VbeError:
        return
    for folder in ("routines", "guidance", "followup"):
        for path in sorted((root / folder).glob("*/*.yaml")):
            yield f"{path.parent.name}/{path.stem}" if path.stem != "decisions" else path.parent.name
    yield from ("strategy", "organisation", "profile")
    listed = chain(
        (root / "strategy").glob("*.yaml"), (root / "measures").glob("*.yaml"), (root / "followup").glob("*/decisions.yaml")
    )
    for index, path in enumerate(sorted(listed)):
        if index < FILES_READ and not path.is_symlink():
            yield from _inside(path)


def _inside(path: Path) -> Iterator[str]:
    """The ids of the entries in a file, and the number of an area."""
    if path.parent.name == "measures" and (match := AREA.match(path.name)):
        yield match[1]
    with open(path, encoding="utf-8", errors="replace") as file:
        if os.fstat(file.fileno()).st_size <= BYTES_READ:
            yield from ENTRY_ID.findall(file.read())
