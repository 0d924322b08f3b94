"""The report as an Excel workbook: a sheet for each table, to filter and count in.

Text is never a formula, a link or a number (`=1+1` stays four letters); what has a number behind it is a number, shown
with the separators of the reader's own Excel. https://xlsxwriter.readthedocs.io/workbook.html#constructor
"""

from __future__ import annotations

import datetime
import io
import math
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from vbe.errors import VbeError
from vbe.language import _
from vbe.language.prose import said, writing
from vbe.report.model import Chart, Group, Section, Table
from vbe.report.render.origin import moment, properties
from vbe.report.render.package import parts, read_provenance, settled
from vbe.report.render.places import require_printable
from vbe.report.render.word_xml import COLOURS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from vbe.report.model import Block, Cell, Report

__all__ = ["parts", "read_provenance", "render"]
TEMPLATES = ()
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
FIRST = "Om rapporten"
LONGEST_NAME = 31
WIDEST = 60
NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z")


def render(report: Report, _templates: Mapping[str, bytes]) -> bytes:
    """The report as a workbook."""
    with writing(report.language):
        return _written(report)


def _written(report: Report) -> bytes:
    import xlsxwriter

    require_printable(report)
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, OPTIONS)
    when = moment(report.provenance).replace(tzinfo=None)
    book.set_properties({"title": report.title, "author": report.municipality, "subject": report.subtitle, "created": when})
    for name, value in sorted(properties(report.provenance).items()):
        book.set_custom_property(name, value, "text")
    writer = Writer(book)
    first = writer.sheet(said(FIRST))
    wanted = [("", table) for table in report.sheets] or list(_tables(report.sections, ""))
    tables = [(place, writer.sheet(writer.name(table.caption)), table) for place, table in wanted]
    for _place, sheet, table in tables:
        writer.table(sheet, table)
    writer.first(first, report, [(place, sheet.get_name(), table.caption) for place, sheet, table in tables])
    book.close()
    return settled(out.getvalue(), {})


def _tables(parts: Iterable[Section | Block], place: str) -> Iterator[tuple[str, Table]]:
    """Every table, a chart's too, and the section that it stands in."""
    for part in parts:
        if isinstance(part, Table):
            yield place, part
        elif isinstance(part, Chart):
            yield place, part.table
        elif isinstance(part, Section):
            yield from _tables(part.blocks, f"{part.number} {part.title}".strip())
        elif isinstance(part, Group):
            yield from _tables(part.blocks, place)


