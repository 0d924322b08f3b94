"""A record's text for another value: what the two have in common stays as it stands, byte for byte, with every comment.

Nothing is dumped but what is new. A field that is gone takes its own lines with it, and a comment that stood on them gets a
line of its own; a field that is new stands where one was taken away, else behind those that come before it in its kind. What
comes out is read again: it must mean just the new value, and hold every comment, or nothing is written.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from vbe.documents.builder import build
from vbe.documents.faults import Refused
from vbe.model.introspection import Shape
from vbe.model.values import same
from vbe.store.editing.comments import BLOCK_HEADER, all_comments
from vbe.store.editing.layout import arrange
from vbe.store.editing.order import key_order, shape_below
from vbe.store.editing.scalars import ALWAYS_QUOTED, INDENT, WIDTH, block_lines, key_text, one_line
from vbe.store.editing.splice import Splice, apply, last_sign, line_end, removal
from vbe.store.editing.tree import Unformattable, parse_tree

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vbe.documents import Value
    from vbe.model.fields import Model
    from vbe.store.editing.tree import Entry, Node, Tree

    Fields = Mapping[str | int, Value]


def reshape(text: str, value: Fields, model: type[Model]) -> str:
    """The text of a record of `model` with this value. A text in the one layout stays in it.

    Raises `Unformattable` where the edit cannot be made so that nothing else changes.
    """
    try:
        tree = parse_tree(text)
        old, faults = build(text)
        if old is None or faults:
            raise Unformattable("faults")
        new = apply(text, list(_Reshaper(tree).mapping(tree.root, old, value, Shape(models=(model,)))))
        _prove(text, new, value)
        if new == text or not _is_arranged(text, model):
            return new
        arranged = arrange(new, model)
        _prove(text, arranged, value)
    except (Refused, IndexError, KeyError, AssertionError, StopIteration):
        raise Unformattable("reshape") from None
    return arranged


def _is_arranged(text: str, model: type[Model]) -> bool:
    """Whether a text stands in the one layout."""
    try:
        return arrange(text, model) == text
    except Unformattable:
        return False


def _prove(old: str, new: str, value: Fields) -> None:
    meant, faults = build(new)
    if faults or meant is None or not same(meant, dict(value)):
        raise Unformattable("values")
    if Counter(all_comments(parse_tree(old))) != Counter(all_comments(parse_tree(new))):
        raise Unformattable("comments")


class _Reshaper:
    """Finds what must be put in and taken out."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree

    def mapping(self, node: Node, old: Fields, new: Fields, shape: Shape | None) -> Iterator[Splice]:
        """The edits of a mapping: fields that are gone, altered or new."""
        model = shape.model(old.get("kind")) if shape is not None else None
        gone = [entry for entry in node.entries if entry.key not in new]
        added = {key: value for key, value in new.items() if key not in old}
        for entry in node.entries:
            key = entry.key
            assert isinstance(key, str | int)
            if key not in new:
                taken = removal(self.tree, entry)
                if added and entry is gone[0] and not node.flow:
                    taken = [splice._replace(text=self._lines(added, node) + splice.text) for splice in taken]
                yield from taken
            elif not same(old[key], new[key]):
                yield from self._altered(entry, old[key], new[key], shape_below(key, model, shape))
        if added and (not gone or node.flow):
            yield self._insertion(node, added, model)

    def _altered(self, entry: Entry, old: Value, new: Value, shape: Shape | None) -> Iterator[Splice]:
        node = entry.node
        if isinstance(old, dict) and isinstance(new, dict) and node.entries:
            yield from self.mapping(node, old, new, shape)
        elif isinstance(old, tuple) and isinstance(new, tuple) and old and node.entries:
            yield from self._sequence(node, old, new, shape)
        elif node.kind == "scalar" and not isinstance(new, dict | tuple) and node.start < node.end:
            if self.tree.text[node.start] in "|>" and not node.written:
                yield self._unblocked(entry, new)
                return
            yield Splice(node.start, node.end, one_line(new, key=entry.key, flow=entry.container.flow))
        elif not entry.container.flow and isinstance(new, dict | tuple) and not old and not node.entries:
            yield from self._begun(entry, new)
        else:
            raise Unformattable("altered")

    def _unblocked(self, entry: Entry, new: Value) -> Splice:
        """A value on one line in the place of a block text; a comment behind the block's sign stays behind the value."""
        start, text = entry.node.start, self.tree.text
        header = BLOCK_HEADER.match(text, start)
        comment = f"  {header[1].rstrip()}" if header else ""
        return Splice(start, last_sign(text, entry.node), one_line(new, key=entry.key) + comment)

    def _begun(self, entry: Entry, new: Value) -> Iterator[Splice]:
        """The parts of what was an empty list, or nothing: below its key."""
        text, pad = self.tree.text, " " * entry.column
        colon = text.index(":", entry.key_end) + 1
        yield Splice(colon, max(entry.node.end, colon), "")
        at, newline = line_end(text, max(entry.node.end, colon))
        general = newline or line_end(text, 0)[1] or "\n"
        yield _placed(at, newline, "".join(f"{pad}{line}{general}" for line in field_lines("x", new)[1:]))

    def _sequence(self, node: Node, old: tuple[Value, ...], new: tuple[Value, ...], shape: Shape | None) -> Iterator[Splice]:
        """The elements one by one; more of them only behind the last."""
        if len(new) < len(old):
            raise Unformattable("shorter")
        for entry, before, after in zip(node.entries, old, new, strict=False):
            if not same(before, after):
                yield from self._altered(entry, before, after, shape.inner if shape is not None else None)
        if len(new) > len(old):
            if node.flow:
                raise Unformattable("list in brackets")
            at, newline = line_end(self.tree.text, last_sign(self.tree.text, node))
            general = newline or line_end(self.tree.text, 0)[1] or "\n"
            lines = [f"{' ' * node.column}{line}{general}" for line in element_lines(*new[len(old) :])]
            yield _placed(at, newline, "".join(lines))

    def _insertion(self, node: Node, added: Fields, model: type[Model] | None) -> Splice:
        """New fields behind those that come before them in the kind; before the first where none does."""
        text = self.tree.text
        order = key_order(model) if model is not None else ()
        first = next(iter(added))
        earlier = order[: order.index(str(first))] if first in order else [entry.key for entry in node.entries]
        before = [entry for entry in node.entries if entry.key in earlier]
        if node.flow:
            if not node.entries:
                raise Unformattable("empty brackets")
            parts = [f", {key_text(key)}: {one_line(value, key=key, flow=True)}" for key, value in added.items()]
            end = last_sign(text, node.entries[-1].node)
            return Splice(end, end, "".join(parts))
        if not before:
            start = text.rfind("\n", 0, node.entries[0].start) + 1
            if text[start : node.entries[0].start].strip():
                raise Unformattable("not alone on its line")
            return Splice(start, start, self._lines(added, node))
        last = max(before, key=lambda entry: entry.start)
        at, newline = line_end(text, max(last_sign(text, last.node), last.key_end))
        return _placed(at, newline, self._lines(added, node))

    def _lines(self, added: Fields, node: Node) -> str:
        pad = " " * node.column
        lines = [line for key, value in added.items() for line in field_lines(key, value)]
        newline = line_end(self.tree.text, 0)[1] or "\n"
        return "".join(f"{pad}{line}".rstrip() + newline for line in lines)


