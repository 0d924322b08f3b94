"""Text on a terminal of eighty columns: broken between words, shortened at the end of a word."""

from __future__ import annotations

import textwrap

WIDTH = 80


def wrapped(content: str, indent: str, hanging: str | None = None, *, whole: bool = False) -> list[str]:
    """A text in lines of the width. `whole` breaks no word: an id is copied."""
    lines = textwrap.wrap(
        content,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent if hanging is None else hanging,
        break_on_hyphens=False,
        break_long_words=not whole,
    )
    return lines or [indent]


def shortened(text: str, room: int) -> str:
    """As much of a text as there is room for, cut at the end of a word where that leaves more than half of it.

    In Swedish the sign stands apart where words are left out, and clings to a word that is cut.
    """
    if len(text) <= room:
        return text
    cut = text[: max(room - 1, 0)]
    words = cut.rpartition(" ")[0].rstrip(" ,;:–-")
    return f"{words} …" if len(words) > room // 2 else f"{cut.rstrip()}…"
