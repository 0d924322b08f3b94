"""A record's versions, each with what it said: for `vbe history`."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, NamedTuple

from vbe.history.store import History, Versions
from vbe.history.values import same

if TYPE_CHECKING:
    from vbe.history.values import Parsed


class Version(NamedTuple):
    """One commit as far as one record is concerned."""

    commit: str
    day: datetime.date | None
    file: str
    former_file: str
    now: Parsed | None
    """What the record said after it; None where that is no YAML."""
    before: Parsed | None
    """What it said before; None where the file is new."""
    is_edit: bool
    is_review: bool
    is_ignored: bool


def versions(history: History, file: str) -> list[Version]:
    """Every version of a file, newest first."""
    changes = history.changes(file)
    with history.git.blobs() as blobs:
        store = Versions(blobs)
        store.fetch(oid for change in changes for oid in (change.new, *change.olds))
        listed = []
        for change in changes:
            commit = history.log.commits[change.commit]
            now = store.get(change.new)
            before = store.get(change.olds[0]) if change.olds else None
            known = now is not None and before is not None
            edit = now is not None and before is not None and not same(now.content, before.content)
            moved = now is not None and bool(now.reviewed_on) and (before is None or before.reviewed_on != now.reviewed_on)
            former = change.source
            prefix = len(history.git.prefix)
            listed.append(
                Version(
                    commit=commit.id,
                    day=commit.day,
                    file=change.path[prefix:],
                    former_file=former[prefix:] if former.startswith(history.git.prefix) else former,
                    now=now,
                    before=before,
                    is_edit=edit,
                    is_review=known and moved,
                    is_ignored=history.is_ignored(commit.id),
                )
            )
    return listed
