"""What has changed from one document to a later one: a list first, then every change marked where it stands.

Both are composed, so that what is marked is just what a reader sees: a text that nobody prints is no change. A mark is a sign
and a word, and what stood before follows the word `Tidigare`: it is read in black and white, and by ear.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final, cast

from vbe.domain.colours import Mark
from vbe.language.prose import one, said
from vbe.language.swedish import listed, lowered
from vbe.report.model import Cell, Facts, Group, Listing, Paragraph, Section, Table
from vbe.report.shapes import NOT_APPLICABLE, cell, column, group, listing, paragraph
from vbe.report.view import short

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from vbe.report.model import Block, Fact, Flat, Report

NEW, CHANGED, GONE = "new", "changed", "gone"
MARKS: Final = {NEW: Mark("grey", "+", "Ny"), CHANGED: Mark("grey", "±", "Ändrad"), GONE: Mark("grey", "−", "Utgår")}
HEADINGS: Final = {NEW: "Tillkommer", CHANGED: "Ändras", GONE: "Utgår"}
MEASURES: Final = "atgarder-"  # begins the ids of the tables whose rows are measures, which may get another number
CHANGES: Final = "changes"
LONGEST, SHORT = 110, 45
"""Letters of a change in the list, and of a value that stands there whole."""


@dataclass
class _Found:
    """The changes met on the way, in the order of the document: what happened, and to which text."""

    renumbered: Mapping[str, str]
    list: list[tuple[str, str]] = field(default_factory=list)

    def note(self, what: str, place: str, text: str) -> Mark:
        """Remember a change, and give its mark."""
        self.list.append((what, said("{place}: {text}", place=place, text=short(text, LONGEST))))
        return _mark(what)


def mark_changes(new: Report, old: Report, renumbered: Mapping[str, str], day: str) -> Report:
    """The new document with its changes since the old one. `renumbered` is the new number of a measure → its old one."""
    found = _Found(renumbered)
    before = {section.id: section for section in old.sections}
    sections = [_section(section, before.get(section.id), found) for section in new.sections]
    kept = {section.id for section in new.sections}
    sections += [_section(replace(part, blocks=()), part, found) for part in old.sections if part.id not in kept]
    return replace(new, sections=(_listed(found, day), *sections))


def _listed(found: _Found, day: str) -> Section:
    """The list that comes first."""
    title = said("Ändringar sedan den {day}", day=day)
    if not found.list:
        return Section(CHANGES, "", title, (paragraph(said("Inget har ändrats i dokumentet sedan den {day}.", day=day)),))
    lead = "Vid varje ändring i texten står ordet Ny, Ändrad eller Utgår. Efter ordet Tidigare står det som gällde den {day}."
    groups = [
        group(f"{CHANGES}-{what}", one(heading), (listing(text for happened, text in found.list if happened == what),))
        for what, heading in HEADINGS.items()
        if any(happened == what for happened, _text in found.list)
    ]
    return Section(CHANGES, "", title, (paragraph(said(lead, day=day)), *groups))


def _section(new: Section, old: Section | None, found: _Found) -> Section:
    return replace(new, blocks=tuple(_blocks(new.blocks, old.blocks if old else (), new.title, found)))


def _blocks(new: Sequence[Block], old: Sequence[Block], place: str, found: _Found) -> Iterator[Block]:
    """Each block beside the one that it was: groups and tables by their ids, a fact box by its place, texts by what they say."""
    groups = {block.id: block for block in old if isinstance(block, Group)}
    tables = {block.id: block for block in old if isinstance(block, Table)}
    boxes = iter([block for block in old if isinstance(block, Facts)])
    texts = iter(_texts(new, old, place, found))
    for block in new:
        if isinstance(block, Group):
            yield _group(block, groups.pop(block.id, None), found)
        elif isinstance(block, Table):
            yield _table(block, tables.pop(block.id, None), place, found)
        elif isinstance(block, Facts):
            yield _facts(block, next(boxes, None), place, found)
        elif isinstance(block, Paragraph | Listing):
            yield from next(texts)
        else:
            yield block
    yield from next(texts)
    yield from (_gone_table(table, place, found) for table in tables.values())
    yield from (_group(replace(gone, blocks=()), gone, found) for gone in groups.values())


def _group(new: Group, old: Group | None, found: _Found) -> Group:
    blocks = cast(
        "tuple[Flat, ...]", tuple(_blocks(new.blocks, old.blocks if old else (), new.title, found))
    )  # a group holds no groups
    if old is None:
        return replace(new, blocks=blocks, mark=_mark(NEW))
    if not new.blocks:
        return replace(new, blocks=blocks, mark=_mark(GONE))
    if new.title != old.title:
        found.note(CHANGED, new.title, said("Rubriken. Tidigare: {text}", text=old.title))
        return replace(new, blocks=(paragraph(said("Tidigare rubrik: {text}", text=old.title)), *blocks), mark=_mark(CHANGED))
    return replace(new, blocks=blocks)


def _texts(new: Sequence[Block], old: Sequence[Block], place: str, found: _Found) -> Iterator[list[Block]]:
    """For each paragraph and list the blocks that stand in its place; last what has gone and stood after them all."""
    mine = [block for block in new if isinstance(block, Paragraph | Listing)]
    words = [text for block in mine for text in _lines(block)]
    gone: dict[int, list[str]] = {}
    marked: dict[int, str] = {}
    before = [text for block in old if isinstance(block, Paragraph | Listing) for text in _lines(block)]
    for what, a, b, c, d in SequenceMatcher(None, before, words, autojunk=False).get_opcodes():
        pairs = min(b - a, d - c) if what == "replace" else 0
        for at in range(pairs):
            found.note(CHANGED, place, words[c + at])
            marked[c + at] = said("Ändrad: {text} Tidigare: {before}", text=words[c + at], before=before[a + at])
        for at in range(c + pairs, d if what != "equal" else c):
            found.note(NEW, place, words[at])
            marked[at] = said("Ny: {text}", text=words[at])
        for text in before[a + pairs : b] if what != "equal" else ():
            found.note(GONE, place, text)
            gone.setdefault(d, []).append(said("Utgår: {text}", text=text))
    at = 0
    for block in mine:
        ahead = [paragraph(text) for text in gone.pop(at, [])]
        lines = [marked.get(at + step, text) for step, text in enumerate(_lines(block))]
        at += len(lines)
        yield [
            *ahead,
            replace(block, text=lines[0]) if isinstance(block, Paragraph) else replace(block, entries=tuple(lines)),
        ]
    yield [paragraph(text) for texts in gone.values() for text in texts]


def _lines(block: Paragraph | Listing) -> tuple[str, ...]:
    return block.entries if isinstance(block, Listing) else (block.text,)


def _facts(new: Facts, old: Facts | None, place: str, found: _Found) -> Facts:
    """The rows of a box by their terms."""
    before = {row.term: row for row in old.facts} if old else {}
    rows = [_fact(row, before.pop(row.term, None), place, found) for row in new.facts]
    rows += [replace(row, mark=found.note(GONE, place, f"{row.term}: {row.value}")) for row in before.values()]
    return replace(new, facts=tuple(rows))


def _fact(new: Fact, old: Fact | None, place: str, found: _Found) -> Fact:
    if old is None:
        return replace(new, mark=found.note(NEW, place, f"{new.term}: {new.value}"))
    if new.value == old.value:
        return new
    text = said("{text} (tidigare: {before})", text=new.value, before=old.value)
    return replace(new, value=text, mark=found.note(CHANGED, place, f"{new.term}: {text}"))


def _table(new: Table, old: Table | None, place: str, found: _Found) -> Table:
    """The rows by their first cell; a column tells what has happened to each, where anything has. What goes keeps its place."""
    before = {_key(row): row for row in old.rows} if old else {}
    heads = [head.title for head in old.columns] if old else []
    stood, keys = list(before), []
    rows: list[tuple[tuple[Cell, ...], Cell | None]] = []
    for row in new.rows:
        key = found.renumbered.get(_key(row), _key(row)) if new.id.startswith(MEASURES) else _key(row)
        was = before.pop(key, None)
        rows.append(_row(new, row, dict(zip(heads, was, strict=True)) if was else None, place, found))
        keys.append(key)
    for key, gone in before.items():
        known, ahead = dict(zip(heads, gone, strict=True)), stood[: stood.index(key)]
        at = keys.index(ahead[-1]) + 1 if ahead else 0
        cells = tuple(known.get(head.title, cell(NOT_APPLICABLE)) for head in new.columns)
        rows.insert(at, (cells, _marked(found.note(GONE, place, _in_words(gone)))))
        keys.insert(at, key)
    return _with_marks(new, rows)


def _gone_table(old: Table, place: str, found: _Found) -> Table:
    return _with_marks(old, [(row, _marked(found.note(GONE, place, _in_words(row)))) for row in old.rows])


def _with_marks(table: Table, rows: Sequence[tuple[tuple[Cell, ...], Cell | None]]) -> Table:
    if not any(mark for _row, mark in rows):
        return table
    marked = tuple((*row, mark or cell(NOT_APPLICABLE)) for row, mark in rows)
    return replace(table, columns=(*table.columns, column(one("Ändring"), width=2)), rows=marked)


def _row(
    table: Table, row: tuple[Cell, ...], was: Mapping[str, Cell] | None, place: str, found: _Found
) -> tuple[tuple[Cell, ...], Cell | None]:
    """The row with what stood before in each cell that has changed, and the cell that tells of it."""
    if was is None:
        return row, _marked(found.note(NEW, place, _in_words(row)))
    cells, changed, said_short = [], [], []
    for head, content in zip(table.columns, row, strict=True):
        earlier = was.get(head.title)
        before = _words(earlier) if earlier else ""
        if before == _words(content):
            cells.append(content)
            continue
        cells.append(replace(content, lines=_beside(content.lines, earlier.lines if before and earlier else ())))
        changed.append(head.title)
        said_short += [_short_change(head.title, _words(content), before)]
    heads = {head.title for head in table.columns}
    lost = {title: _words(earlier) for title, earlier in was.items() if title not in heads and _words(earlier)}
    if not changed and not lost:
        return row, None
    mark = found.note(CHANGED, place, f"{_key(row)}: {listed([*said_short, *map(lowered, lost)])}")
    return tuple(cells), _marked(mark, *changed, *(said("{what}, tidigare: {text}", what=what, text=lost[what]) for what in lost))


def _short_change(title: str, now: str, before: str) -> str:
    """What was changed to what, where both are short; else what was changed."""
    if not before or max(len(now), len(before)) > SHORT:
        return lowered(title)
    return f"{lowered(title)}: {said('{text} (tidigare: {before})', text=now, before=before)}"


def _beside(new: tuple[str, ...], old: tuple[str, ...]) -> tuple[str, ...]:
    """The lines as they are, and after them those that are gone; where none is, each new one says that it is."""
    gone = [line for line in old if line not in new]
    if gone or not old:
        return (*new, said("Tidigare: {text}", text=" ".join(gone) or one("inget")))
    return tuple(line if line in old else said("Nytt: {text}", text=line) for line in new)


def _words(content: Cell) -> str:
    return " ".join(content.lines).strip()


def _key(row: tuple[Cell, ...]) -> str:
    return " ".join(row[0].lines)


def _in_words(row: tuple[Cell, ...]) -> str:
    return " ".join(line for content in row[:2] for line in content.lines)


def _mark(what: str) -> Mark:
    return replace(MARKS[what], word=one(MARKS[what].word))


def _marked(mark: Mark, *lines: str) -> Cell:
    return Cell(lines, mark)
