"""`html`: the plan as a page that stands by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.language import _
from vbe.output.freshness.plan_rows import EMPTY, by_month, row, title_of
from vbe.output.page import framed

if TYPE_CHECKING:
    from vbe.domain.freshness.assessment import Assessment
    from vbe.domain.freshness.plan import Plan
    from vbe.output.freshness import Setting
    from vbe.output.freshness.plan_rows import Entry


def format_plans(plans: tuple[Plan, ...], assessment: Assessment, setting: Setting) -> str:
    """A list for each month."""
    body: list[str] = []
    for month, listed in by_month(plans):
        body += [f"<h2>{month}</h2>", "<ul>", *(_item(entry, setting) for entry in listed), "</ul>"]
    return framed(title_of(assessment), body or [f"<p>{_(EMPTY)}</p>"])


def _item(entry: Entry, setting: Setting) -> str:
    """What is to be done and by which day; then of what kind, whose, and why that day."""
    day, department, kind, title, who, due_on, reason = row(entry, setting)
    due = _("due {date}").format(date=due_on) if due_on else ""
    about = ", ".join(str(part) for part in (kind, department, who, due, reason) if part)
    return f"<li><strong>{day} {title}</strong><br><small>{about}</small></li>"
