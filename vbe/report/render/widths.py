"""How wide a table's columns are: by weight and content, never narrower than their words or wider than their texts."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vbe.report.model import Cell, Table

UPRIGHT, ACROSS = 106, 162
"""About how many letters of a table's size stand side by side on an A4 page, upright and across, without what divides cells."""
GAP = 2
"""What divides two cells, in letters."""
MAX_UPRIGHT_COLUMNS = 7
POWERS = (0, 0.25, 0.5, 0.75, 1)
"""How much what a column holds counts beside its weight; the choice that makes the table lowest is taken."""
MARKED = 12
"""How many letters a column of marks takes."""
LONGEST_WORD = 17
"""Longer words may be hyphenated."""
SHORT = 11
"""Lines that are not longer stay in one piece."""


def lay_out(table: Table) -> tuple[list[float], bool]:
    """The share of each column of a table, and whether it needs a page turned on its side."""
    columns, rows = table.columns, table.rows
    if table.look == "matrix":
        return [MARKED * column.width for column in columns], False
    texts = [[column.title, *(line for row in rows for line in _lines(row[at]))] for at, column in enumerate(columns)]
    needs = [_need(lines, column.kind) + GAP for lines, column in zip(texts, columns, strict=True)]
    wide = table.look == "rows" and (sum(needs) > UPRIGHT or len(columns) > MAX_UPRIGHT_COLUMNS)
    room = ACROSS if wide else UPRIGHT
    longest = [max(need, max(map(len, lines)) + GAP) for need, lines in zip(needs, texts, strict=True)]
    lengths = [[1 + sum(map(len, cell.lines)) for cell in row] for row in rows]
    bulks = [math.sqrt(sum(row[at] ** 2 for row in lengths) / max(len(lengths), 1)) for at in range(len(columns))]
    choices = [
        shared(room, [column.width * bulk**power for column, bulk in zip(columns, bulks, strict=True)], needs, longest)
        for power in POWERS
    ]
    return min(choices, key=lambda sizes: _height(lengths, sizes)), wide


def _height(lengths: list[list[int]], sizes: list[float]) -> int:
    """About how many lines a table is high: a row is as high as its highest cell."""
    rooms = [size - GAP for size in sizes]
    return sum(max(math.ceil(length / room) for length, room in zip(row, rooms, strict=True)) for row in lengths)


def _lines(cell: Cell) -> list[str]:
    return [*cell.lines, f"{cell.mark.symbol} {cell.mark.word}"] if cell.mark else [*cell.lines]


def _need(lines: Sequence[str], kind: str) -> int:
    """The longest word; a number or a short line is one word."""
    if kind == "number":
        return min(max(map(len, lines[1:] or lines)), UPRIGHT // 4)
    words = (word for line in lines for word in ([line] if len(line) <= SHORT else line.split(" ")))
    return max((min(len(word), LONGEST_WORD) for word in words), default=1)


def shared(room: float, weights: Sequence[float], least: Sequence[float], most: Sequence[float]) -> list[float]:
    """Shares of `room` by weight, each within its bounds as far as the room goes."""
    if sum(least) >= room:
        return [room * part / sum(least) for part in least]
    if sum(most) <= room:
        return [room * part / sum(most) for part in most]
    sizes = [0.0] * len(weights)
    open_ = set(range(len(weights)))
    left = room
    while open_:
        unit = left / sum(weights[at] for at in open_)
        over = sum(max(0, least[at] - unit * weights[at]) for at in open_)
        under = sum(max(0, unit * weights[at] - most[at]) for at in open_)
        low = over >= under
        fixed = {at for at in open_ if (unit * weights[at] < least[at] if low else unit * weights[at] > most[at])}
        for at in fixed or open_:
            sizes[at] = (least[at] if low else most[at]) if fixed else unit * weights[at]
            left -= sizes[at]
        open_ -= fixed or open_
    return sizes
