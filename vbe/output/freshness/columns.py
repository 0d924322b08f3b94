"""`csv-excel` and `xlsx`: the list for people in a spreadsheet: names and words, where CSV for programs has ids and codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.language import _
from vbe.output.freshness.labels import department_name, kind_word, state_of
from vbe.output.tabular import Sheet

if TYPE_CHECKING:
    import datetime

    from vbe.domain.freshness.assessment import Assessment
    from vbe.domain.freshness.model import Freshness
    from vbe.output.freshness import Setting

    Cell = str | int | datetime.date | None


CODES = (
    *("id", "kind", "title", "file", "department", "owner_role", "state", "reasons", "reviewed_on", "due_on", "days_overdue"),
    *("last_change_commit", "last_change_date", "message"),
)
"""The columns for programs; the first six are fields of what is listed."""
ABOUT = CODES[:6]


def format_assessment(assessment: Assessment, setting: Setting) -> Sheet:
    """A line for each thing that has a clock, worst first, with headings in the active language."""
    heads = (
        *(_("Department"), _("State"), _("Kind"), _("Title"), _("Due on"), _("Days late"), _("Reviewed"), _("Who")),
        *(_("Why"), _("Id"), _("File")),
    )
    rows = (_row(freshness, setting) for freshness in assessment.freshness)
    return Sheet(heads, rows, _("Stale"), setting.municipality, setting.stamp)


def _row(freshness: Freshness, setting: Setting) -> tuple[Cell, ...]:
    """The cells of one thing; None is an empty cell."""
    who = setting.name(freshness.owner_role) if freshness.owner_role else None
    return (
        *(department_name(freshness.department, setting), state_of(freshness), kind_word(freshness.kind), freshness.title),
        *(freshness.due_on, freshness.days_overdue or None, freshness.reviewed_on, who),
        *(" ".join(reason.message for reason in freshness.reasons), freshness.id, freshness.file),
    )
