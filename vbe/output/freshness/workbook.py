"""`xlsx`: the list as a workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.language import _
from vbe.output.freshness.columns import heads, row
from vbe.output.tabular import as_workbook

if TYPE_CHECKING:
    from vbe.domain.freshness import Assessment
    from vbe.output.freshness import Setting


def format_assessment(assessment: Assessment, setting: Setting) -> bytes:
    """One sheet. The same assessment gives the same bytes: the file was made when the commit was."""
    rows = (row(freshness, setting) for freshness in assessment.freshness)
    return as_workbook(_("Stale"), setting.municipality, setting.stamp, heads(), rows)
