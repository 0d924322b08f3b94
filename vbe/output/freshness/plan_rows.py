"""`csv-excel` and `xlsx`: the plan as rows, and what other formats have of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vbe.domain.freshness.months import month_name
from vbe.language import N_, _
from vbe.output.freshness.labels import department_name, kind_word
from vbe.output.tabular import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.domain.freshness.assessment import Assessment
    from vbe.domain.freshness.plan import Plan, Planned
    from vbe.output.freshness import Setting

EMPTY = N_("Nothing is planned in these months.")


def format_plans(plans: tuple[Plan, ...], assessment: Assessment, setting: Setting) -> Sheet:  # noqa: ARG001 - one signature for all
    """A line for each thing, by its day, with names and words."""
    return Sheet(heads(), (row(entry, setting) for entry in entries(plans)), _("Plan"), setting.municipality, setting.stamp)


class Entry(NamedTuple):
    """Something in the plan, and the department that it is planned for."""

    department: str
    planned: Planned


def entries(plans: tuple[Plan, ...]) -> list[Entry]:
    """Everything in the plan by its day."""
    listed = [Entry(plan.department, planned) for plan in plans for planned in plan.reviews]
    return sorted(listed, key=lambda entry: (entry.planned.day, entry.department))


def why(planned: Planned) -> str:
    """Why it stands on its day."""
    if planned.is_late:
        return _("late")
    return _("earlier, to even out the load") if planned.is_earlier else ""


def title_of(assessment: Assessment) -> str:
    """What the plan is called."""
    return _("Plan from {date}").format(date=assessment.as_of)


def heads() -> tuple[str, ...]:
    """The headings, in the active language."""
    return _("Day"), _("Department"), _("Kind"), _("Title"), _("Who"), _("Due on"), _("Why")


def row(entry: Entry, setting: Setting) -> tuple[object, ...]:
    """The cells of an entry, for people."""
    freshness, day = entry.planned.freshness, entry.planned.day
    who = setting.name(freshness.owner_role) if freshness.owner_role else None
    name = department_name(entry.department, setting)
    return day, name, kind_word(freshness.kind), freshness.title, who, freshness.due_on, why(entry.planned)


def by_month(plans: tuple[Plan, ...]) -> Iterator[tuple[str, list[Entry]]]:
    """Everything by the month of its day."""
    months: dict[str, list[Entry]] = {}
    for entry in entries(plans):
        months.setdefault(month_name(entry.planned.day), []).append(entry)
    yield from months.items()
