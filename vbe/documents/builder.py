"""What the parser finds → values, with counters instead of recursion.

Anchors, aliases, merge keys, tags and several documents are refused: a few hundred bytes of them can stand for millions
of values, and none of them is needed in a record.
"""

from __future__ import annotations

from array import array
from sys import intern
from typing import TYPE_CHECKING, NamedTuple

from vbe.documents.events import feed
from vbe.documents.faults import Fault, Refused, fault_at
from vbe.documents.parser import Receiver
from vbe.documents.scalars import LONGEST_SPECIAL, MAYBE_NUMBER, SPECIAL, AmbiguousError, Value, ambiguous, resolve
from vbe.language import _
from vbe.privacy.hidden import holds_hidden

if TYPE_CHECKING:
    from vbe.documents.faults import Mark

MAX_DEPTH = 64
MAX_NODES = 50_000
Container = dict[str | int, Value] | list[Value] | None
"""A mapping or sequence that is being read; None around the root."""


class Built(NamedTuple):
    """What a text holds."""

    value: dict[str | int, Value] | None
    """None where the root is no mapping, or the text cannot be read to its end."""
    faults: list[Fault]
    spans: array[int]
    """Where each key and value stands, in the order of the text: the offset of its start × 2³², and that of its end."""
    holds_null: bool
    """Whether anything in it has no value."""


def build(text: str) -> tuple[dict[str | int, Value] | None, list[Fault]]:
    """The value of a text whose root is a mapping, and all faults that do not stop the reading."""
    built = build_with_spans(text)
    return built.value, built.faults


def build_with_spans(text: str) -> Built:
    """The value of a text, its faults, and where everything stands."""
    builder = Builder()
    faults = builder.faults
    value = None
    try:
        feed(text, builder)
    except Refused as refused:
        faults.append(refused.fault)
    else:
        value = builder.root if isinstance(builder.root, dict) else None
        if builder.documents == 0:
            faults.append(Fault("empty-file", _("The file is empty."), _("Fill in the record, or delete the file.")))
        elif value is None and not faults:
            hint = _("Start with a key and a colon, such as `title: …`.")
            faults.append(Fault("wrong-root", _("The file must hold keys with values."), hint))
    return Built(value, faults, builder.spans, builder.holds_null)


