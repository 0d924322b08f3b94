"""Fields → lines of YAML, with a comment above what was guessed."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from vbe.store.editing.scalars import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    FieldValue = str | float | datetime.date | list[str] | tuple[str, ...] | None
    """What a field of a plan that is read may hold."""

READ_AS = "läst som"
"""What stands before a guess. Swedish, as the files are."""
LONGEST_COMMENT = 200


class Lines:
    """A mapping of a file, or an entry of a list in one, as it grows."""

    def __init__(self, *, is_entry: bool = False) -> None:
        self._is_entry = is_entry
        self._lines: list[str] = []

    def add(self, key: str, value: FieldValue, guess: str = "") -> None:
        """A field. None, and a list or text of nothing, is no field. The guess stands in a comment above it."""
        if value is None or value in ("", [], ()):
            return
        if guess:
            self.comment(f"{READ_AS}: {guess}")
        self._lines.append(f"{key}: {_value(key, value)}")

    def comment(self, text: str) -> None:
        """A comment on a line of its own."""
        plain = " ".join(text.split())
        self._lines.append(f"# {plain if len(plain) <= LONGEST_COMMENT else plain[: LONGEST_COMMENT - 1].rstrip() + '…'}")

    def list(self, key: str, entries: Iterable[Lines]) -> None:
        """A list of entries; nothing where there are none."""
        texts = [str(entry) for entry in entries]
        if texts:
            self._lines.append(f"{key}:")
            self._lines += [f"  {line}" if line else "" for entry in texts for line in entry.rstrip("\n").split("\n")]

    def mapping(self, key: str, inner: Lines) -> None:
        """Fields within a field; nothing where there are none."""
        text = str(inner).rstrip("\n")
        if text:
            self._lines.append(f"{key}:")
            self._lines += [f"  {line}" for line in text.split("\n")]

    def __str__(self) -> str:
        """The lines; the first field of an entry has the dash, and comments before it stand above."""
        if not self._is_entry:
            return "".join(f"{line}\n" for line in self._lines)
        lines, begun = [], False
        for line in self._lines:
            is_first = not begun and not line.startswith("#")
            lines.append(f"- {line}" if is_first else f"  {line}" if begun else line)
            begun = begun or is_first
        return "".join(f"{line}\n" for line in lines)


def entry() -> Lines:
    """An entry of a list."""
    return Lines(is_entry=True)


def _value(key: str, value: FieldValue) -> str:
    if isinstance(value, list | tuple):
        return "[" + ", ".join(one_line(each, flow=True) for each in value) + "]"
    if isinstance(value, datetime.date):
        return value.isoformat()
    return one_line(value, key=key)
