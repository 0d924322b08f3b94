"""How the year stands against the one before: the colours, what has turned, what is new or finished, and the indicators."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.domain.colours import MARKS, tally
from vbe.language.swedish import date
from vbe.report.model import Cell
from vbe.report.series import AIMED, DIRECTIONS, points
from vbe.report.shapes import amount, cell, column, group, listing, paragraph, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.domain.year_before import SinceBefore
    from vbe.model.records.area import Indicator
    from vbe.report.model import Flat, Group, Table
    from vbe.report.view import View

UP, DOWN, LEVEL = "\N{UPWARDS ARROW}", "\N{DOWNWARDS ARROW}", "\N{RIGHTWARDS ARROW}"
BEFORE_LAST, LAST = -2, -1


def compared(view: View) -> Iterator[Group]:
    """The comparison, where there was a report on the year before."""
    since = view.verdicts.since
    if since is not None:
        yield group("jamfort-med-forra-aret", f"Jämfört med {since.year}", _blocks(view, since))


def _blocks(view: View, since: SinceBefore) -> Iterator[Flat]:
    yield paragraph(view.say("since_lead", as_of=date(since.as_of), year=since.year))
    yield _colours(view, since)
    turned = _turned(since).items()
    yield listing(f"{what}: {view.named(which) if which else 'inga åtgärder'}." for what, which in turned)
    if rows := _indicators(view):
        heads = (
            column("Mätetal", width=4),
            column(str(since.year), "number"),
            column(str(view.year), "number"),
            column("Förändring", width=2),
            column("Riktning"),
        )
        yield table("matetal-jamfort", f"Mätetalen jämfört med {since.year}", heads, rows)


def flat(view: View) -> Iterator[tuple[Cell, ...]]:
    """The same for a workbook: what it is about, what it says, then, now, the change and where it should go."""
    since, blank = view.verdicts.since, Cell(("",))
    if since is None:
        return
    yield from ((cell("Antal"), *row, blank) for row in _counts(view, since))
    for what, which in _turned(since).items():
        yield from ((cell(what), cell(view.named((identity,))), blank, blank, blank, blank) for identity in which)
    yield from ((cell("Mätetal"), *row) for row in _indicators(view))


def _turned(since: SinceBefore) -> dict[str, tuple[str, ...]]:
    return {
        "Blev gröna": since.became_green,
        "Blev röda": since.became_red,
        "Redovisade för första gången": since.first_told,
        "Avslutade": since.finished,
    }


def _indicators(view: View) -> list[tuple[Cell, ...]]:
    """For those who get results."""
    return [row for i in view.corpus.indicators.values() if (row := _indicator(view, i))] if view.cut.results else []


def _colours(view: View, since: SinceBefore) -> Table:
    heads = (
        column("Åtgärder", width=2),
        column(str(since.year), "number"),
        column(str(view.year), "number"),
        column("Förändring", width=2),
    )
    return table("farger-jamfort", f"Åtgärderna jämfört med {since.year}", heads, _counts(view, since))


def _counts(view: View, since: SinceBefore) -> list[tuple[Cell, ...]]:
    now = tally(verdict.colour for verdict in view.verdicts.progress.values())
    return [
        (
            cell(f"{MARKS[c].symbol} {MARKS[c].word}"),
            amount(since.counts[c]),
            amount(now[c]),
            cell(counted(now[c] - since.counts[c])),
        )
        for c in now
    ]


def counted(step: int) -> str:
    """How many more or fewer, with an arrow: `↑ 3 fler`."""
    return f"{UP if step > 0 else DOWN} {abs(step)} {'fler' if step > 0 else 'färre'}" if step else f"{LEVEL} lika många"


def _indicator(view: View, indicator: Indicator) -> tuple[Cell, ...] | None:
    """The two values, where both years have one that may be shown as a number."""
    series = points(view, indicator)
    before, now = series[BEFORE_LAST].shown, series[LAST].shown
    if before.value is None or now.value is None:
        return None
    word = AIMED[indicator.direction] if indicator.unit == "yes_no" else DIRECTIONS[indicator.direction]
    return cell(indicator.title), cell(before.text), cell(now.text), cell(_moved(before.value, now.value)), cell(word)


def _moved(before: float, now: float) -> str:
    if now == before:
        return f"{LEVEL} oförändrat"
    return f"{UP} ökar" if now > before else f"{DOWN} minskar"
