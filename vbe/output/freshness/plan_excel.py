"""`csv-excel`: the plan as CSV that Excel opens with a double click in Sweden."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.output.freshness.plan_rows import entries, heads, row
from vbe.output.tabular import as_excel_csv

if TYPE_CHECKING:
    from vbe.domain.freshness import Assessment, Plan
    from vbe.output.freshness import Setting


def format_plans(plans: tuple[Plan, ...], assessment: Assessment, setting: Setting) -> str:  # noqa: ARG001 - one signature for all
    """A line for each thing, by its day, with names and words."""
    return as_excel_csv(heads(), (row(entry, setting) for entry in entries(plans)))
