"""The walk through one record's versions, from the newest, until nothing older can alter what git says of it."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, NamedTuple

from vbe.store.history import gaps
from vbe.store.history.clock import GRACE, GitClock, ScanState
from vbe.store.history.values import is_edit, is_review

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from vbe.documents import Value
    from vbe.store.history.gaps import Gap
    from vbe.store.history.log import Change, Commit, Log
    from vbe.store.history.values import Parsed

    Reader = Callable[[str], "Parsed | None"]
    Listed = Callable[[str], frozenset[str]]


class MissingError(Exception):
    """A version is not in the clone; never leaves this package."""


class UnreadError(Exception):
    """A version that a verdict needs has not been read yet; never leaves this package."""

    def __init__(self, oid: str) -> None:
        super().__init__(oid)
        self.oid = oid


class ReviewedRecord(NamedTuple):
    """A record as it is read now: its file, its value, and the day of its latest review."""

    file: str
    value: dict[str | int, Value]
    text: str
    reviewed_on: datetime.date | None


class HistoryScan:
    """From the newest change backwards, no longer than needed."""

    def __init__(
        self,
        log: Log,
        read: Reader,
        as_of: datetime.date,
        listed: Listed,
        *,
        shallow: frozenset[str],
        imports: frozenset[str],
    ) -> None:
        self.log, self.read, self.as_of = log, read, as_of
        self.listed, self.shallow = listed, shallow
        self.imports = imports
        """The commits that brought in what had been kept somewhere else: a first commit, or the one that brought the profile."""

    def scan(
        self,
        changes: Sequence[Change],
        reviewed_on: datetime.date | None,
        current: Parsed | None,
        recorded_on: datetime.date | None = None,
        *,
        edited: bool = False,
    ) -> GitClock:
        """What git says of a record. `current`: what it says now; None where that cannot be read.

        `recorded_on` is today where the review stands only in the work tree so far, and `edited` says that an edit does.
        """
        state = ScanState(reviewed_on, recorded_on, edited=edited)
        try:
            state.edited.current = self._on_the_day(changes, current)
            gap = self._scan(changes, state)
        except MissingError:
            gap = gaps.missing_objects()
        return state.clock(None if state.edited else gap or state.gap)

    def _on_the_day(self, changes: Sequence[Change], current: Parsed | None) -> Parsed | None:
        """What the record said on the day that is asked about; None where later changes hide it."""
        past = next((change for change in changes if self._is_past(change)), None)
        if past is None or past is changes[0]:
            return current
        # Beside a branch the latest change is not always the one whose text stood on the main line.
        return self.read(past.new) if self.log.is_linear else None

    def _is_past(self, change: Change) -> bool:
        day = self.log.commits[change.commit].day
        return day is None or day <= self.as_of

    def _scan(self, changes: Sequence[Change], state: ScanState) -> Gap | None:
        for index, change in enumerate(changes):
            if state.is_settled:
                return None
            commit = self.log.commits[change.commit]
            if commit.day is None:
                return gaps.bad_date(commit.id)
            if not change.olds and commit.id in self.shallow:
                # Whatever its date: what lies behind it nobody knows.
                return gaps.shallow()
            if commit.day > self.as_of:
                continue
            if not change.olds:
                self._begin(change, commit, state)
                if self._is_late(change, commit, state):
                    assert state.reviewed_on is not None
                    return gaps.late_text(commit.id, commit.day, state.reviewed_on)
                continue
            new, olds = self.read(change.new), self._olds(changes, index)
            if new is None:
                continue
            if not olds:
                state.record(commit, change.commit, new)
                continue
            self._weigh(change, commit, new, olds, state)
            if self.log.arrival(change.commit) == change.commit:
                # On the main line; what came in from beside it may be of any day.
                state.advance(commit, new)
        return None

    def _begin(self, change: Change, commit: Commit, state: ScanState) -> None:
        """The file was made. What it said then matters only where it may show that an edit was undone."""
        new = self.read(change.new) if state.is_in_doubt else None
        state.record(commit, change.commit, new)
        if new is not None and self.log.arrival(change.commit) == change.commit:
            state.advance(commit, new)

    def _is_late(self, change: Change, commit: Commit, state: ScanState) -> bool:
        """Whether a new text gives a review that cannot have seen it: no more is believed of it than of an edit.

        An import is believed: it brings in what had been somewhere else before.
        """
        if state.reviewed_on is None or commit.day is None or state.recorded_in != change.commit:
            return False
        if commit.id in self.imports or commit.id in self.listed(self.log.commits[0].id):
            return False
        return commit.day - state.reviewed_on > GRACE

    def _olds(self, changes: Sequence[Change], index: int) -> list[Parsed]:
        """The versions before; further back where they could not be read as YAML."""
        for change in changes[index:]:
            olds = [old for oid in change.olds if (old := self.read(oid)) is not None]
            if olds:
                return olds
        return []

    def _weigh(self, change: Change, commit: Commit, new: Parsed, olds: list[Parsed], state: ScanState) -> None:
        edited = is_edit(new, olds)
        if edited and state.recorded_in is not None and commit.id in self.listed(self.log.commits[state.recorded_in].id):
            # Whoever recorded the review had this edit in the list before their eyes. No later list makes an edit undone.
            edited = False
            state.pass_over(commit)
        moved = all(new.reviewed_on != old.reviewed_on for old in olds)
        state.stamp(new, olds[0], commit, moved=moved, edited=edited)
        reviewed_on = "" if state.reviewed_on is None else state.reviewed_on.isoformat()
        if reviewed_on == new.reviewed_on and is_review(new, olds, commit.day):
            state.record(commit, change.commit, new)
        if edited:
            arrived = self.log.commits[self.log.arrival(change.commit)].day
            skewed = self.log.is_skewed(change.commit)
            was_there = state.recorded_in is None or self.log.is_part(change.commit, state.recorded_in)
            state.edit(commit, arrived, skewed=skewed, was_there=was_there)
