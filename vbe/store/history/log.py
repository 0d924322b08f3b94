"""The bytes of `git log -z --raw` → commits, and the changes of each path. Pure: git is not asked for anything here."""

from __future__ import annotations

import datetime
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from vbe.store.history.pairs import pairs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ARGUMENTS = (
    *("log", "-z", "--raw", "-c", "--topo-order", "--no-abbrev", "--format=@%H %P;%cd", "--date=raw", "-l1000"),
    *("--no-relative", "--no-ext-diff", "--no-textconv", "--no-show-signature", "--no-notes", "--no-decorate", "--no-color"),
    # Else git reads the work tree's .gitmodules, which anybody may have written.
    "--ignore-submodules=all",
)
"""`-c` shows what a merge itself has changed; renames are asked for by the caller."""
SUFFIXES = (b".yaml", b".yml")
"""A record has the first; what happened while it had the other, and was no record, happened all the same."""
FIRST_DAY = 631_152_000
"""1990-01-01: nobody kept a strategy in version control before that, so the clock was wrong."""
SKEW = 86_400
MAX_OFFSET = 14 * 60
LAST_SECOND = 253_402_300_799
"""The end of the year 9999, where the calendar ends: a time zone may not carry a commit past it."""


class Commit(NamedTuple):
    """One commit: its parents, when it was made (seconds, None where that cannot be), and the day on its own clock."""

    id: str
    parents: tuple[str, ...]
    time: int | None
    day: datetime.date | None


class Change(NamedTuple):
    """What one commit did to one path. `olds` has a version for each parent, and is empty where the file is new."""

    commit: int
    path: str
    olds: tuple[str, ...]
    new: str
    """Empty where the file is deleted."""
    source: str
    """The former path, where the file was renamed."""


@dataclass
class Log:
    """Commits, newest first and children before their parents, and path → changes in the same order."""

    commits: list[Commit] = field(default_factory=list)
    changes: dict[str, list[Change]] = field(default_factory=lambda: defaultdict(list))
    _met: dict[str, str] = field(default_factory=dict, repr=False)

    def once(self, oid: str) -> str:
        """The id that has been met before, so that each is kept but once: a child names it, and the next change of a file."""
        return self._met.setdefault(oid, oid)

    @cached_property
    def is_linear(self) -> bool:
        """Whether no commit is a merge."""
        return all(len(commit.parents) < 2 for commit in self.commits)

    @cached_property
    def _index(self) -> dict[str, int]:
        return {commit.id: index for index, commit in enumerate(self.commits)}

    @cached_property
    def _arrivals(self) -> list[int]:
        """For each commit the one on the line of first parents by which it came there."""
        arrivals = [-1] * len(self.commits)
        line = list(self._first_parents())
        for index in reversed(line):
            waiting = [index]
            while waiting:
                current = waiting.pop()
                if arrivals[current] < 0:
                    arrivals[current] = index
                    waiting.extend(self._index[p] for p in self.commits[current].parents if p in self._index)
        return arrivals

    def _first_parents(self) -> Iterator[int]:
        current: int | None = 0 if self.commits else None
        while current is not None:
            yield current
            parents = self.commits[current].parents
            current = self._index.get(parents[0]) if parents else None

    def arrival(self, commit: int) -> int:
        """The commit on the line of first parents by which a commit came there; a lower number is later."""
        return commit if self.is_linear else self._arrivals[commit]

    def is_part(self, commit: int, later: int) -> bool:
        """Whether a commit is a later one itself, or lies behind it."""
        if self.is_linear:
            return commit >= later
        waiting, met = [later], set[int]()
        while waiting:
            current = waiting.pop()
            if current == commit:
                return True
            # Parents stand after their children, so nothing that stands after the commit leads to it.
            if current < commit and current not in met:
                met.add(current)
                waiting.extend(self._index[p] for p in self.commits[current].parents if p in self._index)
        return False

    @cached_property
    def _skewed(self) -> frozenset[int]:
        latest: dict[int, int] = {}
        skewed = set()
        for index in range(len(self.commits) - 1, -1, -1):
            commit = self.commits[index]
            before = max((latest[self._index[p]] for p in commit.parents if p in self._index), default=0)
            if commit.time is not None and commit.time < before - SKEW:
                skewed.add(index)
            latest[index] = max(before, commit.time or 0)
        return frozenset(skewed)

    def is_skewed(self, commit: int) -> bool:
        """Whether a commit claims to be older than those it builds on: some clock was wrong."""
        return commit in self._skewed


