"""A table of the document → measures of the plan, its cover, or prose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.importing.deciders import table_of_deciders
from vbe.importing.document import Table
from vbe.importing.gathering import NO_PLAN, numbered
from vbe.importing.headwords import AREA, GOAL, MEASURE, NUMBER, RESPONSIBLE, TIME, says_nothing
from vbe.importing.plan import Measure, Said
from vbe.importing.rows import goes_on, indicators_listed, told
from vbe.importing.tables import NAMED_MEASURE, Heads, Row, find_heads, read_cover, read_labelled, rows_below

if TYPE_CHECKING:
    from vbe.importing.deciders import Decider
    from vbe.importing.document import Piece
    from vbe.importing.gathering import Gatherer, Section


class Grids:
    """Reads the tables of one document; the heads of one hold for the next where it has none."""

    def __init__(self, gatherer: Gatherer, count: int) -> None:
        self._gatherer = gatherer
        self._plan = gatherer.plan
        self._count = count
        """How many tables of measures the document has."""
        self._heads: Heads | None = None

    def read(self, section: Section, table: Table, *, is_front: bool) -> None:
        """One table; `is_front` where a cover may still come."""
        deciders = table_of_deciders(table) if is_front else []
        if deciders:
            self._deciders(table, deciders)
            return
        cover = read_cover(table) if is_front else None
        listed = indicators_listed(table)
        if listed:
            self._plan.indicators |= listed
            self._plan.prose += [piece for piece in table.pieces() if piece.text]
            return
        heads = find_heads(table)
        if heads is not None and NO_PLAN.search(section.heading) and not {RESPONSIBLE, TIME} <= set(heads.fields.values()):
            heads = None
        labelled = read_labelled(table) if heads is None else None
        if cover and heads is None and not labelled:
            self._cover(table, cover)
        elif heads is not None:
            self._heads = heads
            self._rows(section, table, heads)
        elif labelled:
            self._labelled(section, table, labelled)
        elif (
            self._heads is not None
            and not NO_PLAN.search(section.heading)
            and table.rows
            and len(table.rows[0]) == len(self._heads.pieces)
            and goes_on(table, self._heads)
        ):
            self._rows(section, table, Heads(-1, self._heads.fields, self._heads.pieces))
        else:
            self._plan.prose += [piece for piece in table.pieces() if piece.text]

    def _deciders(self, table: Table, deciders: list[Decider]) -> None:
        self._plan.deciders += deciders
        self._plan.labels += [piece for piece in table.rows[0] if piece.text]
        self._plan.joint = [piece for row in table.rows[1:] for piece in row if piece.text]

    def _cover(self, table: Table, cover: list[tuple[str, Piece, Piece]]) -> None:
        used = set()
        for name, label, value in cover:
            if name in self._plan.cover:
                continue
            text = value.text
            if label is value:
                mark = ":" if ":" in text.partition("\n")[0] else "\n"
                head, _mark, text = text.partition(mark)
                self._plan.inline.append(Said(head, value))
            else:
                self._plan.labels.append(label)
            used |= {label, value}
            self._plan.cover[name] = Said(" ".join(text.split()), value)
        self._plan.prose += [piece for piece in table.pieces() if piece.text and piece not in used]

    def _labelled(self, section: Section, table: Table, labelled: list[tuple[str, Piece, Piece]]) -> None:
        """A table that is one measure or several, each beginning with its text."""
        measure: Measure | None = None
        early: list[tuple[str, Piece, Piece]] = []
        for name, label, value in labelled:
            if label is not value:
                self._plan.labels.append(label)
            if not value.text:
                continue
            if name == MEASURE and (measure is None or label is value or measure.text.piece is not value):
                measure = self._gatherer.measure(section, Said(value.line, value))
                number = NAMED_MEASURE.match(label.text) if label is not value else None
                measure.number = measure.number or (number["number"] if number else "")
                pairs, early = early, []
            elif measure is None:
                early.append((name, label, value))
                continue
            else:
                pairs = [(name, label, value)]
            for field, head, statement in pairs:
                self._gatherer.label(measure, [(field, head.line, statement.line)], statement)
        used = {piece for _name, label, value in labelled for piece in (label, value)}
        self._plan.prose += [piece for piece in table.pieces() if piece.text and piece not in used]

    def _rows(self, section: Section, table: Table, heads: Heads) -> None:
        rows = rows_below(table, heads)
        if heads.row >= 0:
            self._plan.labels += [piece for piece in dict.fromkeys((*heads.over, *heads.pieces.values())) if piece.text]
            above = [piece for row in table.rows[: heads.first] for piece in dict.fromkeys(row) if piece.text]
            rows[:0] = [Row(heading=piece) for piece in above]
        grouping = self._grouping(section, rows)
        over: Piece | None = None
        group: Piece | None = None
        for row in rows:
            if row.heading is not None:
                self._unused(over)
                over, group = row.heading, None
                continue
            group = row.cells.get(grouping) or group
            self._row(section, row, group or over, grouping)
        self._unused(over)

    def _unused(self, heading: Piece | None) -> None:
        if heading is not None and heading not in self._gatherer.used:
            self._plan.prose.append(heading)

    def _grouping(self, section: Section, rows: list[Row]) -> str:
        """The column whose cells are the areas: one that says so, or the aims where no heading says what the table is about."""
        if any(AREA in row.cells for row in rows):
            return AREA
        has_heading = self._count > 1 and any(not says_nothing(piece.line) for piece in section.path)
        goals = {row.cells[GOAL].line for row in rows if GOAL in row.cells}
        measures = sum(MEASURE in row.cells for row in rows)
        return GOAL if goals and not has_heading and len(goals) < measures else ""

    def _row(self, section: Section, row: Row, over: Piece | None, grouping: str) -> None:
        text = row.cells.get(MEASURE)
        if text is None:
            self._plan.prose += [piece for name, piece in row.cells.items() if piece not in self._gatherer.used]
            self._plan.prose += [piece for _head, piece in row.others]
            return
        number = row.cells.get(NUMBER)
        for item in text.items or (text.line,):
            measure = numbered(Said(item, text), number.line if number is not None else "")
            measure.fields = {
                name: Said(told(name, piece), piece)
                for name, piece in row.cells.items()
                if name not in (MEASURE, NUMBER, grouping)
            }
            measure.heads = row.heads
            measure.more += [(head, Said(piece.line, piece)) for head, piece in row.others]
            self._gatherer.add(section.path, measure, over)


def count_measure_tables(blocks: tuple[Piece | Table, ...]) -> int:
    """How many tables of a document have heads that name measures."""
    return sum(isinstance(block, Table) and find_heads(block) is not None for block in blocks)
