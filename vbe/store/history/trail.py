"""The changes of one record, newest first, through its renames."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vbe.store.history.log import Change, Log


def trail(log: Log, path: str) -> list[Change]:
    """Every change of the file that now has this path. The last one has no `olds` where the file was new."""
    found: list[Change] = []
    reached: dict[str, int] = {}
    former: tuple[str, int] | None = (path, -1)
    while former is not None:
        name, later = former
        if later <= reached.get(name, -2):
            break  # Renames on two branches may lead round; only what is older than last time under a name is new.
        changes = _of_this_file(log, name, later, again=name in reached)
        reached[name] = later
        former = _follow(changes, found)
    if not log.is_linear:
        found = list(dict.fromkeys(found))
        found.sort(key=lambda change: (log.arrival(change.commit), change.commit))
    return found


def _follow(changes: list[Change], found: list[Change]) -> tuple[str, int] | None:
    """The changes under one name; the former name and the commit of the renaming, where there was one."""
    for index, change in enumerate(changes):
        if not change.new:
            return None
        if change.source:
            found.append(change)
            return change.source, change.commit
        if not change.olds and index + 1 < len(changes) and not changes[index + 1].new:
            # Deleted and brought back: compared with what was deleted, or an edit could be hidden that way.
            found.append(change._replace(olds=changes[index + 1].olds))
            found.extend(_without_deletions(changes[index + 2 :]))
            return None
        found.append(change)
    return None


def _of_this_file(log: Log, name: str, later: int, *, again: bool) -> list[Change]:
    """The changes of a former name from before the renaming; in a branched history also those made beside it.

    A file may come back to a name it had: what is newer than that renaming has been told then.
    """
    changes = log.changes.get(name, [])
    if later < 0:
        return changes
    before = [change for change in changes if change.commit > later]
    beside = [change for change in changes if change.commit < later]
    if again or log.is_linear or any(not change.olds or not change.new for change in beside):
        return before
    return beside + before


def _without_deletions(changes: list[Change]) -> list[Change]:
    return [change for change in changes if change.new]
