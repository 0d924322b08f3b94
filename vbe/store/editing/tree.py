"""Text → a tree of nodes that remembers how each was written and which comments stand where.

Only for texts that `vbe.documents` reads without a fault: no anchors, tags or merge keys, one document.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from ruamel.yaml.events import (
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from vbe.documents.events import walk
from vbe.documents.scalars import PLAIN, resolve

if TYPE_CHECKING:
    from vbe.documents import Value

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
    sort: str
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
    headed: list[tuple[int, Entry | None]] = field(default_factory=list)
    """Where block texts begin, whose first line may end with a comment."""


def parse_tree(text: str) -> Tree:
    """The tree of a text, without its comments."""
    grower = _Grower(text)
    for event in walk(text):
        grower.take(event)
    if grower.tree.root is None or grower.tree.root.kind != "map":
        raise Unformattable("root")
    return grower.tree


class _Grower:
    """Takes the parser's events one by one."""

    def __init__(self, text: str) -> None:
        self.tree = Tree(text)
        self.lines = text.split("\n")
        self.offsets = list(accumulate((len(line) + 1 for line in self.lines), initial=0))
        self.stack: list[Node] = []
        self.waiting: Entry | None = None
        """The entry whose key has been read and whose value has not."""

    def take(self, event: Any) -> None:
        """One event."""
        kind = type(event)
        if kind is ScalarEvent:
            self._scalar(event)
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            self._open(event, "map" if kind is MappingStartEvent else "seq")
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            self._close(event)
        elif kind is DocumentStartEvent and (event.version or event.tags):
            raise Unformattable("directive")

    def _scalar(self, event: Any) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        written = "" if event.style else event.value
        if event.style or event.value:
            self.tree.spans.append((start, end))
        container = self.stack[-1] if self.stack else None
        if container is not None and container.kind == "map" and self.waiting is None:
            self._key(event, container, start, end)
            return
        value = event.value if event.style else resolve(event.value)
        node = Node("scalar", start, end, event.start_mark.column, value, written)
        entry = self._place(node, event)
        if event.style in ("|", ">"):
            self.tree.headed.append((start, entry))
        if event.style or event.value:
            self.tree.anchors.append(Anchor(end, "value", entry))

    def _key(self, event: Any, container: Node, start: int, end: int) -> None:
        value: Value = event.value
        if not event.style and event.value not in PLAIN:
            value = resolve(event.value)
        if event.style in ("|", ">") or "\n" in event.value:
            raise Unformattable("key")
        entry = Entry(container, start, event.start_mark.column, value, end)
        container.entries.append(entry)
        self.tree.entries.append(entry)
        self.tree.anchors.append(Anchor(end, "key", entry))
        self.waiting = entry

    def _place(self, node: Node, event: Any) -> Entry | None:
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
                self._dash(entry, container, event)
            container.entries.append(entry)
            self.tree.entries.append(entry)
        entry.node = node
        node.parent = entry
        return entry

    def _dash(self, entry: Entry, container: Node, event: Any) -> None:
        """The hyphen of a block sequence's element stands in the sequence's column, on this line or one above."""
        line, column = event.start_mark.line, container.column
        while line >= 0 and not (self.lines[line][column : column + 1] == "-" and not self.lines[line][:column].strip("- ")):
            line -= 1
        if line < 0:
            raise Unformattable("dash")
        entry.start = self.offsets[line] + column
        entry.column = column
        self.tree.anchors.append(Anchor(entry.start + 1, "dash", entry))

    def _open(self, event: Any, kind: str) -> None:
        flow = bool(event.flow_style)
        start = event.start_mark.index
        node = Node(kind, start, -1, event.start_mark.column, flow=flow)
        entry = self._place(node, event)
        if flow:
            self.tree.anchors.append(Anchor(start + 1, "open", entry))
            self.tree.flows.append(node)
        self.stack.append(node)

    def _close(self, event: Any) -> None:
        node = self.stack.pop()
        node.end = event.end_mark.index if node.flow else event.start_mark.index
        if node.flow:
            self.tree.anchors.append(Anchor(node.end, "close", node.parent))
