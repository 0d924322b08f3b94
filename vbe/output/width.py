"""Text on a terminal of eighty columns: broken between words, shortened at the end of a word, and measured as it is shown.

A sign may take two columns (Chinese, emoji) or none (an accent, a joiner), so a text's width is not its length.
"""

from __future__ import annotations

import textwrap

from vbe.language import ngettext

WIDTH = 80
SCREEN = 40
"""So many lines are seen at once; more are shown to whoever asks for all."""
LAST_PLAIN = "\u02ff"
"""Up to this sign each takes one column."""


def columns(text: str) -> int:
    """How many columns a text takes."""
    if text.isascii() or max(text) <= LAST_PLAIN:
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def left(text: str, room: int) -> str:
    """A text with blanks after it, as wide as there is room for."""
    return text + " " * (room - columns(text))


def right(text: str, room: int) -> str:
    """A text with blanks before it, as wide as there is room for."""
    return " " * (room - columns(text)) + text


def wrapped(content: str, indent: str, hanging: str | None = None, *, whole: bool = False, width: int = WIDTH) -> list[str]:
    """A text in lines of the width. `whole` breaks no word: an id is copied."""
    following = indent if hanging is None else hanging
    if columns(content) == len(content):
        lines = textwrap.wrap(
            content, width, initial_indent=indent, subsequent_indent=following, break_on_hyphens=False, break_long_words=not whole
        )
    else:
        lines = _wrapped(content.split(" "), width, indent, following, whole=whole)
    return lines or [indent]


def _wrapped(words: list[str], width: int, indent: str, following: str, *, whole: bool) -> list[str]:
    lines, line, is_empty = [], indent, True
    for word in filter(None, words):
        parts = [word] if whole else _broken(word, width - columns(following))
        for number, part in enumerate(parts):
            blank = "" if is_empty else " "
            if not is_empty and (number or columns(line) + 1 + columns(part) > width):
                lines.append(line)
                line, blank = following, ""
            line, is_empty = f"{line}{blank}{part}", False
    return [*lines, line] if not is_empty else lines


def _broken(word: str, room: int) -> list[str]:
    """A word in parts that there is room for."""
    parts = []
    while columns(word) > max(room, 2):
        part = _beginning(word, max(room, 2)) or word[0]
        parts.append(part)
        word = word[len(part) :]
    return [*parts, word]


def _beginning(text: str, room: int) -> str:
    """As many signs of a text as there is room for."""
    length = len(text)
    while length and columns(text[:length]) > room:
        length -= 1
    return text[:length]


def shortened(text: str, room: int) -> str:
    """As much of a text as there is room for, cut at the end of a word where that leaves more than half of it.

    In Swedish the sign stands apart where words are left out, and clings to a word that is cut.
    """
    if columns(text) <= room:
        return text
    cut = _beginning(text, room - 1)
    words = cut.rpartition(" ")[0].rstrip(" ,;:–-")
    return f"{words} …" if columns(words) > room // 2 else f"{cut.rstrip()}…"


def cut_off(lines: list[str], room: int) -> list[str]:
    """At most so many lines; of more, the last one says how many are not shown."""
    if len(lines) <= room:
        return lines
    shown = lines[: max(room - 1, 0)]
    count = len(lines) - len(shown)
    indent = " " * (len(lines[-1]) - len(lines[-1].lstrip(" ")))
    return [
        *shown,
        indent
        + ngettext(
            "… and {count} more line (--all shows everything).", "… and {count} more lines (--all shows everything).", count
        ).format(count=count),
    ]
