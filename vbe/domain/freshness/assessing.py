"""The verdicts of all clocks together, on one day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.domain.freshness.assessment import Assessment
from vbe.domain.freshness.context import AssessmentContext
from vbe.domain.freshness.ended import actors, agreements, waivers
from vbe.domain.freshness.followups import followups
from vbe.domain.freshness.owed import answers, next_steps
from vbe.domain.freshness.promises import commitments, situation_picture
from vbe.domain.freshness.reviews import documents, strategy
from vbe.domain.freshness.stamping import remarks
from vbe.domain.freshness.unread import unread
from vbe.domain.organisation import Organisation

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from vbe.model.corpus import Corpus
    from vbe.store.history import GitClock


def assess(
    corpus: Corpus, clocks: Mapping[str, GitClock], *, as_of: datetime.date, within: int | None = None, history: str = "complete"
) -> Assessment:
    """The verdict on everything that has a clock, worst first. `clocks` is what git says, by file."""
    days = corpus.profile.intervals.due_soon_days if within is None else within
    context = AssessmentContext(corpus, as_of, days, Organisation(corpus, as_of))
    found = [
        *documents(context, clocks),
        *strategy(context, clocks),
        *agreements(context),
        *commitments(context),
        *situation_picture(context),
        *followups(context),
        *next_steps(context),
        *answers(context),
        *actors(context),
        *waivers(context),
        *unread(context),
    ]
    found.sort(key=lambda freshness: freshness.order)
    return Assessment(as_of, history, tuple(found), tuple(remarks(corpus, clocks)))
