"""Why history cannot say when a record was changed, and what to do about it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from vbe.language import _, unmarked

if TYPE_CHECKING:
    import datetime


class HistoryProblem(StrEnum):
    """What is wrong with the history."""

    NO_HISTORY = "no_history"
    SHALLOW = "shallow"
    GRAFTS = "grafts"
    UNTRACKED = "untracked"
    BAD_DATE = "bad_date"
    SKEW = "skew"
    LATE_TEXT = "late_text"
    MISSING_OBJECTS = "missing_objects"


class Gap(NamedTuple):
    """What is wrong with the history, in words, and the remedy."""

    problem: HistoryProblem
    message: str
    hint: str


def shallow() -> Gap:
    """The clone holds only the latest commits."""
    message = _("The clone is shallow: it does not show when the text was last changed.")
    return Gap(HistoryProblem.SHALLOW, message, _("Fetch the rest: `git fetch --unshallow`."))


def grafts() -> Gap:
    """Somebody has given commits other parents."""
    message = _("The history has been joined anew by hand (info/grafts), so its dates prove nothing.")
    return Gap(HistoryProblem.GRAFTS, message, _("Delete the file info/grafts in the git folder."))


def untracked(file: str) -> Gap:
    """git has never seen the file."""
    message = _("git does not know the file, so nobody can tell when it was changed.")
    return Gap(HistoryProblem.UNTRACKED, message, _("Commit it: `git add {file}` and `git commit`.").format(file=unmarked(file)))


def bad_date(commit: str) -> Gap:
    """A commit's date lies in the future or before there were computers on every desk."""
    message = _("The date of commit {commit} cannot be right.").format(commit=commit[:10])
    return Gap(HistoryProblem.BAD_DATE, message, _("Correct the clock of the computer that made it, and review the text again."))


def skew(commit: str) -> Gap:
    """A commit claims to be older than those it builds on."""
    message = _("Commit {commit} says that it is older than those it builds on.").format(commit=commit[:10])
    return Gap(HistoryProblem.SKEW, message, _("Correct the clock of the computer that made it, and review the text again."))


def late_text(commit: str, day: datetime.date, reviewed_on: datetime.date) -> Gap:
    """The text first stood there long after the review that it gives."""
    message = _("The text first stood there {day} (commit {commit}), long after the review of {date} that it gives.")
    hint = _("Review it, or list the commit in .git-blame-ignore-revs where it brought in what was there before.")
    return Gap(HistoryProblem.LATE_TEXT, message.format(day=day, commit=commit[:10], date=reviewed_on), hint)


def missing_objects() -> Gap:
    """Old versions are not in the clone."""
    message = _("The clone lacks old versions of the file.")
    return Gap(HistoryProblem.MISSING_OBJECTS, message, _("Fetch them: `git fetch --refetch --no-filter`."))
