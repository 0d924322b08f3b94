"""The plan for people: a table of months and departments, and what to begin with; with `--all` everything by its day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.domain.freshness.months import month_name
from vbe.language import _, ngettext
from vbe.output.freshness.labels import department_name
from vbe.output.freshness.plan_rows import EMPTY, entries, title_of, why
from vbe.output.overview.labels import initials
from vbe.output.styles import Style, paint
from vbe.output.width import WIDTH, columns, right, shortened, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.domain.freshness.assessment import Assessment
    from vbe.domain.freshness.plan import Plan
    from vbe.output.freshness import Setting
    from vbe.output.freshness.plan_rows import Entry

MONTHS, FIRST = 12, 12
"""So many months, and so many things to begin with, unless all is asked for."""
MAX_LISTED = 10
"""Departments that have a column."""
CELL, SUM = 6, 8


def format_plans(plans: tuple[Plan, ...], assessment: Assessment, setting: Setting, *, whole: bool = True) -> str:
    """How much there is each month, and of each department; then what, by its day."""
    lines = [paint(Style.HEADING, title_of(assessment)), ""]
    if not plans:
        return "\n".join([*lines, _(EMPTY)]) + "\n"
    listed = entries(plans)
    shorts = dict(zip([plan.department for plan in plans], _shorts(plans, setting), strict=True))
    lines += [*_load(plans, shorts, setting, whole=whole), ""]
    shown = listed if whole else listed[:FIRST]
    heading = _("Day by day") if whole else _("Begin with these")
    lines.append(paint(Style.HEADING, heading))
    lines += [line for entry in shown for line in _entry(entry, shorts[entry.department], whole=whole)]
    left = len(listed) - len(shown)
    if left:
        more = ngettext("… and {count} more (--all shows it).", "… and {count} more (--all shows them).", left)
        lines.append(more.format(count=left))
    return "\n".join(lines) + "\n"


def _shorts(plans: tuple[Plan, ...], setting: Setting) -> list[str]:
    return initials([department_name(plan.department, setting) for plan in plans])


def _load(plans: tuple[Plan, ...], shorts: dict[str, str], setting: Setting, *, whole: bool) -> Iterator[str]:
    """A line a month, a column a department."""
    late = sum(len(plan.late) for plan in plans)
    if late:
        words = ngettext(
            "{count} is late and has been spread over working days.",
            "{count} are late and have been spread over working days.",
            late,
        )
        yield from wrapped(words.format(count=late), "")
    shown = plans[:MAX_LISTED]
    head = [right(shorts[plan.department], CELL) for plan in shown]
    yield paint(Style.FAINT, f"{_('Month'):<9}{''.join(head)}{right(_('All'), SUM)}")
    months = list(zip(*(plan.months for plan in plans), strict=True))
    for row in months if whole else months[:MONTHS]:
        cells = "".join(f"{month.planned or '·'!s:>{CELL}}" for month in row[: len(shown)])
        yield f"{month_name(row[0].first):<9}{cells}{sum(month.planned for month in row):>{SUM}}"
    left = 0 if whole else len(months[MONTHS:])
    if left:
        yield ngettext("… and {count} more month.", "… and {count} more months.", left).format(count=left)
    names = ", ".join(f"{shorts[plan.department]} {department_name(plan.department, setting)}" for plan in shown)
    lines = wrapped(names, "")
    yield from (paint(Style.FAINT, line) for line in lines)
    hidden = len(plans) - len(shown)
    if hidden:
        more = ngettext("… and {count} more department.", "… and {count} more departments.", hidden).format(count=hidden)
        yield paint(Style.FAINT, more)


def _entry(entry: Entry, short: str, *, whole: bool) -> Iterator[str]:
    """Its day, whose it is and what; with everything its id and why it stands there, on a line of their own."""
    freshness = entry.planned.freshness
    begin = f"{entry.planned.day}  {short:<5} "
    yield begin + shortened(freshness.title, WIDTH - columns(begin))
    if whole:
        yield paint(Style.FAINT, " " * 12 + freshness.id)
        due = _("due {date}").format(date=freshness.due_on) if freshness.due_on else ""
        about = ", ".join(part for part in (why(entry.planned), due) if part)
        yield from (paint(Style.FAINT, line) for line in wrapped(about, " " * 12))
