"""Where each node of a text stands, made ready only when something is to be pointed at."""

from __future__ import annotations

from bisect import bisect_right
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from vbe.diagnostics import Location
from vbe.documents.events import feed
from vbe.documents.faults import Refused
from vbe.documents.parser import Receiver
from vbe.documents.syntax import LINE_END

if TYPE_CHECKING:
    from array import array

    from vbe.diagnostics import Route
    from vbe.documents.faults import Mark
    from vbe.documents.scalars import Value

Span = tuple[int, int, int, int]
"""Line, column, end line, end column; from 1, the end exclusive."""
END = (1 << 32) - 1
"""The part of a span that is its end."""


class Position(NamedTuple):
    """Where a node's key stands (where it has one) and where its value does."""

    key: Span | None
    value: Span
    is_scalar: bool


class Scalar(NamedTuple):
    """A key or value as it is once decoded, where it is pointed at, the last line that it is written on, and whether it
    stands there letter by letter: unquoted and on one line.
    """

    text: str
    span: Span
    last_line: int
    is_verbatim: bool

    def within(self, file: str) -> Location:
        """All that it is written on, to its last line."""
        line, column, end_line, end_column = self.span
        return Location(file, line, column, *((end_line, end_column) if end_line >= self.last_line else (self.last_line, 1)))


def _seen(marks: Span) -> Span:
    """Marks of the parser, which count from 0, as what is pointed at."""
    start, start_column, line, column = marks
    if column == 0 and line > start:
        # A block text and a block collection end at the start of the next line: point at what is seen of them.
        line, column = start, start_column + 1
    return (start + 1, start_column + 1, line + 1, column + 1)


def _within(starts: list[int], start: int, end: int) -> Span:
    line, end_line = bisect_right(starts, start) - 1, bisect_right(starts, end) - 1
    return _seen((line, start - starts[line], end_line, end - starts[end_line]))


def positions(value: Value, spans: array[int], text: str) -> dict[Route, Position]:
    """Route → position of every node of a value, from the spans that were taken while it was built from a text."""
    table: dict[Route, Position] = {}
    starts = [0, *(found.end() for found in LINE_END.finditer(text))]
    following = (_within(starts, span >> 32, span & END) for span in spans)
    # What is still to be placed, next one last: the keys and values of a mapping come in turns, as in the text.
    waiting: list[tuple[Route, Value, bool]] = [((), value, False)]
    while waiting:
        route, node, keyed = waiting.pop()
        key = next(following) if keyed else None
        table[route] = Position(key, next(following), is_scalar=not isinstance(node, dict | tuple))
        if isinstance(node, dict):
            waiting.extend(((*route, part), inner, True) for part, inner in reversed(node.items()))
        elif isinstance(node, tuple):
            waiting.extend(((*route, index), inner, False) for index, inner in reversed(list(enumerate(node))))
    return table


def scalars(text: str) -> list[Scalar]:
    """Every key and value of a text, for as much of it as can be read."""
    found = _Scalars()
    with suppress(Refused):
        feed(text, found)
    return found.listed


class _Scalars(Receiver):
    """Keeps the keys and values."""

    def __init__(self) -> None:
        self.listed: list[Scalar] = []

    def scalar(self, _anchor: object, _tag: object, _implicit: object, text: str, start: Mark, end: Mark, style: str) -> None:
        """A key or a value."""
        span = _seen((start.line, start.column, end.line, end.column))
        self.listed.append(Scalar(text, span, end.line + 1, is_verbatim=not style and start.line == end.line))
