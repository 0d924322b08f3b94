"""A board's form as an Excel workbook: what is asked is locked, what is answered is open, and help stands beside the cell.

Text is never a formula or a number, and the same form is the same bytes. Numbers that are answered stand as text, because
Excel makes 0.92 of what somebody writes as 92 %.
"""

from __future__ import annotations

import datetime
import io
import json
import zipfile
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Any, get_args

from vbe.app.forms.cells import ANSWERING
from vbe.app.forms.columns import BOARD_ROWS, FRONT, MARK, META, OUTCOMES, REVIEWS
from vbe.app.forms.content import plain, whole
from vbe.domain.labels import swedish_value
from vbe.model.records.followup import ProgressStatus
from vbe.report.render import package
from vbe.report.render.xlsx import OPTIONS
from vbe.report.series import UNITS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vbe.app.forms.columns import Column, Sheet
    from vbe.app.forms.content import Form
    from vbe.app.forms.rows import Row

STATUSES = {key: swedish_value(key) for key in get_args(ProgressStatus)}
TRUTHS = {True: "ja", False: "nej"}
LONGEST_HELP = 255
HEIGHT = 15
"""Points of a line of text."""
MIN_LINES, MAX_LINES = 2, 16
"""Lines of a row: room to write in, and no row higher than a screen."""
CORE, CORE_END, LANGUAGE = "docProps/core.xml", b"</cp:coreProperties>", b"<dc:language>sv-SE</dc:language>"
NUMBER_CHECK = '=OR(LEFT({cell},1)="<",ISNUMBER(VALUE(SUBSTITUTE(SUBSTITUTE(SUBSTITUTE({cell},"%","")," ",""),CHAR(160),""))))'


def write_form(form: Form) -> bytes:
    """The bytes of a workbook."""
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, OPTIONS)
    title = f"Uppföljning {form.year}: {form.names[ANSWERING]}"
    created = datetime.datetime(form.year, 12, 31)  # noqa: DTZ001 - Excel knows no time zone
    book.set_properties({"title": title, "author": form.names["municipality"], "created": created, "comments": "sv"})
    writer = _Writer(book, form)
    writer.front(title)
    for sheet, rows in form.sheets:
        if rows:
            writer.table(sheet, rows)
    writer.meta()
    book.close()
    return package.seal(
        package.settled(_in_swedish(out.getvalue()), {f"vbe.{name}": value for name, value in form.facts.items()})
    )


