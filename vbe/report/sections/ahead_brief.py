"""What is ahead: the year by month, and each agreement, deadline and answer that has a day."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from vbe.domain.freshness.months import months_later
from vbe.domain.lifecycle import has_begun
from vbe.language.swedish import by_number, capital, date, month, order, sentence
from vbe.report.sections.ahead import Due, rhythm
from vbe.report.shapes import NOT_APPLICABLE, cell, column, day, paragraph, table, table_or

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.report.model import Block, Cell, Table
    from vbe.report.view import View

MONTHS = 12


def ahead_brief(view: View) -> Iterator[Block]:
    """Twelve months from the report's day."""
    until = months_later(view.as_of, MONTHS)
    lead = "ahead_lead" if view.held.documents else "ahead_lead_undocumented"
    yield paragraph(view.say(lead, start=date(view.as_of), end=date(until)))
    yield from year_strip(view, until)
    found = sorted((d for d in dated(view) if view.as_of < d.on <= until), key=lambda d: (d.on, order(d.what)))
    heads = (column("Senast", "date", 2), column("Vad", width=6), column("Vem", width=3))
    rows = [(day(due.on), cell(due.what), cell(capital(due.who))) for due in found]
    yield table_or("framat", "Dagar att hålla", heads, rows, "Inget har en bestämd dag.", look="cards")


def dated(view: View) -> Iterator[Due]:
    """Deadlines, ends of agreements and of the document, answers, and the year's own rhythm."""
    yield from deadlines(view)
    yield from ends(view)
    last = view.corpus.decisions(view.year - 1)
    for remark in last.remarks if last and view.board_only is None else ():
        if remark.due and remark.answered_on is None:
            yield Due(remark.due, f"Svara på synpunkten: {sentence(remark.text)}", view.inside(remark.to))
    yield from rhythm(view)


def deadlines(view: View) -> Iterator[Due]:
    """The commitments that have a last day and are not closed."""
    for identity, commitment in sorted(view.corpus.commitments.items(), key=lambda pair: by_number(pair[0])):
        mine = view.board_only is None or view.board_only in view.answering[identity]
        if mine and commitment.deadline is not None and not view.verdicts.progress[identity].is_closed:
            yield Due(commitment.deadline, view.numbered(identity), view.names_inside(commitment.responsible))


def ends(view: View) -> Iterator[Due]:
    """When the document and the agreements with others end."""
    strategy = view.corpus.strategy
    if strategy and strategy.valid_to:
        yield Due(strategy.valid_to, f"{strategy.title} upphör att gälla", view.board)
    for partner in view.corpus.organisation.partners if view.corpus.organisation else ():
        for agreement in partner.agreements:
            if agreement.valid_to and has_begun(agreement, view.as_of):
                yield Due(agreement.valid_to, f"{agreement.title} upphör att gälla", view.board)


def next_steps(view: View) -> Iterator[datetime.date]:
    """The days of the next steps that the boards have promised."""
    for identity in view.corpus.commitments:
        for board, report in view.reports(identity):
            if report.next_step_due and view.board_only in (None, board):
                yield report.next_step_due


def reviews(view: View) -> Iterator[datetime.date]:
    """The days by which documents are to be reviewed, of those that the reader may see."""
    for record in view.corpus.documents:
        judged = view.verdicts.freshness.get((record.kind, record.id))
        mine = view.board_only is None or record.owner in (view.board_only, *view.departments_of(view.board_only))
        if mine and judged and judged.due_on:
            yield judged.due_on


def year_strip(view: View, until: datetime.date) -> Iterator[Table]:
    """Month by month, how much falls due; nothing where nothing does."""
    kinds = {
        "Slutdatum": [due.on for due in deadlines(view)],
        "Nästa steg": list(next_steps(view)),
        "Granskningar": list(reviews(view)),
        "Upphör att gälla": [due.on for due in ends(view)],
    }
    if not view.held.documents:
        del kinds["Granskningar"]
    if not any(view.as_of < day <= until for days in kinds.values() for day in days):
        return
    heads = (column("Månad", width=2), *(column(name, "number") for name in kinds))
    rows = [
        (cell(month(start)), *(_many(days, start, view.as_of) for days in kinds.values())) for start in _months(view.as_of, until)
    ]
    yield table("aret", "Året månad för månad: en punkt för var och en, och hur många de är", heads, rows, look="matrix")


def _months(start: datetime.date, until: datetime.date) -> Iterator[datetime.date]:
    at = start.replace(day=1)
    while at < until.replace(day=1):
        yield at
        at = months_later(at, 1)


def _many(days: list[datetime.date], start: datetime.date, after: datetime.date) -> Cell:
    """`••• 3`: what falls due in a month, later than the report's day."""
    found = sum(start <= each < months_later(start, 1) and each > after for each in days)
    return cell(f"{'•' * min(found, MOST_DOTS)} {found}" if found else NOT_APPLICABLE)


MOST_DOTS = 4
