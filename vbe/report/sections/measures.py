"""Section 12: all indicators, with what they mean, where they come from, and their last values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.report.rows import capital
from vbe.report.series import DIRECTIONS, UNITS, YEARS, points, reached, target_text, value_cells
from vbe.report.shapes import NOT_APPLICABLE, cell, column, listing, paragraph, table_or
from vbe.report.swedish import count, number
from vbe.report.view import every

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.records.area import Indicator
    from vbe.report.model import Block, Cell
    from vbe.report.view import View


def indicators(view: View) -> Iterator[Block]:
    """Values first, then what each indicator means, then what the boards say about them."""
    found = list(view.corpus.indicators.values())
    judged = [reached(view, indicator) for indicator in found]
    aimed = [verdict for verdict in judged if verdict is not None]
    with_aim = sum(view.year in indicator.target for indicator in found)
    missing = sum(points(view, indicator)[-1].shown.text == "saknas" for indicator in found)
    yield paragraph(
        f"Strategin följs med {number(len(found))} mätetal. {capital(count(missing, 'värde', 'värden'))} saknas för {view.year}. "
        f"{capital(count(with_aim, 'mätetal', 'mätetal'))} har ett målvärde för året; {number(sum(aimed))} av dem har nått det."
    )
    yield paragraph(
        f"Ett streck ({NOT_APPLICABLE}) betyder att inget värde väntas det året. Mätetalen visar hur något utvecklas. "
        "De visar inte vad det beror på."
    )
    yield _values(view, found)
    yield _meanings(view, found)
    comments = [f"{i.title} ({p.year}): {p.comment}" for i in found for p in points(view, i) if p.comment]
    if comments:
        yield paragraph("Kommentarer till värdena:")
        yield listing(comments)


def _values(view: View, found: list[Indicator]) -> Block:
    years = [column(str(year), "number") for year in range(view.year - YEARS + 1, view.year + 1)]
    heads = (
        column("Mätetal", width=4),
        column("Utgångsvärde", "number"),
        column("Målvärde", "number", 2),
        *years,
        column("Riktning"),
    )
    rows = [
        (
            cell(i.title),
            cell(_baseline(i)),
            cell(target_text(i, view.year)),
            *value_cells(view, i),
            cell(DIRECTIONS[i.direction]),
        )
        for i in found
    ]
    return table_or("matetal", "Alla mätetal", heads, rows, "Strategin har inga mätetal.")


def _baseline(indicator: Indicator) -> str | None:
    from vbe.report.disclosure import in_unit

    return None if indicator.baseline is None else in_unit(indicator.baseline, indicator.unit)


def _meanings(view: View, found: list[Indicator]) -> Block:
    heads = (
        column("Mätetal", width=3),
        column("Vad som räknas", width=5),
        column("Källa", width=3),
        column("Ansvarig", width=2),
        column("Hur ofta"),
    )
    rows = [_meaning(view, indicator) for indicator in found]
    return table_or("matetal-definitioner", "Vad mätetalen betyder", heads, rows, "Strategin har inga mätetal.")


def _meaning(view: View, indicator: Indicator) -> tuple[Cell, ...]:
    return (
        cell(f"{indicator.code} {indicator.title}" if indicator.code else indicator.title),
        cell(indicator.definition, f"Enhet: {UNITS[indicator.unit]}."),
        cell(indicator.source),
        cell(view.name(indicator.owner) if indicator.owner else None),
        cell(capital(every(indicator.every_months))),
    )
