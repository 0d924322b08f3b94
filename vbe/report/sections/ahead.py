"""What is due in the coming year, day by day."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from vbe.language.swedish import date, order
from vbe.report.sections.dates import DUE_COLUMNS, due_days
from vbe.report.shapes import paragraph, table_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.report.model import Block
    from vbe.report.sections.dates import Due
    from vbe.report.view import View


def plan(view: View) -> Iterator[Block]:
    """Everything on the one list of dates, in order."""
    yield paragraph(view.say("plan_lead", start=date(view.as_of), end=date(_until(view))))
    yield table_of("plan-tabell", _caption(view), known(view), DUE_COLUMNS, "Inget är planerat.")


def _caption(view: View) -> str:
    rest = f"resten av {view.year} och för " if view.is_interim else ""
    return f"Plan för {rest}{view.year + 1}"


def known(view: View) -> list[Due]:
    """All that is due from the report's day to the end of the coming year, by day."""
    found = {due for due in due_days(view) if view.as_of < due.on <= _until(view)}
    return sorted(found, key=lambda due: (due.on, order(due.what), order(due.who)))


def _until(view: View) -> datetime.date:
    return datetime.date(view.year + 1, 12, 31)
