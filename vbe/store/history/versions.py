"""A record's versions, each with what it said: for `vbe history`."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, NamedTuple

from vbe.model.values import same
from vbe.store.history.parts import Fields
from vbe.store.history.values import Parsed, is_edit, is_review, kind_name, read

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from vbe.store.history.log import Change
    from vbe.store.history.store import History


class Version(NamedTuple):
    """One commit as far as one record is concerned. What could not be read is empty or None."""

    commit: str
    day: datetime.date | None
    file: str
    former_file: str
    """The file's path before, where it was renamed."""
    text: str
    text_before: str
    now: Parsed | None
    befores: tuple[Parsed, ...]
    """What each of its parents said."""
    is_new: bool
    is_cut: bool
    """Whether the clone does not hold what lies behind it."""
    is_ignored: bool
    """Whether `.git-blame-ignore-revs` names the commit."""

    @property
    def is_edit(self) -> bool:
        """Whether it changed what the record says, its review aside."""
        return self.now is not None and bool(self.befores) and is_edit(self.now, self.befores)

    @property
    def is_review(self) -> bool:
        """Whether it recorded a review."""
        return self.now is not None and bool(self.befores) and is_review(self.now, self.befores, self.day)

    @property
    def changes_review(self) -> bool:
        """Whether it changed what the record says of its review."""
        if self.now is None or not self.befores:
            return False
        return not any(same(self.now.review, before.review) for before in self.befores)


def versions(history: History, file: str) -> list[Version]:
    """Every version of a file, newest first."""
    return versions_of(history, [file])[file]


def versions_of(history: History, files: Iterable[str]) -> dict[str, list[Version]]:
    """File → every version of it, newest first; git is started once for all of them."""
    found = {file: history.changes(file) for file in files}
    with history.git.blobs() as blobs:
        contents = blobs.read([oid for changes in found.values() for c in changes for oid in (c.new, *c.olds) if oid])
    fields = Fields()
    return {file: [_version(history, file, change, contents, fields) for change in changes] for file, changes in found.items()}


def _version(history: History, file: str, change: Change, contents: Mapping[str, bytes | None], fields: Fields) -> Version:
    commit = history.log.commits[change.commit]
    path = _inside(history, change.path)
    kind = kind_name(path.removesuffix(".yml") + ".yaml" if path.endswith(".yml") else path) or kind_name(file)
    now, olds = contents.get(change.new), [old for oid in change.olds if (old := contents.get(oid)) is not None]
    is_cut = not change.olds and commit.id in history.git.shallow_commits
    return Version(
        commit=commit.id,
        day=commit.day,
        file=path,
        former_file=_inside(history, change.source),
        text=(now or b"").decode("utf-8", "replace"),
        text_before=(olds[0] if olds else b"").decode("utf-8", "replace"),
        now=read(now, fields, kind) if now is not None else None,
        befores=tuple(parsed for old in olds if (parsed := read(old, fields, kind)) is not None),
        is_new=not change.olds and not is_cut,
        is_cut=is_cut,
        is_ignored=history.is_ignored(commit.id),
    )


def _inside(history: History, path: str) -> str:
    """A path from the folder that holds the records."""
    return path.removeprefix(history.git.prefix)
