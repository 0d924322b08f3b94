"""Documents: YAML text becomes plain frozen values, and any node can be found again in the text.

The only reader of ruamel. Nothing here raises for what a file holds: faults come back as findings. May import `privacy` and
the ground. Begin with `text`.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from vbe.diagnostics import Location
from vbe.documents.builder import build_with_spans
from vbe.documents.faults import Fault
from vbe.documents.positions import positions
from vbe.documents.scalars import Value
from vbe.documents.text import decode
from vbe.language.patterns import later

if TYPE_CHECKING:
    from array import array

    from vbe.diagnostics import Finding, Route
    from vbe.documents.positions import Position

__all__ = ["Document", "Fault", "Value", "line_starts", "parse", "parse_text", "span_of"]

LINE_FEED = later("\n")


@dataclass(frozen=True)
class Document:
    """One YAML file, parsed: its path from the root, its text, and its value (mappings are dicts, sequences tuples)."""

    file: str
    text: str = field(repr=False)
    value: dict[str | int, Value] = field(repr=False)
    spans: array[int] = field(repr=False, compare=False)
    """Where each key and value stands, as `vbe.documents.builder.Built` has them."""
    holds_null: bool = field(default=False, repr=False, compare=False)
    """Whether anything in the text has no value."""
    written: dict[str | int, Value] | None = field(default=None, repr=False, compare=False)
    """The value that stands in the text, where that is an older format than `value`; else None."""

    def meaning(self, value: dict[str | int, Value]) -> Document:
        """The same file, read as another value; the places are still those of the text."""
        return replace(self, value=value, written=self.value if self.written is None else self.written)

    @cached_property
    def _positions(self) -> dict[Route, Position]:
        return positions(self.value if self.written is None else self.written, self.spans, self.text)

    @cached_property
    def lines(self) -> list[str]:
        """The text, line by line, without line ends."""
        return self.text.splitlines()

    def knows(self, route: Route) -> bool:
        """Whether the route names a node of the text."""
        return route in self._positions

    def locate(self, route: Route, *, on_key: bool = False) -> Location:
        """The span of a node; of the nearest node above it where the route leads out of the text.

        Parts that name no node are skipped, because pydantic puts the tags of unions into its routes.
        """
        table = self._positions
        known: Route = ()
        for part in route:
            if (*known, part) in table:
                known = (*known, part)
        position = table.get(known)
        if position is None:
            return Location(self.file)
        missed = bool(route) and known[-1:] != route[-1:]
        span = position.key if position.key is not None and (on_key or missed or not position.is_scalar) else position.value
        if known == () or span is None:
            return Location(self.file)
        return Location(self.file, *span)

    def at(self, start: int, end: int) -> Location:
        """The span of two offsets into the text."""
        return span_of(self.file, self.text, start, end)


def span_of(file: str, text: str, start: int, end: int) -> Location:
    """Two offsets into a text as lines and columns. Asked for every finding: the text is searched for its lines once."""
    starts = line_starts(text)
    line, end_line = bisect_right(starts, start), bisect_right(starts, end)
    return Location(file, line, start - starts[line - 1] + 1, end_line, end - starts[end_line - 1] + 1)


@lru_cache(maxsize=4)
def line_starts(text: str) -> list[int]:
    """The offset of each line's first character; lines end at a line feed."""
    return [0, *(match.end() for match in LINE_FEED.finditer(text))]


def parse(file: str, content: bytes) -> tuple[Document | None, list[Finding]]:
    """Bytes → document, with everything that is wrong with the file's form."""
    text, faults = decode(content)
    if text is None:
        return None, [fault.finding(file) for fault in faults]
    document, more = parse_text(file, text)
    if faults:
        # What the parser then says of the syntax is the same fault once more.
        document, more = None, [finding for finding in more if finding.rule != "syntax-error"]
    return document, [fault.finding(file) for fault in faults] + more


def parse_text(file: str, text: str) -> tuple[Document | None, list[Finding]]:
    """Text → document, with everything that is wrong with the YAML."""
    built = build_with_spans(text)
    findings = [fault.finding(file) for fault in built.faults]
    if built.value is None or findings:
        return None, findings
    return Document(file, text, built.value, built.spans, built.holds_null), findings
