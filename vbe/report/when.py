"""When a commitment is to be done, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.domain.labels import swedish_value
from vbe.language.prose import one, said
from vbe.language.swedish import date, day_and_month, listed
from vbe.model.fields import NOT_STATED

if TYPE_CHECKING:
    from vbe.model.records.area import Commitment

EVERY = {1: "varje månad", 2: "varannan månad", 3: "varje kvartal", 6: "varje halvår", 12: "varje år", 24: "vartannat år"}


def due_of(commitment: Commitment) -> str:
    """When it must be done, in words."""
    if commitment.deadline is not None:
        once = getattr(commitment.deadline, "written", "") or date(commitment.deadline)
        again = commitment.then_every_months
        return once if again is None else said("{once}, sedan {often}", once=once, often=every(again))
    if commitment.every_months is not None:
        return every(commitment.every_months)
    if commitment.yearly_on:
        return said("varje år senast den {days}", days=listed(day_and_month(day) for day in commitment.yearly_on))
    return swedish_value(commitment.when) if commitment.when == NOT_STATED else commitment.when or "ingen tid angiven"


def every(months: int) -> str:
    """`varje år`, `var 18:e månad`."""
    suffix = ":a" if months % 10 in (1, 2) and months % 100 not in (11, 12) else ":e"
    return one(EVERY[months]) if months in EVERY else said("var {months}{suffix} månad", months=months, suffix=suffix)
