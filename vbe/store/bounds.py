"""How large a workbook that somebody sends may be before it is opened: packed, unpacked, and in cells.

A reader makes room for every cell up to the last one, so a single cell far down asks for more memory than there is; and a
sheet of OpenDocument says in a word that a row stands a million times.
"""

from __future__ import annotations

import re
import zipfile
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST: Final = 64 * 1024 * 1024
"""Bytes of a workbook, packed and unpacked; no form and no plan is larger."""
MOST_PARTS: Final = 2000
MOST_CELLS: Final = 1_000_000
"""From the first cell to the last, in all sheets together; a form of ours has some thousand."""
WORKBOOK, OPEN, BINARY = "xl/workbook.xml", "content.xml", "xl/workbook.bin"
"""What makes a file a workbook of Excel, of OpenDocument, or one that no form is saved as; a file that is two is none."""
TABLE = re.compile(rb"</table:table>")
OPEN_ROW = re.compile(rb"<table:table-row\b")
OPEN_CELL = re.compile(rb"<table:(?:covered-)?table-cell\b")
REPEATED = re.compile(rb"""-repeated\s{0,9}=\s{0,9}["'](\d{1,18})["']""")
FILLED = (b"<text:p", b"office:value")
CELL = re.compile(rb"""<(?:\w{1,20}:)?c(?=[\s/>])(?:[^>]{0,200}?\sr\s{0,9}=\s{0,9}["']([A-Za-z]{1,9})(\d{1,18})["'])?""")
ROW = re.compile(rb"""<(?:\w{1,20}:)?row\s[^>]{0,200}?r\s{0,9}=\s{0,9}["'](\d{1,18})["']""")


def exceeds_bounds(archive: zipfile.ZipFile) -> bool:
    """Whether a workbook would not be read within the memory that one may take. Raises `BadZipFile` where it is none."""
    parts = archive.infolist()
    names = {part.filename for part in parts}
    if BINARY in names or (WORKBOOK in names) == (OPEN in names):
        raise zipfile.BadZipFile
    area = _area if WORKBOOK in names else _open_area
    return (
        len(parts) > MOST_PARTS
        or sum(part.file_size for part in parts) > LARGEST
        or sum(area(archive.read(part)) for part in parts if part.filename.endswith(".xml")) > MOST_CELLS
    )


def _area(sheet: bytes) -> int:
    """The cells from the first to the last of a sheet; nothing where it is none. Raises `ValueError` for other encodings."""
    if b"\0" in sheet[:100]:
        raise ValueError
    rows, columns, unplaced = 0, 0, 0
    for letters, number in _references(sheet):
        if number:
            rows, columns = max(rows, number), max(columns, _column(letters))
        else:
            unplaced += 1
    if unplaced:
        # Where a cell does not say where it stands it stands after the one before it, in the row that is told.
        rows = max([rows + unplaced, *(int(match[1]) for match in ROW.finditer(sheet))])
        columns = max(columns, 1)
    return rows * columns


def _references(sheet: bytes) -> Iterator[tuple[bytes, int]]:
    for match in CELL.finditer(sheet):
        yield match[1] or b"", int(match[2] or 0)


def _column(letters: bytes) -> int:
    """`A` is 1, `AA` is 27."""
    found = 0
    for letter in letters.upper():
        found = found * 26 + letter - 64
    return found


def _open_area(content: bytes) -> int:
    """The same of a workbook of OpenDocument, where a repeated row or cell stands for as many."""
    if b"\0" in content[:100]:
        raise ValueError
    total = 0
    for table in TABLE.split(content):
        rows = _filled_to(_pieces(OPEN_ROW, table))
        cells = [_filled_to(_pieces(OPEN_CELL, row)) for row in rows]
        total += sum(map(_times, rows)) * max((sum(map(_times, each)) for each in cells), default=0)
    return total


def _pieces(begin: re.Pattern[bytes], text: bytes) -> list[bytes]:
    """What begins with each match, up to the next."""
    return [text[start:end] for start, end in pairwise([*(match.start() for match in begin.finditer(text)), len(text)])]


def _filled_to(pieces: list[bytes]) -> list[bytes]:
    """All up to the last that holds something: what is empty after it is the rest of a sheet or a row, and is not read."""
    filled = [number for number, piece in enumerate(pieces, 1) if any(mark in piece for mark in FILLED)]
    return pieces[: filled[-1]] if filled else []


def _times(piece: bytes) -> int:
    """How often a row or a cell stands."""
    repeated = REPEATED.search(piece.partition(b">")[0])
    return int(repeated[1]) if repeated is not None else 1
