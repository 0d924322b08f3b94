"""`xlsx`: the list as a workbook: days are days, numbers are numbers, no text is a formula, the first row stays and filters."""

from __future__ import annotations

import datetime
import io
from typing import TYPE_CHECKING, Any

from vbe.language import _
from vbe.output.freshness.columns import heads, row

if TYPE_CHECKING:
    from vbe.domain.freshness import Assessment
    from vbe.output.freshness import Setting

OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
WIDTHS = (32, 18, 18, 48, 12, 12, 12, 36, 60, 40, 50)
LONGEST = 32_767
"""As many signs as Excel holds in a cell."""
EARLIEST = datetime.date(1900, 3, 1)
"""Excel has no day before 1900, and one too many in February of that year."""


def format_assessment(assessment: Assessment, setting: Setting) -> bytes:
    """One sheet. The same assessment gives the same bytes: the file was made when the commit was."""
    import xlsxwriter

    from vbe.report.render import package

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, OPTIONS)
    book.set_properties({"title": _("Stale"), "author": setting.municipality, "created": setting.stamp.replace(tzinfo=None)})
    sheet = book.add_worksheet(_("Stale"))
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left", "valign": "top"})
    for column, (title, width) in enumerate(zip(heads(), WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, title, head)
    for number, freshness in enumerate(assessment.freshness, 1):
        for column, cell in enumerate(row(freshness, setting)):
            _write(sheet, number, column, cell, day if isinstance(cell, datetime.date) else plain)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(assessment.freshness), 1), len(WIDTHS) - 1)
    book.close()
    return package.settled(out.getvalue(), {})


def _write(sheet: Any, number: int, column: int, cell: object, look: Any) -> None:
    if isinstance(cell, datetime.date) and cell >= EARLIEST:
        sheet.write_datetime(number, column, datetime.datetime.combine(cell, datetime.time()), look)
    elif isinstance(cell, int):
        sheet.write_number(number, column, cell, look)
    elif cell is not None:
        sheet.write_string(number, column, str(cell)[:LONGEST], look)
