"""What somebody has promised by a day in a follow-up: the next step of a commitment, and the answer to a remark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.domain.asking import closings
from vbe.domain.freshness.model import Freshness
from vbe.domain.period import handed_in
from vbe.language import _
from vbe.model.records.followup import CLOSED, REMARK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.domain.freshness.context import AssessmentContext
    from vbe.model.records.followup import CommitmentReport

NEXT_STEP = "next_step"


def next_steps(context: AssessmentContext) -> Iterator[Freshness]:
    """The next step that a board promised last of a commitment; its next report on it settles it, and so does an end."""
    corpus, ended = context.corpus, closings(context.corpus, context.as_of.year + 1, context.as_of, context.organisation)
    latest: dict[tuple[str, str], tuple[int, CommitmentReport]] = {}
    for year in corpus.years:
        for board, report in handed_in(corpus, year, context.as_of).items():
            for identity, part in report.commitments.items():
                latest[identity, board] = (year, part)
    for (identity, board), (year, part) in latest.items():
        over = part.status in CLOSED or (identity, board) in ended
        if part.next_step_due is None or over or identity not in corpus.commitments:
            continue
        past, ahead = _("The next step was to be taken by {due}."), _("The next step is to be taken by {due}.")
        hint = _("Report what was done, and the next step.")
        yield Freshness(
            id=f"{identity}/{board}/{NEXT_STEP}",
            kind=NEXT_STEP,
            title=part.next_step or corpus.commitments[identity].text,
            file=f"followup/{year}/{board}.yaml",
            departments=context.departments_of(board),
            owner_role=context.organisation.role_of(board),
            reasons=context.reasons(part.next_step_due, past, ahead, hint),
            due_on=part.next_step_due,
            as_of=context.as_of,
            is_example=corpus.follow_ups(year)[board].example,
        )


def answers(context: AssessmentContext) -> Iterator[Freshness]:
    """The remarks that have not been answered, once they were made: a remark is as old as the first decision beside it."""
    for entry in context.corpus.all_of(REMARK):
        remark, decided = entry.content, context.corpus.decisions(entry.record.year)
        days = [d.date for d in decided.decisions if d.date is not None] if decided is not None else []
        is_made = not days or min(days) <= context.as_of
        answered = remark.answered_on is not None and remark.answered_on <= context.as_of
        if remark.due is None or answered or not is_made:
            continue
        past, ahead = _("An answer was due {due}."), _("An answer is due {due}.")
        yield Freshness(
            id=entry.id,
            kind=REMARK.name,
            title=remark.text,
            file=entry.record.file,
            departments=context.departments_of(remark.to),
            owner_role=context.organisation.role_of(remark.to),
            reasons=context.reasons(remark.due, past, ahead, _("Write answer and answered_on at the remark.")),
            due_on=remark.due,
            as_of=context.as_of,
            is_example=bool(decided and decided.example),
        )
