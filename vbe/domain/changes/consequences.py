"""What follows from a change, beyond the change itself: what nothing carries any more, and what should be reviewed now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vbe.domain.changes.model import Change, ChangeType
from vbe.domain.coverage import Coverage
from vbe.domain.lifecycle import in_force, latest_version
from vbe.model.records import DOCUMENT_KINDS
from vbe.model.records.routine import Clocked

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vbe.model.corpus import Corpus


@dataclass(frozen=True, slots=True)
class Consequences:
    """Ids of entries of the new state."""

    untraced: tuple[str, ...] = ()
    """Demands that were carried and that nothing carries now."""
    traced: tuple[str, ...] = ()
    """Demands that nothing carried and that are carried now."""
    edited_since_review: tuple[tuple[str, str], ...] = ()
    """Kind and id of documents in force that say something else than what was reviewed."""
    not_harmonised: tuple[tuple[str, str], ...] = ()
    """Kind and id of documents in force that were in line with the strategy's version and are not with the new one."""

    def __bool__(self) -> bool:
        """Whether anything follows."""
        return bool(self.untraced or self.traced or self.edited_since_review or self.not_harmonised)


def consequences(old: Corpus, new: Corpus, changes: Iterable[Change]) -> Consequences:
    """What follows from the changes between two states."""
    listed = tuple(changes)
    return Consequences(
        untraced=_answered(old, new, now=False),
        traced=_answered(old, new, now=True),
        edited_since_review=tuple((c.kind, c.id) for c in listed if _is_edited(c, new)),
        not_harmonised=_left_behind(old, new),
    )


def _answered(old: Corpus, new: Corpus, *, now: bool) -> tuple[str, ...]:
    """Demands that are carried now, or not, and were the other way before. A new demand without a carrier counts too."""
    before, after = Coverage(old), Coverage(new)
    return tuple(
        identity
        for identity in new.obligations
        if after.is_answered(identity) is now
        and (before.is_answered(identity) if identity in old.obligations else not now) is not now
    )


def _is_edited(change: Change, new: Corpus) -> bool:
    """Whether a document's words changed while the day of its review stayed."""
    if (
        change.kind not in DOCUMENT_KINDS
        or change.what in (ChangeType.ADDED, ChangeType.REMOVED)
        or change.review
        or change.follows
    ):
        return False
    fields = {field.field for field in change.fields}
    entry = new.find(change.kind, change.id)
    return bool(fields) and "reviews" not in fields and entry is not None and _has_clock(entry.content)


def _has_clock(content: object) -> bool:
    return isinstance(content, Clocked) and in_force(content) and content.reviewed_on is not None


def _left_behind(old: Corpus, new: Corpus) -> tuple[tuple[str, str], ...]:
    """Documents that a new version of the strategy has left behind."""
    before, after = _version(old), _version(new)
    if before is None or after is None or before == after:
        return ()
    return tuple(
        (record.kind, record.id)
        for record in new.documents
        if _has_clock(record.content) and record.content.in_line_with() == before
    )


def _version(corpus: Corpus) -> str | None:
    """The number of the strategy's latest version."""
    latest = latest_version(corpus.strategy)
    return None if latest is None else latest.version
