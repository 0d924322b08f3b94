"""What a board had ended, and what has got another last day since: it is to be done again.

The records only know today's last day. So git is asked, and only where somebody asks about what was ended.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, NamedTuple

from vbe.documents import parse_text
from vbe.model.records.area import Area
from vbe.model.records.followup import CLOSED, FollowUp
from vbe.model.reopening import BoardPart, Reopening
from vbe.model.values import value_at
from vbe.store.commit import Commit
from vbe.store.git import Git, GitError
from vbe.store.moved import former_places

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from vbe.documents import Value
    from vbe.model.records import Record
    from vbe.store.git import Blobs
    from vbe.store.repository import Source


class Ended(NamedTuple):
    """A board's part of a commitment that it ended, and that has a last day."""

    commitment: str
    board: str
    year: int
    file: str
    area: str
    """The file that the commitment stands in."""
    deadline: datetime.date


def find_reopened(source: Source, records: Sequence[Record]) -> dict[BoardPart, Reopening]:
    """Each part that was ended and has got another last day since, in either direction, with the day that it got it."""
    ended = list(_ended(records))
    if not ended:
        return {}
    try:
        git = source.git if isinstance(source, Commit) else Git.open(source.root)
        tip = source.id if isinstance(source, Commit) and source.id else git.resolve("HEAD")
        places = (git.prefix, *former_places(git))
        commits = _commits(git, tip, ended, places)
        with git.blobs() as blobs:
            past = _Past(git, blobs, places)
            met = {BoardPart(*each[:3]): _reopened(each, commits, past) for each in ended}
        return {part: reopening for part, reopening in met.items() if reopening is not None}
    except GitError:
        return {}


def _ended(records: Sequence[Record]) -> Iterator[Ended]:
    deadlines = {
        commitment.id: (record.file, commitment.deadline)
        for record in records
        if isinstance(record.content, Area)
        for commitment in record.content.commitments
        if commitment.deadline is not None
    }
    for record in records:
        if not isinstance(record.content, FollowUp):
            continue
        for identity, report in record.content.commitments.items():
            if report.status in CLOSED and identity in deadlines:
                yield Ended(identity, record.owner, record.year, record.file, *deadlines[identity])


def _commits(git: Git, tip: str, ended: Sequence[Ended], places: Sequence[str]) -> dict[str, datetime.date]:
    """The commits in which something of it was changed, oldest first → the day; `places` are the folders of the records."""
    files = dict.fromkeys(file for each in ended for file in (each.file, each.area))
    paths = [f":(top,literal){place}{file}" for place in places for file in files]
    asked = ("log", "--reverse", "--topo-order", "--format=%H %cs", "--no-show-signature", "--end-of-options", tip, "--", *paths)
    lines = git.ask(*asked, environment={"GIT_LITERAL_PATHSPECS": "0"}).decode("ascii").splitlines()
    return {commit: datetime.date.fromisoformat(day) for commit, day in map(str.split, lines)}


class _Past:
    """What stood in a commit, wherever the records lay then; of each text the meaning is worked out once."""

    def __init__(self, git: Git, blobs: Blobs, places: Sequence[str]) -> None:
        self._git, self._blobs = git, blobs
        self._places = [place for place in places if place.isprintable() or not place]
        self._known: dict[bytes, Value] = {}

    def has_ended(self, commit: str, ended: Ended) -> bool:
        """Whether the board had ended its part."""
        held = self._commitments(commit, [place + ended.file for place in self._places])
        return any(value_at(each, (ended.commitment, "status")) in CLOSED for each in held)

    def last_day(self, commit: str, ended: Ended) -> str | None:
        """The commitment's last day; empty where it stood without one, None where it did not stand there.

        In the file that it stands in now, or in another one: an area's file may have got another name.
        """
        found = self._last_day(commit, [place + ended.area for place in self._places], ended.commitment)
        if found is None:
            folders = tuple(place + ended.area.rpartition("/")[0] + "/" for place in self._places)
            paths = [entry.path for entry in self._git.tree(commit) if entry.is_file and entry.path.startswith(folders)]
            found = self._last_day(commit, [path for path in paths if path.isprintable()], ended.commitment)
        return found

    def _last_day(self, commit: str, paths: Sequence[str], identity: str) -> str | None:
        for commitments in self._commitments(commit, paths):
            for each in commitments if isinstance(commitments, tuple) else ():
                if value_at(each, ("id",)) == identity:
                    return str(value_at(each, ("deadline",)) or "")
        return None

    def _commitments(self, commit: str, paths: Sequence[str]) -> list[Value]:
        """The `commitments` of each of the files that were there and can be read."""
        found = self._blobs.read([f"{commit}:{path}" for path in paths])
        return [self._read(content) for content in found.values() if content is not None]

    def _read(self, content: bytes) -> Value:
        if content not in self._known:
            document, _faults = parse_text("", content.decode("utf-8", "replace"))
            self._known[content] = None if document is None else document.value.get("commitments")
        return self._known[content]


def _reopened(ended: Ended, commits: Mapping[str, datetime.date], past: _Past) -> Reopening | None:
    """How it has got another last day than it had in the commit in which the board first ended its part; None where not."""
    then: str | None = None
    for commit, day in commits.items():
        if then is None and not past.has_ended(commit, ended):
            continue
        last = past.last_day(commit, ended)
        if then is None and last in (None, ended.deadline.isoformat()):
            return None
        if then is None:
            then = last
        elif last and last != then:
            return Reopening(day)
    return None if then is None else Reopening(None)
