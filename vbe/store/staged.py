"""What the next commit will hold: the index, as it is judged by a hook. What lies on disk beside it is not read."""

from __future__ import annotations

import os
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from vbe.errors import VbeError
from vbe.language import _
from vbe.model.places import FILE
from vbe.store.commit import Commit
from vbe.store.git.repository import TreeEntry
from vbe.store.repository import Listing, fault, too_large

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.diagnostics import Finding
    from vbe.store.git import Git

EMPTY = ("e69de29bb2d1d6434b8b29ae775ad8c2e48c5391", "473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813")
"""The ids of a file without content, SHA-1 and SHA-256: what `git add --intent-to-add` writes in the index."""
INDEX = "GIT_INDEX_FILE"
"""git tells its hooks which index the commit is made of: `git commit FILE` makes one for itself."""


class Staged(Commit):
    """The index of a repository, read as a commit is."""

    def __init__(self, git: Git) -> None:
        self.root, self.git, self.remark, self.id = git.folder, git, lambda _line: None, ""
        self._entries: dict[str, TreeEntry] = {}
        self._ahead: dict[str, bytes | None] = {}
        self._conflicts: dict[str, None] = {}

    @cached_property
    def _all(self) -> dict[str, TreeEntry]:
        """Everything below the folder that would be committed; sizes are not known before the content is read, and are 0."""
        return {entry.path: entry for entry in self._listed()}

    def _listed(self) -> Iterator[TreeEntry]:
        index = os.environ.get(INDEX)
        chosen = {INDEX: str(Path(index).absolute())} if index else {}
        output = self.git.ask("ls-files", "--stage", "-z", "--full-name", environment=chosen)
        found = []
        for line in output.decode("utf-8", "surrogateescape").split("\0")[:-1]:
            about, _tab, path = line.partition("\t")
            mode, oid, stage = about.split()
            if stage == "0":
                found.append(TreeEntry(mode, oid, 0, path))
            else:
                self._conflicts[path] = None
        promised = self._promised(chosen) if any(entry.oid in EMPTY for entry in found) else frozenset()
        yield from (entry for entry in found if entry.path not in promised)

    def _promised(self, chosen: dict[str, str]) -> frozenset[str]:
        """The files that are only said to come later: no commit holds them yet."""
        output = self.git.ask("diff-files", "--name-only", "--diff-filter=A", "-z", "--no-ext-diff", environment=chosen)
        return frozenset(output.decode("utf-8", "surrogateescape").split("\0")[:-1])

    def listing(self) -> Listing:
        """The files of the index, and the conflicts in it that nobody has settled."""
        listing, prefix = super().listing(), self.git.prefix
        message, hint = _("The file is in conflict and cannot be committed."), _("Settle it, and `git add` the file.")
        unsettled = [
            fault("conflict-marker", path[len(prefix) :], message, hint) for path in self._conflicts if path.startswith(prefix)
        ]
        return Listing(listing.files, (*listing.findings, *unsettled))

    def read(self, file: str, limit: int) -> bytes | Finding:
        """From the index."""
        content = super().read(file, limit)
        return too_large(file, limit) if isinstance(content, bytes) and len(content) > limit else content

    def _absent(self) -> VbeError:
        return VbeError(_("There is no {file} in what is to be committed.").format(file=FILE), _("Add it with `git add`."))