class Builder(Receiver):
    """Builds a value from what the parser finds, one piece at a time, with counters instead of recursion."""

    def __init__(self) -> None:
        self.root: Value = None
        self.documents = 0
        self.faults: list[Fault] = []
        self.spans = array("Q")
        self.holds_null = False
        self._stack: list[tuple[Container, str | int | None]] = []
        self._container: Container = None
        self._key: str | int | None = None
        """The key whose value is to come; no key is None."""

    def document(self, start: Mark, end: Mark, *_more: object) -> None:
        """A document begins."""
        self.documents += 1
        if self.documents > 1:
            hint = _("Move what follows to a file of its own.")
            raise Refused(fault_at("several-documents", _("The file holds several documents (---)."), hint, start, end))

    def alias(self, _anchor: str, start: Mark, end: Mark) -> None:
        """A value that stands elsewhere is referred to."""
        hint = _("Write the text out in full.")
        raise Refused(fault_at("alias", _("References within the file (* and &) are not allowed."), hint, start, end))

    def _check_node(self, anchor: str | None, tag: str | None, start: Mark, end: Mark) -> None:
        if len(self.spans) > MAX_NODES:
            hint = _("Split the file.")
            raise Refused(fault_at("too-large", _("The file holds more values than any record needs."), hint, start, end))
        if anchor is not None:
            self.alias(anchor, start, end)
        if tag is not None:
            hint = _("Delete the word that starts with an exclamation mark.")
            raise Refused(fault_at("tag", _("Type tags (!) are not allowed."), hint, start, end))

    def scalar(
        self, anchor: str | None, tag: str | None, _implicit: tuple[bool, bool], text: str, start: Mark, end: Mark, style: str
    ) -> None:
        """A key or a value. Called for two pieces of three, so what every text pays stands here in full."""
        spans = self.spans
        spans.append(start.index << 32 | end.index)
        if anchor is not None or tag is not None or len(spans) > MAX_NODES:
            self._check_node(anchor, tag, start, end)
        value: Value = text
        if style:
            if style == '"':
                self._check_escapes(text, start, end)
        elif (len(text) <= LONGEST_SPECIAL and text in SPECIAL) or text[0] in MAYBE_NUMBER:
            # Most scalars are words, and never come here.
            value = self._resolve(text, start, end)
        container = self._container
        if type(container) is dict:
            if self._key is None:
                self._take_key(container, value, text, start, end, style)
            else:
                container[self._key] = value
                self._key = None
        elif type(container) is list:
            container.append(value)
        else:
            self.root = value

    def _resolve(self, text: str, start: Mark, end: Mark) -> Value:
        try:
            value = resolve(text)
        except AmbiguousError:
            self.faults.append(ambiguous(text, start, end))
            return text
        if value is None:
            self.holds_null = True
        return value

    def _check_escapes(self, text: str, start: Mark, end: Mark) -> None:
        # An escape in a quoted text is a way round the scan of the raw characters.
        if not (text.isascii() and text.isprintable()) and holds_hidden(text):
            message = _("The text holds an escape for a character that is not allowed.")
            self.faults.append(fault_at("hidden-character", message, _("Delete the character."), start, end))

    def _take_key(self, container: dict[str | int, Value], key: Value, text: str, start: Mark, end: Mark, style: str) -> None:
        if key == "<<" and not style:
            message, hint = _("Merge keys (<<) are not allowed."), _("Write the keys out in full.")
            raise Refused(fault_at("alias", message, hint, start, end))
        if type(key) is not str and type(key) is not int:
            message, hint = _("A key must be a text."), _("Put the key in quotation marks.")
            self.faults.append(fault_at("ambiguous-scalar", message, hint, start, end))
            key = text
        if key in container:
            message = _("The key stands twice in the same place; the first would be lost.")
            self.faults.append(fault_at("duplicate-key", message, _("Delete one of the two."), start, end))
        # The same few keys stand in every file: with one text for each, 10 000 files take a tenth less memory.
        self._key = intern(key) if type(key) is str else key

    def mapping(self, anchor: str | None, tag: str | None, _implicit: bool, start: Mark, end: Mark, _flow: bool) -> None:  # noqa: FBT001
        """A mapping begins."""
        self._open({}, anchor, tag, start, end)

    def sequence(self, anchor: str | None, tag: str | None, _implicit: bool, start: Mark, end: Mark, _flow: bool) -> None:  # noqa: FBT001
        """A sequence begins."""
        self._open([], anchor, tag, start, end)

    def _open(self, container: Container, anchor: str | None, tag: str | None, start: Mark, end: Mark) -> None:
        self.spans.append(start.index << 32 | end.index)
        self._check_node(anchor, tag, start, end)
        if len(self._stack) >= MAX_DEPTH:
            hint = _("No record is that deep; look for brackets or indentation gone wrong.")
            raise Refused(fault_at("too-deep", _("The file is nested too deep."), hint, start, end))
        if type(self._container) is dict and self._key is None:
            message, hint = _("A key must be a text."), _("Put texts with brackets in quotation marks.")
            raise Refused(fault_at("syntax-error", message, hint, start, end))
        self._stack.append((self._container, self._key))
        self._container, self._key = container, None

    def close(self, _start: Mark, _end: Mark) -> None:
        """The innermost mapping or sequence ends."""
        done = self._container
        value: Value = tuple(done) if type(done) is list else done if type(done) is dict else None
        container, key = self._stack.pop()
        if type(container) is dict and key is not None:
            container[key] = value
        elif type(container) is list:
            container.append(value)
        else:
            self.root = value
        self._container, self._key = container, None
