"""`json`: the plan for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.domain.freshness.months import month_name
from vbe.output.freshness import plan_codes
from vbe.output.json_text import to_json

if TYPE_CHECKING:
    from vbe.domain.freshness.assessment import Assessment
    from vbe.domain.freshness.plan import Plan
    from vbe.output.freshness import Setting


def format_plans(plans: tuple[Plan, ...], assessment: Assessment, setting: Setting) -> str:
    """The load of each department and month, and everything by its day."""
    listed = plan_codes.format_plans(plans, assessment, setting)
    months = {
        plan.department: {month_name(m.first): {"due": len(m.due), "planned": m.planned} for m in plan.months} for plan in plans
    }
    items = [dict(zip(listed.heads, row, strict=True)) for row in listed.rows]
    return to_json({"version": 1, "as_of": assessment.as_of, "months": months, "items": items})
