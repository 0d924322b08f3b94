"""A text by its fields, and a field's list by its entries, so that what two versions have in common is parsed once.

Two versions of a record differ in a field or two. Where every line that begins in the first column is a field, a comment or
an entry of a field's list, a text means what its fields mean one by one: only an open quotation mark or bracket can reach
over the line on which the next field begins, and a field in which one is open cannot be parsed alone. The same holds for the
entries of a list and the column in which they begin.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vbe.documents.builder import MAX_NODES, build

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vbe.documents import Value

BORDER = re.compile(r"\n(?=[^ \n#-])")
COMMENTS = re.compile(r"(?:(?:#.*)?\n)*")
FIELD = re.compile(rf"{COMMENTS.pattern}([a-z_]+):(?=[ \n]|\Z)")
NO_ENTRY = re.compile(r"\n-(?![ \n])")
"""A line such as `---`."""
LIST = re.compile(r"([a-z_]+:)(\n *- )")
MAX_LENGTH = MAX_NODES // 4
"""In characters: a text that is shorter cannot hold more values than are allowed in one."""


class InseparableError(Exception):
    """A text must be parsed whole; never leaves this module."""


def split(text: str) -> list[tuple[str, str]]:
    """The fields of a text, each with its name and its lines; `InseparableError` where it cannot be taken apart."""
    one_kind_of_line_end = "\r" not in text and len(text.splitlines()) == text.count("\n")
    if not text.endswith("\n") or len(text) > MAX_LENGTH or not one_kind_of_line_end or NO_ENTRY.search(text):
        raise InseparableError
    fields = BORDER.split(text[:-1])
    if COMMENTS.fullmatch(f"{fields[0]}\n"):
        fields[:2] = ["\n".join(fields[:2])]
    names = [match[1] for field in fields if (match := FIELD.match(field))]
    if len(set(names)) != len(fields) or not names:
        raise InseparableError
    return list(zip(names, fields, strict=True))


def entries(field: str) -> list[str]:
    """A field with a list as many fields with one entry each; only itself where it holds no list, or cannot be taken apart."""
    opening = LIST.match(field)
    if opening is None:
        return [field]
    name, dash = opening.groups()
    column = len(dash) - len("\n- ")
    if re.search(rf"\n(?! {{{column + 1}}}| {{{column}}}- |\n|\Z)", field):
        return [field]
    return [f"{name}{dash}{entry}" for entry in field.split(dash)[1:]]


class Fields:
    """The fields and entries that have been met, each with its value."""

    def __init__(self) -> None:
        self._values: dict[str, Value] = {}

    def know(self, text: str, value: Mapping[str | int, Value]) -> None:
        """Those of a text that has been parsed without faults, where the parser has found as many of the same names."""
        try:
            fields = split(text)
        except InseparableError:
            return
        if [name for name, _field in fields] != list(value):
            return
        for name, field in fields:
            known = value[name]
            self._values[field] = known
            if isinstance(known, tuple) and len(known) > 1 and len(listed := entries(field)) == len(known):
                self._values.update((entry, (each,)) for entry, each in zip(listed, known, strict=True))

    def read(self, text: str) -> dict[str | int, Value] | None:
        """What a text means; None where it has no value."""
        try:
            return {name: self._value(name, field) for name, field in split(text)}
        except InseparableError:
            return build(text)[0]

    def _value(self, name: str, field: str) -> Value:
        if field not in self._values:
            listed = entries(field)
            if len(listed) == 1:
                self._values[field] = _parsed(name, field)
            else:
                self._values[field] = tuple(self._entry(name, entry) for entry in listed)
        return self._values[field]

    def _entry(self, name: str, field: str) -> Value:
        listed = self._values[field] if field in self._values else _parsed(name, field)
        if not isinstance(listed, tuple) or len(listed) != 1:
            raise InseparableError
        self._values[field] = listed
        return listed[0]


def _parsed(name: str, field: str) -> Value:
    """What a field means that is parsed alone."""
    value, faults = build(f"{field}\n")
    if faults or value is None or list(value) != [name]:
        raise InseparableError
    return value[name]
