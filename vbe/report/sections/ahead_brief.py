"""What is ahead: the year by month, and each agreement, deadline and answer that has a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.domain.freshness.months import months_later
from vbe.language.swedish import date, order
from vbe.report.sections.dates import ANSWER, DEADLINE, DUE_COLUMNS, END, RHYTHM, due_days
from vbe.report.sections.year_strip import year_strip
from vbe.report.shapes import paragraph, table_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.report.model import Block
    from vbe.report.sections.dates import Due
    from vbe.report.view import View

MONTHS = 12
FIXED = (DEADLINE, END, ANSWER, RHYTHM)
"""What the short report lists by its day; of the rest it counts how much falls in each month."""


def ahead_brief(view: View) -> Iterator[Block]:
    """Twelve months from the report's day."""
    until = months_later(view.as_of, MONTHS)
    given = {"start": date(view.as_of), "end": date(until)}
    yield paragraph(view.say("ahead_lead", documents=view.held.documents, **given))
    mine = ahead(view)
    strip = year_strip(view, mine, until)
    if strip is not None:
        yield strip
    found = sorted((due for due in mine if due.category in FIXED), key=lambda d: (d.on, order(d.what)))
    yield table_of("framat", "Dagar att hålla", found, DUE_COLUMNS, "Inget har en bestämd dag.", look="cards")


def ahead(view: View) -> list[Due]:
    """What is due within twelve months of the report's day."""
    until = months_later(view.as_of, MONTHS)
    return [due for due in due_days(view) if view.as_of < due.on <= until and _concerns(view, due)]


def _concerns(view: View, due: Due) -> bool:
    """Whether it is the business of the boards that the report is about, where it is not about all."""
    return view.board_only is None or due.boards is None or not due.boards.isdisjoint(view.only)
