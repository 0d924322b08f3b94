"""All indicators, with what they mean, where they come from, and their last values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.language.swedish import MISSING, capital
from vbe.model.fields import stated
from vbe.report import sentences
from vbe.report.rows import as_read
from vbe.report.series import AIMED, DIRECTIONS, UNITS, by_sex, points, reached, start, target_text, value_cells, year_columns
from vbe.report.shapes import cell, column, listing, paragraph, table, table_of
from vbe.report.when import every

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.model.records.area import Indicator
    from vbe.report.model import Block, Cell
    from vbe.report.shapes import Columns
    from vbe.report.view import View


def indicators(view: View) -> Iterator[Block]:
    """Values first, then what each indicator means, then what the boards say about them."""
    found = list(view.corpus.indicators.values())
    if not found:
        yield paragraph(view.say("indicators_none", document=capital(view.document)))
        return
    missing = sum(points(view, indicator)[-1].shown.text == MISSING for indicator in found)
    met = [reached(view, indicator) for indicator in found if view.year in indicator.target]
    lead = (
        sentences.indicators.indicators(view.say, view.document, len(found), missing, view.year),
        *sentences.indicators.targets(view.say, met),
    )
    yield paragraph(" ".join(lead))
    yield paragraph(view.say("indicators_dash"))
    yield _values(view, found)
    yield from _by_sex(view, found)
    yield _meanings(view, found)
    comments = [f"{i.title} ({p.year}): {p.comment}" for i in found for p in points(view, i) if p.comment]
    if comments:
        yield paragraph(view.say("indicators_comments"))
        yield listing(comments)


def _values(view: View, found: list[Indicator]) -> Block:
    heads = (
        column("Mätetal", width=4),
        column("Utgångsvärde", "number"),
        column("Målvärde", "number", 2),
        *year_columns(view),
        column("Riktning"),
    )
    rows = [
        (
            cell(i.title),
            cell(_baseline(view, i)),
            cell(as_read(target_text(view, i), i, "target")),
            *value_cells(view, i),
            cell(AIMED[i.direction] if i.unit == "yes_no" else DIRECTIONS[i.direction]),
        )
        for i in found
    ]
    return table("matetal", "Alla mätetal", heads, rows)


def _by_sex(view: View, found: list[Indicator]) -> Iterator[Block]:
    """The values for women and men apart, where a plan asks for them or a board gives them."""
    heads = (column("Mätetal", width=4), column("Kön"), *year_columns(view))
    rows = [
        (cell(indicator.title), cell(sex), *(cell(shown.text) for shown in values))
        for indicator in found
        for sex, values in by_sex(view, indicator)
    ]
    if rows:
        yield table("matetal-kon", "Mätetal för kvinnor och män", heads, rows)
        yield paragraph(view.say("indicators_by_sex", small=view.corpus.profile.thresholds.small_count))


def _baseline(view: View, indicator: Indicator) -> str | None:
    shown = start(view, indicator)
    return None if shown is None else shown.text


def _meanings(view: View, found: list[Indicator]) -> Block:
    columns: Columns[Indicator] = (
        (column("Mätetal", width=3), lambda i: cell(f"{i.code} {i.title}" if i.code else i.title)),
        (column("Vad som räknas", width=5), _counted),
        (column("Källa", width=3), lambda i: cell(stated(i.source))),
        (column("Ansvarig", width=2), lambda i: cell(view.name(i.owner) if i.owner else None)),
        (column("Hur ofta"), lambda i: cell(capital(every(i.every_months)))),
    )
    return table_of("matetal-definitioner", "Vad mätetalen betyder", found, columns)


def _counted(indicator: Indicator) -> Cell:
    return cell(as_read(stated(indicator.definition), indicator, "definition"), *_told_of_value(indicator))


def _told_of_value(indicator: Indicator) -> Iterator[str]:
    """Its unit, and how else the value is told."""
    yield f"Enhet: {UNITS[indicator.unit]}."
    if indicator.by_sex:
        yield "Redovisas även för kvinnor och män var för sig."
    if indicator.baseline_year is not None:
        yield f"Utgångsvärdet är från {indicator.baseline_year}."
