"""What is written for the user: the mending of a fault, and where a completion goes, with quotation marks and blocks in mind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from vbe.store.editing.scalars import one_line, quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vbe.lsp.cursor import Place

BLOCK = re.compile(r"[|>][-+0-9]*[ \t]*(?P<comment>#.*)?$")
QUOTES = "\"'"


class Edit(NamedTuple):
    """A span of a text, lines and columns from 0 and the end exclusive, and what is to stand there."""

    line: int
    column: int
    end_line: int
    end_column: int
    text: str


def mending(lines: Sequence[str], span: tuple[int, int, int, int], replacement: str) -> Edit:
    """A value or key exchanged for another, in quotation marks where there were some or it needs them.

    Of a block text the whole block goes, not only the sign that begins it; a comment behind the sign stays.
    """
    line, column, end_line, end_column = span
    first = lines[line] if line < len(lines) else ""
    text = _written(replacement, first[column : column + 1])
    block = BLOCK.match(first[column:])
    if block is None:
        return Edit(line, column, end_line, end_column, text)
    last = _end_of_block(lines, line)
    comment = f"  {block['comment'].rstrip()}" if block["comment"] else ""
    return Edit(line, column, last, len(lines[last]), text + comment)


def _written(replacement: str, before: str) -> str:
    if replacement[:1] == replacement[-1:] == '"':
        return replacement
    if before == "'" and "'" not in replacement:
        return f"'{replacement}'"
    return quoted(replacement) if before == '"' else one_line(replacement, flow=True)


def _end_of_block(lines: Sequence[str], line: int) -> int:
    """The last line of the block that begins on this one: as far as lines are indented like its first."""
    indent, last = None, line
    for number in range(line + 1, len(lines)):
        text = lines[number]
        if not text.strip():
            continue
        width = len(text) - len(text.lstrip(" "))
        indent = width if indent is None else indent
        if width < indent or width == 0:
            break
        last = number
    return last


def typed(lines: Sequence[str], line: int, column: int, place: Place) -> tuple[int, int, str]:
    """From where to where on its line a completion replaces what has been typed, and the quotation mark it begins with."""
    text = lines[line] if line < len(lines) else ""
    start, end = place.start, place.end
    if text[start:end] == "-":
        # The hyphen of a list, not yet followed by a blank.
        return column, column, ""
    quote = text[start - 1 : start] if start and text[start - 1] in QUOTES else ""
    if quote:
        start -= 1
        end += text[end : end + 1] == quote
    elif place.on_key:
        end += text[end : end + 1] == ":"
    return start, end, quote