def _in_swedish(content: bytes) -> bytes:
    """The workbook with its language told, which the writer has no word for: a reader's voice goes by it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, part.replace(CORE_END, LANGUAGE + CORE_END) if name == CORE else part)
    return out.getvalue()


@dataclass
class _Writer:
    """Writes sheets, with the formats that they share."""

    book: Any
    form: Form
    formats: dict[tuple[tuple[str, Any], ...], Any] = field(default_factory=dict)

    def format(self, **look: Any) -> Any:
        """A format; the same look is the same format."""
        key = tuple(sorted(look.items()))
        if key not in self.formats:
            base = {"font_name": "Calibri", "font_size": 11, "valign": "top", "text_wrap": True, "num_format": "@"}
            self.formats[key] = self.book.add_format(base | look)
        return self.formats[key]

    def front(self, title: str) -> None:
        """What this is, by when and to whom."""
        sheet = self.book.add_worksheet(FRONT)
        names = self.form.names
        lines = [
            f"Fyll i de gula cellerna och skicka tillbaka filen till {names['to']} senast {names['due']}.",
            "Välj status i listan. Hjälp visas när du ställer dig i en cell.",
            "Du kan sortera, flytta och dölja rader och kolumner. Ta inte bort dem, och ändra inte rubrikerna.",
            "En cell som du lämnar som den är ändrar ingenting. En cell som du tömmer tar bort svaret.",
            "Skriv aldrig namn, personnummer eller något annat om en enskild person.",
            f"Ett antal under {self.form.small_count} skrivs <{self.form.small_count}.",
        ]
        sheet.write_string(0, 0, title, self.format(bold=True, font_size=16, font_color="#143D59"))
        for row, line in enumerate(lines, 2):
            sheet.write_string(row, 0, line, self.format())
        sheet.set_column(0, 0, 90)
        sheet.protect()

    def table(self, sheet: Sheet, rows: tuple[Row, ...]) -> None:
        """A sheet with its head frozen, its questions locked and its answers open."""
        page = self.book.add_worksheet(sheet.name)
        head = self.format(bold=True, bg_color="#F2F5F8", font_color="#143D59", bottom=1)
        titles = [
            (sheet.key, 24 if sheet.route == "" else 16 if sheet.key == "Id" else 34 if sheet is REVIEWS else 7),
            *sheet.shown,
        ]
        titles += [(column.title, column.width) for column in sheet.columns]
        for at, (title, width) in enumerate(titles):
            page.write_string(0, at, title, head)
            page.set_column(at, at, width)
        page.set_row(0, 2 * HEIGHT)
        first = len(sheet.shown) + 1
        for number, row in enumerate(rows, 1):
            for at, text in enumerate((row.key, *row.shown)):
                page.write_string(number, at, text, self.format(font_color="#3A444D"))
            page.set_row(number, HEIGHT * _lines_of(row, [width for _title, width in titles]))
            for at, (column, value) in enumerate(zip(sheet.columns, row.answers, strict=True), first):
                reads = _asked(sheet, row, column)[1]
                page.write_string(number, at, shown(value, reads), self.format(locked=False, bg_color="#FFF9DB", border=1))
        for at, column in enumerate(sheet.columns, first):
            self.checks(page, sheet, rows, at, column)
        # The name by which screen readers know the heads of rows and columns.
        self.book.define_name(f"'{sheet.name}'!Title", f"='{sheet.name}'!$A$1")
        page.freeze_panes(1, 1)
        page.autofilter(0, 0, len(rows), len(titles) - 1)
        page.ignore_errors({"number_stored_as_text": f"A1:{_cell(len(rows), len(titles) - 1)}"})
        page.repeat_rows(0)
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        allowed = ("sort", "autofilter", "format_columns", "format_rows", "insert_rows", "insert_columns", "select_locked_cells")
        page.protect("", dict.fromkeys(allowed, True))

    def checks(self, page: Any, sheet: Sheet, rows: Sequence[Row], at: int, column: Column) -> None:
        """A column's lists, checks and help; what is alike in rows on end is said once."""
        wanted = [(_asked(sheet, row, column), row.unit) for row in rows]
        first = 1
        for (asked, unit), same in groupby(wanted):
            last = first + len(list(same)) - 1
            page.data_validation(first, at, last, at, self.check(asked, unit, _cell(first, at)))
            first = last + 1

    def check(self, asked: tuple[str, str, str], unit: str, cell: str) -> dict[str, Any]:
        """What may be written in a cell, and the help beside it."""
        title, reads, help_ = asked
        check: dict[str, Any] = {"validate": "any"}
        lists = {"status": STATUSES, "outcome": OUTCOMES}
        if reads in lists:
            check = {"validate": "list", "source": list(lists[reads].values()), "error_message": "Välj ett av orden i listan."}
        elif reads == "value" and unit == "yes_no":
            check = {"validate": "list", "source": list(TRUTHS.values()), "error_message": "Välj ja eller nej."}
        elif reads in ("value", "whole"):
            check = {"validate": "custom", "value": NUMBER_CHECK.format(cell=cell), "error_type": "warning"}
            check["error_message"] = f"Skriv ett tal ({UNITS.get(unit, 'heltal')})."
        message = help_.format(small_count=self.form.small_count)[:LONGEST_HELP]
        return check | {"input_title": title, "input_message": message}

    def meta(self) -> None:
        """Which form it is, and every answer as it stood."""
        page = self.book.add_worksheet(META)
        lines = [(name, "", "", value) for name, value in self.form.facts.items()]
        for sheet, rows in self.form.sheets:
            for row in rows:
                if row.mark is not None:
                    lines.append((sheet.name, row.key, MARK, json.dumps(row.mark)))
                for column, value in zip(sheet.columns, row.answers, strict=True):
                    lines.append((sheet.name, row.key, column.title, json.dumps(plain(value), ensure_ascii=True)))
        for at, line in enumerate(lines):
            for place, text in enumerate(line):
                page.write_string(at, place, text)
        page.very_hidden()


def _asked(sheet: Sheet, row: Row, column: Column) -> tuple[str, str, str]:
    """A cell's head, how it is read, and its help."""
    if sheet.route:
        return column.title, column.reads, column.help
    _route, reads, help_ = BOARD_ROWS[row.key]
    return row.key[:32], reads, help_


def shown(value: object, reads: str) -> str:
    """An answer as it stands in its cell."""
    if value is None:
        return ""
    if reads == "status":
        return STATUSES[str(value)]
    if reads == "outcome":
        return OUTCOMES.get(str(value), str(value))
    if isinstance(value, bool):
        return TRUTHS[value]
    if isinstance(value, int | float):
        return str(whole(value)).replace(".", ",")
    return str(plain(value))


def _lines_of(row: Row, widths: Sequence[int]) -> int:
    """How many lines the longest text of a row takes: not every program reckons it out by itself."""
    texts = (row.key, *row.shown, *(str(value or "") for value in row.answers))
    lines = [
        sum(1 + len(part) // max(width - 2, 1) for part in text.split("\n")) for text, width in zip(texts, widths, strict=True)
    ]
    return min(max(MIN_LINES, *lines), MAX_LINES)


def _cell(row: int, column: int) -> str:
    from xlsxwriter.utility import xl_rowcol_to_cell

    return str(xl_rowcol_to_cell(row, column))
