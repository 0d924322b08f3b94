"""`text`: for a terminal of eighty columns."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from vbe.language import _
from vbe.output.entry.words import fresh_words, heading, past_words
from vbe.output.styles import Style, paint
from vbe.output.trace.words import link_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.output.entry.view import Line, View
    from vbe.output.trace.view import Link

WIDTH = 80


def format_entry(shown: View) -> str:
    """The entry in full."""
    lines = [paint(Style.HEADING, line) for line in textwrap.wrap(heading(shown), WIDTH)]
    lines.append(paint(Style.FAINT, shown.file))
    if shown.is_example:
        lines.append(_("Example, not decided"))
    lines += _part(_("Content"), [text for line in shown.lines for text in _wrapped(line)])
    lines += _part(_("Freshness"), [f"  {words}" for words in fresh_words(shown)])
    lines += _part(_("Names"), list(_links(shown.names_these)))
    lines += _part(_("Named by"), list(_links(shown.named_by)))
    lines += _part(_("History"), [f"  {past_words(shown)}"])
    return "\n".join(lines) + "\n"


def _part(title: str, lines: list[str]) -> list[str]:
    return ["", paint(Style.HEADING, title), *lines] if lines else []


def _wrapped(line: Line) -> list[str]:
    indent = "  " * (line.depth + 1)
    words = f"{line.label}: {line.value}" if line.value else line.label if line.label.endswith(".") else f"{line.label}:"
    return textwrap.wrap(words, WIDTH, initial_indent=indent, subsequent_indent=indent + "  ", break_on_hyphens=False)


def _links(links: tuple[Link, ...]) -> Iterator[str]:
    for link in links:
        sign = "✗ " if link.broken is not None else ""
        yield f"  {sign}{link_words(link, WIDTH - 2 - len(sign))}"
