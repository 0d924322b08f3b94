"""The plan for people: each department's months as bars, and what to review earlier than it is due."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.domain.freshness.months import month_name
from vbe.language import _
from vbe.output.freshness.words import department_name, late_count_words
from vbe.output.styles import Style, block, paint
from vbe.output.width import WIDTH, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.domain.freshness import Assessment, Plan, Suggestion
    from vbe.output.freshness import Setting

LONGEST_BAR = 20


def format_plans(plans: tuple[Plan, ...], assessment: Assessment, setting: Setting) -> str:
    """A part for each department."""
    lines = [paint(Style.HEADING, _("Reviews ahead, from {date}").format(date=assessment.as_of)), ""]
    for plan in plans:
        lines += _plan(plan, department_name(plan.department, setting))
    if not plans:
        lines.append(_("No review is due in these months."))
    return "\n".join(lines).rstrip("\n") + "\n"


def _plan(plan: Plan, name: str) -> Iterator[str]:
    yield from (paint(Style.HEADING, line) for line in wrapped(name, ""))
    if plan.late:
        yield from (paint(Style.BAD, line) for line in wrapped(late_count_words(len(plan.late)), "  "))
    if any(month.due for month in plan.months):
        yield from _months(plan)
    if plan.suggestions:
        yield from wrapped(_("To even out the load, review earlier than due:"), "  ")
        for suggestion in plan.suggestions:
            yield from _suggestion(suggestion)
    yield ""


def _suggestion(suggestion: Suggestion) -> Iterator[str]:
    """On one line where that is wide enough: an id is copied, so it is never broken but stands on a line of its own."""
    month, name = month_name(suggestion.month), suggestion.freshness.id
    due = "(" + _("due {date}").format(date=suggestion.freshness.due_on) + ")"
    whole, first = f"    {month}  {name} {due}", f"    {month}  {name}"
    if len(whole) <= WIDTH:
        yield whole
    elif len(first) <= WIDTH:
        yield from (first, " " * 13 + due)
    else:
        yield from (f"    {month}  {due}", f"      {name}")


def _months(plan: Plan) -> Iterator[str]:
    """A line a month: how many are due, and how many would be if the suggestions were followed."""
    load, suggested = _("Load"), _("Suggested") if plan.suggestions else ""
    widths = (max(len(load), 3), LONGEST_BAR + 2, max(len(suggested), 3))
    header = f"  {_('Month'):<9}{load:>{widths[0]}}  {'':<{widths[1]}}{suggested:>{widths[2]}}"
    yield paint(Style.FAINT, header.rstrip()[:WIDTH])
    for month in plan.months:
        due, planned = len(month.due), month.planned
        line = f"  {month_name(month.first):<9}{due:>{widths[0]}}  {_bar(due):<{widths[1]}}"
        yield (line + f"{planned:>{widths[2]}}  {_bar(planned)}" * bool(plan.suggestions)).rstrip()


def _bar(count: int) -> str:
    return block() * min(count, LONGEST_BAR) + ("…" if count > LONGEST_BAR else "")
