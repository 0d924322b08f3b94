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

if TYPE_CHECKING:
    from vbe.store.history.gaps import Gap
    from vbe.store.history.log import Commit
    from vbe.store.history.values import Parsed

GRACE = datetime.timedelta(days=31)


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


class ScanState:
    """What a scan of a record's versions, newest first, has found so far."""

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
        """Mark a commit on the line of first parents as done; what was there before it is next.

        Once its day is no later than that of the review, and the review has been recorded, no older commit changes the result.
        """
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
