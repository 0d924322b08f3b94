"""What a board had ended, and what has got a later last day since: it is to be done again.

The records only know today's last day. So git is asked, and only about a commitment whose last day lies after the year in which
it was ended: most repositories have none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from vbe.documents import parse_text
from vbe.model.records.area import AREA
from vbe.model.records.followup import CLOSED, FOLLOWUP
from vbe.store.git import Git, GitError
from vbe.store.moved import former_places
from vbe.store.repository import Commit, Disk

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Sequence

    from vbe.model.records import Record
    from vbe.store.repository import Source


class Ended(NamedTuple):
    """A board's part of a commitment that it ended, whose last day lies later than that year."""

    commitment: str
    board: str
    year: int
    file: str
    area: str
    """The file that the commitment stands in."""
    deadline: datetime.date


def find_reopened(source: Source, records: Sequence[Record[Any]]) -> frozenset[tuple[str, str, int]]:
    """Commitment, board and the year in which the board ended its part, where the last day has been moved later since."""
    ended = list(_ended(records))
    if not ended or not isinstance(source, Disk | Commit):
        return frozenset()
    try:
        git = source.git if isinstance(source, Commit) else Git.open(source.root)
        tip = source.id if isinstance(source, Commit) else git.resolve("HEAD")
        places = (git.prefix, *former_places(git))
        return frozenset((each.commitment, each.board, each.year) for each in ended if _is_later(git, tip, each, places))
    except GitError:
        return frozenset()


def _ended(records: Sequence[Record[Any]]) -> Iterator[Ended]:
    deadlines = {
        commitment.id: (record.file, commitment.deadline)
        for record in records
        if record.kind == AREA.name
        for commitment in record.content.commitments
        if commitment.deadline is not None
    }
    for record in records:
        if record.kind != FOLLOWUP.name:
            continue
        year = int(record.id.split("/")[0])
        for identity, told in record.content.commitments.items():
            if told.status in CLOSED and identity in deadlines and deadlines[identity][1].year > year:
                yield Ended(identity, record.owner, year, record.file, *deadlines[identity])


def _is_later(git: Git, tip: str, ended: Ended, places: Sequence[str]) -> bool:
    """Whether the last day was an earlier one in the commit in which the board first ended its part.

    `places` are the folders, from git's top, in which the records lie and have lain.
    """
    paths = [f":(top,literal){place}{ended.file}" for place in places]
    asked = ("log", "--reverse", "--format=%H", "--no-show-signature", "--end-of-options", tip, "--", *paths)
    for commit in git.ask(*asked, environment={"GIT_LITERAL_PATHSPECS": "0"}).decode("ascii").split():
        told = _value(git, commit, ended.file, places)
        entry = _inside(_inside(told, "commitments"), ended.commitment)
        if _inside(entry, "status") not in CLOSED:
            continue
        listed = _inside(_value(git, commit, ended.area, places), "commitments")
        then = [_inside(each, "deadline") for each in listed or () if _inside(each, "id") == ended.commitment]
        return bool(then) and then[0] is not None and str(then[0]) < ended.deadline.isoformat()
    return False


def _value(git: Git, commit: str, file: str, places: Sequence[str]) -> Any:
    """What a file said in a commit, in the first of the places that holds it; None where none can be read."""
    for place in places:
        try:
            text = git.ask("show", "--no-show-signature", "--end-of-options", f"{commit}:{place}{file}").decode("utf-8")
        except (GitError, UnicodeDecodeError):
            continue
        document, _faults = parse_text(file, text)
        return None if document is None else document.value
    return None


def _inside(value: Any, key: str) -> Any:
    return value.get(key) if isinstance(value, dict) else None
