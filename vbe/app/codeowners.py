"""CODEOWNERS: made from the organisation, compared with the file that is there, and never over what somebody has written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.app.assess import today
from vbe.app.replacing import require_ours
from vbe.output.codeowners import PLACES, codeowners, is_ours
from vbe.store.editing.atomic import write_atomically
from vbe.store.links import require_unlinked
from vbe.store.loader import load
from vbe.store.top import prefix

if TYPE_CHECKING:
    from pathlib import Path

    from vbe.store.repository import Source


def compose(source: Source, top: Path) -> tuple[str, list[str]]:
    """The text for a repository whose git has its top there, and what is wrong in the organisation, a line each."""
    return codeowners(load(source), prefix(source.root, top), today())


def present(top: Path) -> Path:
    """Where the file is; where it should be, when there is none."""
    return next((top / place for place in PLACES if (top / place).is_file()), top / PLACES[0])


def says(path: Path, text: str, top: Path) -> bool:
    """Whether a file says just this; a service does not follow a link to it, so one is refused."""
    require_unlinked(top, path)
    return path.is_file() and path.read_bytes() == text.encode()


def write(output: Path, text: str, top: Path, *, force: bool) -> Path:
    """Write the file, or into a folder under its own name: over one of ours that nobody has changed since; `force`: over any."""
    path = output / PLACES[0] if output.is_dir() else output
    require_unlinked(top, path)
    old = path.read_bytes() if path.is_file() else None
    require_ours(path, old, text.encode(), is_ours, force=force)
    write_atomically(path, text.encode(), old, root=top)
    return path
