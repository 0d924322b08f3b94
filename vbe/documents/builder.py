"""Events → values, with counters instead of recursion.

Anchors, aliases, merge keys, tags and several documents are refused: a few hundred bytes of them can stand for millions
of values, and none of them is needed in a record.
"""

from __future__ import annotations

from sys import intern
from typing import TYPE_CHECKING, Any

from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from vbe.documents.events import walk
from vbe.documents.faults import Fault, Refused, fault_at
from vbe.documents.scalars import MAYBE_NUMBER, SPECIAL, Value, resolve
from vbe.language import _
from vbe.privacy.hidden import holds_hidden

if TYPE_CHECKING:
    from array import array

MAX_DEPTH = 64
MAX_NODES = 50_000


def build(text: str, spans: array[int] | None = None) -> tuple[dict[str | int, Value] | None, list[Fault]]:
    """The value of a text whose root is a mapping, and all faults that do not stop the reading.

    `spans` takes up where each key and value stands, in the order of the text: four numbers each (line, column, end line,
    end column, from 0), as `vbe.documents.positions` reads them.
    """
    builder = Builder(spans)
    take = builder.take
    try:
        for event in walk(text):
            take(event)
    except Refused as refused:
        return None, [*builder.faults, refused.fault]
    if builder.documents == 0:
        hint = _("Fill in the record, or delete the file.")
        return None, [Fault("empty-file", _("The file is empty."), hint)]
    if not isinstance(builder.root, dict):
        if not builder.faults:
            hint = _("Start with a key and a colon, such as `title: …`.")
            builder.faults.append(Fault("wrong-root", _("The file must hold keys with values."), hint))
        return None, builder.faults
    return builder.root, builder.faults


_NO_KEY = object()


class Builder:
    """Builds a value from events, one at a time, with counters instead of recursion."""

    def __init__(self, spans: array[int] | None = None) -> None:
        self._spans = spans
        self.root: Value = None
        self.documents = 0
        self.faults: list[Fault] = []
        self._nodes = 0
        self._stack: list[tuple[Any, Any]] = []
        self._container: Any = None
        self._key: Any = _NO_KEY

    def take(self, event: Any) -> None:
        """One event."""
        kind = type(event)
        if kind is ScalarEvent:
            self._scalar(event)
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            self._check_node(event)
            self._open(event, {} if kind is MappingStartEvent else [])
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            self._close()
        elif kind is AliasEvent:
            hint = _("Write the text out in full.")
            raise Refused(fault_at("alias", _("References within the file (* and &) are not allowed."), hint, event))
        elif kind is DocumentStartEvent:
            self.documents += 1
            if self.documents > 1:
                hint = _("Move what follows to a file of its own.")
                raise Refused(fault_at("several-documents", _("The file holds several documents (---)."), hint, event))

    def _check_node(self, event: Any) -> None:
        self._nodes += 1
        if self._spans is not None:
            start, end = event.start_mark, event.end_mark
            self._spans.extend((start.line, start.column, end.line, end.column))
        if self._nodes > MAX_NODES:
            hint = _("Split the file.")
            raise Refused(fault_at("too-large", _("The file holds more values than any record needs."), hint, event))
        if event.anchor is not None:
            hint = _("Write the text out in full.")
            raise Refused(fault_at("alias", _("References within the file (* and &) are not allowed."), hint, event))
        if event.tag is not None:
            hint = _("Delete the word that starts with an exclamation mark.")
            raise Refused(fault_at("tag", _("Type tags (!) are not allowed."), hint, event))

    def _scalar(self, event: Any) -> None:
        self._check_node(event)
        text = event.value
        value: Value = text
        if event.style:
            if event.style == '"':
                self._check_escapes(event)
        elif text in SPECIAL or text[0] in MAYBE_NUMBER:
            # Most scalars are words, and never come here.
            try:
                value = resolve(event)
            except Refused as refused:
                self.faults.append(refused.fault)
        container = self._container
        if type(container) is dict:
            if self._key is _NO_KEY:
                self._take_key(value, event)
            else:
                container[self._key] = value
                self._key = _NO_KEY
        elif container is None:
            self.root = value
        else:
            container.append(value)

    def _check_escapes(self, event: Any) -> None:
        # An escape in a quoted text is a way round the scan of the raw characters.
        if not (event.value.isascii() and event.value.isprintable()) and holds_hidden(event.value):
            message = _("The text holds an escape for a character that is not allowed.")
            self.faults.append(fault_at("hidden-character", message, _("Delete the character."), event))

    def _take_key(self, key: Value, event: Any) -> None:
        if key == "<<" and not event.style:
            message, hint = _("Merge keys (<<) are not allowed."), _("Write the keys out in full.")
            raise Refused(fault_at("alias", message, hint, event))
        if type(key) is not str and type(key) is not int:
            message, hint = _("A key must be a text."), _("Put the key in quotation marks.")
            self.faults.append(fault_at("ambiguous-scalar", message, hint, event))
            key = event.value
        if key in self._container:
            message = _("The key stands twice in the same place; the first would be lost.")
            self.faults.append(fault_at("duplicate-key", message, _("Delete one of the two."), event))
        # The same few keys stand in every file: with one text for each, 10 000 files take a tenth less memory.
        self._key = intern(key) if type(key) is str else key

    def _open(self, event: Any, container: Any) -> None:
        if len(self._stack) >= MAX_DEPTH:
            hint = _("No record is that deep; look for brackets or indentation gone wrong.")
            raise Refused(fault_at("too-deep", _("The file is nested too deep."), hint, event))
        if type(self._container) is dict and self._key is _NO_KEY:
            message, hint = _("A key must be a text."), _("Put texts with brackets in quotation marks.")
            raise Refused(fault_at("syntax-error", message, hint, event))
        self._stack.append((self._container, self._key))
        self._container, self._key = container, _NO_KEY

    def _close(self) -> None:
        done = self._container
        self._container, self._key = self._stack.pop()
        self._add(tuple(done) if type(done) is list else done)

    def _add(self, value: Value) -> None:
        container = self._container
        if container is None:
            self.root = value
        elif type(container) is list:
            container.append(value)
        else:
            container[self._key] = value
            self._key = _NO_KEY
