"""What has changed since last year's follow-up: each commitment as it stands against how it stood on that report's day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vbe.domain import period
from vbe.domain.colours import tally
from vbe.domain.known import known_on
from vbe.domain.progress import board_progress, progress

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from vbe.domain.colours import Tally
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


def compare_with_year_before(corpus: Corpus, year: int, made: Mapping[str, Progress]) -> SinceBefore | None:
    """The verdicts of a year against those of the year before; None where no board reported on that year."""
    before = year - 1
    if not period.handed_in(corpus, before):
        return None
    day = period.as_of(corpus, before)
    part = period.is_part(before, day)
    known = known_on(corpus, day)
    then = progress(known, before, board_progress(known, before, day, part=part), day, part=part)
    steps = {i: RANKS[now.colour] - RANKS[then[i].colour] for i, now in made.items() if _is_comparable(now, then.get(i))}
    return SinceBefore(
        before,
        day,
        tally(verdict.colour for verdict in then.values()),
        tuple(identity for identity, step in steps.items() if step < 0),
        tuple(identity for identity, step in steps.items() if step > 0),
    )


def _is_comparable(now: Progress, then: Progress | None) -> bool:
    return then is not None and now.colour in RANKS and then.colour in RANKS
