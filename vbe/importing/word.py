"""A Word document → blocks, as a reader of the finished document sees them.

Insertions that are tracked are read, deletions are not; text boxes, content controls, footnotes and fields are read; what is
hidden, deleted or a comment is kept apart. Nothing outside the file is fetched and no macro is run: only its XML is read.
"""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Any, Final

from vbe.errors import VbeError
from vbe.importing.bounds import require_small
from vbe.importing.document import (
    BODY,
    BOX,
    BULLET,
    COMMENT,
    CONTENTS,
    DELETED,
    MARGIN,
    NOTE,
    Document,
    Piece,
    Table,
    cleaned,
)
from vbe.importing.word_numbers import WordNumbers
from vbe.importing.word_runs import GONE, SILENT, Runs, visible
from vbe.importing.word_styles import Styles, W
from vbe.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST_HEADING: Final = 120


def read_word(name: str, content: bytes) -> Document:
    """The blocks of a Word document. Raises where it is none, or larger than any plan."""
    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            require_small(name, archive)
        opened = docx.Document(io.BytesIO(content))
        return Document(name, tuple(_Reader(opened).blocks()))
    except (
        OpcError,
        LxmlError,
        zipfile.BadZipFile,
        ValueError,
        KeyError,
        AttributeError,
        TypeError,
        OSError,
        NotImplementedError,
    ):
        message = _("{file} is no Word document that can be read.").format(file=name)
        raise VbeError(message, _("Save it as a Word document (.docx), without macros and without a password.")) from None


