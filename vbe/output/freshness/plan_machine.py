"""The plan for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.domain.freshness.months import month_name
from vbe.output.json_text import to_json
from vbe.privacy.redaction import redact

if TYPE_CHECKING:
    from vbe.domain.freshness import Assessment, Plan
    from vbe.output.freshness import Setting

VERSION = 1


def format_plans(plans: tuple[Plan, ...], assessment: Assessment, setting: Setting) -> str:  # noqa: ARG001 - one signature
    """By department: what is late, what is due each month, and what to review earlier."""
    return to_json(
        {
            "version": VERSION,
            "as_of": assessment.as_of.isoformat(),
            "departments": {
                plan.department: {
                    "late": [redact(freshness.id) for freshness in plan.late],
                    "months": [
                        {"month": month_name(m.first), "due": [redact(f.id) for f in m.due], "suggested": m.planned}
                        for m in plan.months
                    ],
                    "suggestions": [
                        {"id": redact(s.freshness.id), "due_on": str(s.freshness.due_on), "month": month_name(s.month)}
                        for s in plan.suggestions
                    ],
                }
                for plan in plans
            },
        }
    )
