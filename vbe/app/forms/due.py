"""The sheet of reviews, outwards: the routines and guidance examples that a board's departments are to review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.app.forms.columns import REVIEWS
from vbe.app.forms.rows import Row
from vbe.domain.freshness.context import AssessmentContext
from vbe.domain.freshness.model import STALE, State
from vbe.domain.freshness.months import day_of_year
from vbe.domain.freshness.reviews import documents
from vbe.domain.labels import swedish_state, swedish_value
from vbe.domain.organisation import Organisation

if TYPE_CHECKING:
    from vbe.domain.freshness.model import Freshness
    from vbe.model.corpus import Corpus

DUE = STALE | {State.DUE_SOON}
"""States that a review settles."""


def review_rows(corpus: Corpus, year: int, board: str) -> tuple[Row, ...]:
    """What is due when the answers for a year are to be in, in the order of the ids; each in the form of one board."""
    intervals = corpus.profile.intervals
    on = day_of_year(year + 1, intervals.follow_up_due)
    context = AssessmentContext(corpus, on, intervals.due_soon_days, Organisation(corpus, on))
    due = [each for each in documents(context, {}) if each.state in DUE and _asks(corpus, context, each) == board]
    return tuple(_row(context, each) for each in sorted(due, key=lambda each: each.id))


def _asks(corpus: Corpus, context: AssessmentContext, document: Freshness) -> str:
    """The board whose form it stands in: the one that owns it, else the first that its departments answer to."""
    owner = corpus.by_file[document.file].owner
    answering = context.organisation.answering(*document.departments)
    return owner if owner in answering else next(iter(answering), "")


def _row(context: AssessmentContext, document: Freshness) -> Row:
    latest = document.reviewed_on.isoformat() if document.reviewed_on is not None else ""
    shown = (document.title, swedish_value(document.kind), latest, swedish_state(document.state, document.kind))
    role = document.reviewer or document.owner_role
    name = context.organisation.name(role) if role else None
    answers = tuple(name if column.field == "by" else None for column in REVIEWS.columns)
    return Row(document.id, shown, answers, mark=latest)
