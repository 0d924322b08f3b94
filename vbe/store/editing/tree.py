"""Text → a tree of nodes that remembers how each was written and which comments stand where.

Only for texts that `vbe.documents` reads without a fault: no anchors, tags or merge keys, one document.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING

from vbe.documents.events import feed
from vbe.documents.parser import Receiver
from vbe.documents.scalars import PLAIN, resolve

if TYPE_CHECKING:
    from vbe.documents import Value
    from vbe.documents.faults import Mark

BLANK = ""
"""Stands among comments for an empty line."""


class Unformattable(Exception):  # noqa: N818 - never leaves this package
    """The text holds something that cannot be laid out anew; the message says what, for a developer."""


@dataclass(slots=True, eq=False)
class Node:
    """A scalar, a mapping or a sequence."""

    kind: str
    """`scalar`, `map` or `seq`."""
    start: int
    end: int
    column: int
    value: Value = None
    written: str = ""
    """A plain scalar as it stands in the text."""
    flow: bool = False
    entries: list[Entry] = field(default_factory=list)
    parent: Entry | None = None
    footer: list[str] = field(default_factory=list)
    """Comments after the last entry."""


@dataclass(slots=True, eq=False)
class Entry:
    """A key with its value, or an element of a sequence, with its comments."""

    container: Node
    start: int
    column: int
    key: Value = None
    key_end: int = -1
    node: Node = None  # type: ignore[assignment] # set as soon as the value has been read
    before: list[str] = field(default_factory=list)
    inline: str = ""


@dataclass(slots=True)
class Anchor:
    """A place in the text that a comment may stand behind: after a key, a dash, a value or a bracket."""

    at: int
    kind: str
    """`dash`, `key`, `value`, `open` or `close`."""
    entry: Entry | None


@dataclass(slots=True)
class Tree:
    """The root mapping, the comments above it, and every place and span that comments are looked for around."""

    text: str
    root: Node = None  # type: ignore[assignment] # set by `parse_tree`, which raises where there is none
    header: list[str] = field(default_factory=list)
    anchors: list[Anchor] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    flows: list[Node] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    """Where scalars stand: what looks like a comment there is text."""
    block_headers: list[tuple[int, Entry | None]] = field(default_factory=list)
    """Where block texts begin, whose first line may end with a comment."""


def parse_tree(text: str) -> Tree:
    """The tree of a text, without its comments."""
    grower = _Grower(text)
    feed(text, grower)
    if grower.tree.root is None or grower.tree.root.kind != "map":
        raise Unformattable("root")
    return grower.tree


class _Grower(Receiver):
    """Takes what the parser finds, piece by piece."""

    def __init__(self, text: str) -> None:
        self.tree = Tree(text)
        self.lines = text.split("\n")
        self.offsets = list(accumulate((len(line) + 1 for line in self.lines), initial=0))
        self.stack: list[Node] = []
        self.waiting: Entry | None = None
        """The entry whose key has been read and whose value has not."""

    def document(self, _start: Mark, _end: Mark, _explicit: bool, version: object, tags: object) -> None:  # noqa: FBT001
        """A document begins; no record has a directive."""
        if version or tags:
            raise Unformattable("directive")

    def mapping(self, _anchor: object, _tag: object, _implicit: bool, start: Mark, _end: Mark, flow: bool) -> None:  # noqa: FBT001
        """A mapping begins."""
        self._open("map", start, flow=flow)

    def sequence(self, _anchor: object, _tag: object, _implicit: bool, start: Mark, _end: Mark, flow: bool) -> None:  # noqa: FBT001
        """A sequence begins."""
        self._open("seq", start, flow=flow)

    def scalar(self, _anchor: object, _tag: object, _implicit: object, text: str, start: Mark, end: Mark, style: str) -> None:
        """A key or a value."""
        if style or text:
            self.tree.spans.append((start.index, end.index))
        container = self.stack[-1] if self.stack else None
        if container is not None and container.kind == "map" and self.waiting is None:
            self._key(text, container, start, end, style)
            return
        value, written = (text, "") if style else (resolve(text), text)
        node = Node("scalar", start.index, end.index, start.column, value, written)
        entry = self._place(node, start)
        if style in ("|", ">"):
            self.tree.block_headers.append((start.index, entry))
        if style or text:
            self.tree.anchors.append(Anchor(end.index, "value", entry))

    def _key(self, text: str, container: Node, start: Mark, end: Mark, style: str) -> None:
        value: Value = text if style or text in PLAIN else resolve(text)
        if style in ("|", ">") or "\n" in text:
            raise Unformattable("key")
        entry = Entry(container, start.index, start.column, value, end.index)
        container.entries.append(entry)
        self.tree.entries.append(entry)
        self.tree.anchors.append(Anchor(end.index, "key", entry))
        self.waiting = entry

    def _place(self, node: Node, start: Mark) -> Entry | None:
        """Hang a node where it belongs; the entry that holds it."""
        if not self.stack:
            self.tree.root = node
            return None
        container = self.stack[-1]
        if container.kind == "map":
            entry = self.waiting
            assert entry is not None
            self.waiting = None
        else:
            entry = Entry(container, node.start, node.column)
            if not container.flow:
                self._dash(entry, container, start)
            container.entries.append(entry)
            self.tree.entries.append(entry)
        entry.node = node
        node.parent = entry
        return entry

    def _dash(self, entry: Entry, container: Node, start: Mark) -> None:
        """The hyphen of a block sequence's element stands in the sequence's column, on this line or one above."""
        line, column = start.line, container.column
        while line >= 0 and not (self.lines[line][column : column + 1] == "-" and not self.lines[line][:column].strip("- ")):
            line -= 1
        if line < 0:
            raise Unformattable("dash")
        entry.start = self.offsets[line] + column
        entry.column = column
        self.tree.anchors.append(Anchor(entry.start + 1, "dash", entry))

    def _open(self, kind: str, start: Mark, *, flow: bool) -> None:
        node = Node(kind, start.index, -1, start.column, flow=flow)
        entry = self._place(node, start)
        if flow:
            self.tree.anchors.append(Anchor(start.index + 1, "open", entry))
            self.tree.flows.append(node)
        self.stack.append(node)

    def close(self, start: Mark, end: Mark) -> None:
        """The innermost mapping or sequence ends."""
        node = self.stack.pop()
        node.end = end.index if node.flow else start.index
        if node.flow:
            self.tree.anchors.append(Anchor(node.end, "close", node.parent))
