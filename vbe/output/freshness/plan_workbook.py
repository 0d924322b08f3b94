"""`xlsx`: the plan as a workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.language import _
from vbe.output.freshness.plan_rows import entries, heads, row
from vbe.output.tabular import as_workbook

if TYPE_CHECKING:
    from vbe.domain.freshness import Assessment, Plan
    from vbe.output.freshness import Setting


def format_plans(plans: tuple[Plan, ...], assessment: Assessment, setting: Setting) -> bytes:  # noqa: ARG001 - one signature for all
    """One sheet."""
    rows = (row(entry, setting) for entry in entries(plans))
    return as_workbook(_("Plan"), setting.municipality, setting.stamp, heads(), rows)
