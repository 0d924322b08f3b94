"""`text`: the chain as a tree for a terminal of eighty columns, with what is broken marked by a sign and a word."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from vbe.language import _
from vbe.output.styles import Style, paint
from vbe.output.trace.words import broken_summary, link_words
from vbe.privacy.terminal import inert

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vbe.domain.chain import Node, Trace
    from vbe.domain.changes import Names

WIDTH = 80
BROKEN = "✗ "


def format_trace(trace: Trace, names: Names) -> str:
    """The entry, what it rests on, and what it leads to."""
    heading = link_words(trace.here, names)
    lines = [paint(Style.HEADING, line) for line in textwrap.wrap(heading[:1].upper() + heading[1:], WIDTH)]
    if trace.here.file:
        lines.append(paint(Style.FAINT, trace.here.file))
    for title, nodes in ((_("Rests on"), trace.back), (_("Leads to"), trace.forward)):
        if nodes:
            lines += ["", title, *_tree(nodes, names, "")]
    lines += ["", broken_summary(trace)]
    return inert("\n".join(lines) + "\n")


def _tree(nodes: Sequence[Node], names: Names, indent: str) -> Iterator[str]:
    for index, node in enumerate(nodes):
        is_last = index == len(nodes) - 1
        branch = f"{indent}{'└─' if is_last else '├─'} "
        words = link_words(node, names, WIDTH - len(branch))
        yield branch + (paint(Style.BAD, BROKEN + words) if node.broken is not None else words)
        yield from _tree(node.children, names, f"{indent}{'  ' if is_last else '│ '} ")
