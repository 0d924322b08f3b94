"""Comments: where they stand in a text, and which entry of the tree each of them belongs to."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from vbe.store.editing.tree import BLANK, Unformattable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.store.editing.tree import Anchor, Entry, Node, Tree

COMMENT = re.compile(r"(?:(?<=[\s,\[\]{}])|^)#[^\n]*", re.MULTILINE)
BLOCK_HEADER = re.compile(r"[|>][-+0-9]*[ \t]+(#[^\n]*)")
BETWEEN = re.compile(r"[\s,\[\]{}:?-]*\Z")
AFTER = re.compile(r"\S")
EMPTY_LINE = re.compile(r"^[ \t]*$", re.MULTILINE)
MODELINE = re.compile(r"#\s*yaml-language-server:")


class Remark(NamedTuple):
    """A comment or an empty line, and where it stands."""

    at: int
    column: int
    text: str
    alone: bool
    """Nothing but blanks stands before it on its line."""


def all_comments(tree: Tree) -> list[str]:
    """Every comment of a text, in order, those behind the sign of a block text included."""
    found = [(remark.at, remark.text) for remark in _remarks(tree) if remark.text]
    found += [
        (start, match[1].rstrip()) for start, _entry in tree.block_headers if (match := BLOCK_HEADER.match(tree.text, start))
    ]
    return [text for _at, text in sorted(found)]


def attach(tree: Tree) -> None:
    """Give every comment of the text to an entry, a container or the top of the file."""
    for start, entry in tree.block_headers:
        match = BLOCK_HEADER.match(tree.text, start)
        if match and entry is not None:
            entry.inline = match[1].rstrip()
    attacher = _Attacher(tree)
    for remark in _remarks(tree):
        attacher.accept(remark)
    _split_header(tree)


def _remarks(tree: Tree) -> Iterator[Remark]:
    """Comments and empty lines outside scalars, in order."""
    position = 0
    for start, end in [*tree.spans, (len(tree.text), len(tree.text))]:
        yield from _in_gap(tree.text, position, start)
        # The empty lines after a block text are part of its span, and no part of the text.
        position = start + len(tree.text[start:end].rstrip())


def _in_gap(text: str, start: int, end: int) -> Iterator[Remark]:
    found = []
    rest = []
    at = start
    for match in COMMENT.finditer(text, start, end):
        rest.append(text[at : match.start()])
        at = match.end()
        line = text.rfind("\n", 0, match.start()) + 1
        alone = not text[line : match.start()].strip()
        found.append(Remark(match.start(), match.start() - line, match.group().rstrip(), alone))
    rest.append(text[at:end])
    # What stands between the scalars apart from comments must be signs of structure; else this is no text we understand.
    if not BETWEEN.match("".join(rest).replace("---", "").replace("...", "")):
        raise Unformattable("gap")
    for match in EMPTY_LINE.finditer(text, start, end):
        begins_line = match.start() == 0 or text[match.start() - 1] == "\n"
        if begins_line and match.start() > start and text[match.end() : match.end() + 1] == "\n":
            found.append(Remark(match.start(), 0, BLANK, alone=True))
    yield from sorted(found)


class _Attacher:
    """Takes comments and empty lines in order and hands each of them on."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.anchors = [anchor.at for anchor in tree.anchors]
        self.starts = [entry.start for entry in tree.entries]
        self.blank = False
        self._reach = -1
        """The sign that follows the empty lines at hand; what holds for the first of them holds for all."""
        self._owner: Entry | None = None
        self._flows: list[Node] = []
        """The flow collections that stand around the place reached, the innermost last."""
        self._flow = 0
        self.settled: Entry | None = None
        """The entry that a comment has been put before: what follows down to it goes there too."""

    def accept(self, remark: Remark) -> None:
        """One comment or empty line; an empty line goes where what follows it goes."""
        if remark.text == BLANK:
            self._empty_line(remark)
            return
        index = bisect_right(self.anchors, remark.at) - 1
        previous = self.tree.anchors[index] if index >= 0 else None
        if remark.alone:
            target = self._target(remark, previous)
            if self.blank:
                target.append(BLANK)
            target.append(remark.text)
            self.blank = False
        else:
            self._behind(remark, previous)

    def _next(self, at: int) -> Entry | None:
        index = bisect_left(self.starts, at)
        return self.tree.entries[index] if index < len(self.starts) else None

    def _empty_line(self, remark: Remark) -> None:
        """With no comment between itself and the next entry it belongs to that entry."""
        text = self.tree.text
        if remark.at >= self._reach:
            after = AFTER.search(text, remark.at)
            self._reach = after.start() if after else len(text)
            following = self._next(remark.at)
            is_near = following is not None and BETWEEN.match(text[remark.at : following.start])
            self._owner = following if is_near else None
        if text[self._reach : self._reach + 1] == "#":
            self.blank = True
        elif self._owner is not None:
            self._owner.before.append(BLANK)

    def _behind(self, remark: Remark, previous: Anchor | None) -> None:
        """A comment at the end of a line belongs to what stands before it there."""
        if previous is None or previous.entry is None:
            self.tree.header.append(remark.text)
        elif previous.kind == "dash" or previous.entry.inline:
            previous.entry.before.append(remark.text)
        else:
            previous.entry.inline = remark.text

    def _target(self, remark: Remark, previous: Anchor | None) -> list[str]:
        """The list that a comment on a line of its own goes to."""
        if previous is None:
            return self.tree.header
        following = self._next(remark.at)
        entry = previous.entry
        waiting = entry is not None and previous.kind in ("key", "dash") and entry.node.start >= remark.at
        if waiting and entry is not None and (entry.node.kind == "scalar" or entry.node.flow):
            return entry.before
        if entry is not None and _holds_nothing(entry, previous) and remark.column > entry.column:
            return entry.node.footer
        flow = self._flow_around(remark.at)
        if flow is not None:
            return following.before if following is not None and following.start < flow.end else flow.footer
        if following is not None and (following is self.settled or (waiting and entry in _above(following))):
            return following.before
        home = self._ending(remark, previous, following)
        if home is not None:
            return home.footer
        assert following is not None
        self.settled = following
        return following.before

    def _flow_around(self, at: int) -> Node | None:
        while self._flow < len(self.tree.flows) and self.tree.flows[self._flow].start < at:
            node = self.tree.flows[self._flow]
            self._close(node.start)
            self._flows.append(node)
            self._flow += 1
        self._close(at)
        return self._flows[-1] if self._flows else None

    def _close(self, at: int) -> None:
        while self._flows and self._flows[-1].end <= at:
            self._flows.pop()

    def _ending(self, remark: Remark, previous: Anchor, following: Entry | None) -> Node | None:
        """The container that ends here and is as deep as the comment; None where it belongs to what follows."""
        stop = following.container if following is not None else None
        ending = []
        node: Node | None = previous.entry.container if previous.entry is not None else self.tree.root
        while node is not None and node is not stop:
            if not node.flow:
                ending.append(node)
            node = node.parent.container if node.parent is not None else None
        if following is not None and remark.column <= following.column:
            return None
        fitting = [node for node in ending if node.column <= remark.column]
        if fitting:
            return fitting[0]
        return None if following is not None else self.tree.root


def _holds_nothing(entry: Entry, previous: Anchor) -> bool:
    """Whether the place is right behind a key without a value, or an empty list or table."""
    node = entry.node
    if node.kind == "scalar":
        return previous.kind == "key" and node.value is None
    return previous.kind == "close" and not node.entries


def _above(entry: Entry) -> list[Entry]:
    """The entries that an entry stands in."""
    found = []
    holder = entry.container.parent
    while holder is not None:
        found.append(holder)
        holder = holder.container.parent
    return found


def _split_header(tree: Tree) -> None:
    """The first comments stay at the top of the file; what stands after an empty line belongs to the first key."""
    first = tree.root.entries[0] if tree.root.entries else None
    modelines = [line for line in tree.header if MODELINE.match(line)]
    others = [line for line in tree.header if not MODELINE.match(line)]
    while others and others[0] == BLANK and not modelines:
        others.pop(0)
    if first is not None and BLANK in others:
        cut = others.index(BLANK)
        first.before = others[cut:] + first.before
        others = others[:cut]
    tree.header = modelines + others
