"""Replacements in a text: the smallest edits there are, each of just what a finding is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.documents import line_starts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vbe.diagnostics import Location


def mended(text: str, edits: Iterable[tuple[Location, str]]) -> str:
    """The text with another text at each place; of places that overlap the first counts, and one outside the text does not."""
    starts = line_starts(text)
    reached = 0
    parts: list[str] = []
    for place, replacement in sorted(edits):
        if max(place.line, place.end_line) > len(starts):
            continue
        start = starts[place.line - 1] + place.column - 1
        end = starts[place.end_line - 1] + place.end_column - 1
        if reached <= start <= end <= len(text):
            parts += (text[reached:start], replacement)
            reached = end
    return "".join((*parts, text[reached:]))
