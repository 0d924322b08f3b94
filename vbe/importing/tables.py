"""A table → rows of fields: by the heads of its columns, or by labels where a table is one measure."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from vbe.importing import headwords
from vbe.importing.headwords import cover_field_of, field_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vbe.importing.document import Piece, Table

ROWS_SEARCHED: Final = 8
NAMED_MEASURE: Final = re.compile(
    r"\A(?:åtgärd|aktivitet|insats)(?:\s+nr)?\s*(?P<number>\d{1,2}(?:\.\d{1,2})?)\s*[.:–—-]*\s*(?P<text>.*)\Z",
    re.IGNORECASE | re.DOTALL,
)
SUPPORTING: Final = (headwords.RESPONSIBLE, headwords.TIME, headwords.WITH, headwords.GOAL, headwords.AREA)


@dataclass(slots=True)
class Row:
    """A row of a table: its cells by field, or a heading within the table."""

    cells: dict[str, Piece] = field(default_factory=dict)
    others: list[tuple[str, Piece]] = field(default_factory=list)
    """Cells below heads that are none of ours, or a second of a kind, with the head."""
    heads: dict[str, str] = field(default_factory=dict)
    """Field → the head of its column."""
    heading: Piece | None = None


@dataclass(slots=True)
class Heads:
    """The heads of a table: column → field and head."""

    row: int
    """The last row of the heads; -1 where they stand in an earlier table."""
    fields: dict[int, str]
    pieces: dict[int, Piece]
    over: tuple[Piece, ...] = ()
    """Heads of several columns together, in the row above."""
    first: int = -1
    """The first row of the heads."""


def find_heads(table: Table) -> Heads | None:
    """The row that says what the columns are, or the two rows that do together; None where no row does."""
    heads = _one_row(table)
    if heads is None or heads.row + 2 >= len(table.rows):
        return heads
    upper, lower = table.rows[heads.row], table.rows[heads.row + 1]
    below = {column: piece for column, piece in enumerate(lower) if piece.text and piece is not upper[column]}
    named = {column: field_of(piece.text) for column, piece in below.items()}
    if len(set(below.values())) < 2 or not all(named.values()):
        return heads
    over = tuple(dict.fromkeys(upper[column] for column in below))
    pieces = heads.pieces | below
    first = {piece: column for column, piece in reversed(pieces.items())}
    fields = {column: named.get(column) or heads.fields.get(column, "") for column in sorted(first.values())}
    return Heads(heads.row + 1, fields, pieces, over, heads.row)


def _one_row(table: Table) -> Heads | None:
    """The row of the heads."""
    for number, row in enumerate(table.rows[:ROWS_SEARCHED]):
        cells = _distinct(row)
        fields = {column: field_of(piece.text) for column, piece in cells.items() if piece.text}
        named = [name for name in fields.values() if name]
        if len(cells) == 1 < len(row) or not named or len(named) * 2 < len(fields) or len(table.rows) == number + 1:
            continue
        support = sum(name in named for name in SUPPORTING)
        if headwords.MEASURE in named and (len(named) >= 2 or len(cells) == 1):
            return Heads(number, fields, dict(enumerate(row)), first=number)
        if support >= 2 and (headwords.RESPONSIBLE in named or headwords.TIME in named):
            wanted = headwords.METHOD if headwords.METHOD in named else headwords.GOAL if headwords.GOAL in named else ""
            if wanted:
                fields = {c: headwords.MEASURE if name == wanted else name for c, name in fields.items()}
                return Heads(number, fields, dict(enumerate(row)), first=number)
    return None


def rows_below(table: Table, heads: Heads) -> list[Row]:
    """The rows below the heads. A cell that spans the whole row is a heading; the heads again are passed over."""
    rows = []
    first = heads.row + 1 if heads.row >= 0 else 0
    heading = [heads.pieces[column].line.casefold() for column in sorted(heads.pieces)] if heads.row >= 0 else None
    for cells in table.rows[first:]:
        filled = list(dict.fromkeys(piece for piece in cells if piece.text))
        if not filled:
            continue
        if heading is not None and [piece.line.casefold() for piece in cells] == heading:
            rows.append(Row(others=[("", piece) for piece in filled]))
        elif len(filled) == 1 and len(cells) > 1 and all(cell is filled[0] for cell in cells):
            rows.append(Row(heading=filled[0]))
        else:
            rows.append(_row(cells, heads))
    return rows


def _row(cells: tuple[Piece, ...], heads: Heads) -> Row:
    row = Row()
    for column, piece in _distinct(cells).items():
        name = heads.fields.get(column, "")
        if not piece.text:
            continue
        if name and name not in row.cells:
            row.cells[name] = piece
            row.heads[name] = heads.pieces[column].line if column in heads.pieces else ""
        elif all(piece is not other for other in row.cells.values()):
            head = heads.pieces.get(column)
            row.others.append((head.line if head is not None else "", piece))
    return row


def _distinct(row: Iterable[Piece]) -> dict[int, Piece]:
    """Column → cell, a cell that spans several once."""
    found: dict[int, Piece] = {}
    for column, piece in enumerate(row):
        if piece not in found.values():
            found[column] = piece
    return found


def read_labelled(table: Table) -> list[tuple[str, Piece, Piece]] | None:
    """Field, label and value of a table whose first column says what stands beside it; None where it does not.

    The heading of such a table, `Åtgärd 3: Utbilda …`, is its measure, and has itself as label.
    """
    found: list[tuple[str, Piece, Piece]] = []
    strange = 0
    for row in table.rows:
        distinct = list(_distinct(row).values())
        cells = [piece for piece in distinct if piece.text]
        if not cells:
            continue
        if len(cells) == 1 < len(distinct) and cells[0] is distinct[0] and field_of(cells[0].text):
            found.append((field_of(cells[0].text), cells[0], distinct[1]))
            continue
        named = NAMED_MEASURE.match(cells[0].text)
        if len(cells) == 1 and named and named["text"]:
            found.append((headwords.MEASURE, cells[0], cells[0]))
        elif len(cells) == 1 and field_of(cells[0].text, exact=True):
            found.append((field_of(cells[0].text), cells[0], cells[0]))
        elif len(cells) == 2 and len(cells[0].text) <= 60:
            name = headwords.MEASURE if named and not named["text"] else field_of(cells[0].text)
            found.append((name, cells[0], cells[1]))
            strange += not name
        else:
            strange += 1
    kinds = {name for name, label, value in found if name and (label is not value or name == headwords.MEASURE)}
    if headwords.MEASURE in kinds and len(kinds) >= 2 and strange <= len(kinds):
        return found
    return None


def read_cover(table: Table) -> list[tuple[str, Piece, Piece]] | None:
    """Field, label and value of a cover's box; None where the table is none.

    Labels stand to the left of their values, above them, or in the same cell on a line of their own.
    """
    ways = [list(_beside(table)), list(_above(table)), list(_within(table))]
    best = max(ways, key=lambda way: len({name for name, _label, _value in way}))
    return best if len({name for name, _label, _value in best}) >= 2 else None


def _beside(table: Table) -> Iterable[tuple[str, Piece, Piece]]:
    for row in table.rows:
        cells = list(_distinct(row).values())
        for label, value in zip(cells[::2], cells[1::2], strict=False):
            name = cover_field_of(label.text)
            if name and value.text:
                yield name, label, value


def _above(table: Table) -> Iterable[tuple[str, Piece, Piece]]:
    for upper, lower in zip(table.rows[::2], table.rows[1::2], strict=False):
        for label, value in zip(upper, lower, strict=False):
            name = cover_field_of(label.text)
            if name and value.text and label is not value:
                yield name, label, value


def _within(table: Table) -> Iterable[tuple[str, Piece, Piece]]:
    for piece in table.pieces():
        first, _mark, rest = piece.text.partition("\n")
        name = cover_field_of(first) or cover_field_of(piece.text.partition(":")[0])
        if name and (rest or ":" in piece.text):
            yield name, piece, piece
