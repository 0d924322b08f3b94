"""The measures of an area as a table, with the words for its columns that plans use: so that `vbe import` reads it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.domain.labels import swedish_value
from vbe.language.prose import one, said
from vbe.language.swedish import NO_BREAK, capital, date, listed, number
from vbe.model.fields import NOT_STATED
from vbe.report.rows import as_read
from vbe.report.shapes import cell, column, table
from vbe.report.when import due_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vbe.model.records.area import Commitment
    from vbe.report.governing.plan import Plan
    from vbe.report.model import Cell, Flat

WHAT, WHO, WHEN = ("text", "area"), ("responsible",), ("deadline", "every_months", "when")
"""The fields whose values may be our reading: of the cells for the measure, who answers for it, and its time."""
PLACE = NO_BREAK
"""A cell that is empty on purpose; also room for a pen."""


def number_of(measure: Commitment) -> str:
    """The plan's own number, else ours."""
    return measure.number or measure.id


def is_read(measure: Commitment) -> bool:
    """Whether the table says of any value that it is our reading and not the adopted text's own word."""
    return any(as_read("-", measure, *fields) != "-" for fields in (WHAT, WHO, WHEN))


def measure_table(plan: Plan, area: str, lead: str, measures: Sequence[Commitment]) -> Flat:
    """A row for each measure, and who leads the area; a column in which nothing is said is left out."""
    columns = {
        column("Nr"): [cell(number_of(measure)) for measure in measures],
        column("Åtgärd", width=5): [cell(as_read(measure.text, measure, *WHAT)) for measure in measures],
        column("Orsak", width=3): [_optional(measure.cause) for measure in measures],
        column("Mål", width=3): [_optional(measure.operative_goal) for measure in measures],
        column("Målgrupp", width=2): [_optional(*_whom(measure)) for measure in measures],
        column("Ansvarig", width=2): [cell(as_read(plan.names(m.responsible), m, *WHO)) for m in measures],
        column("Tillsammans med", width=2): [_optional(plan.names(measure.others)) for measure in measures],
        column("Tid", width=2): [cell(*_when(measure)) for measure in measures],
        column("Plats", width=2): [_optional(measure.place) for measure in measures],
        column("Kostnad i kronor", width=2): [_optional(_cost(measure)) for measure in measures],
        column("Budget", width=2): [_optional(measure.budget_ref) for measure in measures],
        column("Uppföljning", width=2): [_optional(*_followed(plan, measure)) for measure in measures],
    }
    kept = {head: cells for head, cells in columns.items() if any(content.lines != (PLACE,) for content in cells)}
    caption = said("Åtgärder i område {number}", number=int(area))
    if lead != NOT_STATED:
        caption = said("{measures}, som leds av {lead}", measures=caption, lead=plan.inside(lead))
    return table(f"atgarder-{area}", caption, tuple(kept), zip(*kept.values(), strict=True))


def _cost(measure: Commitment) -> str:
    """Year and amount, in order; empty where the plan says nothing of it."""
    return listed(f"{year} {number(amount)}" for year, amount in sorted(measure.cost.items()))


def _whom(measure: Commitment) -> Iterator[str]:
    if measure.target_group:
        yield measure.target_group
    if measure.level:
        yield capital(swedish_value(measure.level))


def _when(measure: Commitment) -> Iterator[str]:
    """When it is to be done, from when, and what is to be there on the way."""
    is_own = measure.when not in (None, NOT_STATED)
    yield as_read(str(measure.when) if is_own else capital(one(due_of(measure))), measure, *WHEN)
    if measure.starts_on:
        yield said("Börjar {day}", day=date(measure.starts_on))
    for milestone in measure.milestones:
        yield said("Senast {day}: {what}", day=date(milestone.date), what=milestone.what)


def _followed(plan: Plan, measure: Commitment) -> Iterator[str]:
    """How the measure is followed up: as the plan says, and by its indicators."""
    if measure.follow_up:
        yield measure.follow_up
    for identity in measure.indicators:
        if identity in plan.corpus.indicators:
            yield plan.corpus.indicators[identity].title


def _optional(*lines: str | None) -> Cell:
    kept = [line for line in lines if line]
    return cell(*(kept or [PLACE]))
