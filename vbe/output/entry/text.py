"""`text`: for a terminal of eighty columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.language import _
from vbe.output.entry.labels import fresh_words, heading, past_words
from vbe.output.styles import Style, paint
from vbe.output.trace.labels import link_words
from vbe.output.width import SCREEN, WIDTH, cut_off, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.output.entry.view import Line, View
    from vbe.output.trace.view import Link

LINKS = 5
"""So many lines of what it names, and of what names it, unless all is asked for."""
CONTENT = 12
"""As many lines of its content at least."""


def format_entry(shown: View, *, whole: bool = True) -> str:
    """The entry in full; unless it is `whole`, no more of each part than a screen has room for."""
    lines = [paint(Style.HEADING, line) for line in wrapped(heading(shown), "")]
    lines.append(paint(Style.FAINT, shown.file))
    if shown.page:
        lines.append(paint(Style.FAINT, shown.page))
    if shown.is_example:
        lines.append(_("Example, not decided"))
    content = [text for line in shown.lines for text in _wrapped(line)]
    parts = [
        (_("Freshness"), [line for words in fresh_words(shown) for line in wrapped(words, "  ")]),
        (_("Names"), list(_links(shown.names_these))),
        (_("Named by"), list(_links(shown.incoming))),
        (_("History"), [f"  {past_words(shown)}"]),
    ]
    if not whole:
        content, parts = _shortened(content, parts, SCREEN - len(lines))
    for title, part in [(_("Content"), content), *parts]:
        lines += _part(title, part)
    return "\n".join(lines) + "\n"


def _shortened(
    content: list[str], parts: list[tuple[str, list[str]]], room: int
) -> tuple[list[str], list[tuple[str, list[str]]]]:
    """What there is room for: of the links a few, of the content the rest."""
    taken = sum(len(part) + 2 for _title, part in parts if part) + 2
    if len(content) + taken <= room:
        return content, parts
    for most in range(max(len(part) for _title, part in parts), LINKS - 1, -1):
        parts = [(title, cut_off(part, most)) for title, part in parts]
        taken = sum(len(part) + 2 for _title, part in parts if part) + 2
        if len(content) + taken <= room:
            break
    return cut_off(content, max(room - taken, CONTENT)), parts


def _part(title: str, lines: list[str]) -> list[str]:
    return ["", paint(Style.HEADING, title), *lines] if lines else []


def _wrapped(line: Line) -> list[str]:
    indent = "  " * (line.depth + 1)
    words = f"{line.label}: {line.value}" if line.value else line.label if line.label.endswith(".") else f"{line.label}:"
    return wrapped(words, indent, indent + "  ")


def _links(links: tuple[Link, ...]) -> Iterator[str]:
    for link in links:
        sign = "✗ " if link.broken is not None else ""
        yield f"  {sign}{link_words(link, WIDTH - 2 - len(sign))}"
