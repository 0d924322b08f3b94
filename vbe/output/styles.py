"""Colour, where there is a terminal that shows it and nobody has asked for none (https://no-color.org)."""

from __future__ import annotations

import os
import sys
from enum import Enum


class Style(Enum):
    """What a text is, rather than how it looks."""

    PLAIN = ""
    HEADING = "1"
    FAINT = "2"
    BAD = "1;31"
    DOUBTFUL = "33"
    GOOD = "32"


def has_colour() -> bool:
    """Whether the output goes to a terminal with colours."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") not in (None, "dumb")


def paint(style: Style, text: str) -> str:
    """The text in a style, or as it is."""
    return f"\x1b[{style.value}m{text}\x1b[0m" if style.value and has_colour() else text


def block() -> str:
    """What a bar is drawn with: a block where there is a terminal that can show it, else a sign that every file can hold."""
    try:
        "█".encode(sys.stdout.encoding or "ascii")
    except (LookupError, UnicodeEncodeError):
        return "#"
    return "█" if sys.stdout.isatty() else "#"
