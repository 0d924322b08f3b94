"""The yearly follow-up: a board's report that has not been handed in, each year that the strategy is valid."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from vbe.domain.asking import organisation_of
from vbe.domain.freshness.model import Freshness
from vbe.domain.freshness.months import day_of_year
from vbe.domain.period import handed_in
from vbe.language import _
from vbe.model.records.followup import FOLLOWUP

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.domain.freshness.context import AssessmentContext
    from vbe.model.corpus import Corpus


def followups(context: AssessmentContext) -> Iterator[Freshness]:
    """Each report that a board owes for a year that has begun, and has not handed in."""
    for year in followed_years(context.corpus, context.as_of):
        due_on = day_of_year(year + 1, context.corpus.profile.intervals.follow_up_due)
        yield from _of_year(context, year, due_on)


def followed_years(corpus: Corpus, on: datetime.date) -> range:
    """The years that are followed up by a day: from the plan's first, or the first that anybody reported on, to its last."""
    strategy, known = corpus.strategy, corpus.years
    if strategy is None or strategy.valid_from is None:
        return range(0)
    first = max(strategy.valid_from.year, known[0]) if known else strategy.valid_from.year
    last = strategy.valid_to.year if strategy.valid_to is not None else on.year
    return range(first, min(last, on.year) + 1)


def _of_year(context: AssessmentContext, year: int, due_on: datetime.date) -> Iterator[Freshness]:
    present = handed_in(context.corpus, year, context.as_of)
    organisation = organisation_of(context.corpus, year)
    for board in organisation.reporting_boards:
        if board in present:
            continue
        past = _("No report for {year} has been handed in; it was due {due}.")
        ahead = _("The report for {year} is to be handed in by {due}.")
        hint = _("Fill it in and write reported_on; `vbe new followup --year {year} --board {board}` prepares it.")
        yield Freshness(
            id=f"{year}/{board}",
            kind=FOLLOWUP.name,
            title=_("Follow-up of {year}: {board}").format(year=year, board=organisation.name(board)),
            file=f"followup/{year}/{board}.yaml",
            departments=context.departments_of(board),
            owner_role=context.organisation.role_of(board),
            reasons=context.reasons(due_on, past, ahead, hint.format(year=year, board=board), year=year),
            due_on=due_on,
            as_of=context.as_of,
        )
