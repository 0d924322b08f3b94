"""More at the end of a list or a mapping, as an edit of the text: every other line stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.documents.builder import build
from vbe.errors import VbeError
from vbe.language import _
from vbe.model.values import same, value_at
from vbe.store.editing.comments import all_comments, attach
from vbe.store.editing.order import key_order
from vbe.store.editing.scalars import INDENT
from vbe.store.editing.tree import Unformattable, parse_tree

if TYPE_CHECKING:
    from vbe.diagnostics import Route
    from vbe.documents import Value
    from vbe.model.fields import Model
    from vbe.store.editing.tree import Entry, Node


def append(text: str, route: Route, lines: list[str], *, model: type[Model], apart: bool = False) -> str:
    """The text with one element more in the list at `route`. `lines` are the element's, the hyphen first, from column 0.

    A list that is not there yet is begun where the form has it in the mapping above, which is of `model`. `apart` puts an
    empty line between elements. Raises where the list cannot be found or stands in brackets.
    """
    holder, entry = _found(text, route, "seq")
    new = _inserted(text, holder, entry, str(route[-1]), lines, model, apart=apart)
    return _proven(text, new, route, lines)


def extend(text: str, key: str, lines: list[str], *, model: type[Model]) -> str:
    """The text with more keys at the end of the mapping behind a key of the root. `lines` are theirs, from column 0.

    A mapping that is not there yet is begun where the form, which is `model`, has it. Raises where it stands in brackets.
    """
    holder, entry = _found(text, (key,), "map")
    new = _inserted(text, holder, entry, key, lines, model, apart=entry is None)
    return _proven(text, new, (key,), lines)


def _found(text: str, route: Route, kind: str) -> tuple[Node, Entry | None]:
    """The mapping that a route ends in, and the entry at its end: a list or mapping, nothing, or not there."""
    try:
        tree = parse_tree(text)
        attach(tree)
        holder = _mapping_at(tree.root, route[:-1])
    except Unformattable:
        raise VbeError(_("The file holds something that cannot be edited without loss.")) from None
    key = str(route[-1])
    entry = next((entry for entry in holder.entries if entry.key == key), None)
    if holder.flow or (entry is not None and entry.node.flow and entry.node.entries):
        message = _("{field} stands in brackets and cannot be added to.").format(field=key)
        raise VbeError(message, _("Write it with one line for each first."))
    if entry is not None and not _holds(entry.node, kind):
        raise VbeError(_("{field} is no list and cannot be added to.").format(field=key))
    return holder, entry


def _inserted(
    text: str, holder: Node, entry: Entry | None, key: str, lines: list[str], model: type[Model], *, apart: bool
) -> str:
    """The text with the lines at the end of the entry, which is begun where there is none."""
    if entry is None:
        place, block = _begun(text, holder, key, lines, model, apart=apart)
    elif entry.node.entries:
        column = entry.node.column
        place, block = _line_end(text, _end(entry)), _indented(lines, column, blank=apart)
    else:
        text, place = _emptied(text, entry)
        block = _indented(lines, entry.column + INDENT, blank=False)
    return f"{text[:place]}{block}{text[place:]}" if text[:place].endswith("\n") else f"{text[:place]}\n{block}{text[place:]}"


def replace_value(text: str, key: str, value: int) -> str:
    """The text with another number behind a key of the root."""
    tree = parse_tree(text)
    node = next(entry.node for entry in tree.root.entries if entry.key == key)
    return f"{text[: node.start]}{value}{text[node.end :]}"


def _holds(node: Node, kind: str) -> bool:
    """A list or a mapping, as wanted, or nothing at all where one may begin."""
    return node.kind == kind or (node.kind == "scalar" and node.value is None)


def _mapping_at(node: Node, route: Route) -> Node:
    for part in route:
        index = part if isinstance(part, int) else next((i for i, entry in enumerate(node.entries) if entry.key == part), -1)
        if not 0 <= index < len(node.entries):
            raise Unformattable("route")
        node = node.entries[index].node
    return node


def _end(entry: Entry) -> int:
    """Where the last thing in an entry ends."""
    node = entry.node
    if node.entries and not node.flow:
        return _end(node.entries[-1])
    return max(node.end, entry.key_end, entry.start)


def _line_end(text: str, offset: int) -> int:
    """The start of the line after the one where something ends; a block text's end is already there."""
    offset = len(text[:offset].rstrip())
    end = text.find("\n", offset)
    return len(text) if end < 0 else end + 1


def _indented(lines: list[str], column: int, *, blank: bool) -> str:
    pad = " " * column
    body = "".join(f"{pad}{line}\n" if line else "\n" for line in lines)
    return f"\n{body}" if blank else body


def _emptied(text: str, entry: Entry) -> tuple[str, int]:
    """The text without the empty brackets or the null behind a key, and where the elements go."""
    start, end = entry.key_end, max(entry.node.end, entry.key_end)
    colon = text.index(":", start) + 1
    text = text[:colon] + text[max(end, colon) :]
    return text, _line_end(text, colon)


def _begun(text: str, holder: Node, key: str, lines: list[str], model: type[Model], *, apart: bool) -> tuple[int, str]:
    """A new key with its first element, behind the keys that the form has before it."""
    order = key_order(model)
    column = holder.entries[0].column
    before = [entry for entry in holder.entries if entry.key in order and order.index(str(entry.key)) < order.index(key)]
    last = max(before or holder.entries, key=lambda entry: entry.start)
    block = _indented([f"{key}:", *(f"{' ' * INDENT}{line}" if line else "" for line in lines)], column, blank=apart)
    followed = apart and last is not holder.entries[-1]
    return _line_end(text, _end(last)), f"{block}\n" if followed else block


def _proven(old: str, new: str, route: Route, lines: list[str]) -> str:
    """The new text, once it is certain that it means what the old one did and what was added at the route, and nothing else."""
    before, _faults = build(old)
    after, faults = build(new)
    added, _faults = build(f"x:\n{_indented(lines, INDENT, blank=False)}")
    kept = not faults and before is not None and added is not None and same(after, _grown(before, route, added["x"]))
    if not kept or not set(all_comments(parse_tree(old))) <= set(all_comments(parse_tree(new))):
        raise VbeError(_("The file holds something that cannot be edited without loss."))
    return new


def _grown(value: Value, route: Route, added: Value) -> Value:
    """The value with more at the end of the list or mapping at a route, which is begun where it is empty or not there."""
    if not route:
        if isinstance(added, tuple):
            return (*value, *added) if isinstance(value, tuple) else added
        return {**value, **added} if isinstance(value, dict) and isinstance(added, dict) else added
    inner = _grown(value_at(value, route[:1]), route[1:], added)
    if isinstance(value, tuple):
        return tuple(inner if index == route[0] else part for index, part in enumerate(value))
    return {**(value if isinstance(value, dict) else {}), route[0]: inner}
