"""Rows of cells as CSV, as CSV for Swedish Excel, as a workbook and as Markdown; a cell is a text, a number, a day or None."""

from __future__ import annotations

import csv
import datetime
import io
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    Row = Sequence[object]

MARK = "\ufeff"
"""Without it Excel reads the file in the code page of the computer."""
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
LONGEST = 32_767
"""As many signs as Excel holds in a cell."""
EARLIEST = datetime.date(1900, 3, 1)
"""Excel has no day before 1900, and one too many in February of that year."""
NARROW, WIDE = 12, 60
"""Columns of a workbook are between so many signs wide."""


BEGINNING = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


class Sheet(NamedTuple):
    """A table that a view is written as: its headings and rows."""

    heads: Sequence[str]
    rows: Iterable[Row]
    title: str = ""
    """Of a workbook's one sheet; CSV has none."""
    author: str = "vbe"
    made: datetime.datetime = BEGINNING
    """When a workbook was made, as it says itself: the same rows give the same bytes."""


def as_csv(sheet: Sheet, delimiter: str = ",", end: str = "\n") -> str:
    """For programs: commas, and lines that end in LF."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator=end)
    writer.writerow(sheet.heads)
    writer.writerows(["" if cell is None else cell for cell in row] for row in sheet.rows)
    return out.getvalue()


def as_excel_csv(sheet: Sheet) -> str:
    """What Excel opens with a double click in Sweden: semicolons, a byte order mark, CRLF."""
    return MARK + as_csv(sheet, ";", "\r\n")


def as_markdown(heads: Row, rows: Iterable[Row]) -> list[str]:
    """The lines of a table; texts are harmless already, and no `|` in them ends a cell."""
    lines = [heads, ["---"] * len(heads), *rows]
    return ["| " + " | ".join("" if cell is None else str(cell) for cell in line) + " |" for line in lines]


def as_workbook(sheet: Sheet) -> bytes:
    """One sheet whose first row stays and filters: days are days, numbers are numbers, no text is a formula."""
    import xlsxwriter

    from vbe.report.render import package

    listed = list(sheet.rows)
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, OPTIONS)
    book.set_properties({"title": sheet.title, "author": sheet.author, "created": sheet.made.replace(tzinfo=None)})
    page = book.add_worksheet(sheet.title[:31])
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left", "valign": "top"})
    for column, text in enumerate(sheet.heads):
        longest = max((len(str(row[column] or "")) for row in listed), default=0)
        page.set_column(column, column, min(max(longest + 2, len(text) + 2, NARROW), WIDE))
        page.write_string(0, column, text, head)
    for number, row in enumerate(listed, 1):
        for column, cell in enumerate(row):
            _write(page, number, column, cell, day if isinstance(cell, datetime.date) else plain)
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, max(len(listed), 1), len(sheet.heads) - 1)
    book.close()
    return package.settled(out.getvalue(), {})


def _write(sheet: Worksheet, number: int, column: int, cell: object, look: Format) -> None:
    if isinstance(cell, datetime.date) and cell >= EARLIEST:
        sheet.write_datetime(number, column, datetime.datetime.combine(cell, datetime.time()), look)
    elif isinstance(cell, int):
        sheet.write_number(number, column, cell, look)
    elif cell is not None:
        sheet.write_string(number, column, str(cell)[:LONGEST], look)
