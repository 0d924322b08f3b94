"""`csv-excel`: CSV that Excel opens with a double click in Sweden."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.output.freshness.columns import heads, row
from vbe.output.tabular import as_excel_csv

if TYPE_CHECKING:
    from vbe.domain.freshness import Assessment
    from vbe.output.freshness import Setting


def format_assessment(assessment: Assessment, setting: Setting) -> str:
    """A line for each thing that has a clock, worst first, with headings in the active language."""
    return as_excel_csv(heads(), (row(freshness, setting) for freshness in assessment.freshness))
