"""A tree → text in the one layout: two blanks a level, long texts folded, every comment in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.model.introspection import Shape
from vbe.store.editing.order import SPACED, arranged, shape_below
from vbe.store.editing.scalars import ALWAYS_QUOTED, INDENT, WIDTH, block_lines, fold, key_text, one_line
from vbe.store.editing.tree import BLANK

if TYPE_CHECKING:
    from vbe.documents import Value
    from vbe.model.fields import Model
    from vbe.store.editing.tree import Entry, Node, Tree

GAP = "  "
"""Between a value and the comment behind it."""


def write(tree: Tree, model: type[Model] | None) -> str:
    """The text of a tree."""
    form = Shape(models=(model,)) if model is not None else None
    body = _mapping(tree.root, 0, form) if tree.root.entries else ["{}"]
    # A comment on the first key is not one on the whole file.
    between = [BLANK] if tree.header and body[0].startswith("#") else []
    lines = [*tree.header, *between, *body, *_comments(tree.root.footer, 0)]
    return "\n".join(lines).strip("\n") + "\n"


def _collapsed(lines: list[str]) -> list[str]:
    """Never two empty lines in a row."""
    return [line for index, line in enumerate(lines) if line != BLANK or index == 0 or lines[index - 1] != BLANK]


def _comments(lines: list[str], indent: int) -> list[str]:
    return [f"{' ' * indent}{line}" if line else BLANK for line in _collapsed(lines)]


def _mapping(node: Node, indent: int, shape: Shape | None) -> list[str]:
    """A mapping's entries, in the order of its kind. Parts of a record, and the keys after them, stand apart."""
    model = shape.model(_kind(node)) if shape is not None else None
    lines: list[str] = []
    apart = False
    for index in arranged([entry.key for entry in node.entries], model):
        entry = node.entries[index]
        part = indent == 0 and _is_part(entry)
        lines += _spaced(entry, indent, first=not lines, apart=part or apart)
        lines += _entry(entry, f"{key_text(entry.key)}:", indent, shape_below(entry.key, model, shape))
        apart = part
    return lines


def _sequence(node: Node, indent: int, shape: Shape | None) -> list[str]:
    """A sequence's elements, each behind a hyphen; what stands before an element's first key stands above the hyphen."""
    element = shape.inner if shape is not None else None
    apart = element is not None and element.model() in SPACED
    lines: list[str] = []
    for entry in node.entries:
        first = not lines
        if entry.node.kind == "scalar" or _on_one_line(entry.node, WIDTH - indent - INDENT) is not None:
            lines += _spaced(entry, indent, first=first, apart=apart)
            lines += _entry(entry, "-", indent, element)
            continue
        above, body = _lifted(_block(entry.node, indent + INDENT, element))
        entry.before += [*above, *([entry.inline] if entry.inline else [])]
        lines += _spaced(entry, indent, first=first, apart=apart)
        lines += [f"{' ' * indent}- {body[0].lstrip(' ')}", *body[1:]]
    return lines


def _lifted(lines: list[str]) -> tuple[list[str], list[str]]:
    """The comments at the beginning of an element, without their indentation, and the rest."""
    count = next(index for index, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#"))
    return [line.strip() for line in lines[:count]], lines[count:]


def _spaced(entry: Entry, indent: int, *, first: bool, apart: bool) -> list[str]:
    """The comments above an entry: after an empty line where it stands apart, never after one where it is the first."""
    before = list(entry.before)
    while first and indent > 0 and before[:1] == [BLANK]:
        before.pop(0)
    if apart and not first and before[:1] != [BLANK]:
        before.insert(0, BLANK)
    return _comments(before, indent)


def _entry(entry: Entry, head: str, indent: int, shape: Shape | None) -> list[str]:
    """A key or a hyphen with its value."""
    node = entry.node
    pad = " " * indent
    remark = f"{GAP}{entry.inline}" if entry.inline else ""
    room = WIDTH - indent - len(head) - 1
    after = _comments(node.footer, indent + INDENT)
    if node.kind == "scalar":
        block = None if entry.key in ALWAYS_QUOTED else block_lines(node.value, indent + INDENT, room)
        if block is not None:
            return [f"{pad}{head} {block[0]}{remark}", *block[1:], *after]
        empty = node.value is None and not node.written and head != "-"
        text = "" if empty else one_line(node.value, node.written, key=entry.key)
        # What no block can hold is broken inside its quotation marks, which read a line break as a blank.
        width = min(room, WIDTH - indent - INDENT)
        first, *rest = fold(text, width) if text[:1] in ("'", '"') and len(text) > room else [text]
        lines = [f"{pad}{head} {first}".rstrip(), *(f"{pad}{' ' * INDENT}{line}" for line in rest)]
        return [*lines[:-1], lines[-1] + remark, *after]
    line = _on_one_line(node, room)
    if line is not None:
        return [f"{pad}{head} {line}{remark}", *after]
    return [f"{pad}{head}{remark}", *_block(node, indent + INDENT, shape)]


def _block(node: Node, indent: int, shape: Shape | None) -> list[str]:
    lines = _mapping(node, indent, shape) if node.kind == "map" else _sequence(node, indent, shape)
    return [*lines, *_comments(node.footer, indent)]


def _on_one_line(node: Node, room: int) -> str | None:
    """A list or table in brackets, where it was written so, is short, and nothing in it has a comment."""
    opening, closing = ("{", "}") if node.kind == "map" else ("[", "]")
    if not node.entries:
        return opening + closing
    if node.footer or any(not _is_simple(entry) for entry in node.entries) or not node.flow:
        return None
    parts = []
    for entry in node.entries:
        inner = entry.node
        if inner.kind == "scalar":
            value: str | None = one_line(inner.value, inner.written, key=entry.key, flow=True)
        else:
            value = _on_one_line(inner, room)
        if value is None:
            return None
        parts.append(value if node.kind == "seq" else f"{key_text(entry.key)}: {value}")
    line = opening + ", ".join(parts) + closing
    return line if len(line) <= room else None


def _is_simple(entry: Entry) -> bool:
    """Whether an entry can stand in brackets: no comment, no line breaks, and in a list nothing but plain values."""
    if entry.inline or any(line != BLANK for line in entry.before) or entry.node.footer:
        return False
    if entry.node.kind == "scalar":
        return not isinstance(entry.node.value, str) or "\n" not in entry.node.value
    return entry.container.kind == "map"


def _is_part(entry: Entry) -> bool:
    """Whether a value holds records of its own: a list or a table of tables that is not on one line."""
    node = entry.node
    if not node.entries or any(inner.node.kind != "map" for inner in node.entries):
        return False
    return _on_one_line(node, WIDTH - len(key_text(entry.key)) - 2) is None


def _kind(node: Node) -> Value:
    return next((entry.node.value for entry in node.entries if entry.key == "kind"), None)
