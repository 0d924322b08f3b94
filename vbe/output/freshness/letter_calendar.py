"""The calendar that a mail brings: the days of what its reader answers for, without ids and commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.output.freshness.as_ics import calendar, entries_of

if TYPE_CHECKING:
    from vbe.domain.freshness.assessment import Assessment
    from vbe.output.freshness import Setting


def format_letter(assessment: Assessment, setting: Setting, role: str) -> str:  # noqa: ARG001 - one signature for all
    """One event for each day, the same as in the whole calendar."""
    return calendar(entries_of(assessment), assessment, setting, is_plain=True)
