"""The year ahead as a strip of months: a lane for each category of date, and in each month how many there are."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from vbe.domain.freshness.months import months_later
from vbe.language.swedish import capital, listed, month
from vbe.report.model import MONTHS, Bar, Chart, Lane
from vbe.report.sections.dates import AGAIN, DEADLINE, END, REVIEW, STEP
from vbe.report.shapes import NOT_APPLICABLE, amount, cell, column, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.report.sections.dates import Due
    from vbe.report.view import View

LETTERS = 3
"""So many of a month's name stand in the picture."""
JANUARY = 1
LANES = {
    "Slutdatum": (DEADLINE,),
    "Nästa steg": (STEP,),
    "Granskningar": (REVIEW,),
    "Återkommande": (AGAIN,),
    "Upphör att gälla": (END,),
}
"""A lane's name → the categories of dates in it. A lane that nothing falls in is left out."""


def year_strip(view: View, found: list[Due], until: datetime.date) -> Chart | None:
    """Month by month, how much falls due; nothing where nothing does."""
    months = list(_months(view.as_of, until))
    counted = {name: [_within(found, categories, start) for start in months] for name, categories in LANES.items()}
    lanes = tuple(Lane(name, tuple(counts)) for name, counts in counted.items() if any(counts))
    if not lanes:
        return None
    heads = (column("Månad", width=2), *(column(lane.label, "number") for lane in lanes))
    rows = [
        (cell(capital(month(start))), *(amount(lane.counts[at] or None, NOT_APPLICABLE) for lane in lanes))
        for at, start in enumerate(months)
    ]
    totals = [sum(lane.counts[at] for lane in lanes) for at in range(len(months))]
    return Chart(
        id="aret",
        title="Året månad för månad",
        description=f"{MONTHS} {'; '.join(_told(lanes, months))}.",
        unit="antal",
        maximum=float(max(totals)),
        bars=tuple(
            Bar(_short(start, first=not at), total, str(total))
            for at, (start, total) in enumerate(zip(months, totals, strict=True))
        ),
        target=None,
        table=table("aret-tabell", "Värden: året månad för månad", heads, rows),
        look="months",
        lanes=lanes,
    )


def _months(start: datetime.date, until: datetime.date) -> Iterator[datetime.date]:
    """The first day of each month that any of the time falls in."""
    at = start.replace(day=1)
    while at <= until:
        yield at
        at = months_later(at, 1)


def _within(found: list[Due], categories: tuple[str, ...], start: datetime.date) -> int:
    return sum(due.category in categories and start <= due.on < months_later(start, 1) for due in found)


def _short(start: datetime.date, *, first: bool) -> str:
    """`mar`; with the year in the first month and in January."""
    name = month(start)[:LETTERS]
    return f"{name} {start.year}" if first or start.month == JANUARY else name


def _told(lanes: tuple[Lane, ...], months: list[datetime.date]) -> Iterator[str]:
    """`mars 2018: nästa steg 6 och granskningar 1`, of the months that have something."""
    for at, start in enumerate(months):
        counts = [f"{lane.label.lower()} {lane.counts[at]}" for lane in lanes if lane.counts[at]]
        if counts:
            yield f"{month(start)}: {listed(counts)}"
