"""What is wrong with a file's form, before there is a document: a rule, words and a place."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from vbe.diagnostics import Finding, Location


class Fault(NamedTuple):
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
    is_certain: bool = False
    """Whether the replacement is the one right answer."""

    def finding(self, file: str) -> Finding:
        """The fault as a finding in a file, with lines and columns from 1."""
        end_line = self.line if self.end_line is None else self.end_line
        end_column = self.column + self.length if self.end_column is None else self.end_column
        location = Location(file, self.line + 1, self.column + 1, end_line + 1, end_column + 1)
        mending = {"replacement": self.replacement, "is_certain": self.is_certain}
        return Finding(file, self.message, self.hint, location=location, rule=self.rule, **mending)  # type: ignore[arg-type]


class Refused(Exception):  # noqa: N818 - never leaves this package
    """Reading cannot go on; carries the fault."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.rule)
        self.fault = fault


class Mark(Protocol):
    """A place in a text as the parser tells it: the offset of a character, and its line and column, all from 0."""

    @property
    def index(self) -> int: ...  # noqa: D102
    @property
    def line(self) -> int: ...  # noqa: D102
    @property
    def column(self) -> int: ...  # noqa: D102


def fault_at(rule: str, message: str, hint: str, start: Mark, end: Mark) -> Fault:
    """A fault from one place to another."""
    return Fault(rule, message, hint, start.line, start.column, end.line, end.column)
