"""The one list of dates in the report's words: what is due, whose it is, and when; only what the reader may see."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, NamedTuple

from vbe.domain.combined import behind
from vbe.domain.freshness.ended import agreement_names, waiver_names
from vbe.domain.freshness.owed import NEXT_STEP
from vbe.domain.freshness.promises import MILESTONE, PICTURE
from vbe.language.prose import from_english, said
from vbe.language.swedish import capital, folded
from vbe.model.profile import WAIVER
from vbe.model.records import DOCUMENT_KINDS, HOLDERS
from vbe.model.records.area import COMMITMENT
from vbe.model.records.followup import FOLLOWUP, REMARK
from vbe.model.records.organisation import CHANNEL, Partner
from vbe.model.records.strategy import STRATEGY
from vbe.report.rows import rule_named
from vbe.report.shapes import cell, column, day
from vbe.report.view import labelled, short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.domain.dates import Dated
    from vbe.model.records.area import Commitment
    from vbe.report.shapes import Columns
    from vbe.report.view import View

AGREEMENT = "agreement"
NEVER_DECIDED = "Exempel, ej beslutat"
"""Of a waiver, which is neuter."""
DEADLINE, STEP, REVIEW, END, WAIVED = "deadline", "step", "review", "end", "waived"
ANSWER, AGAIN, RHYTHM = "answer", "again", "rhythm"


class Due(NamedTuple):
    """Something that is to be done, and by whom."""

    on: datetime.date
    what: str
    who: str
    category: str
    """What the day is: a last day, a next step, a review, an end, an answer, a time that comes back, or the year's own rhythm."""
    boards: frozenset[str] | None = None
    """The boards that it concerns; None where it concerns them all."""


DUE_COLUMNS: Columns[Due] = (
    (column("Senast", "date", 2), lambda due: day(due.on)),
    (column("Vad", width=6), lambda due: cell(due.what)),
    (column("Vem", width=3), lambda due: cell(capital(due.who))),
)


def due_days(view: View) -> Iterator[Due]:
    """Everything on the list that the reader may see, in the order of the list; a report that several boards owe is once."""
    reports: dict[str, Due] = {}
    for dated in view.verdicts.dates:
        if dated.kind == FOLLOWUP.name:
            year = dated.id.partition("/")[0]
            reports[year] = Due(dated.day, f"Lämna redovisning för {year}", "alla nämnder som redovisar", RHYTHM)
            continue
        due_of_kind = _MADE.get(dated.kind)
        due = due_of_kind(view, dated) if due_of_kind is not None else None
        if due is not None:
            yield due
    yield from reports.values()


def _document(view: View, dated: Dated) -> Due | None:
    record = next((each for each in view.corpus.documents if (each.kind, each.id) == (dated.kind, dated.id)), None)
    if record is None:
        return None
    title = labelled(f"”{record.content.title}”", example=record.content.example)
    what = said("Granska {what} {title}", what=from_english(HOLDERS[dated.kind].definite), title=title)
    boards = frozenset({record.owner, *view.organisation.boards_of(record.owner)})
    return Due(dated.day, what, view.inside(record.content.owner_role), REVIEW, boards)


def _strategy(view: View, dated: Dated) -> Due | None:
    strategy = view.corpus.strategy
    if strategy is None:
        return None
    if dated.is_end:
        return Due(dated.day, f"{strategy.title} upphör att gälla", view.board, END)
    who = view.inside(strategy.owner_role) if strategy.owner_role else view.board
    return Due(dated.day, f"Pröva om {view.document} fortfarande är aktuell", who, REVIEW, frozenset())


def _agreement(view: View, dated: Dated) -> Due | None:
    partner = behind(view.corpus, dated.id)
    if partner is None or not isinstance(partner.content, Partner):
        return None
    named = dict(zip(agreement_names(partner.content), partner.content.agreements, strict=True))
    agreement = named[dated.id.partition("/")[2]]
    return Due(dated.day, f"{agreement.title} upphör att gälla", view.board, END)


def _commitment(view: View, dated: Dated) -> Due | None:
    identity = dated.id.partition("/")[0]
    commitment = view.corpus.commitments.get(identity)
    if commitment is None:
        return None
    boards, who = frozenset(view.answering[identity]), view.names_inside(commitment.responsible)
    named = view.numbered(identity)
    if dated.kind == MILESTONE:
        what = _milestone(commitment, dated)
        return Due(dated.day, f"{named}, delmål: {what}", who, DEADLINE, boards)
    if dated.kind == CHANNEL.name:
        channel = view.corpus.channels[dated.id.partition("/")[2]]
        owner = view.inside(channel.owner) if channel.owner else who
        return Due(dated.day, f"{named}: {channel.name}", owner, AGAIN, boards)
    category = DEADLINE if commitment.deadline == dated.day else AGAIN
    return Due(dated.day, named, who, category, boards)


def _milestone(commitment: Commitment, dated: Dated) -> str:
    """The milestone that an id names: by its day, and by its number where several have the same."""
    number = dated.id.partition(f"/{dated.day.isoformat()}")[2].lstrip("-")
    of_day = [m for m in commitment.milestones if m.date == dated.day]
    return folded((commitment.milestones[int(number) - 1] if number else of_day[0]).what).rstrip(".")


def _picture(view: View, dated: Dated) -> Due | None:
    commitment = view.corpus.commitments.get(dated.id.partition("/")[2])
    if commitment is None:
        return None
    return Due(dated.day, "Uppdatera den lokala lägesbilden", view.names_inside(commitment.responsible), RHYTHM)


def _next_step(view: View, dated: Dated) -> Due | None:
    """Where the board's words are not shown, neither is its next step."""
    identity, board, _kind = dated.id.split("/")
    follow_ups = [view.corpus.follow_ups(year).get(board) for year in reversed(view.corpus.years)]
    reports = [report.commitments[identity] for report in follow_ups if report is not None and identity in report.commitments]
    report = next((each for each in reports if each.next_step_due == dated.day and each.next_step), None)
    if report is None or report.next_step is None:
        return None
    what = f"{view.numbered(identity)}, nästa steg: {folded(report.next_step)}"
    return Due(dated.day, what, view.inside(board), STEP, frozenset({board}))


def _answer(view: View, dated: Dated) -> Due | None:
    remark = view.corpus.find(REMARK, dated.id)
    if remark is None:
        return None
    number = f" {dated.id}" if view.cut.codes else ""
    what = said("Svara på synpunkten{number}: {text}", number=number, text=short(remark.content.text))
    return Due(dated.day, what, view.inside(remark.content.to), ANSWER, view.organisation.boards_of(remark.content.to))


def _waiver(view: View, dated: Dated) -> Due | None:
    profile = view.corpus.profile
    waiver = dict(zip(waiver_names(profile), profile.waivers, strict=True))[dated.id]
    example = f" ({NEVER_DECIDED.lower()})" if waiver.example else ""
    what = f"Avsteget från {rule_named(waiver.rule)} löper ut{example}"
    return Due(dated.day, what, view.inside(waiver.decided_by), WAIVED, frozenset())


_MADE = {
    **dict.fromkeys(DOCUMENT_KINDS, _document),
    **dict.fromkeys((COMMITMENT.name, MILESTONE, CHANNEL.name), _commitment),
    STRATEGY.name: _strategy,
    AGREEMENT: _agreement,
    PICTURE: _picture,
    NEXT_STEP: _next_step,
    REMARK.name: _answer,
    WAIVER.name: _waiver,
}
"""Kind of what is dated → what the report says of it. Actors that have ended are not listed: an edit of the file mends them."""
