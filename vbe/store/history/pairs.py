"""The renames that git does not see, because less than half of the text is left: the folder shows which file became which.

Only where one commit has one answer. Of two files that went and one that came, nobody can tell which it was.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from vbe.store.history.log import Change


def pairs(gone: Sequence[Change], come: Sequence[Change]) -> Iterator[tuple[Change, Change]]:
    """Of the files that one commit took away and brought: those of one name and two endings, then the only two of a folder."""
    met: set[str] = set()
    for key in (_without_ending, _folder):
        left = [change for change in gone if change.path not in met], [change for change in come if change.path not in met]
        for old, new in _only_ones(*left, key):
            met |= {old.path, new.path}
            yield old, new


def _only_ones(gone: list[Change], come: list[Change], key: Callable[[str], str]) -> Iterator[tuple[Change, Change]]:
    olds, news = _grouped(gone, key), _grouped(come, key)
    for name, listed in olds.items():
        if len(listed) == 1 == len(news.get(name, ())):
            yield listed[0], news[name][0]


def _grouped(changes: list[Change], key: Callable[[str], str]) -> dict[str, list[Change]]:
    groups: dict[str, list[Change]] = defaultdict(list)
    for change in changes:
        groups[key(change.path)].append(change)
    return groups


def _without_ending(path: str) -> str:
    return path.rpartition(".")[0]


def _folder(path: str) -> str:
    return path.rpartition("/")[0]
