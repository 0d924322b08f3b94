"""The work tree in one pass: each folder is listed once and each file opened once, however many ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.store.repository import Disk

if TYPE_CHECKING:
    import os

    from vbe.diagnostics import Finding

SHARED = "templates/"
"""The folder whose files are both searched and checked; of everything else one asks, and it need not be kept."""


class Once(Disk):
    """The work tree while nothing writes to it; what was read ahead from it is not read again."""

    def __init__(self, disk: Disk) -> None:
        super().__init__(disk.root)
        self._ahead = disk._ahead
        self._listed: dict[str, list[os.DirEntry[str]]] = {}
        self._shared: dict[str, bytes] = {}

    def entries(self, folder: str) -> list[os.DirEntry[str]]:
        """What lies in a folder, by name, as it was when it was first asked for."""
        if folder not in self._listed:
            self._listed[folder] = super().entries(folder)
        return self._listed[folder]

    def read(self, file: str, limit: int) -> bytes | Finding:
        """As the work tree reads it; one that was read is given again to whoever takes as much."""
        content: bytes | Finding | None = self._shared.get(file)
        if not isinstance(content, bytes) or len(content) > limit:
            content = super().read(file, limit)
            if file.startswith(SHARED) and isinstance(content, bytes):
                self._shared[file] = content
        return content
