"""The plan as a calendar: each review on the day by which it is to have been made.

An event has the same identity as in the calendar of what is due, so that a calendar that holds one moves it to its place in
the plan instead of adding another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.language import _
from vbe.output.freshness.as_ics import Entry, calendar

if TYPE_CHECKING:
    from vbe.domain.freshness.assessment import Assessment
    from vbe.domain.freshness.plan import Plan, Planned
    from vbe.output.freshness import Setting


def format_plans(plans: tuple[Plan, ...], assessment: Assessment, setting: Setting) -> str:
    """One calendar; with --department that department's. What is late is spread over the months."""
    reviews = (review for plan in plans for review in plan.reviews)
    entries = (Entry(r.freshness, r.day, _note(r), is_end=r.freshness.is_ending) for r in reviews)
    return calendar(entries, assessment, setting)


def _note(review: Planned) -> str:
    """Why it stands on another day than the one it is due."""
    due = review.freshness.due_on
    if review.is_late:
        return _("Late, and spread over the months ahead.")
    return _("Reviewed before the month is over, to even out the load; due {date}.").format(date=due) if review.is_earlier else ""
