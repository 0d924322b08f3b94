"""`csv-excel`: CSV that Excel opens with a double click in Sweden: semicolons, a byte order mark, CRLF."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from vbe.output.freshness.columns import heads, row

if TYPE_CHECKING:
    from vbe.domain.freshness import Assessment
    from vbe.output.freshness import Setting

MARK = "\ufeff"
"""Without it Excel reads the file in the code page of the computer."""


def format_assessment(assessment: Assessment, setting: Setting) -> str:
    """A line for each thing that has a clock, worst first, with headings in the active language."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(heads())
    writer.writerows(["" if cell is None else cell for cell in row(freshness, setting)] for freshness in assessment.freshness)
    return MARK + out.getvalue()
