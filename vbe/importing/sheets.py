"""A workbook or a file of rows → blocks: what stands alone in its row is a line of text, the rest are tables."""

from __future__ import annotations

import csv
import datetime
import io
import re
import zipfile
from typing import TYPE_CHECKING, Final

from vbe.errors import VbeError
from vbe.importing.document import BODY, HIDDEN, Document, Piece, Table, cleaned
from vbe.importing.tables import NAMED_MEASURE, find_heads
from vbe.language import _
from vbe.store.bounds import MOST_CELLS, exceeds_bounds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    Merged = tuple[tuple[int, int], tuple[int, int]]
    """Row and column of the first cell, and of the last."""

NAMELESS: Final = re.compile(r"(?:blad|sheet|tabelle|ark)\s*\d*", re.IGNORECASE)
"""Names that a program has given a sheet."""
MOST_FILLED: Final = 20_000
"""Cells of a plan that say something."""
DELIMITERS: Final = ";\t,|"
PACKED: Final = b"PK\x03\x04"


def read_workbook(name: str, content: bytes) -> Document:
    """The blocks of a workbook (.xlsx, .ods, .xls). What a formula shows is its value; no macro is run and no link followed."""
    from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

    blocks: list[Piece | Table] = []
    try:
        if content.startswith(PACKED):
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                if exceeds_bounds(archive):
                    raise _too_large(name)
        book = CalamineWorkbook.from_object(io.BytesIO(content))
        hidden = {metadata.name for metadata in book.sheets_metadata if metadata.visible != SheetVisibleEnum.Visible}
        for title in book.sheet_names:
            sheet = book.get_sheet_by_name(title)
            if sheet.total_height * sheet.total_width > MOST_CELLS:
                raise _too_large(name)
            rows = sheet.to_python(skip_empty_area=False)
            merged = sheet.merged_cell_ranges or ()
            blocks += _hidden(title, rows) if title in hidden else _sheet(title, _grid(title, rows, merged), is_first=not blocks)
    except (CalamineError, zipfile.BadZipFile, ValueError, OSError, KeyError, NotImplementedError):
        message = _("{file} is no workbook that can be read.").format(file=name)
        raise VbeError(message, _("Save it as an Excel workbook (.xlsx), without a password.")) from None
    return _bounded(name, Document(name, tuple(blocks)))


def read_rows(name: str, content: bytes) -> Document:
    """The blocks of a file of rows (.csv), in the encodings and with the delimiters that programs write."""
    text = _decoded(content)
    try:
        rows = list(csv.reader(io.StringIO(text), delimiter=_delimiter(text), strict=False))
    except csv.Error:
        raise VbeError(_("{file} is no file of rows that can be read.").format(file=name)) from None
    width = max(map(len, rows), default=0)
    if width * len(rows) > MOST_CELLS:
        raise _too_large(name)
    filled = [row + [""] * (width - len(row)) for row in rows]
    return _bounded(name, Document(name, tuple(_sheet("", _grid("", filled, ()), is_first=True))))


def _too_large(name: str) -> VbeError:
    return VbeError(_("{file} is too large to be a plan.").format(file=name), _("Copy the plan's own sheet to a new workbook."))


def _bounded(name: str, document: Document) -> Document:
    if sum(1 for _piece in document.pieces()) > MOST_FILLED:
        raise _too_large(name)
    return document


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _delimiter(text: str) -> str:
    """The sign that most lines have equally many of; the head decides where none does."""
    lines = [line for line in text.splitlines()[:50] if line.strip()]
    scores = {
        sign: (sum(line.count(sign) > 0 for line in lines), max((line.count(sign) for line in lines), default=0))
        for sign in DELIMITERS
    }
    return max(scores, key=lambda sign: (scores[sign], -DELIMITERS.index(sign)))