def _placed(at: int, newline: str, lines: str) -> Splice:
    """Lines behind the line that ends here; the text's last one may lack its end."""
    return Splice(at + len(newline), at + len(newline), lines) if newline else Splice(at, at, "\n" + lines)


def field_lines(key: str | int, value: Value) -> list[str]:
    """A field with its value, from column 0: one line, or one for each part below it."""
    head = f"{key_text(key)}:"
    if isinstance(value, dict | tuple):
        if not value:
            return [f"{head} {'{}' if isinstance(value, dict) else '[]'}"]
        parts = element_lines(*value) if isinstance(value, tuple) else mapping_lines(value)
        return [head, *(f"{' ' * INDENT}{line}" for line in parts)]
    block = None if key in ALWAYS_QUOTED else block_lines(value, INDENT, WIDTH - len(head) - 1)
    return [f"{head} {one_line(value, key=key)}"] if block is None else [f"{head} {block[0]}", *block[1:]]


def mapping_lines(value: Fields) -> list[str]:
    """The fields of a mapping, from column 0."""
    return [line for key, part in value.items() for line in field_lines(key, part)]


def element_lines(*values: Value) -> list[str]:
    """The elements of a list, each behind its hyphen, from column 0."""
    lines = []
    for value in values:
        inner = mapping_lines(value) if isinstance(value, dict) else [one_line(value)]
        lines += [f"- {inner[0]}", *(f"{' ' * INDENT}{line}" for line in inner[1:])]
    return lines
