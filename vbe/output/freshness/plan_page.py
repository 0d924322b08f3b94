"""`html`: the plan as a page that stands by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.language import _
from vbe.output.freshness.plan_rows import EMPTY, by_month, heads, row, title_of
from vbe.output.page import framed, tabled

if TYPE_CHECKING:
    from vbe.domain.freshness import Assessment, Plan
    from vbe.output.freshness import Setting


def format_plans(plans: tuple[Plan, ...], assessment: Assessment, setting: Setting) -> str:
    """A table for each month."""
    body: list[str] = []
    for month, listed in by_month(plans):
        body += [f"<h2>{month}</h2>", *tabled(heads(), [row(entry, setting) for entry in listed])]
    return framed(title_of(assessment), body or [f"<p>{_(EMPTY)}</p>"])
