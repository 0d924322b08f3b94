"""`csv`: the plan for a spreadsheet, with ids and codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.output.freshness.columns import ABOUT
from vbe.output.freshness.plan_rows import entries
from vbe.output.tabular import Sheet

if TYPE_CHECKING:
    from vbe.domain.freshness.assessment import Assessment
    from vbe.domain.freshness.plan import Plan
    from vbe.output.freshness import Setting
    from vbe.output.freshness.plan_rows import Entry


def format_plans(plans: tuple[Plan, ...], assessment: Assessment, setting: Setting) -> Sheet:  # noqa: ARG001 - one signature for all
    """A line for each thing, by its day."""
    return Sheet(("day", *ABOUT, "due_on", "late", "earlier"), map(_cells, entries(plans)))


def _cells(entry: Entry) -> tuple[object, ...]:
    planned, freshness = entry.planned, entry.planned.freshness
    about = (getattr(freshness, name) for name in ABOUT)
    return (planned.day, *about, freshness.due_on, planned.is_late, planned.is_earlier)
