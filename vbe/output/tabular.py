"""Rows of cells as CSV, as CSV for Swedish Excel, as a workbook and as Markdown; a cell is a text, a number, a day or None."""

from __future__ import annotations

import csv
import datetime
import io
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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


def as_csv(heads: Row, rows: Iterable[Row]) -> str:
    """For programs: commas, and lines that end in LF."""
    return _written(heads, rows, delimiter=",", end="\n")


def as_excel_csv(heads: Row, rows: Iterable[Row]) -> str:
    """What Excel opens with a double click in Sweden: semicolons, a byte order mark, CRLF."""
    return MARK + _written(heads, rows, delimiter=";", end="\r\n")


def _written(heads: Row, rows: Iterable[Row], *, delimiter: str, end: str) -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator=end)
    writer.writerow(heads)
    writer.writerows(["" if cell is None else cell for cell in row] for row in rows)
    return out.getvalue()


def as_markdown(heads: Row, rows: Iterable[Row]) -> list[str]:
    """The lines of a table; texts are harmless already, and no `|` in them ends a cell."""
    lines = [heads, ["---"] * len(heads), *rows]
    return ["| " + " | ".join("" if cell is None else str(cell) for cell in line) + " |" for line in lines]


def as_workbook(title: str, author: str, made: datetime.datetime, heads: Sequence[str], rows: Iterable[Row]) -> bytes:
    """One sheet whose first row stays and filters: days are days, numbers are numbers, no text is a formula.

    The same rows give the same bytes; `made` is when, as the file says.
    """
    import xlsxwriter

    from vbe.report.render import package

    listed = list(rows)
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, OPTIONS)
    book.set_properties({"title": title, "author": author, "created": made.replace(tzinfo=None)})
    sheet = book.add_worksheet(title[:31])
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left", "valign": "top"})
    for column, text in enumerate(heads):
        longest = max((len(str(row[column] or "")) for row in listed), default=0)
        sheet.set_column(column, column, min(max(longest + 2, len(text) + 2, NARROW), WIDE))
        sheet.write_string(0, column, text, head)
    for number, row in enumerate(listed, 1):
        for column, cell in enumerate(row):
            _write(sheet, number, column, cell, day if isinstance(cell, datetime.date) else plain)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(listed), 1), len(heads) - 1)
    book.close()
    return package.settled(out.getvalue(), {})


def _write(sheet: Any, number: int, column: int, cell: object, look: Any) -> None:
    if isinstance(cell, datetime.date) and cell >= EARLIEST:
        sheet.write_datetime(number, column, datetime.datetime.combine(cell, datetime.time()), look)
    elif isinstance(cell, int):
        sheet.write_number(number, column, cell, look)
    elif cell is not None:
        sheet.write_string(number, column, str(cell)[:LONGEST], look)
