"""The plan for a spreadsheet: a line for each review, by department and day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.domain.freshness.months import month_name
from vbe.output.freshness.spreadsheet import sheet

if TYPE_CHECKING:
    from vbe.domain.freshness import Assessment, Plan, Planned
    from vbe.output.freshness import Setting

COLUMNS = ("department", "month", "planned_on", "plan", "due_on", "id", "kind", "title", "file", "owner_role", "reviewed_on")


def format_plans(plans: tuple[Plan, ...], assessment: Assessment, setting: Setting) -> str:  # noqa: ARG001 - one signature
    """What is late, what is to be reviewed earlier than it is due, and what when it is due."""
    return sheet(COLUMNS, (_cells(plan.department, review) for plan in plans for review in plan.reviews))


def _cells(department: str, review: Planned) -> tuple[object, ...]:
    freshness = review.freshness
    how = "late" if review.is_late else "earlier" if review.is_earlier else "when_due"
    return (
        *(department, month_name(review.day), review.day, how, freshness.due_on),
        *(freshness.id, freshness.kind, freshness.title, freshness.file, freshness.owner_role, freshness.reviewed_on),
    )
