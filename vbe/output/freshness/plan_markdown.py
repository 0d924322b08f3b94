"""`md`: the plan for an issue or a mail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.language import _
from vbe.output.freshness.plan_rows import EMPTY, by_month, heads, row, title_of
from vbe.output.tabular import as_markdown

if TYPE_CHECKING:
    from vbe.domain.freshness.assessment import Assessment
    from vbe.domain.freshness.plan import Plan
    from vbe.output.freshness import Setting


def format_plans(plans: tuple[Plan, ...], assessment: Assessment, setting: Setting) -> str:
    """A table for each month."""
    lines = [f"# {title_of(assessment)}", ""]
    for month, listed in by_month(plans):
        lines += [f"## {month}", "", *as_markdown(heads(), [row(entry, setting) for entry in listed]), ""]
    return "\n".join(lines if plans else [*lines, _(EMPTY), ""])