def _grid(sheet: str, rows: Sequence[Sequence[object]], merged: Iterable[Merged]) -> list[tuple[Piece, ...]]:
    """The cells with their places; those that are merged are one."""
    grid = [
        [Piece(cleaned(shown(value)), _place(sheet, down, across)) for across, value in enumerate(row)]
        for down, row in enumerate(rows)
    ]
    for (top, left), (bottom, right) in merged:
        for down in range(top, min(bottom + 1, len(grid))):
            for across in range(left, min(right + 1, len(grid[down]))):
                grid[down][across] = grid[top][left]
    return [tuple(row) for row in grid]


def shown(value: object) -> str:
    """A value as a reader of the sheet sees it."""
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, float):
        return f"{value:.10g}".replace(".", ",")
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat(" ", "minutes")
    return str(value)


def _place(sheet: str, down: int, across: int) -> str:
    letters, number = "", across
    while number >= 0:
        letters, number = chr(65 + number % 26) + letters, number // 26 - 1
    if not sheet:
        return _("row {number}").format(number=down + 1) + ", " + _("column {number}").format(number=across + 1)
    return _("sheet {sheet}, cell {cell}").format(sheet=sheet, cell=f"{letters}{down + 1}")


def _hidden(sheet: str, rows: Sequence[Sequence[object]]) -> list[Piece | Table]:
    """What a hidden sheet says: no reader sees it."""
    cells = (piece for row in _grid(sheet, rows, ()) for piece in row)
    return [Piece(piece.text, piece.place, HIDDEN) for piece in cells if piece.text]


def _sheet(name: str, grid: list[tuple[Piece, ...]], *, is_first: bool) -> list[Piece | Table]:
    """The blocks of a sheet: its name, lines of text, and tables, which empty rows part."""
    blocks: list[Piece | Table] = []
    for rows in _chunks(grid):
        blocks += _blocks(rows, name)
    if blocks and name and not NAMELESS.fullmatch(name.strip()):
        blocks.insert(0, Piece(cleaned(name), _("sheet {sheet}").format(sheet=name), BODY, level=2))
    for at, block in enumerate(blocks):
        if is_first and isinstance(block, Piece) and block.level != 2:
            blocks[at] = Piece(block.text, block.place, BODY, level=1, is_title=True)
            break
        if isinstance(block, Table):
            break
    return blocks


def _chunks(grid: list[tuple[Piece, ...]]) -> Iterator[list[tuple[Piece, ...]]]:
    rows: list[tuple[Piece, ...]] = []
    for row in [*grid, ()]:
        if any(piece.text for piece in row):
            rows.append(row)
        elif rows:
            yield rows
            rows = []


def _blocks(rows: list[tuple[Piece, ...]], name: str) -> Iterator[Piece | Table]:
    """A run of rows: lines of text before the heads of a table, and the table."""
    heads = find_heads(Table(tuple(rows), name))
    start = heads.row if heads is not None else _alone(rows)
    before, after = (rows[:start], rows[start:]) if start else ([], rows)
    yield from _lines(before, name)
    if heads is None and all(len(_filled(row)) == 1 for row in after):
        yield from _lines(after, name)
    elif after:
        yield Table(tuple(after), name)


def _alone(rows: list[tuple[Piece, ...]]) -> int:
    """How many rows come first that hold one cell each, and are no measure's name."""
    alone = (len(filled) == 1 and not NAMED_MEASURE.match(filled[0].text) for filled in map(_filled, rows))
    return next((number for number, is_alone in enumerate(alone) if not is_alone), 0)


def _lines(rows: list[tuple[Piece, ...]], name: str) -> Iterator[Piece | Table]:
    """Rows that are no table of measures: what stands alone is text, and what stands beside something a box."""
    box: list[tuple[Piece, ...]] = []
    for row in rows:
        if len(_filled(row)) > 1:
            box.append(row)
            continue
        if box:
            yield Table(tuple(box), name)
            box = []
        yield _filled(row)[0]
    if box:
        yield Table(tuple(box), name)


def _filled(row: tuple[Piece, ...]) -> list[Piece]:
    return list(dict.fromkeys(piece for piece in row if piece.text))
