"""Making the shapes of the model: every text is folded to single blanks here, and no cell is left empty."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeVar

from vbe.domain.colours import MARKS
from vbe.language.swedish import MISSING, date, folded, number
from vbe.report.model import Cell, Column, Fact, Group, Listing, Paragraph, Table

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterable, Sequence

    from vbe.domain.colours import Colour
    from vbe.report.model import Flat

    T = TypeVar("T")
    Columns = Sequence[tuple[Column, Callable[[T], Cell]]]
    """A heading and how its cell is made of a thing, a pair for each column."""

NOT_APPLICABLE = "–"


def paragraph(text: str, *, lead: bool = False) -> Paragraph:
    """Running text on one line."""
    return Paragraph(folded(text), lead)


def listing(entries: Iterable[str], *, ordered: bool = False) -> Listing:
    """A list of texts."""
    return Listing(tuple(folded(entry) for entry in entries), ordered)


def fact(term: str, value: str | None, colour: Colour | None = None) -> Fact:
    """A row of a fact box; what is missing says so."""
    return Fact(term, folded(value or "") or MISSING, MARKS[colour] if colour else None)


def cell(*lines: str | None, colour: Colour | None = None) -> Cell:
    """A cell of text; what is missing says so."""
    kept = tuple(clean for line in lines if line and (clean := folded(line)))
    return Cell(kept or (MISSING,), MARKS[colour] if colour else None)


def status(colour: Colour, text: str) -> Cell:
    """A cell with a mark and the words that say what it stands for."""
    return Cell((folded(text),), MARKS[colour])


def day(value: datetime.date | None, missing: str = MISSING) -> Cell:
    """A cell with a date."""
    return Cell((date(value, missing),), value=value.isoformat() if value else None)


def amount(value: float | None, missing: str = MISSING) -> Cell:
    """A cell with a number."""
    return Cell((missing if value is None else number(value),), value=value)


def column(title: str, kind: Literal["text", "number", "date", "status"] = "text", width: int = 1) -> Column:
    """A column of a table."""
    return Column(title, kind, width)


def table(
    identity: str,
    caption: str,
    heads: Sequence[Column],
    rows: Iterable[Sequence[Cell]],
    look: Literal["rows", "cards", "matrix"] = "rows",
) -> Table:
    """A table; its id is made of ASCII letters, digits and hyphens."""
    return Table(
        identity.replace(".", "-").replace("/", "-"), folded(caption), tuple(heads), tuple(tuple(row) for row in rows), look
    )


def table_or(
    identity: str,
    caption: str,
    heads: Sequence[Column],
    rows: Sequence[Sequence[Cell]],
    empty: str,
    look: Literal["rows", "cards", "matrix"] = "rows",
) -> Flat:
    """A table, or a sentence where it would have no rows."""
    return table(identity, caption, heads, rows, look) if rows else paragraph(empty)


def table_of(
    identity: str,
    caption: str,
    things: Iterable[T],
    columns: Columns[T],
    empty: str = "",
    look: Literal["rows", "cards", "matrix"] = "rows",
) -> Flat:
    """A table with a row for each thing; where it would have none, the sentence for that, if there is any."""
    rows = [tuple(cell_of(thing) for _head, cell_of in columns) for thing in things]
    heads = [head for head, _cell_of in columns]
    return table(identity, caption, heads, rows, look) if rows or not empty else paragraph(empty)


def group(identity: str, title: str, blocks: Iterable[Flat], colour: Colour | None = None) -> Group:
    """A part of a section with a heading of its own."""
    return Group(identity.replace(".", "-").replace("/", "-"), folded(title), tuple(blocks), MARKS[colour] if colour else None)
