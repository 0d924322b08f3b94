"""`csv`: the plan for a spreadsheet, with ids and codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.output.freshness.plan_rows import COLUMNS, codes, entries
from vbe.output.tabular import as_csv

if TYPE_CHECKING:
    from vbe.domain.freshness import Assessment, Plan
    from vbe.output.freshness import Setting


def format_plans(plans: tuple[Plan, ...], assessment: Assessment, setting: Setting) -> str:  # noqa: ARG001 - one signature for all
    """A line for each thing, by its day."""
    return as_csv(COLUMNS, (codes(entry) for entry in entries(plans)))
