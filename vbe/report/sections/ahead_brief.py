"""What is ahead: the year by month, and each agreement, deadline and answer that has a day."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from vbe.domain.freshness.months import months_later
from vbe.language.swedish import capital, date, month, order
from vbe.report.sections.dates import AGAIN, ANSWER, DEADLINE, END, REVIEW, RHYTHM, STEP, due_days
from vbe.report.shapes import NOT_APPLICABLE, cell, column, day, paragraph, table, table_or

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.report.model import Block, Cell, Table
    from vbe.report.sections.dates import Due
    from vbe.report.view import View

MONTHS = 12
MOST_DOTS = 4
FIXED = (DEADLINE, END, ANSWER, RHYTHM)
"""What the short report lists by its day; of the rest it counts how much falls in each month."""
REVIEWS = "Granskningar"
ALWAYS = ("Slutdatum", "Nästa steg", "Upphör att gälla")
COUNTED = {
    "Slutdatum": (DEADLINE,),
    "Nästa steg": (STEP,),
    REVIEWS: (REVIEW,),
    "Återkommande": (AGAIN,),
    "Upphör att gälla": (END,),
}


def ahead_brief(view: View) -> Iterator[Block]:
    """Twelve months from the report's day."""
    until = months_later(view.as_of, MONTHS)
    lead = "ahead_lead" if view.held.documents else "ahead_lead_undocumented"
    yield paragraph(view.say(lead, start=date(view.as_of), end=date(until)))
    mine = [due for due in due_days(view) if view.as_of < due.on <= until and _concerns(view, due)]
    yield from year_strip(view, mine, until)
    found = sorted((due for due in mine if due.sort in FIXED), key=lambda d: (d.on, order(d.what)))
    heads = (column("Senast", "date", 2), column("Vad", width=6), column("Vem", width=3))
    rows = [(day(due.on), cell(due.what), cell(capital(due.who))) for due in found]
    yield table_or("framat", "Dagar att hålla", heads, rows, "Inget har en bestämd dag.", look="cards")


def _concerns(view: View, due: Due) -> bool:
    """Whether it is the business of the one board that the report is about, where it is about one."""
    return view.board_only is None or due.boards is None or view.board_only in due.boards


def year_strip(view: View, found: list[Due], until: datetime.date) -> Iterator[Table]:
    """Month by month, how much falls due; nothing where nothing does."""
    days = {name: [due.on for due in found if due.sort in sorts] for name, sorts in COUNTED.items()}
    if not any(days.values()):
        return
    days = {name: each for name, each in days.items() if each or (name == REVIEWS and view.held.documents) or name in ALWAYS}
    heads = (column("Månad", width=2), *(column(name, "number") for name in days))
    rows = [(cell(month(start)), *(_many(each, start) for each in days.values())) for start in _months(view.as_of, until)]
    yield table("aret", "Året månad för månad: en punkt för var och en, och hur många de är", heads, rows, look="matrix")


def _months(start: datetime.date, until: datetime.date) -> Iterator[datetime.date]:
    at = start.replace(day=1)
    while at < until.replace(day=1):
        yield at
        at = months_later(at, 1)


def _many(days: list[datetime.date], start: datetime.date) -> Cell:
    """`••• 3`: what falls due in a month."""
    found = sum(start <= each < months_later(start, 1) for each in days)
    return cell(f"{'•' * min(found, MOST_DOTS)} {found}" if found else NOT_APPLICABLE)
