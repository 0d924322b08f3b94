"""Edits of a text by offsets: what is put in, and what a field takes with it when it goes. Every other byte stays where it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from vbe.store.editing.comments import BLOCK_HEADER
from vbe.store.editing.tree import Unformattable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vbe.store.editing.tree import Entry, Node, Tree

LINE_END = re.compile(r"\r\n|\n|\r")
BLOCK_SIGN = re.compile(r"[|>][-+0-9]*")


class Splice(NamedTuple):
    """What stands from one offset to another is replaced."""

    start: int
    end: int
    text: str


def apply(text: str, splices: Sequence[Splice]) -> str:
    """The text with all of these made; none may reach into another."""
    for splice in sorted(splices, key=lambda splice: splice.start, reverse=True):
        text = text[: splice.start] + splice.text + text[splice.end :]
    return text


def last_sign(text: str, node: Node) -> int:
    """Where the last thing that is seen of a value ends."""
    if node.kind == "scalar":
        if BLOCK_SIGN.match(text, node.start) and not node.written and node.end > node.start:
            return node.start + len(text[node.start : node.end].rstrip())
        return node.end
    if node.flow or not node.entries:
        return node.end
    last = node.entries[-1]
    return max(last_sign(text, last.node), last.key_end + 1)


def line_end(text: str, at: int) -> tuple[int, str]:
    """Where the line that an offset stands in ends, and what ends it; nothing at the end of the text."""
    found = LINE_END.search(text, at)
    return (found.start(), found.group()) if found else (len(text), "")


def removal(tree: Tree, entry: Entry) -> list[Splice]:
    """The field's own lines; a comment that stood on them gets a line of its own."""
    text, holder = tree.text, entry.container
    end = last_sign(text, entry.node)
    if holder.flow:
        index = holder.entries.index(entry)
        if index == 0:
            raise Unformattable("first in brackets")
        return [Splice(last_sign(text, holder.entries[index - 1].node), end, "")]
    start = max(text.rfind("\n", 0, entry.start), text.rfind("\r", 0, entry.start)) + 1
    if text[start : entry.start].strip():
        following = holder.entries[1] if holder.entries[0] is entry and len(holder.entries) > 1 else None
        if following is None or text[end : following.start].strip():
            raise Unformattable("not alone on its line")
        return [Splice(entry.start, following.start, "")]  # It stood behind its element's hyphen.
    at, newline = line_end(text, max(end, entry.key_end))
    spans = [(s - start, e - start) for s, e in tree.spans if start <= s < at]
    general = newline or line_end(text, 0)[1] or "\n"
    kept = "".join(f"{' ' * holder.column}{comment}{general}" for comment in _comments(text[start:at], spans, tree, start))
    return [Splice(start, at + len(newline), kept)]


def _comments(part: str, spans: Sequence[tuple[int, int]], tree: Tree, offset: int) -> list[str]:
    found = []
    for start, _entry in tree.block_headers:
        if offset <= start < offset + len(part) and (header := BLOCK_HEADER.match(tree.text, start)):
            found.append(header[1].rstrip())
    masked = list(part)
    for start, end in spans:
        masked[start:end] = ["x"] * (min(end, len(part)) - start)
    return found + re.findall(r"(?:(?<=\s)|^)#[^\r\n]*", "".join(masked))
