"""What git says of one record: its last change in substance, and whether that came after the latest review.

A change is *covered* by a review that it is not older than when it is part of the version in which the review was recorded and
was made on the same day: a pull request that edits a text and reviews it is squashed or rebased days later, which gives all of
it the later day, and is no edit after the review. It must be recorded within `GRACE` of the day that it gives, or somebody
could date a review back and cover what it never saw.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from vbe.store.history import gaps
from vbe.store.history.notes import own_words
from vbe.store.history.undone import EditedSince
from vbe.store.history.values import is_edit, is_review

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from vbe.documents import Value
    from vbe.store.history.gaps import Gap
    from vbe.store.history.log import Change, Commit, Log
    from vbe.store.history.values import Parsed

    Reader = Callable[[str], "Parsed | None"]
    Listed = Callable[[str], frozenset[str]]

GRACE = datetime.timedelta(days=31)


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


class Edit(NamedTuple):
    """A change in substance: the commit, and the day. Neither, where it has not been committed."""

    commit: str
    day: datetime.date | None


@dataclass(frozen=True, slots=True)
class GitClock:
    """What git says of a record."""

    gap: Gap | None = None
    """Why it cannot say; then nothing else counts but `edited`."""
    last: Edit | None = None
    """The last change in substance; None where there has been none since the file was made."""
    edited: bool = False
    """Whether something was changed in substance after the latest review."""
    stamps: int = 0
    """How many times in a row the review was moved without any change of content or note."""
    stamped_in: str = ""
    """The commit that recorded the latest review, where it changed nothing else in the record."""
    passed_over: tuple[str, ...] = ()
    """Commits that changed it in substance after the day of the review and do not count, as the list said at the review."""


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

    def judge(
        self,
        changes: Sequence[Change],
        reviewed_on: datetime.date | None,
        current: Parsed | None,
        recorded_on: datetime.date | None = None,
        *,
        edited: bool = False,
    ) -> GitClock:
        """The verdict on a record that says `current` now, where that can be read.

        `recorded_on` is today where the review stands only in the work tree so far, and `edited` says that an edit does.
        """
        state = _ScanState(reviewed_on, recorded_on, edited=edited)
        try:
            state.edited.current = self._on_the_day(changes, current)
            gap = self._judge(changes, state)
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

    def _judge(self, changes: Sequence[Change], state: _ScanState) -> Gap | None:
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

    def _begin(self, change: Change, commit: Commit, state: _ScanState) -> None:
        """The file was made. What it said then matters only where it may show that an edit was undone."""
        new = self.read(change.new) if state.is_in_doubt else None
        state.record(commit, change.commit, new)
        if new is not None and self.log.arrival(change.commit) == change.commit:
            state.advance(commit, new)

    def _is_late(self, change: Change, commit: Commit, state: _ScanState) -> bool:
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

    def _weigh(self, change: Change, commit: Commit, new: Parsed, olds: list[Parsed], state: _ScanState) -> None:
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


class _ScanState:
    """What the walk has found so far."""

    def __init__(self, reviewed_on: datetime.date | None, recorded_on: datetime.date | None, *, edited: bool = False) -> None:
        self.reviewed_on = reviewed_on
        self.recorded = recorded_on is not None or reviewed_on is None
        self.recorded_in: int | None = None
        """The commit that recorded the latest review; None where it is not known, or there is none yet."""
        self._recorded_on = recorded_on
        self.last: Edit | None = None
        self.gap: Gap | None = None
        """What is wrong with the date of the last change."""
        self.edited = EditedSince(after=edited)
        self._uncovered = False
        self._is_before = False
        """Whether the walk has come to what was there on the day of the review."""
        self._stamps = 0
        self._counts = True
        self._stamped_in = ""
        self._passed_over: list[str] = []

    @property
    def is_in_doubt(self) -> bool:
        """Whether an edit has been met that the review may not have seen."""
        return bool(self.edited) or self._uncovered

    @property
    def is_settled(self) -> bool:
        """Whether nothing older can alter the verdict."""
        is_certain = self.edited.is_certain(recorded=self.recorded)
        return self.last is not None and (is_certain or self.reviewed_on is None or self._is_before)

    def record(self, commit: Commit, index: int, version: Parsed | None) -> None:
        """The latest review was recorded in this commit, or the file was made in it with that review."""
        if not self.recorded:
            self.recorded, self.recorded_in, self._recorded_on = True, index, commit.day
            self._uncovered &= not self.edited.compare_recorded(version)
            # A review that was recorded on its day or later saw nothing of what came after, whatever the dates say.
            if self._uncovered and self.reviewed_on is not None and commit.day is not None and commit.day >= self.reviewed_on:
                self.edited.after = True

    def edit(self, commit: Commit, arrived: datetime.date | None, *, skewed: bool, was_there: bool) -> None:
        """The substance was changed in this commit, which came to the main line on a day.

        `was_there` says whether it is part of the version in which the review was recorded, once that has been found.
        """
        assert commit.day is not None
        if self.last is None:
            self.last = Edit(commit.id, commit.day)
            self.gap = gaps.skew(commit.id) if skewed else None
        if self.reviewed_on is None:
            return
        if self.recorded:
            self.edited.before |= commit.day > self.reviewed_on and not (was_there and self._covers(commit.day))
        else:
            self._uncovered = True
            self.edited.after |= max(commit.day, arrived or commit.day) > self.reviewed_on

    def pass_over(self, commit: Commit) -> None:
        """An edit does not count, because the version in which the review was recorded lists it."""
        if self.reviewed_on is not None and commit.day is not None and commit.day > self.reviewed_on:
            self._passed_over.append(commit.id)

    def advance(self, commit: Commit, version: Parsed | None) -> None:
        """A commit of the main line has been weighed, and the walk goes on to what was there before it."""
        if self.recorded and self.reviewed_on is not None and commit.day is not None and commit.day <= self.reviewed_on:
            self._is_before = True
            self.edited.compare_reviewed(version)

    def _covers(self, day: datetime.date) -> bool:
        """Whether a change of a day later than the review was still made with it (see the top)."""
        assert self.reviewed_on is not None
        return self._recorded_on == day and day - self.reviewed_on <= GRACE

    def stamp(self, new: Parsed, old: Parsed, commit: Commit, *, moved: bool, edited: bool) -> None:
        """Count reviews that left no trace but their date."""
        note, former = new.latest("note"), old.latest("note")
        if edited or (moved and note != former and own_words(note) not in ("", own_words(former))):
            self._counts = False
        elif moved and self._counts and new.reviewed_on > old.reviewed_on:
            self._stamps += 1
        if moved and not edited and not self.recorded and self.reviewed_on is not None:
            is_latest = new.reviewed_on == self.reviewed_on.isoformat()
            self._stamped_in = commit.id if is_latest else self._stamped_in

    def clock(self, gap: Gap | None) -> GitClock:
        """The verdict."""
        return GitClock(
            gap,
            self.last,
            edited=bool(self.edited),
            stamps=self._stamps,
            stamped_in=self._stamped_in,
            passed_over=tuple(self._passed_over),
        )
