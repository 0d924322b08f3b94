"""What to do first: an assessment in few lines, the same count, and each cause said once."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from vbe.domain.freshness.model import State
from vbe.model.profile import WAIVER
from vbe.model.records import DOCUMENT_KINDS
from vbe.model.records.area import COMMITMENT
from vbe.model.records.organisation import ACTOR
from vbe.model.records.strategy import STRATEGY

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vbe.domain.freshness.assessment import Assessment, Share
    from vbe.domain.freshness.model import Freshness

FIRST = 3
"""So many things to begin with: more is a list that nobody begins."""
WEEK = datetime.timedelta(days=7)
KINDS = (*DOCUMENT_KINDS, "agreement", "situation_picture", ACTOR.name)
"""What somebody begins with, by risk: routines are what people act on when something happens."""
OVERALL = "overall"


class Standing(NamedTuple):
    """A department's share, and the day on which the oldest of it was due; None where no day is known."""

    share: Share
    oldest: datetime.date | None


@dataclass(frozen=True, slots=True)
class Digest:
    """What is outdated, by department and by cause."""

    as_of: datetime.date
    since: datetime.date
    standings: tuple[Standing, ...]
    """Every department, the one with most to do first."""
    new: tuple[Freshness, ...]
    """What has become stale, or worse, after `since`."""
    first: tuple[Freshness, ...]
    waivers: tuple[Freshness, ...]
    """Departures from the rules whose day has passed."""
    ended_on: datetime.date | None
    """The last day of a strategy that is no longer valid."""
    caused: tuple[Freshness, ...]
    """What is stale because the strategy has ended: itself, and the promises in it."""
    plan: str
    """The title of the plan that is no longer valid; empty where it is."""
    soon: int
    unknown: int

    @property
    def stale(self) -> int:
        """How much is stale, as `vbe status` counts it."""
        return sum(standing.share.stale for standing in self.standings)

    @property
    def total(self) -> int:
        """How much has a clock."""
        return sum(standing.share.total for standing in self.standings)


def digest(assessment: Assessment, since: datetime.date | None = None) -> Digest:
    """An assessment of everything, in few lines. `since`: the day after which what has become stale is new; else a week ago."""
    stale = [freshness for freshness in assessment.freshness if freshness.is_stale]
    after = since if since is not None else _week_before(assessment.as_of)
    ended = ended_strategy(stale)
    caused = tuple(f for f in stale if ended is not None and (f is ended or f.kind == COMMITMENT.name))
    standings = [_standing(share, stale) for share in assessment.shares]
    return Digest(
        assessment.as_of,
        after,
        tuple(sorted(standings, key=lambda s: (-s.share.stale, -s.share.percent, s.share.department))),
        tuple(f for f in stale if f.state_since is not None and f.state_since > after),
        tuple(sorted((f for f in stale if f.kind in KINDS), key=risk)[:FIRST]),
        tuple(f for f in stale if f.kind == WAIVER.name),
        ended.due_on if ended is not None else None,
        caused,
        ended.title if ended is not None else "",
        sum(f.state is State.DUE_SOON for f in assessment.freshness),
        sum(f.state is State.UNKNOWN for f in assessment.freshness),
    )


def _week_before(day: datetime.date) -> datetime.date:
    return day - WEEK if day >= datetime.date.min + WEEK else datetime.date.min


def _standing(share: Share, stale: list[Freshness]) -> Standing:
    days = [f.due_on for f in stale if f.department == share.department and f.due_on is not None and f.due_on < f.as_of]
    return Standing(share, min(days, default=None))


def ended_strategy(stale: Iterable[Freshness]) -> Freshness | None:
    """The strategy, where it is no longer valid: what it promises cannot be kept before there is a new one."""
    return next((f for f in stale if f.kind == STRATEGY.name and f.state is State.EXPIRED), None)


def risk(freshness: Freshness) -> tuple[int, bool, bool, int, str]:
    """What is acted on, what applies to all, what nobody ever looked at, what is latest: in that order."""
    never = any(reason.state is State.NEVER_REVIEWED for reason in freshness.reasons)
    is_overall = freshness.id.partition("/")[0] == OVERALL
    kind = KINDS.index(freshness.kind) if freshness.kind in KINDS else len(KINDS)
    return kind, not is_overall, not never, -(freshness.days_overdue or 0), freshness.id
