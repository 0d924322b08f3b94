"""The plan for people: each department's months as bars, and what to review earlier than it is due."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from vbe.formats.freshness.table import columns, console_for_text, text
from vbe.formats.freshness.words import department_name
from vbe.language import _, ngettext
from vbe.terminal import inert

if TYPE_CHECKING:
    from rich.table import Table

    from vbe.formats.freshness import Setting
    from vbe.freshness import Assessment, Plan

LONGEST_BAR = 20


def format_plans(plans: tuple[Plan, ...], assessment: Assessment, setting: Setting) -> str:
    """A part for each department."""
    console = console_for_text()
    console.print(text(_("Reviews ahead, from {date}").format(date=assessment.as_of), "bold"))
    console.print()
    for plan in plans:
        console.print(text(department_name(plan.department, setting), "bold"))
        if plan.late:
            console.print(text(_late(len(plan.late))))
        if any(month.due for month in plan.months):
            console.print(_months(plan))
        if plan.suggestions:
            console.print(text(_("To even out the load, review earlier than due:")))
            console.print(_suggestions(plan))
        console.print()
    if not plans:
        console.print(text(_("No review is due in these months.")))
    file = console.file
    assert isinstance(file, io.StringIO)
    return inert("\n".join(line.rstrip() for line in file.getvalue().splitlines()) + "\n")


def _late(count: int) -> str:
    one, many = "{count} review is late already: make it first.", "{count} reviews are late already: make them first."
    return ngettext(one, many, count).format(count=count)


def _months(plan: Plan) -> Table:
    table = columns()
    moved = bool(plan.suggestions)
    words = (_("Month"), _("Load"), _("Suggested"))
    for width, justify in (
        (7, "left"),
        (len(words[1]), "right"),
        (LONGEST_BAR, "left"),
        (len(words[2]), "right"),
        (LONGEST_BAR, "left"),
    ):
        table.add_column(width=width, justify=justify, no_wrap=True)  # type: ignore[arg-type]
    table.add_row(*(text(word, "dim") for word in (words[0], words[1], "", words[2] if moved else "", "")))
    for month in plan.months:
        due, planned = len(month.due), month.planned
        suggested = (str(planned), _bar(planned)) if moved else ("", "")
        table.add_row(*(text(cell) for cell in (f"{month.first:%Y-%m}", str(due), _bar(due), *suggested)))
    return table


def _bar(count: int) -> str:
    return "█" * min(count, LONGEST_BAR) + ("…" if count > LONGEST_BAR else "")


def _suggestions(plan: Plan) -> Table:
    table = columns()
    table.add_column(width=9, no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    table.add_column(justify="right", no_wrap=True)
    for suggestion in plan.suggestions:
        freshness = suggestion.freshness
        due = _("due {date}").format(date=freshness.due_on)
        table.add_row(text(f"{suggestion.month:%Y-%m}"), text(freshness.id), text(due))
    return table
