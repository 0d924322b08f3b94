"""What the cursor stands on: the field, found from the indentation, so that it works in a text that is not finished."""

from __future__ import annotations

import re
import types
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from vbe.model.fields import Model, Refers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
    refers: Refers | None


def form(model: type[Model], keys: Sequence[str]) -> Form:
    """What may stand below these keys in a record of this model."""
    current: list[Any] = [model]
    for key in keys:
        current = [inner for annotation in current for shape in _shapes(annotation) for inner in _below(shape, key)]
    shapes = [shape for annotation in current for shape in _shapes(annotation)]
    keyed = [part for shape in shapes if get_origin(shape) is dict for part in _shapes(get_args(shape)[0])]
    words = [str(word) for shape in shapes if get_origin(shape) is Literal for word in get_args(shape)]
    return Form(
        models=tuple(shape for shape in shapes if isinstance(shape, type) and issubclass(shape, Model)),
        words=(*words, *(("true", "false") if bool in shapes else ())),
        refers=next((shape for shape in (*shapes, *keyed) if isinstance(shape, Refers)), None),
    )


def _below(shape: Any, key: str) -> Iterator[Any]:
    """What a key leads to in one shape: a model's field, or the value of a mapping."""
    if isinstance(shape, type) and issubclass(shape, Model) and key in shape.model_fields:
        info = shape.model_fields[key]
        yield Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation
    elif get_origin(shape) is dict:
        yield get_args(shape)[1]


def _shapes(annotation: Any) -> Iterator[Any]:
    """What an annotation comes down to: models, literals, dicts, markers. Lists are seen through."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        yield from (part for part in arguments[1:] if isinstance(part, Refers))
        yield from _shapes(arguments[0])
    elif origin in (Union, types.UnionType):
        for argument in arguments:
            yield from _shapes(argument)
    elif origin is tuple:
        yield from _shapes(arguments[0])
    else:
        yield annotation
