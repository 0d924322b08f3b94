"""`md`: the chain as nested lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.language import _
from vbe.output.markdown_text import escape
from vbe.output.trace.words import broken_summary, link_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vbe.domain.chain import Node, Trace
    from vbe.domain.changes import Names


def format_trace(trace: Trace, names: Names) -> str:
    """The entry, what it rests on, and what it leads to."""
    heading = link_words(trace.here, names)
    lines = [f"### {escape(heading[:1].upper() + heading[1:])}", ""]
    for title, nodes in ((_("Rests on"), trace.back), (_("Leads to"), trace.forward)):
        if nodes:
            lines += [f"**{title}**", "", *_list(nodes, names, 0), ""]
    lines.append(broken_summary(trace))
    return "\n".join(lines) + "\n"


def _list(nodes: Sequence[Node], names: Names, depth: int) -> Iterator[str]:
    for node in nodes:
        words = escape(link_words(node, names))
        yield f"{'  ' * depth}- " + (f"**✗ {words}**" if node.broken is not None else words)
        yield from _list(node.children, names, depth + 1)
