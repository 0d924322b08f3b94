"""The history of a repository, read once; and the state of having none."""

from __future__ import annotations

import datetime
import hashlib
import re
from functools import cached_property
from typing import TYPE_CHECKING

from vbe.model.places import FILE
from vbe.model.values import same
from vbe.store.git import Git, GitError, Problem
from vbe.store.history import gaps
from vbe.store.history.clock import GitClock
from vbe.store.history.fetched import Fetched
from vbe.store.history.gaps import Gap, HistoryProblem
from vbe.store.history.log import ARGUMENTS, Log, parse
from vbe.store.history.record import HistoryScan, MissingError, ReviewedRecord, UnreadError
from vbe.store.history.trail import trail
from vbe.store.history.values import kind_name, split

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from vbe.store.history.log import Change, Commit

IGNORE_FILE = ".git-blame-ignore-revs"
FULL_ID = re.compile(r"^([0-9a-f]{40}(?:[0-9a-f]{24})?)\s*(?:#.*)?$", re.MULTILINE)
WINDOW = 200
"""How many records are judged at a time: their versions are fetched together and then forgotten."""
AHEAD = 6
DAY = 86_400


class NoHistory:
    """There is nothing to ask: no git, no repository, or one that cannot be read."""

    status = "missing"
    head: Commit | None = None

    def __init__(self, error: GitError) -> None:
        self.error = error

    def clocks(self, reviews: Iterable[ReviewedRecord], _as_of: datetime.date) -> dict[str, GitClock]:
        """Every record's clock is unknown, for the same reason."""
        gap = Gap(HistoryProblem.NO_HISTORY, self.error.message, self.error.hint)
        return {review.file: GitClock(gap) for review in reviews}


class History:
    """A repository's history as seen from one commit."""

    def __init__(self, git: Git, start: str, log: Log, *, today: datetime.date, on_disk: bool) -> None:
        self.git, self.log = git, log
        self.start = start
        self._today = today
        self._on_disk = on_disk
        self._tree = {entry.path: entry.oid for entry in git.tree(start) if entry.is_file}
        self._ignored = _listed(git, self._tree)
        self._listed_in: dict[str, frozenset[str]] = {}

    @property
    def status(self) -> str:
        """`complete`, `shallow` or `grafted`."""
        if self.git.has_grafts:
            return "grafted"
        return "shallow" if self.git.is_shallow else "complete"

    @property
    def gap(self) -> Gap | None:
        """What is wrong with the whole of it; None where it is complete."""
        if self.git.has_grafts:
            return gaps.grafts()
        return gaps.shallow() if self.git.is_shallow else None

    @property
    def head(self) -> Commit | None:
        """The commit that the history is seen from."""
        return self.log.commits[0] if self.log.commits else None

    def path(self, file: str) -> str:
        """A file's path from the repository's top."""
        return self.git.prefix + file

    def is_ignored(self, commit: str) -> bool:
        """Whether `.git-blame-ignore-revs` names a commit, as it is committed: a list on disk nobody has reviewed."""
        return commit in self._ignored

    def _listed(self, commit: str) -> frozenset[str]:
        """The commits that the list named in a commit. What is not listed any more is not asked for."""
        if not self._ignored:
            return frozenset()
        if commit not in self._listed_in:
            tree = {entry.path: entry.oid for entry in self.git.tree(commit) if entry.is_file}
            self._listed_in[commit] = _listed(self.git, tree)
        return self._listed_in[commit]

    @cached_property
    def _imports(self) -> frozenset[str]:
        first = {commit.id for commit in self.log.commits if not commit.parents}
        begun = [change.commit for change in self.changes(FILE) if not change.olds]
        return frozenset(first | {self.log.commits[index].id for index in begun[-1:]})

    def changes(self, file: str) -> list[Change]:
        """Every change of a file, newest first, through its renames."""
        return trail(self.log, self.path(file))

    def clocks(self, reviews: Iterable[ReviewedRecord], as_of: datetime.date) -> dict[str, GitClock]:
        """File → what git says of it on a day."""
        listed = list(reviews)
        if self.git.has_grafts:
            return {review.file: GitClock(gaps.grafts()) for review in listed}
        clocks: dict[str, GitClock] = {}
        with self.git.blobs() as blobs:
            fetched = Fetched(blobs)
            for start in range(0, len(listed), WINDOW):
                self._scan(listed[start : start + WINDOW], as_of, fetched, clocks)
                fetched.forget()
        return clocks

    def _scan(self, reviews: list[ReviewedRecord], as_of: datetime.date, fetched: Fetched, clocks: dict[str, GitClock]) -> None:
        """The verdicts on some records. What several of them need next is read together: git is asked few times."""
        trails = {review.file: self.changes(review.file) for review in reviews}
        for review in reviews:
            oid = self._tree.get(self.path(review.file), "")
            fetched.know(oid if oid == object_id(review.text.encode(), len(oid)) else "", review)
        scan = HistoryScan(self.log, fetched.get, as_of, self._listed, shallow=self.git.shallow_commits, imports=self._imports)
        wanted = {oid: kind_name(file) for file, changes in trails.items() for oid in self._first(file, changes)}
        waiting = reviews
        while waiting:
            fetched.fetch(wanted)
            wanted, unread = {}, []
            for review in waiting:
                changes = trails[review.file]
                try:
                    clocks[review.file] = self._clock(review, changes, scan, fetched, as_of)
                except UnreadError as error:
                    unread.append(review)
                    wanted |= dict.fromkeys(_next(changes, error.oid), kind_name(review.file))
            waiting = unread

    def _first(self, file: str, changes: Sequence[Change]) -> Iterator[str]:
        """What nearly every verdict needs: the latest change, and the version that each of its parents had."""
        yield self._tree.get(self.path(file), "")
        for change in changes[:1]:
            yield change.new
            yield from change.olds

    def _clock(
        self, review: ReviewedRecord, changes: list[Change], scan: HistoryScan, fetched: Fetched, as_of: datetime.date
    ) -> GitClock:
        oid = self._tree.get(self.path(review.file))
        if oid is None:
            return GitClock(gaps.untracked(review.file))
        try:
            committed = fetched.get(oid)
        except MissingError:
            return GitClock(gaps.missing_objects())
        if not self._on_disk or oid == object_id(review.text.encode(), len(oid)):
            return scan.scan(changes, review.reviewed_on, committed)
        day = review.reviewed_on.isoformat() if review.reviewed_on else ""
        recorded = committed is None or (day != "" and day not in committed.days)
        now = split(review.value, kind_name(review.file))
        if self._today > as_of:
            return scan.scan(changes, review.reviewed_on, committed, self._today if recorded else None)
        if recorded or not day or (committed is not None and same(committed.content, now.content)):
            return scan.scan(changes, review.reviewed_on, now, self._today if recorded else None)
        clock = scan.scan(changes, review.reviewed_on, now, edited=True)
        return GitClock(last=None, edited=True) if clock.edited else clock


