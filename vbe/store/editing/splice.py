"""The smallest edit: a record's own fields are set in its text, and every other byte stays where it is.

Nothing is dumped. A new value takes the place of the old one, in the quotation marks that stood there; a field that is
missing is put in behind the one that comes before it in its kind. What comes out is read again: only the named values may
differ and no comment may be lost, or nothing is written.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from vbe.documents.builder import build
from vbe.documents.faults import Refused
from vbe.errors import VbeError
from vbe.language import _
from vbe.store.editing.comments import BLOCK_HEADER, all_comments
from vbe.store.editing.scalars import needs_quotes, quoted, shown
from vbe.store.editing.tree import Unformattable, grow

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from vbe.store.editing.tree import Entry, Node, Tree

LINE_END = re.compile(r"\r\n|\n|\r")
BLOCK_SIGN = re.compile(r"[|>][-+0-9]*")


class Splice(NamedTuple):
    """What stands from one offset to another is replaced."""

    start: int
    end: int
    text: str


def set_fields(file: str, text: str, values: Mapping[str, str | None], order: Sequence[str]) -> str:
    """The text with these fields of the root set, or removed where the value is None.

    `order` lists all fields of the record's kind, in the order in which a file has them. Raises where the edit cannot be
    made so that nothing else changes.
    """
    try:
        tree = grow(text)
        edited = apply(text, _splices(tree, values, order))
        _verify(text, edited, values)
    except (Unformattable, Refused, IndexError):
        message = _("{file} cannot be edited without changing more than the review.").format(file=file)
        raise VbeError(message, _("Lay it out with `vbe fmt` first, or write the fields by hand.")) from None
    return edited


def apply(text: str, splices: Sequence[Splice]) -> str:
    """The text with all of these made; none may reach into another."""
    for splice in sorted(splices, key=lambda splice: splice.start, reverse=True):
        text = text[: splice.start] + splice.text + text[splice.end :]
    return text


def _verify(old: str, new: str, values: Mapping[str, str | None]) -> None:
    """Only the named values differ, and every comment is still there."""
    before, faults = build(old)
    after, new_faults = build(new)
    if before is None or after is None or len(new_faults) > len(faults):
        raise Unformattable("reread")
    wanted = {key: repr(value) for key, value in before.items() if key not in values}
    wanted |= {key: repr(value) for key, value in values.items() if value is not None}
    if {key: repr(value) for key, value in after.items()} != wanted:
        raise Unformattable("values")
    if Counter(all_comments(grow(old))) != Counter(all_comments(grow(new))):
        raise Unformattable("comments")


def _splices(tree: Tree, values: Mapping[str, str | None], order: Sequence[str]) -> list[Splice]:
    present = {entry.key: entry for entry in tree.root.entries}
    splices: list[Splice] = []
    missing: dict[str, list[tuple[str, str]]] = {}
    for key in sorted(values, key=order.index):
        value = values[key]
        entry = present.get(key)
        if entry is not None:
            splices += removal(tree, entry) if value is None else _replacement(tree, entry, value)
        elif value is not None:
            before = [name for name in order[: order.index(key)] if name in present and values.get(name, "") is not None]
            if not before:
                raise Unformattable("anchor")
            missing.setdefault(before[-1], []).append((key, value))
    for name, pairs in missing.items():
        splices.append(_insertion(tree, present[name], pairs, _behind(splices, tree, present[name])))
    return splices


def _behind(splices: Sequence[Splice], tree: Tree, anchor: Entry) -> str:
    """The new value of the anchor where that is put in at the very place of the insertion (an empty one in brackets)."""
    end = last_sign(tree.text, anchor.node)
    return next((s.text for s in splices if tree.root.flow and s.start == s.end == end), "")


def _replacement(tree: Tree, entry: Entry, value: str) -> list[Splice]:
    node, text, flow = entry.node, tree.text, tree.root.flow
    if node.kind != "scalar":
        raise Unformattable("collection")
    if node.value == value and not isinstance(node.value, bool):
        return []
    if node.start == node.end:
        return [Splice(node.start, node.end, f" {written(value, flow=flow)}")]
    sign = text[node.start]
    end = last_sign(text, node)
    if sign in "|>" and not node.written:
        header = BLOCK_HEADER.match(text, node.start)
        comment = f"  {header[1].rstrip()}" if header else ""
        return [Splice(node.start, end, written(value, flow=flow) + comment)]
    style = sign if sign in "'\"" and not node.written else ""
    return [Splice(node.start, node.end, written(value, style, flow=flow))]


def written(value: str, style: str = "", *, flow: bool = False) -> str:
    """A text as a scalar: in these quotation marks where they can hold it, without any where none are needed."""
    if style == "'" and shown(value):
        return "'" + value.replace("'", "''") + "'"
    if style == '"' and shown(value):
        return _double(value)
    return quoted(value) if style or needs_quotes(value, flow=flow) else value


def _double(value: str) -> str:
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


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


def _insertion(tree: Tree, anchor: Entry, pairs: Sequence[tuple[str, str]], behind: str) -> Splice:
    text, root = tree.text, tree.root
    end = last_sign(text, anchor.node)
    if root.flow:
        # Put in at the same place as an anchor's new value, which then comes first.
        added = "".join(f", {key}: {written(value, flow=True)}" for key, value in pairs)
        if behind:
            raise Unformattable("empty anchor in brackets")
        return Splice(end, end, added)
    if _keeps_empty_lines(text, anchor.node):
        end = max(end, anchor.node.end - 1)
    at, newline = line_end(text, end)
    lines = [f"{' ' * root.column}{key}: {written(value)}" for key, value in pairs]
    if newline:
        return Splice(at + len(newline), at + len(newline), "".join(line + newline for line in lines))
    general = line_end(text, 0)[1] or "\n"
    return Splice(at, at, "".join(general + line for line in lines))


def _keeps_empty_lines(text: str, node: Node) -> bool:
    sign = BLOCK_SIGN.match(text, node.start) if node.kind == "scalar" and not node.written else None
    return sign is not None and "+" in sign.group()


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
    for start, _entry in tree.headed:
        if offset <= start < offset + len(part) and (header := BLOCK_HEADER.match(tree.text, start)):
            found.append(header[1].rstrip())
    masked = list(part)
    for start, end in spans:
        masked[start:end] = ["x"] * (min(end, len(part)) - start)
    return found + re.findall(r"(?:(?<=\s)|^)#[^\r\n]*", "".join(masked))
