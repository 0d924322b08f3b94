"""The repositories that are open in the editor: a room for each, with its files, what is known of it, and what is shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from pygls.uris import from_fs_path, to_fs_path

from vbe.errors import VbeError
from vbe.lsp.snapshot import EditorSource
from vbe.store.repository import find_root

if TYPE_CHECKING:
    import asyncio

    from vbe.diagnostics import Diagnostic
    from vbe.lsp.snapshot import Snapshot


@dataclass
class Room:
    """One repository."""

    root: Path
    """As the editor names it: a link in its way is not resolved, or the editor would not know its own files again."""
    source: EditorSource
    snapshot: Snapshot | None = None
    uris: dict[str, str] = field(default_factory=dict)
    """File → the document as the editor has opened it."""
    shown: set[str] = field(default_factory=set)
    """The files in which something is shown as wrong."""
    waiting: asyncio.TimerHandle | None = None
    """The check that begins when nobody types any more."""
    checking: asyncio.Task[None] | None = None
    """The check that is under way."""

    def uri(self, file: str) -> str:
        """The document of a file."""
        return self.uris.get(file) or from_fs_path(str(self.root / file)) or ""

    def put(self, file: str, text: str | None) -> None:
        """A text as it is in the editor now; None where it has been closed. A check that is under way keeps what it has."""
        held = {name: content for name, content in self.source.open.items() if name != file}
        self.source = EditorSource(self.source.root, held if text is None else {**held, file: text})

    def update(self, snapshot: Snapshot) -> dict[str, list[Diagnostic]]:
        """Take in what a check has found: file → what is wrong in it, with those where nothing is wrong any more."""
        self.snapshot = snapshot
        found: dict[str, list[Diagnostic]] = {file: [] for file in sorted(self.shown | self.source.open.keys())}
        for diagnostic in snapshot.verdict.open:
            found.setdefault(diagnostic.location.file, []).append(diagnostic)
        self.shown = {file for file, diagnostics in found.items() if diagnostics}
        return found


class Rooms(dict[Path, Room]):
    """Root without links → room; opened when a file in it is first asked for."""

    def of(self, uri: str) -> tuple[Room, str] | None:
        """The room of a document, and its path from the root; None where it is in no repository."""
        path = to_fs_path(uri)
        if path is None:
            return None
        try:
            root = find_root(Path(path).parent)
        except VbeError:
            return None
        real = root.resolve()
        try:
            file = Path(path).resolve().relative_to(real).as_posix()
        except ValueError:
            return None
        if real not in self:
            self[real] = Room(root, EditorSource(real))
        return self[real], file