def _next(changes: Sequence[Change], oid: str) -> list[str]:
    """A version of a record and those before it, at least a few and as many again as have been read: there may be thousands."""
    oids = [each for change in changes for each in (change.new, *change.olds)]
    start = oids.index(oid)
    return oids[start : start + max(AHEAD, start)]


def object_id(content: bytes, length: int) -> str:
    """The id that git gives a file's content."""
    make = hashlib.sha256 if length == 64 else hashlib.sha1
    return make(b"blob %d\0%b" % (len(content), content), usedforsecurity=False).hexdigest()


def open_history(folder: Path, *, git: Git | None = None, commit: str = "", today: datetime.date) -> History | NoHistory:
    """The history of a folder from its latest commit, or from a commit; `ignore` lists more commits to pass over.

    A commit of a later day than `today` cannot be, whatever day is asked about.
    """
    # A day more than the clock says: it may be later already where the commit was made.
    latest = datetime.datetime.combine(today, datetime.time.max, datetime.UTC).timestamp() + DAY
    try:
        git = git or Git.open(folder)
        start = commit or git.resolve("HEAD")
        log = read_log(git, start, int(latest))
        return History(git, start, log, today=today, on_disk=not commit)
    except GitError as error:
        return NoHistory(error)


def read_log(git: Git, start: str, latest: int) -> Log:
    """The one walk. Similar files are found only where the clone holds their content."""
    try:
        return parse(git.stream(*ARGUMENTS, "-M", "--end-of-options", start, "--"), latest=latest)
    except GitError as error:
        if error.problem is not Problem.MISSING_OBJECTS:
            raise
        return parse(git.stream(*ARGUMENTS, "-M100%", "--end-of-options", start, "--"), latest=latest)


def _listed(git: Git, tree: Mapping[str, str]) -> frozenset[str]:
    """The commits that `git blame` is told to pass over, because they only moved things about, as a commit's tree says."""
    oids = [tree[path] for path in (IGNORE_FILE, git.prefix + IGNORE_FILE) if path in tree]
    with git.blobs() as blobs:
        contents = [content for content in blobs.read(oids).values() if content] if oids else []
    text = b"\n".join(contents).decode("utf-8", "replace")
    return frozenset(FULL_ID.findall(text))
