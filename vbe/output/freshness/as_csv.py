"""`csv`: for a spreadsheet, in which no cell is a formula whatever a record says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.output.freshness.columns import ABOUT, CODES
from vbe.output.tabular import Sheet

if TYPE_CHECKING:
    from vbe.domain.freshness.assessment import Assessment
    from vbe.domain.freshness.model import Freshness
    from vbe.output.freshness import Setting


def format_assessment(assessment: Assessment, setting: Setting) -> Sheet:  # noqa: ARG001 - one signature for all
    """A line for each thing that has a clock, worst first."""
    return Sheet(CODES, (_cells(freshness) for freshness in assessment.freshness))


def _cells(freshness: Freshness) -> tuple[object, ...]:
    change = freshness.last_change
    return (
        *(getattr(freshness, name) for name in ABOUT),
        *(freshness.state.value, " ".join(reason.state.value for reason in freshness.reasons)),
        *(freshness.reviewed_on, freshness.due_on, freshness.days_overdue),
        *((change.commit, change.day) if change is not None else (None, None)),
        " ".join(reason.message for reason in freshness.reasons),
    )
