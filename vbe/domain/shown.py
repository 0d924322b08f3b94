"""What shows that a commitment was kept, and on which day: its evidence, what boards have reported, and the follow-up itself.

The year's follow-up shows what the text demands of it: a commitment that carries a demand answered by `vbe report` is shown
by the executive board's decision on the follow-up; one whose demand stands in the same section of the text and is owed to a
body that receives the report, by that body's decision.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from vbe.domain.expected import is_measured
from vbe.domain.period import handed_in, last_day
from vbe.model.records.followup import DECISIONS

if TYPE_CHECKING:
    import datetime

    from vbe.model.corpus import Corpus
    from vbe.model.records.area import Commitment

REPORT = "vbe report"
"""The command that a demand names as its answer where the text asks for the yearly follow-up."""
YEARLY = 12
"""Months. A result for a year says that a thing was done within it, which shows an interval of a year or more."""


class Shown:
    """What had been shown by a day. Evidence, reports and decisions of later days are left out."""

    def __init__(self, corpus: Corpus, on: datetime.date) -> None:
        self._corpus = corpus
        self.on = on

    def latest(self, identity: str) -> datetime.date | None:
        """The latest day that something shows a commitment to have been kept; None where nothing does."""
        commitment = self._corpus.commitments[identity]
        days = [piece.date for piece in commitment.evidence if piece.date <= self.on]
        days += [day for day in self._reported.get(identity, ()) if day <= self.on]
        return max((*days, *self.followed_up(commitment)), default=None)

    @cached_property
    def _reported(self) -> dict[str, list[datetime.date]]:
        """Commitment → the days that the boards' reports show: the day it was done, or the end of the year it was kept in."""
        found: dict[str, list[datetime.date]] = {}
        for year in self._corpus.years:
            for report in handed_in(self._corpus, year, self.on).values():
                for identity, part in report.commitments.items():
                    commitment = self._corpus.commitments.get(identity)
                    if commitment is None or not self._is_of(commitment, year):
                        continue
                    if part.done_on is not None:
                        found.setdefault(identity, []).append(part.done_on)
                    if part.status in ("continuous", "done") and part.result and (commitment.interval or YEARLY) >= YEARLY:
                        day = min(report.reported_on or last_day(year), last_day(year))
                        found.setdefault(identity, []).append(day)
        return found

    def _is_of(self, commitment: Commitment, year: int) -> bool:
        """Whether a year can show it: not one in which nothing of it is measured, such as a survey's off year."""
        named = [self._corpus.indicators[i] for i in commitment.indicators if i in self._corpus.indicators]
        return not named or any(is_measured(indicator, year) for indicator in named)

    def followed_up(self, commitment: Commitment) -> tuple[datetime.date, ...]:
        """The days of the decisions on follow-ups that show a commitment to follow up or to report back."""
        bodies = {self._deciders[demand] for demand in commitment.obligations if demand in self._deciders}
        return tuple(day for body, day in self._decided if body in bodies)

    @cached_property
    def _decided(self) -> list[tuple[str, datetime.date]]:
        """Body and day of every decision on a year's follow-up."""
        return [
            (decision.body, decision.date)
            for record in self._corpus.of(DECISIONS)
            for decision in record.content.decisions
            if decision.date is not None and decision.date <= self.on
        ]

    @cached_property
    def _deciders(self) -> dict[str, str]:
        """Demand on the follow-up → the body whose decision meets it."""
        demands, profile = self._corpus.obligations, self._corpus.profile
        asked = {identity: demand for identity, demand in demands.items() if REPORT in demand.answer}
        sections = {demand.section for demand in asked.values()}
        deciders = dict.fromkeys(asked, profile.executive_board)
        for identity, demand in demands.items():
            owed = [body for body in demand.recipient if body in profile.report_recipients]
            if owed and demand.section in sections:
                deciders[identity] = owed[0]
        return deciders