@dataclass
class Writer:
    """Writes sheets, with the formats that they share."""

    book: Workbook
    formats: dict[tuple[tuple[str, object], ...], Format] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)

    def format(self, **look: object) -> Format:
        """A format; the same look is the same format."""
        key = tuple(sorted(look.items()))
        if key not in self.formats:
            self.formats[key] = self.book.add_format({"font_name": "Calibri", "font_size": 11, "valign": "top"} | look)
        return self.formats[key]

    def name(self, caption: str) -> str:
        """A sheet's name: the caption as far as it goes, and no name twice."""
        clean = NOT_IN_NAMES.sub(" ", caption).strip(" '")
        clean = " ".join(clean.split()) or said("Tabell")
        number, name = 1, _shortened(clean, LONGEST_NAME)
        while name.casefold() in self.names or name.casefold() == "history":
            number += 1
            name = f"{_shortened(clean, LONGEST_NAME - len(f' ({number})'))} ({number})"
        return name

    def sheet(self, name: str) -> Worksheet:
        """A new sheet."""
        self.names.add(name.casefold())
        return self.book.add_worksheet(name)

    def text(self, sheet: Worksheet, row: int, column: int, value: str, look: Format) -> None:
        """A text, whatever it begins with. The library leaves out what is too long, and only its answer says so."""
        if sheet.write_string(row, column, value, look) < 0:
            raise VbeError(_("A text is too long for a cell in Excel: “{text}…”.").format(text=value[:60]))

    def table(self, sheet: Worksheet, table: Table) -> None:
        """A table: its header frozen, with filters."""
        columns, rows = table.columns, table.rows
        header = self.format(bold=True, bg_color="#F2F5F8", font_color="#143D59", bottom=1, text_wrap=True)
        for at, column in enumerate(columns):
            self.text(sheet, 0, at, column.title, header)
            lines = [line for row in rows for line in row[at].lines]
            longest = max([len(column.title) + 3, *map(len, lines)])
            sheet.set_column(at, at, min(WIDEST, max(8, longest + 2)))
        for number, row in enumerate(rows, 1):
            for at, cell in enumerate(row):
                self.cell(sheet, number, at, cell)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(len(rows), 1), max(len(columns) - 1, 0))
        sheet.repeat_rows(0)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)

    def cell(self, sheet: Worksheet, row: int, column: int, cell: Cell) -> None:
        """A number as a number, a day as a day, a status as symbol and word, the rest as text."""
        value, mark = cell.value, cell.mark
        written = "\n".join(cell.lines)
        if mark:
            marked = f"{mark.symbol} {mark.word}" + (f": {written}" if written else "")
            look = self.format(font_color=f"#{COLOURS[mark.colour]}", text_wrap=True)
            self.text(sheet, row, column, marked, look)
        elif isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value):
            sheet.write_number(row, column, value, self.format(num_format=_number_format(value, written)))
        elif isinstance(value, str) and (day := _day(value)):
            sheet.write_datetime(row, column, day, self.format(num_format="yyyy-mm-dd", align="left"))
        else:
            self.text(sheet, row, column, written, self.format(text_wrap=True))

    def first(self, sheet: Worksheet, report: Report, tables: list[tuple[str, str, str]]) -> None:
        """The first sheet: what the report is, what it was made from, and where the tables are."""
        term, plain, heading = self.format(bold=True), self.format(text_wrap=True), self.format(bold=True, font_color="#143D59")
        self.text(sheet, 0, 0, report.title, self.format(bold=True, font_size=16, font_color="#143D59"))
        row = 2
        for words, value in _facts(report):
            self.text(sheet, row, 0, words, term)
            self.text(sheet, row, 1, value, plain)
            row += 1
        row += 1
        for at, words in enumerate((said("Blad"), said("Tabell"), said("Avsnitt"))):
            self.text(sheet, row, at, words, heading)
        for place, name, caption in tables:
            row += 1
            quoted = name.replace("'", "''")
            sheet.write_url(row, 0, f"internal:'{quoted}'!A1", self.format(font_color="#0B5394", underline=1), name)
            self.text(sheet, row, 1, caption, plain)
            self.text(sheet, row, 2, place, plain)
        for at, width in enumerate((34, 70, 40)):
            sheet.set_column(at, at, width)


def _facts(report: Report) -> list[tuple[str, str]]:
    provenance = report.provenance
    dirty = {True: said("ja"), False: said("nej"), None: said("okänt")}[provenance.dirty]
    banners = [(banner.title, banner.text) for banner in report.banners]
    return [
        *banners,
        (said("Kommun"), report.municipality),
        (said("Rapport"), report.subtitle),
        (said("Avser"), said("{period} (delårsrapport)", period=report.period) if report.part_year else report.period),
        (said("Skriven för"), report.reader),
        (said("Uppgifterna gäller per"), report.as_of_words),
        (said("Spridning"), report.distribution),
        (said("Verktyg"), provenance.tool),
        (said("Version av underlaget"), provenance.commit or said("inte sparat i git")),
        (said("Underlaget sparades"), provenance.committed_on or said("saknas")),
        (said("Osparade ändringar"), dirty),
        (said("Urval"), provenance.cut or said("allt")),
    ]


def _shortened(text: str, length: int) -> str:
    """The text cut between words where that leaves enough of it. Excel counts an emoji as two signs."""
    length -= sum(ord(letter) > 0xFFFF for letter in text[:length])
    if len(text) <= length:
        return text
    cut = text[:length].rsplit(" ", 1)[0] if " " in text[length // 2 : length] else text[:length]
    return cut.rstrip(" ,.:;-–'")


def _number_format(value: float, written: str) -> str:
    if isinstance(value, int) and str(value) == written:
        return "0"  # a year, or a number so small that nothing divides it
    decimals = "" if float(value).is_integer() else "." + "0" * min(len(f"{value:.2f}".rstrip("0").partition(".")[2]) or 1, 2)
    return f"#,##0{decimals}" + ('" %"' if written.endswith("\u00a0%") else '"%"' if written.endswith("%") else "")


def _day(value: str) -> datetime.datetime | None:
    try:
        return datetime.datetime.fromisoformat(value) if DAY.match(value) else None
    except ValueError:
        return None
