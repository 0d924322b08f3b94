"""Where each node of a text stands. Walked only when something is to be pointed at: reading does not pay for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ruamel.yaml.events import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from vbe.diagnostics import Location
from vbe.documents.events import walk
from vbe.documents.faults import Refused
from vbe.documents.scalars import PLAIN, resolve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.diagnostics import Route

Span = tuple[int, int, int, int]
"""Line, column, end line, end column; from 1, the end exclusive."""


class Position(NamedTuple):
    """Where a node's key stands (where it has one) and where its value does."""

    key: Span | None
    value: Span
    is_scalar: bool


class Scalar(NamedTuple):
    """A key or value as it is once decoded, where it is pointed at, and the last line that it is written on."""

    text: str
    span: Span
    last_line: int

    def within(self, file: str) -> Location:
        """All that it is written on, to its last line."""
        line, column, end_line, end_column = self.span
        return Location(file, line, column, *((end_line, end_column) if end_line >= self.last_line else (self.last_line, 1)))


def _span(event: Any) -> Span:
    start, end = event.start_mark, event.end_mark
    line, column = end.line, end.column
    if column == 0 and line > start.line:
        # A block text and a block collection end at the start of the next line: point at what is seen of them.
        line, column = start.line, start.column + 1
    return (start.line + 1, start.column + 1, line + 1, column + 1)


class _Frame:
    """A container on the way down: its route, and where in it we are."""

    __slots__ = ("index", "key", "key_span", "mapping", "route")

    def __init__(self, route: Route, *, mapping: bool) -> None:
        self.route = route
        self.mapping = mapping
        self.index = 0
        self.key: str | int | None = None
        self.key_span: Span | None = None


def _key_of(event: Any) -> str | int:
    if not event.style and event.value not in PLAIN:
        try:
            value = resolve(event)
        except Refused:
            value = event.value
        if type(value) is int:
            return value
    return str(event.value)


def positions(text: str) -> dict[Route, Position]:
    """Route → position, for as much of the text as can be read."""
    table: dict[Route, Position] = {}
    stack: list[_Frame] = []

    def place(event: Any, *, scalar: bool) -> Route:
        if not stack:
            table[()] = Position(None, _span(event), scalar)
            return ()
        frame = stack[-1]
        part = frame.key if frame.mapping else frame.index
        assert part is not None
        route = (*frame.route, part)
        table[route] = Position(frame.key_span, _span(event), scalar)
        frame.index += 1
        frame.key, frame.key_span = None, None
        return route

    try:
        for event in walk(text):
            kind = type(event)
            if kind is ScalarEvent:
                if stack and stack[-1].mapping and stack[-1].key is None:
                    stack[-1].key, stack[-1].key_span = _key_of(event), _span(event)
                else:
                    place(event, scalar=True)
            elif kind in (MappingStartEvent, SequenceStartEvent):
                if stack and stack[-1].mapping and stack[-1].key is None:
                    break  # a list or mapping as key: no record is read that has one
                stack.append(_Frame(place(event, scalar=False), mapping=kind is MappingStartEvent))
            elif kind in (MappingEndEvent, SequenceEndEvent):
                stack.pop()
    except Refused:
        pass
    return table


def scalars(text: str) -> Iterator[Scalar]:
    """Every key and value of a text, for as much of it as can be read."""
    try:
        for event in walk(text):
            if type(event) is ScalarEvent:
                yield Scalar(str(event.value), _span(event), event.end_mark.line + 1)
    except Refused:
        return
