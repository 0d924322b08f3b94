"""The report model: what every renderer shows, and the only thing a renderer may look at.

A report is sections; a section is blocks; a block is one of the seven shapes in `Block`. Everything is composed, worded,
sorted, coloured, rounded and suppressed before it comes here: a renderer loops and escapes, and computes nothing. Strings
are plain text (never markup) in Swedish, with blanks folded; a value that is missing says so in words, so that no cell is
empty. `vbe.report.plain` turns a report into plain dictionaries and lists, which is what templates and JSON see.

Headings: the report's title is the only first-level heading, a section's the second, a group's the third.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from vbe.domain.colours import Mark

UNSEALED = "0" * 64
"""What stands where a file's own sum goes, until it is known."""
FIXED = frozenset({"id", "provenance", "language", "as_of", "visibility", "kind", "look", "colour", "symbol"})
"""The fields that hold no words: they are the same in every language."""
VERSION = 1
"""Of the model. It grows when a name or a meaning in it changes."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table: one or more lines of text, and a mark before the first where the cell is a status.

    `value` is the number or the ISO date behind the text, for forms that can hold one (Excel); None for plain text.
    """

    lines: tuple[str, ...]
    mark: Mark | None = None
    value: int | float | str | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, what it holds, and how wide it should be in relation to the others."""

    title: str
    kind: Literal["text", "number", "date", "status"] = "text"
    width: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption. The first column names the row (in HTML: `th scope=row`)."""

    id: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    look: Literal["rows", "cards", "matrix"] = "rows"
    """How it may be set: as any table; on a narrow screen a card for each row; or as a matrix of marks. The last two are
    never turned on their side."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. A lead paragraph is set larger."""

    text: str
    lead: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of a fact box."""

    term: str
    value: str
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """A fact box: terms and values."""

    title: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list; `ordered` where the order counts."""

    entries: tuple[str, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Callout:
    """A box that must not be overlooked."""

    kind: Literal["note", "warning", "example"]
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart. `value` is None where it is missing or suppressed; `text` says it in words either way."""

    label: str
    value: float | None
    text: str
    before: float | None = None
    """The year before's, where it is shown beside."""
    target: float | None = None
    """A target of its own, where bars have different ones."""


@dataclass(frozen=True, slots=True)
class Lane:
    """A row of a strip of months: what it counts, and how many there are in each month."""

    label: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Target:
    """The dashed line of a chart, and its label."""

    value: float
    text: str


MONTHS = "En rad för varje slag av datum och en kolumn för varje månad; siffran är hur många som infaller."
SHARES = "En liggande stapel för varje andel på en gemensam skala från 0 till 100 procent."
SHAPE = "Liggande staplar från noll."
"""What a chart looks like, for those who cannot see it; a form that draws none leaves it out."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A bar chart that starts at zero. `maximum` is the end of its axis; `table` holds the same values in words."""

    id: str
    title: str
    description: str
    unit: str
    maximum: float
    bars: tuple[Bar, ...]
    target: Target | None
    table: Table
    look: Literal["bars", "shares", "months"] = "bars"
    """Bars of one thing over the years; many shares on one axis, each with its target and last year's dot; or a strip of
    months, whose bars are the months and whose lanes say what falls in each."""
    lanes: tuple[Lane, ...] = ()


Flat = Paragraph | Facts | Table | Chart | Listing | Callout


@dataclass(frozen=True, slots=True)
class Group:
    """A part of a section with a heading of its own: an action area, a board, a department."""

    id: str
    title: str
    blocks: tuple[Flat, ...]
    mark: Mark | None = None


Block = Flat | Group


@dataclass(frozen=True, slots=True)
class Section:
    """One section. `id` is stable and is what cuts name; `number` is what the reader sees: 0–16, Bilaga 1, Bilaga 2.

    Page one has no number.
    """

    id: str
    number: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Provenance:
    """What the report was made from, so that it can be made again. Nothing here depends on when or where it was made."""

    tool: str
    commit: str | None = None
    committed_on: str | None = None
    dirty: bool | None = None
    year: int = 0
    as_of: str = ""
    cut: str = ""
    only: str | None = None
    """The part that the file holds, `page-one` or `appendix`; None for the ordinary report."""
    board: str | None = None
    """The one board that the file is about; None for all."""
    masked: bool | None = None
    """Whether what is private was masked; None where nothing was."""
    document: str | None = None
    """`plan` where the file is the governing document itself; None for a report."""
    marked: str | None = None
    """The commit since which the changes are marked; None where none are."""
    templates: str = ""
    """SHA-256 of the templates that the form was rendered with; set by `vbe.report.render`."""
    model: str = ""
    """SHA-256 of what the report says, in any form (`vbe.report.digest`); set by `vbe.report.render`."""
    seal: str = UNSEALED
    """SHA-256 of the file itself, taken with zeros here; set by `vbe.report.render` once the file is made."""


@dataclass(frozen=True, slots=True)
class Report:
    """The annual follow-up, ready to be rendered."""

    title: str
    subtitle: str
    municipality: str
    year: int
    period: str
    part_year: bool
    example: bool
    """True when the report rests on examples: the document, the decisions or any board's report."""
    as_of: str
    """ISO date."""
    as_of_words: str
    """The same in words, or that the year has not been followed up."""
    reader: str
    visibility: Literal["public", "internal"]
    distribution: str
    """The visibility in a word."""
    banners: tuple[Callout, ...]
    """Shown on the cover, above everything else."""
    provenance: Provenance
    sections: tuple[Section, ...]
    standing: str = ""
    """Whether it is a draft or has been decided on, in words."""
    draft: bool = False
    sheets: tuple[Table, ...] = ()
    """The flat tables of a workbook, for a whole report; a part of one has none."""
    contents: bool = False
    """Whether it is so long that it needs a table of contents."""
    language: str = "sv"
    version: int = VERSION
