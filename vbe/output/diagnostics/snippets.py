"""The line that a diagnostic points at, with a caret under the span; never one that privacy forbids to show."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from vbe.language.patterns import later
from vbe.output.styles import Style, paint
from vbe.output.width import columns
from vbe.privacy.redaction import mask
from vbe.privacy.terminal import printable
from vbe.rules import all_rules

if TYPE_CHECKING:
    from vbe.diagnostics import Diagnostic
    from vbe.rules.result import CheckResult

LINE_END = later("\r\n|[\n\r\x85\u2028\u2029]")
"""Where the YAML parser, which counted the lines, sees one end."""
MORE = "…"
TAB = "→"
"""What a tab is shown as: it is as often the fault itself."""
CONTEXT = 20
"""How much of a long line is kept before the span."""


class Snippets:
    """The lines of a verdict's files, masked once a file."""

    def __init__(self, verdict: CheckResult, width: int) -> None:
        self._verdict = verdict
        self._width = width
        self._lines: dict[str, list[str]] = {}

    @cached_property
    def _private(self) -> set[tuple[str, int]]:
        """The lines of which nothing may be shown, whichever diagnostic asks."""
        places = [d.location for d in self._verdict.diagnostics if all_rules()[d.code].hides_line]
        return {(place.file, line) for place in places for line in range(place.line, place.end_line + 1)}

    def of(self, diagnostic: Diagnostic) -> list[str]:
        """The line and its carets, each with a margin; nothing where there is no line to show."""
        place = diagnostic.location
        if (place.file, place.line) in self._private or all_rules()[diagnostic.code].hides_line:
            return []
        if (place.line, place.column) == (place.end_line, place.end_column):
            # The file itself is meant, not its first line.
            return []
        lines = self._lines_of(place.file)
        if place.line > len(lines) or not lines[place.line - 1].strip():
            return []
        line = lines[place.line - 1]
        start = min(place.column - 1, len(line))
        end = min(place.end_column - 1, len(line)) if place.end_line == place.line else len(line.rstrip())
        number = str(place.line)
        line, start, end = crop(line, start, max(end, start + 1), self._width - len(number) - 3)
        carets = " " * columns(line[:start]) + "^" * max(columns(line[start:end]), 1)
        margin = paint(Style.FAINT, f"{' ' * len(number)} |")
        return [f"{paint(Style.FAINT, f'{number} |')} {line}", f"{margin} {paint(Style.BAD, carets)}"]

    def _lines_of(self, file: str) -> list[str]:
        if file not in self._lines:
            text = mask(self._verdict.texts.get(file, ""))
            self._lines[file] = [printable(line).replace("\t", TAB) for line in LINE_END.split(text)]
        return self._lines[file]


def crop(line: str, start: int, end: int, width: int) -> tuple[str, int, int]:
    """As much of a line as fits, with its span in view, and where the span then is."""
    if columns(line) <= width:
        return line, start, end
    first = max(0, min(start - CONTEXT, len(line) - width))
    head = MORE if first else ""
    rest = line[first:]
    room = width - len(head)
    shown = fit(rest, room)
    if len(shown) < len(rest):
        shown = fit(rest, room - 1) + MORE
    shift = first - len(head)
    line = head + shown
    return line, start - shift, max(min(end - shift, len(line)), start - shift + 1)


def fit(text: str, width: int) -> str:
    """The beginning of a text that takes at most so many cells."""
    taken = 0
    for index, character in enumerate(text):
        taken += columns(character)
        if taken > width:
            return text[:index]
    return text