def parse(pieces: Iterable[bytes], *, latest: int) -> Log:
    """The log. Times after `latest` cannot be, and are None."""
    log = Log()
    tokens = _tokens(pieces)
    moves = _Moves()
    for token in tokens:
        if token.startswith(b"@"):
            moves.settle(log)
            log.commits.append(_commit(token, latest, log))
            continue
        entry = token.lstrip(b"\n")
        if entry.startswith(b":"):
            moves.note(_change(entry, tokens, log))
    moves.settle(log)
    log._met.clear()
    return log


class _Moves:
    """What one commit took away and brought, until the whole of it is known."""

    def __init__(self) -> None:
        self.gone: list[Change] = []
        self.come: list[Change] = []

    def note(self, change: Change | None) -> None:
        """A change of the commit; a merge has no say, nor a rename that git has found."""
        if change is not None and change.new == "":
            self.gone.append(change)
        elif change is not None and not change.olds:
            self.come.append(change)

    def settle(self, log: Log) -> None:
        """Join those that are one file with another name."""
        if self.gone and self.come:
            for old, new in pairs(self.gone, self.come):
                log.changes[new.path][-1] = new._replace(olds=old.olds, source=old.path)
        self.gone, self.come = [], []


def _tokens(pieces: Iterable[bytes]) -> Iterator[bytes]:
    rest = b""
    for piece in pieces:
        parts = (rest + piece).split(b"\0")
        rest = parts.pop()
        yield from parts
    if rest:
        yield rest


def _commit(token: bytes, latest: int, log: Log) -> Commit:
    names, _semicolon, date = token[1:].decode("ascii", "replace").partition(";")
    oid, *parents = map(log.once, names.split())
    time, day = _when(date, latest)
    return Commit(oid, tuple(parents), time, day)


def _when(date: str, latest: int) -> tuple[int | None, datetime.date | None]:
    seconds, _space, zone = date.partition(" ")
    try:
        time = int(seconds)
    except ValueError:
        return None, None
    if not FIRST_DAY <= time <= latest:
        return None, None
    minutes = 0
    if len(zone) == 5 and zone[1:].isdigit():
        minutes = (int(zone[1:3]) * 60 + int(zone[3:])) * (-1 if zone[0] == "-" else 1)
    shift = minutes * 60 if abs(minutes) <= MAX_OFFSET else 0
    return time, datetime.datetime.fromtimestamp(min(time + shift, LAST_SECOND), datetime.UTC).date()


def _change(entry: bytes, tokens: Iterator[bytes], log: Log) -> Change | None:
    """`:modes ids status`, with as many colons as parents; the paths follow as tokens of their own.

    The change, where it is of one parent and no rename.
    """
    parents = len(entry) - len(entry.lstrip(b":"))
    words = entry[parents:].split(b" ")
    status = words[-1]
    path = next(tokens, b"")
    source = b""
    if parents == 1 and status[:1] in (b"R", b"C"):
        source, path = path, next(tokens, b"")
    if not path.endswith(SUFFIXES):
        return None
    modes, ids = words[: parents + 1], words[parents + 1 : 2 * parents + 2]
    files = [log.once(oid.decode()) if mode.startswith(b"100") else "" for mode, oid in zip(modes, ids, strict=True)]
    olds, new = tuple(filter(None, files[:parents])), files[parents]
    name = log.once(path.decode("utf-8", "surrogateescape"))
    former = source.decode("utf-8", "surrogateescape") if status[:1] == b"R" else ""
    change = Change(len(log.commits) - 1, name, olds, new, former)
    log.changes[name].append(change)
    if former:
        # The former path ends here, so that an older file with the new name is not taken for this one.
        log.changes[former].append(Change(len(log.commits) - 1, former, olds, "", ""))
    return change if parents == 1 and not former else None
