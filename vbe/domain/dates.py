"""The one list of dates: every day that demands something of somebody, once for each thing and day.

What is on it is what `vbe.domain.freshness.assess` finds: reviews, last days, cadences, milestones, next steps, answers, the
follow-up's own day, ends of agreements, of the document and of waivers. What is done has left it. `vbe stale`, its calendar,
its plan and its letters read the verdicts themselves; who only needs the days reads them here.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vbe.domain.freshness.model import Freshness


class Dated(NamedTuple):
    """A day, and what it demands something of: the kind and id as `vbe stale` has them."""

    day: datetime.date
    kind: str
    id: str
    is_end: bool = False
    """Whether it is the last day of something, before which a new one must be decided."""


def dates(found: Iterable[Freshness]) -> Iterator[Dated]:
    """Every day on the list, in the order of what it was found for."""
    for freshness in found:
        for each in freshness.by_day():
            if each.due_on is not None:
                yield Dated(each.due_on, freshness.kind, freshness.id, each.is_ending)
