"""What has changed since last year's follow-up: each commitment as it stands against how it stood on that report's day."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from vbe.domain import period
from vbe.domain.colours import tally
from vbe.domain.computed import Given, computed
from vbe.domain.demands import judge_demands
from vbe.domain.known import known_on
from vbe.domain.progress import judge_commitments

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from vbe.domain.colours import Colour, Tally
    from vbe.domain.document_status import DocumentStatuses
    from vbe.domain.progress import Progress
    from vbe.model.corpus import Corpus

RANKS = {"green": 0, "yellow": 1, "red": 2}
"""What is grey is neither better nor worse than anything."""


@dataclass(frozen=True, slots=True)
class SinceBefore:
    """A year against the one before it: ids, a day and numbers, never a text of a record."""

    year: int
    """The year before."""
    as_of: datetime.date
    """The day of that year's report."""
    counts: Tally
    """How many commitments had each colour then."""
    better: tuple[str, ...]
    worse: tuple[str, ...]
    became_green: tuple[str, ...] = ()
    became_red: tuple[str, ...] = ()
    first_told: tuple[str, ...] = ()
    """What has been reported now, and was not the year before."""
    finished: tuple[str, ...] = ()
    """What every board has ended since."""
    values: Mapping[str, float] = field(default_factory=dict)
    """Indicator → its value then, for those that are computed; empty where the freshness of that day is not known."""


def day_of_year_before(corpus: Corpus, year: int) -> datetime.date | None:
    """The day of the report on the year before; None where no board reported on that year."""
    return period.as_of(corpus, year - 1) if period.handed_in(corpus, year - 1) else None


def compare_with_year_before(
    corpus: Corpus, year: int, progress: Mapping[str, Progress], freshness: DocumentStatuses | None = None
) -> SinceBefore | None:
    """The verdicts of a year against those of the year before; None where no board reported on that year.

    `freshness` is that of the earlier report's day.
    """
    before, day = year - 1, day_of_year_before(corpus, year)
    if day is None:
        return None
    part = period.is_part(before, day)
    known = known_on(corpus, day)
    _parts, then = judge_commitments(known, before, day, part=part)
    steps = {i: RANKS[now.colour] - RANKS[then[i].colour] for i, now in progress.items() if _is_comparable(now, then.get(i))}
    return SinceBefore(
        before,
        day,
        tally(verdict.colour for verdict in then.values()),
        tuple(identity for identity, step in steps.items() if step < 0),
        tuple(identity for identity, step in steps.items() if step > 0),
        _turned(progress, then, "green"),
        _turned(progress, then, "red"),
        tuple(i for i, now in progress.items() if now.statuses and (i not in then or not then[i].statuses)),
        tuple(i for i, now in progress.items() if now.is_closed and not (i in then and then[i].is_closed)),
        {}
        if freshness is None
        else computed(Given(known, before, day, then, freshness, judge_demands(known, then, freshness, day))),
    )


def _turned(progress: Mapping[str, Progress], then: Mapping[str, Progress], colour: Colour) -> tuple[str, ...]:
    """What has a colour now, and had another one then."""
    return tuple(i for i, now in progress.items() if now.colour == colour and i in then and then[i].colour != colour)


def _is_comparable(now: Progress, then: Progress | None) -> bool:
    return then is not None and now.colour in RANKS and then.colour in RANKS
