"""`json`: the plan for programs."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from vbe.domain.freshness.months import month_name
from vbe.output.freshness.plan_rows import COLUMNS, codes, entries
from vbe.output.json_text import to_json

if TYPE_CHECKING:
    from vbe.domain.freshness import Assessment, Plan
    from vbe.output.freshness import Setting


def format_plans(plans: tuple[Plan, ...], assessment: Assessment, setting: Setting) -> str:  # noqa: ARG001 - one signature for all
    """The load of each department and month, and everything by its day."""
    listed = [dict(zip(COLUMNS, map(_plain, codes(entry)), strict=True)) for entry in entries(plans)]
    months = {
        plan.department: {month_name(m.first): {"due": len(m.due), "planned": m.planned} for m in plan.months} for plan in plans
    }
    return to_json({"version": 1, "as_of": assessment.as_of.isoformat(), "months": months, "items": listed})


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime.date) else value
