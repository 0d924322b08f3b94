"""What the report needs to know about a document's freshness, and what each state is called and coloured.

`judge` is a stand-in for the freshness floor: one clock only, the declared review and its interval.
"""

from __future__ import annotations

import calendar
import datetime
from typing import TYPE_CHECKING, NamedTuple

from vbe.records.routine import DRAFTS, ENDED

if TYPE_CHECKING:
    from collections.abc import Mapping

    Freshness = Mapping[tuple[str, str], "Judged"]

    from vbe.corpus import Corpus
    from vbe.records.routine import Guidance, Routine
    from vbe.report.model import Colour


class Judged(NamedTuple):
    """The verdict on a document: its state, and when the next review is due."""

    state: str
    due_on: datetime.date | None = None


class Changed(NamedTuple):
    """Something that changed during the year, said in a sentence."""

    kind: str
    id: str
    text: str


STATES: dict[str, tuple[Colour, str]] = {
    "current": ("green", "aktuell"),
    "due_soon": ("yellow", "snart dags för granskning"),
    "edited_since_review": ("yellow", "ändrad efter granskningen"),
    "not_harmonised": ("red", "ej harmoniserad"),
    "overdue": ("red", "inaktuell"),
    "never_reviewed": ("red", "aldrig granskad"),
    "expired": ("red", "utgången"),
    "unknown": ("grey", "går inte att avgöra"),
    "draft": ("grey", "utkast"),
    "ended": ("grey", "gäller inte längre"),
}
"""State → colour and word."""


def months_later(start: datetime.date, months: int) -> datetime.date:
    """The same day so many months later, or the last of that month."""
    years, month = divmod(start.month - 1 + months, 12)
    year = start.year + years
    return start.replace(year=year, month=month + 1, day=min(start.day, calendar.monthrange(year, month + 1)[1]))


def current_version(corpus: Corpus, as_of: datetime.date) -> tuple[str, datetime.date] | None:
    """The version of the strategy that was in force on a day, and since when."""
    versions = corpus.strategy.versions if corpus.strategy else ()
    decided = [(version.decided_on, version.version) for version in versions if version.decided_on <= as_of]
    return (max(decided)[1], max(decided)[0]) if decided else None


def judge(corpus: Corpus, as_of: datetime.date) -> dict[tuple[str, str], Judged]:
    """The verdict on every routine and guidance example as of a day."""
    intervals = corpus.profile.intervals
    verdicts = {("routine", identity): _verdict(corpus, r, intervals.routine, as_of) for identity, r in corpus.routines.items()}
    examples = corpus.guidance.items()
    return verdicts | {("guidance", identity): _verdict(corpus, g, intervals.guidance, as_of) for identity, g in examples}


def _verdict(corpus: Corpus, document: Routine | Guidance, months: int, as_of: datetime.date) -> Judged:
    if document.status in DRAFTS:
        return Judged("draft")
    if document.status in ENDED:
        return Judged("ended")
    if document.reviewed_on is None:
        return Judged("never_reviewed")
    due = months_later(document.reviewed_on, document.review_interval_months or months)
    if due < as_of:
        return Judged("overdue", due)
    version = current_version(corpus, as_of)
    if version is not None and document.harmonised_with != version[0]:
        grace = months_later(version[1], corpus.profile.intervals.harmonisation)
        if grace < as_of:
            return Judged("not_harmonised", due)
    if due <= as_of + datetime.timedelta(days=corpus.profile.intervals.due_soon_days):
        return Judged("due_soon", due)
    return Judged("current", due)
