"""`text`: the chain as a tree for a terminal of eighty columns, with what is broken marked by a sign and a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.language import _
from vbe.output.styles import Style, paint
from vbe.output.trace.labels import broken_summary, link_words
from vbe.output.width import SCREEN, WIDTH, cut_off, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vbe.output.trace.view import Chain, Link

BROKEN = "✗ "


def format_trace(trace: Chain, *, whole: bool = True) -> str:
    """The entry, what it rests on, and what it leads to; unless it is `whole`, no more of each than a screen has room for."""
    heading = link_words(trace.here)
    lines = [paint(Style.HEADING, line) for line in wrapped(heading[:1].upper() + heading[1:], "")]
    if trace.here.file:
        lines.append(paint(Style.FAINT, trace.here.file))
    parts = [(_("Rests on"), list(_tree(trace.back, ""))), (_("Leads to"), list(_tree(trace.forward, "")))]
    parts = [(title, tree) for title, tree in parts if tree]
    rooms = [len(tree) for _title, tree in parts] if whole else _rooms([len(tree) for _title, tree in parts], len(lines))
    for (title, tree), room in zip(parts, rooms, strict=True):
        lines += ["", title, *cut_off(tree, room)]
    lines += ["", broken_summary(trace)]
    return "\n".join(lines) + "\n"


def _rooms(lengths: list[int], used: int) -> list[int]:
    """How many lines each tree may take: the short ones what they need, the rest what is left."""
    room = SCREEN - used - 2 - 2 * len(lengths)
    rooms = [0] * len(lengths)
    for number, (length, index) in enumerate(sorted((length, index) for index, length in enumerate(lengths))):
        rooms[index] = min(length, room // (len(lengths) - number))
        room -= rooms[index]
    return rooms


def _tree(links: Sequence[Link], indent: str) -> Iterator[str]:
    for index, link in enumerate(links):
        is_last = index == len(links) - 1
        branch = f"{indent}{'└─' if is_last else '├─'} "
        words = link_words(link, WIDTH - len(branch))
        yield branch + (paint(Style.BAD, BROKEN + words) if link.broken is not None else words)
        yield from _tree(link.children, f"{indent}{'  ' if is_last else '│ '} ")
