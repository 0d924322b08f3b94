"""The plan for an issue or a mail: each department's load by month, and then what to review earlier than it is due."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.domain.freshness.months import month_name
from vbe.language import _
from vbe.output.freshness.markdown import escape
from vbe.output.freshness.words import department_name, late_count_words
from vbe.privacy.terminal import inert

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.domain.freshness import Assessment, Plan, Suggestion
    from vbe.output.freshness import Setting


def format_plans(plans: tuple[Plan, ...], assessment: Assessment, setting: Setting) -> str:
    """A section for each department."""
    lines = ["# " + _("Reviews ahead, from {date}").format(date=assessment.as_of), ""]
    for plan in plans:
        lines += _section(plan, department_name(plan.department, setting))
    if not plans:
        lines.append(_("No review is due in these months."))
    return inert("\n".join(lines).rstrip("\n") + "\n")


def _section(plan: Plan, name: str) -> Iterator[str]:
    yield from (f"## {escape(name)}", "")
    if plan.late:
        yield from (late_count_words(len(plan.late)), "")
    if any(month.due for month in plan.months):
        yield from (*_load(plan), "")
    if plan.suggestions:
        yield from (_("To even out the load, review earlier than due:"), "", *map(_suggestion, plan.suggestions), "")


def _load(plan: Plan) -> Iterator[str]:
    """A row for each month that has something in it: how many are due, and how many would be if the suggestions were followed."""
    suggested = bool(plan.suggestions)
    yield f"| {_('Month')} | {_('Load')} |" + f" {_('Suggested')} |" * suggested
    yield "|---|--:|" + "--:|" * suggested
    for month in plan.months:
        if month.due or month.planned:
            yield f"| {month_name(month.first)} | {len(month.due)} |" + f" {month.planned} |" * suggested


def _suggestion(suggestion: Suggestion) -> str:
    freshness = suggestion.freshness
    when = _("review in {month}, due {date}").format(month=month_name(suggestion.month), date=freshness.due_on)
    return f"- [ ] **{escape(freshness.title)}** ({escape(freshness.id)}): {when}."
