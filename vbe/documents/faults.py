"""What is wrong with a file's form, before there is a document: a rule, words and a place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vbe.diagnostics import Finding, Location
from vbe.language import _

if TYPE_CHECKING:
    from ruamel.yaml.error import MarkedYAMLError

LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""Where the parser, which counts the lines, sees one end."""
INDENT = re.compile(r"[ \t]*")
KEY = re.compile(r"( *)(?:- +)*([\w-]+):(?:\s|$)")
FILLED = re.compile(r" *(?:- +)*[\w-]+:\s+[^\s#|>&!]")


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


def syntax_fault(error: MarkedYAMLError, text: str) -> Fault:
    """The parser's complaint in words that help."""
    mark = error.problem_mark or error.context_mark
    if "end of stream" in str(error.problem) and error.context_mark is not None:
        mark = error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    problem = str(error.problem or error.context or "")
    slip = _slip(LINE_END.split(text), line, column, problem)
    if slip is not None:
        return slip
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


def _slip(lines: list[str], line: int, column: int, problem: str) -> Fault | None:
    """The slips that the parser only notices somewhere after: a tab, a key too far in, a quotation mark in a quoted text."""
    if line >= len(lines):
        return None
    written = lines[line]
    tab = INDENT.match(written)[0].find("\t")  # type: ignore[index] # matches nothing, too
    if tab >= 0:
        hint = _("Delete the tab and indent with spaces, as many as the lines beside it have.")
        return Fault("syntax-error", _("A tab stands at the beginning of the line; only spaces may."), hint, line, tab)
    key = KEY.match(written)
    if "mapping values are not allowed" in problem and key is not None and key.end(2) == column:
        above = next((earlier for earlier in reversed(lines[:line]) if earlier.strip() and earlier.lstrip()[0] != "#"), "")
        if FILLED.match(above) and len(key[1]) > len(INDENT.match(above)[0]):  # type: ignore[index]
            message = _("The field “{name}” is indented further than the line above, which already has a value.")
            hint = _("Begin it straight below the fields that it belongs with.")
            name = key[2]
            return Fault("syntax-error", message.format(name=name), hint, line, key.start(2), length=len(name))
    if "did not find expected" in problem and written[:column].rstrip().endswith(('"', "'")):
        message = _("The quoted text ends before the line does: it holds a quotation mark of its own kind.")
        hint = _("Put ' around a text that holds \", or leave out the marks inside it.")
        return Fault("syntax-error", message, hint, line, column)
    return None