class _Reader:
    """Walks the document in the order of reading."""

    def __init__(self, opened: Any) -> None:
        self.opened = opened
        self.styles = Styles(opened.styles.element)
        self.count = {"paragraph": 0, "table": 0, "box": 0}
        self.runs = Runs(self.styles)
        self.numbers = WordNumbers(_numbering(opened), self.styles)

    def blocks(self) -> Iterator[Piece | Table]:
        """Margins, body, notes, comments; what is not seen last."""
        yield from self._margins()
        yield from self._blocks(self.opened.element.body, BODY)
        yield from self._related("footnotes", "footnote", NOTE)
        yield from self._related("endnotes", "endnote", NOTE)
        yield from self._related("comments", "comment", COMMENT)
        yield from self.runs.apart

    def _blocks(self, parent: Any, kind: str) -> Iterator[Piece | Table]:
        for child in parent:
            if child.tag == f"{W}p":
                yield from self._paragraph(child, kind)
            elif child.tag == f"{W}tbl":
                yield from self._table(child, kind)
            elif child.tag in GONE:
                self.runs.aside(DELETED, "".join(child.itertext()), self._place(kind))
            elif isinstance(child.tag, str) and child.tag not in SILENT:
                yield from self._blocks(visible(child), kind)

    def _paragraph(self, paragraph: Any, kind: str) -> Iterator[Piece | Table]:
        if kind == BODY:
            self.count["paragraph"] += 1
        place = self._place(kind)
        text, number = cleaned(self.runs.text(paragraph, place)), self.numbers.before(paragraph)
        if text:
            self.runs.counted(1)
            yield self._piece(paragraph, text, number, place, kind)
        yield from self._emptied()

    def _piece(self, paragraph: Any, text: str, number: str, place: str, kind: str) -> Piece:
        if self.styles.is_contents(paragraph):
            return Piece(text, place, CONTENTS)
        is_item = self.styles.is_item(paragraph) or bool(BULLET.match(text))
        level = self.styles.level(paragraph)
        if not level and not is_item and kind == BODY and len(text) <= LONGEST_HEADING and self._is_bold(paragraph):
            level = self.styles.BOLD
        text = f"{number} {BULLET.sub('', text)}".strip()
        return Piece(text, place, kind, (text,) if is_item and not level else (), level, self.styles.is_title(paragraph))

    def _is_bold(self, paragraph: Any) -> bool:
        """Whether somebody has made a heading by hand: all of a line is bold, and it does not end as a sentence does."""
        runs = [run for run in paragraph.iter(f"{W}r") if "".join(run.itertext(f"{W}t")).strip()]
        text = "".join("".join(run.itertext(f"{W}t")) for run in runs).strip()
        return bool(runs) and not text.endswith((".", ":", ",", ";")) and all(self.styles.is_bold(run) for run in runs)

    def _emptied(self) -> Iterator[Piece | Table]:
        """The boxes that were met, each read as a page of its own."""
        while self.runs.boxes:
            self.count["box"] += 1
            yield from self._blocks(self.runs.boxes.pop(0), BOX)

    def _table(self, table: Any, kind: str) -> Iterator[Piece | Table]:
        """A table, and after it those that stand in its cells."""
        self.count["table"] += 1
        name = _("table {number}").format(number=self.count["table"])
        nested: list[Any] = []
        rows: list[tuple[Piece, ...]] = []
        above: dict[int, Piece] = {}
        for row in _elements(table, "tr"):
            if row.find(f"{W}trPr/{W}del") is not None:
                self.runs.aside(DELETED, " ".join(t.text or "" for t in row.iter(f"{W}t", f"{W}delText")), name)
                continue
            rows.append(self._row(row, f"{name}, {_('row {number}').format(number=len(rows) + 1)}", above, nested, kind))
        width = max(map(len, rows), default=0)
        if width:
            yield Table(tuple(row + tuple(Piece("", name) for _each in range(width - len(row))) for row in rows), name)
        yield from self._emptied()
        for inner in nested:
            yield from self._table(inner, kind)

    def _row(self, row: Any, place: str, above: dict[int, Piece], nested: list[Any], kind: str) -> tuple[Piece, ...]:
        """The cells of a row; `above` is what stands over each column, for cells that go on downwards."""
        cells: list[Piece] = []
        before = row.find(f"{W}trPr/{W}gridBefore")
        cells += [Piece("", place)] * _number(before, 0)
        for cell in _elements(row, "tc"):
            start, span = len(cells), _number(cell.find(f"{W}tcPr/{W}gridSpan"), 1)
            merged = cell.find(f"{W}tcPr/{W}vMerge")
            sideways = cell.find(f"{W}tcPr/{W}hMerge")
            if sideways is not None and sideways.get(f"{W}val") != "restart" and cells:
                piece = cells[-1]
            elif merged is not None and merged.get(f"{W}val") != "restart" and start in above:
                piece = above[start]
            else:
                piece = self._cell(cell, f"{place}, {_('column {number}').format(number=start + 1)}", nested, kind)
            cells += [piece] * span
            above.update(dict.fromkeys(range(start, start + span), piece))
        self.runs.counted(len(cells))
        return tuple(cells)

    def _cell(self, cell: Any, place: str, nested: list[Any], kind: str) -> Piece:
        lines: list[tuple[str, bool]] = []
        self._lines(cell, place, lines, nested)
        is_list = len(lines) > 1 and all(is_item for _line, is_item in lines)
        text = "\n".join(BULLET.sub("", line) if is_item else line for line, is_item in lines)
        items = tuple(BULLET.sub("", line) for line, _item in lines) if is_list else ()
        return Piece(text, place, BODY if kind == BODY else kind, items)

    def _lines(self, parent: Any, place: str, lines: list[tuple[str, bool]], nested: list[Any]) -> None:
        for child in parent:
            if child.tag == f"{W}p":
                text = f"{self.numbers.before(child)} {cleaned(self.runs.text(child, place))}".strip()
                if text:
                    lines.append((text, self.styles.is_item(child) or bool(BULLET.match(text))))
            elif child.tag == f"{W}tbl":
                nested.append(child)
            elif isinstance(child.tag, str) and child.tag not in SILENT and child.tag not in GONE:
                self._lines(visible(child), place, lines, nested)

    def _place(self, kind: str) -> str:
        if kind == BOX:
            return _("text box {number}").format(number=self.count["box"])
        if kind == MARGIN:
            return _("page header or footer")
        return _("paragraph {number}").format(number=self.count["paragraph"])

    def _margins(self) -> Iterator[Piece | Table]:
        """Headers and footers, each text once: they stand on every page."""
        seen: set[str] = set()
        for relation in self.opened.part.rels.values():
            if not relation.is_external and relation.reltype.endswith(("/header", "/footer")):
                for block in self._blocks(_root(relation.target_part), MARGIN):
                    for piece in block.pieces() if isinstance(block, Table) else (block,):
                        if piece.text and piece.text not in seen:
                            seen.add(piece.text)
                            yield Piece(piece.text, self._place(MARGIN), MARGIN)

    def _related(self, part: str, tag: str, kind: str) -> Iterator[Piece]:
        """Footnotes, endnotes or comments: a piece each."""
        names = {"footnote": _("footnote {number}"), "endnote": _("endnote {number}"), "comment": _("comment {number}")}
        for relation in self.opened.part.rels.values():
            if relation.is_external or not relation.reltype.endswith(f"/{part}"):
                continue
            notes = [
                note for note in _root(relation.target_part).iter(f"{W}{tag}") if not note.get(f"{W}type", "").startswith("sep")
            ]
            for number, note in enumerate((note for note in notes if not note.get(f"{W}type", "").startswith("cont")), 1):
                place = names[tag].format(number=number)
                text = cleaned("\n".join(self.runs.text(paragraph, place) for paragraph in note.iter(f"{W}p")))
                if text:
                    self.runs.counted(1)
                    yield Piece(text, place, kind)


def _elements(parent: Any, tag: str) -> Iterator[Any]:
    """Rows of a table or cells of a row, those in content controls too, but none of a table within."""
    for child in parent:
        if child.tag == f"{W}{tag}":
            yield child
        elif isinstance(child.tag, str) and child.tag not in SILENT and child.tag not in (f"{W}tr", f"{W}tc", *GONE):
            yield from _elements(child, tag)


def _number(node: Any, otherwise: int) -> int:
    value = node.get(f"{W}val", "") if node is not None else ""
    return min(int(value), 63) if re.fullmatch(r"\d{1,3}", value) and int(value) else otherwise


def _numbering(opened: Any) -> Any:
    """The definitions of the lists; None where the document has none."""
    found = [r for r in opened.part.rels.values() if not r.is_external and r.reltype.endswith("/numbering")]
    return _root(found[0].target_part) if found else None


def _root(part: Any) -> Any:
    from docx.oxml.parser import parse_xml

    return parse_xml(part.blob)
