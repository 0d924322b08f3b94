"""Text → values, straight from the C parser's events.

The walk is iterative with counters, so nothing recurses whatever the nesting: handing such text to the C composer would
kill the process. Anchors, aliases, merge keys, tags and several documents are refused, and scalars that other YAML
readers would take for something else must be put in quotation marks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from _ruamel_yaml import CParser
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from vbe.diagnostics import Finding, Location
from vbe.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

Value = str | int | float | bool | None | tuple["Value", ...] | dict[str | int, "Value"]

MAX_DEPTH = 64
MAX_NODES = 50_000
MAX_DIGITS = 15
PLAIN: dict[str, Value] = {"true": True, "false": False, "null": None, "~": None, "": None}
# What YAML 1.1 readers take for a truth value or nothing, and 1.2 readers for text, or the other way round.
AMBIGUOUS = frozenset(form for word in ("yes", "no", "on", "off") for form in (word, word.upper(), word.title())) | {
    "True",
    "TRUE",
    "False",
    "FALSE",
    "Null",
    "NULL",
    "=",
    ".inf",
    ".nan",
    ".Inf",
    ".INF",
    ".NaN",
    ".NAN",
}
INTEGER = re.compile(r"-?(?:0|[1-9][0-9]*)\Z")
DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]*)\.[0-9]+\Z")
ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
# Anything else that some reader takes for a number, a time or a time stamp.
NUMBER_LIKE = re.compile(
    r"""(?: [-+]?[0-9][0-9_]* | [-+]?0[xob][0-9a-fA-F_]+ | [-+]?(?:\.[0-9_]+|[0-9][0-9_]*\.?[0-9_]*)(?:[eE][-+]?[0-9]+)?
      | [-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)? | [0-9]{4}:[0-9]+
      | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9].* | [-+]?\.(?:inf|Inf|INF|nan|NaN|NAN) )\Z""",
    re.VERBOSE,
)
MAYBE_NUMBER = frozenset("0123456789+-.")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with a file's form; line and column count from 0, as the parser has them."""

    rule: str
    message: str
    hint: str = ""
    line: int = 0
    column: int = 0
    end_line: int | None = None
    end_column: int | None = None
    length: int = 1
    replacement: str = ""

    def finding(self, file: str) -> Finding:
        """The fault as a finding in a file, with lines and columns from 1."""
        end_line = self.line if self.end_line is None else self.end_line
        end_column = self.column + self.length if self.end_column is None else self.end_column
        location = Location(file, self.line + 1, self.column + 1, end_line + 1, end_column + 1)
        return Finding(file, self.message, self.hint, location=location, rule=self.rule, replacement=self.replacement)


class Refused(Exception):  # noqa: N818 - never leaves this package
    """Reading cannot go on; carries the fault."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.rule)
        self.fault = fault


def fault_at(rule: str, message: str, hint: str, event: Any) -> Fault:
    """A fault at the span of an event."""
    start, end = event.start_mark, event.end_mark
    return Fault(rule, message, hint, start.line, start.column, end.line, end.column)


def walk(text: str) -> Iterator[Any]:
    """The parser's events; what the parser cannot read is raised as `Refused`."""
    try:
        get = CParser(text.encode()).get_event
        while type(event := get()) is not StreamEndEvent:
            yield event
    except MarkedYAMLError as error:
        raise Refused(syntax_fault(error)) from None
    except (YAMLError, ValueError) as error:
        raise Refused(Fault("syntax-error", _("The file is not valid YAML."), type(error).__name__)) from None


def syntax_fault(error: MarkedYAMLError) -> Fault:
    """The parser's complaint in words that help."""
    mark = error.problem_mark or error.context_mark
    if "end of stream" in str(error.problem) and error.context_mark is not None:
        mark = error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    problem = str(error.problem or error.context or "")
    message, hint = _("The file is not valid YAML here."), _("Compare the indentation with the lines above.")
    if "mapping values are not allowed" in problem:
        hint = _("A text that holds a colon and a space must stand in quotation marks.")
    elif "cannot start any token" in problem:
        hint = _("Indent with spaces, never with tabs, and put texts that start with @, % or ` in quotation marks.")
    elif "end of stream" in problem and "quoted" in str(error.context):
        message, hint = _("A quotation mark is opened and never closed."), _("Close it, or leave out both.")
    elif "expected ',' or" in problem:
        message, hint = _("A bracket is opened and never closed, or a comma is missing."), _("Close the bracket.")
    elif "could not find expected ':'" in problem:
        hint = _("After a key there must be a colon and a space.")
    return Fault("syntax-error", message, hint, line, column)


def resolve(event: Any) -> Value:
    """The value of a plain scalar; text, unless it is a number, a truth value or nothing in every dialect of YAML."""
    text: str = event.value
    if text in PLAIN:
        return PLAIN[text]
    if text[0] in MAYBE_NUMBER:
        if INTEGER.match(text) and len(text) <= MAX_DIGITS:
            return int(text)
        if DECIMAL.match(text) and len(text) <= MAX_DIGITS:
            return float(text)
        if NUMBER_LIKE.match(text) and not ISO_DATE.match(text):
            raise Refused(ambiguous(event))
    elif text in AMBIGUOUS:
        raise Refused(ambiguous(event))
    return text


def ambiguous(event: Any) -> Fault:
    """The fault of a scalar that different readers take for different things."""
    message = _("The value means different things to different programs when it stands without quotation marks.")
    fault = fault_at("ambiguous-scalar", message, _('Put the value in quotation marks: "…".'), event)
    return replace(fault, replacement=f'"{event.value}"')


def build(text: str) -> tuple[dict[str | int, Value] | None, list[Fault]]:
    """The value of a text whose root is a mapping, and all faults that do not stop the reading."""
    builder = Builder()
    try:
        for event in walk(text):
            builder.take(event)
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

    def __init__(self) -> None:
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
            self._count(event)
            self._scalar(event)
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            self._count(event)
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

    def _count(self, event: Any) -> None:
        self._nodes += 1
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
        if event.style:
            value: Value = event.value
            self._check_escapes(event)
        else:
            try:
                value = resolve(event)
            except Refused as refused:
                self.faults.append(refused.fault)
                value = event.value
        if type(self._container) is dict and self._key is _NO_KEY:
            self._take_key(value, event)
        else:
            self._add(value)

    def _check_escapes(self, event: Any) -> None:
        # An escape in a quoted text is a way round the scan of the raw characters.
        if event.style == '"' and not event.value.isprintable():
            from vbe.documents.text import HIDDEN

            if HIDDEN.search(event.value):
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
        self._key = key

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
