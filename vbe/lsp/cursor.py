"""What the cursor stands on: the field, found from the indentation, so that it works in a text that is not finished."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from vbe.model.fields import NOT_STATED
from vbe.model.introspection import Shape, below

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vbe.model.fields import Model, RefersTo

KEY = re.compile(r"""^(?P<indent>\s*(?:-\s+)*)(?P<key>"[^"]*"|[\w.-]+):(?:\s+|$)""")
DASHES = re.compile(r"^\s*(?:-\s+)*")
WORD = re.compile(r"[\w./-]+")


class Place(NamedTuple):
    """The keys from the root to the cursor, the word under it, and whether that word is itself a key."""

    keys: tuple[str, ...]
    word: str
    start: int
    end: int
    on_key: bool


def place(lines: Sequence[str], line: int, column: int) -> Place:
    """Where a position is. Lines and columns count from 0."""
    text = lines[line] if line < len(lines) else ""
    match = next((m for m in WORD.finditer(text) if m.start() <= column <= m.end()), None)
    word, start, end = (match[0], match.start(), match.end()) if match else ("", column, column)
    own = KEY.match(text)
    dashes = DASHES.match(text)
    keys = list(_above(lines, line, len(dashes[0]) if dashes else 0))
    if own is not None:
        on_key = column <= own.end("key")
        if not on_key:
            keys.append(own["key"].strip('"'))
    else:
        # A word alone may become a key, but behind a dash it is a value of the list until a colon follows.
        on_key = not text[:start].strip() and not text.lstrip().startswith("- ")
    return Place(tuple(keys), word, start, end, on_key)


def _above(lines: Sequence[str], line: int, indent: int) -> Iterator[str]:
    """The keys that a line stands under, outermost first."""
    found = []
    for number in range(line - 1, -1, -1):
        match = KEY.match(lines[number])
        if match is None:
            continue
        # A key in a list item stands at the column behind the dash; the list's own key may stand as far left as the dash.
        width = len(match["indent"])
        if width < indent:
            found.append(match["key"].strip('"'))
            indent = len(match["indent"]) - len(match["indent"].lstrip(" "))
            indent = width if "-" not in match["indent"] else indent
            if indent == 0 and "-" not in match["indent"]:
                break
    yield from reversed(found)


class Form(NamedTuple):
    """What may stand at a place: the models whose keys may, the words that may, and what is referred to."""

    models: tuple[type[Model], ...]
    words: tuple[str, ...]
    refers: RefersTo | None


def form(model: type[Model], keys: Sequence[str]) -> Form:
    """What may stand below these keys in a record of this model."""
    shapes = [Shape(models=(model,))]
    for key in keys:
        shapes = below(shapes, key)
    seen = [through for shape in shapes for through in _through(shape)]
    words = [word for shape in seen for word in shape.choices]
    words += [NOT_STATED] if any(shape.may_be_unstated for shape in seen) else []
    named = [part.refers for shape in seen for part in (shape, shape.key) if part is not None and part.refers is not None]
    return Form(
        models=tuple(model for shape in seen for model in shape.models),
        words=(*words, *(("true", "false") if any(bool in shape.plain for shape in seen) else ())),
        refers=next(iter(named), None),
    )


def _through(shape: Shape) -> Iterator[Shape]:
    """A shape, and what its lists hold."""
    yield shape
    if shape.item is not None:
        yield from _through(shape.item)
