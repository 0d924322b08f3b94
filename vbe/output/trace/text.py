"""`text`: the chain as a tree for a terminal of eighty columns, with what is broken marked by a sign and a word."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from vbe.language import _
from vbe.output.styles import Style, paint
from vbe.output.trace.words import broken_summary, link_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vbe.output.trace.view import Chain, Link

WIDTH = 80
BROKEN = "✗ "


def format_trace(trace: Chain) -> str:
    """The entry, what it rests on, and what it leads to."""
    heading = link_words(trace.here)
    lines = [paint(Style.HEADING, line) for line in textwrap.wrap(heading[:1].upper() + heading[1:], WIDTH)]
    if trace.here.file:
        lines.append(paint(Style.FAINT, trace.here.file))
    for title, links in ((_("Rests on"), trace.back), (_("Leads to"), trace.forward)):
        if links:
            lines += ["", title, *_tree(links, "")]
    lines += ["", broken_summary(trace)]
    return "\n".join(lines) + "\n"


def _tree(links: Sequence[Link], indent: str) -> Iterator[str]:
    for index, link in enumerate(links):
        is_last = index == len(links) - 1
        branch = f"{indent}{'└─' if is_last else '├─'} "
        words = link_words(link, WIDTH - len(branch))
        yield branch + (paint(Style.BAD, BROKEN + words) if link.broken is not None else words)
        yield from _tree(link.children, f"{indent}{'  ' if is_last else '│ '} ")
