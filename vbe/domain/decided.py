"""The decision that makes a year's report the record, and the report that was decided on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vbe.model.corpus import Corpus
    from vbe.model.records.followup import BodyDecision


def decision_on(corpus: Corpus, year: int) -> BodyDecision | None:
    """The executive board's decision on a year's follow-up; None until it has been taken."""
    decisions, board = corpus.decisions(year), corpus.profile.executive_board
    taken = decisions.decisions if decisions is not None else ()
    return next((d for d in taken if d.body == board and d.date is not None), None)
