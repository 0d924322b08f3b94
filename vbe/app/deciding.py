"""A year's report that has been decided: which it was, and how it is made again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vbe.domain.decided import decision_on
from vbe.errors import VbeError
from vbe.language import _

if TYPE_CHECKING:
    from vbe.app.publishing import Order
    from vbe.model.corpus import Corpus
    from vbe.store.commit import Commit
    from vbe.store.repository import Source

SHORT = 12


def tell_decision(corpus: Corpus, year: int) -> str:
    """Which report was decided on, in a sentence; empty where none has been."""
    decision = decision_on(corpus, year)
    if decision is None:
        return ""
    if decision.report is None:
        message = _(
            "The report for {year} was decided on {day}; followup/{year}/decisions.yaml does not say which: write"
            " `report: {{commit: …}}` at the decision."
        )
        return message.format(year=year, day=decision.date)
    message = _("The report for {year} that was decided on {day} is of commit {commit}; --decided makes exactly that.")
    return message.format(year=year, day=decision.date, commit=decision.report.commit[:SHORT])


def decided_order(disk: Source, corpus: Corpus, order: Order) -> tuple[Commit, Order]:
    """The commit and the order of the report that was decided on; the reader is the one that is asked for."""
    from vbe.app.verifying import not_ours
    from vbe.store.commit import Commit
    from vbe.store.git import Git

    decision = decision_on(corpus, order.year)
    file = f"followup/{order.year}/decisions.yaml"
    if decision is None:
        message = _("{file} has no decision by {board} on the report for {year}.")
        board = corpus.profile.executive_board
        raise VbeError(message.format(file=file, board=board, year=order.year), _("Make the report without --decided."))
    if decision.report is None:
        message = _("{file} does not say which report was decided on.").format(file=file)
        raise VbeError(message, _("Write `report: {commit: …}` at the decision; the report says of which commit it was made."))
    source = Commit(Git.open(disk.root), decision.report.commit)
    stray = not_ours(source, None)
    if stray:
        raise VbeError(stray, _("Correct `report` in {file}.").format(file=file))
    return source, replace(order, as_of=decision.report.as_of)
