"""A commit as a source of files: its tree is read without touching the work tree."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from vbe.errors import VbeError
from vbe.language import _
from vbe.model.places import FILE
from vbe.store.repository import MAX_FILES, MAX_FOLDER_DEPTH, Listing, fault, is_ours, too_deep, too_large

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from vbe.diagnostics import Finding
    from vbe.store.git import Git, TreeEntry

READ_AHEAD = 2000
"""How many files are fetched from git at a time."""


def _keep_silent(_line: str) -> None:
    """Discard a remark."""


class Commit:
    """A commit's tree, read without touching the work tree."""

    def __init__(self, git: Git, revision: str, remark: Callable[[str], None] = _keep_silent) -> None:
        self.root = git.folder
        self._opened = git
        self.remark = remark
        """Told what was passed over in it, one line at a time."""
        self.id = git.resolve(revision)
        self._entries: dict[str, TreeEntry] = {}
        self._ahead: dict[str, bytes | None] = {}

    @cached_property
    def git(self) -> Git:
        """git, with the way to the folder in which the records lay in this commit."""
        from vbe.store.moved import place_in

        return self._opened.seen_from(place_in(self._opened, self._all))

    @cached_property
    def _all(self) -> dict[str, TreeEntry]:
        return {entry.path: entry for entry in self._opened.tree(self.id)}

    def entries(self) -> Iterable[TreeEntry]:
        """Everything in it, from the top of git."""
        return self._all.values()

    def listing(self) -> Listing:
        """Every regular file below the data folders; links and submodules are findings, hidden files are left out."""
        findings: list[Finding] = []
        prefix = self.git.prefix
        deep: set[str] = set()
        for entry in self.entries():
            file = entry.path[len(prefix) :]
            if not entry.path.startswith(prefix) or not is_ours(file):
                continue
            if file.count("/") > MAX_FOLDER_DEPTH + 1:
                deep.add("/".join(file.split("/")[: MAX_FOLDER_DEPTH + 2]))
                continue
            if entry.is_file:
                self._entries[file] = entry
            elif entry.mode == "120000":
                message = _("The file is a link and is not followed.")
                findings.append(fault("symlink", file, message, _("Put the file itself here.")))
            else:
                message = _("This is another repository (a submodule) and is not read.")
                findings.append(fault("special-file", file, message, _("Put the files themselves here.")))
        findings.extend(too_deep(folder) for folder in sorted(deep))
        if len(self._entries) > MAX_FILES:
            raise VbeError(_("There are more than {count} files in the data folders.").format(count=MAX_FILES))
        if FILE not in self._entries and not any(finding.file == FILE for finding in findings):
            raise self._absent()
        return Listing(tuple(sorted(self._entries)), tuple(findings))

    def _absent(self) -> VbeError:
        message = _("There is no {file} in the commit {commit}.").format(file=FILE, commit=self.id[:10])
        return VbeError(message, _("Name a commit in which it stands."))

    def read(self, file: str, limit: int) -> bytes | Finding:
        """From the commit; many files are fetched at a time, because the loader asks for all of them in order."""
        if not self._entries:
            self.listing()
        if file not in self._entries:
            return fault("unreadable-file", file, _("The commit does not hold the file."))
        entry = self._entries[file]
        if entry.size > limit:
            return too_large(file, limit)
        if file not in self._ahead:
            self._read_ahead(file, limit)
        content = self._ahead.pop(file)
        if content is None:
            message = _("The file cannot be read: {reason}.").format(reason=_("git has no copy of it"))
            return fault("unreadable-file", file, message, _("Fetch it with `git fetch --refetch --no-filter`."))
        return content

    def _read_ahead(self, file: str, limit: int) -> None:
        names = sorted(self._entries)
        start = names.index(file)
        batch = [name for name in names[start : start + READ_AHEAD] if self._entries[name].size <= limit]
        with self.git.blobs() as blobs:
            contents = blobs.read([self._entries[name].oid for name in batch])
        self._ahead.update({name: contents[self._entries[name].oid] for name in batch})
