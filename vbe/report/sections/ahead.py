"""Section 16: what is due in the coming year, day by day."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, NamedTuple

from vbe.domain.computed import evidence
from vbe.domain.freshness.months import day_of_year, months_later
from vbe.language.swedish import by_number, capital, date, folded, order
from vbe.model.records.evidence import SituationPicture
from vbe.report.sections.accountability import expiring
from vbe.report.shapes import cell, column, day, paragraph, table_or
from vbe.report.view import short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.report.model import Block
    from vbe.report.view import View


class Due(NamedTuple):
    """Something that is to be done, and by whom."""

    on: datetime.date
    what: str
    who: str


def plan(view: View) -> Iterator[Block]:
    """Deadlines, next steps, reviews, answers and the year's own rhythm, in order."""
    yield paragraph(view.say("plan_lead", start=date(view.as_of), end=date(_until(view))))
    heads = (column("Senast", "date", 2), column("Vad", width=6), column("Vem", width=3))
    rows = [(day(due.on), cell(due.what), cell(capital(due.who))) for due in known(view)]
    yield table_or("plan-tabell", _caption(view), heads, rows, "Inget är planerat.")


def _caption(view: View) -> str:
    rest = f"resten av {view.year} och för " if view.is_interim else ""
    return f"Plan för {rest}{view.year + 1}"


def known(view: View) -> list[Due]:
    """All that is due from the report's day to the end of the coming year, by day."""
    until = _until(view)
    return sorted({due for due in _all(view, until) if view.as_of < due.on <= until}, key=lambda due: (due.on, order(due.what)))


def _until(view: View) -> datetime.date:
    return datetime.date(view.year + 1, 12, 31)


def _all(view: View, until: datetime.date) -> Iterator[Due]:
    yield from (Due(*entry) for entry in expiring(view, until))
    yield from _commitments(view)
    yield from _answers(view)
    yield from rhythm(view)


def _commitments(view: View) -> Iterator[Due]:
    for identity, commitment in sorted(view.corpus.commitments.items(), key=lambda pair: by_number(pair[0])):
        if commitment.deadline is not None and not view.verdicts.progress[identity].is_closed:
            yield Due(commitment.deadline, view.numbered(identity), view.names_inside(commitment.responsible))
        for board, report in view.reports(identity):
            if report.next_step_due and report.next_step:
                what = f"{view.numbered(identity)}, nästa steg: {folded(report.next_step)}"
                yield Due(report.next_step_due, what, view.inside(board))


def _answers(view: View) -> Iterator[Due]:
    last = view.corpus.decisions(view.year - 1)
    for remark in last.remarks if last else ():
        if remark.due and remark.answered_on is None:
            yield Due(remark.due, f"Svara på synpunkten {remark.id}: {short(remark.text)}", view.inside(remark.to))


def rhythm(view: View) -> Iterator[Due]:
    """What comes back every year: the boards' reports, and the situation picture."""
    following = day_of_year(view.year + 2, view.corpus.profile.intervals.follow_up_due)
    for year, due_on in ((view.year, view.due_on), (view.year + 1, following)) if view.silent else ((view.year + 1, following),):
        yield Due(due_on, f"Lämna redovisning för {year}", "alla nämnder som redovisar")
    pictures = evidence(view.corpus, SituationPicture, None, view.as_of)
    if pictures:
        due = months_later(pictures[-1][1].date, view.corpus.profile.intervals.situation_picture)
        yield Due(due, "Uppdatera den lokala lägesbilden", _picture_makers(view, pictures[-1][0]))


def _picture_makers(view: View, identity: str) -> str:
    return view.names_inside(view.corpus.commitments[identity].responsible)
