"""The renames that git does not see, because less than half of the text is left: the folder shows which file became which.

Only where one commit has one answer. Of two files that went and one that came, nobody can tell which it was.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vbe.store.history.log import Change


def pairs(gone: Sequence[Change], come: Sequence[Change]) -> Iterator[tuple[Change, Change]]:
    """Of the files that one commit took away and brought: those of one name and two endings, then the only two of a folder."""
    met: set[str] = set()
    for sign in (".", "/"):
        olds, news = (_by_beginning([change for change in changes if change.path not in met], sign) for changes in (gone, come))
        for beginning, listed in olds.items():
            if len(listed) == 1 == len(news.get(beginning, ())):
                old, new = listed[0], news[beginning][0]
                met |= {old.path, new.path}
                yield old, new


def _by_beginning(changes: Sequence[Change], sign: str) -> dict[str, list[Change]]:
    """What a path has before its last dot or slash → the changes of paths that begin so."""
    groups: dict[str, list[Change]] = defaultdict(list)
    for change in changes:
        groups[change.path.rpartition(sign)[0]].append(change)
    return groups
