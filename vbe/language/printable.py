"""Which letters the typefaces of the report have: what stands outside them cannot be printed as PDF."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from vbe.language.patterns import later

RANGES = Path(__file__).with_name("printable.txt")
"""`0020-007E`, a range a line; made by tools/printable.py from the faces themselves."""
UNSEEN = r"\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\u00ad\ufeff\s\x00-\x1f"
"""What has no picture of its own, such as the joiners of Persian and of emoji; whether it may stand is told elsewhere."""
RARE = later("[^\\s -~\u00a0-\u00ac\u00ae-\u024f–—‘’“”…•]")
"""A letter that texts in Swedish seldom have. What has none of them can be printed, and needs not the pattern of all letters."""


@cache
def unprintable() -> re.Pattern[str]:
    """What finds a letter that no typeface of the report has."""
    pairs = [line.split("-") for line in RANGES.read_text(encoding="ascii").split()]
    shown = "".join(f"\\U{int(first, 16):08x}-\\U{int(last, 16):08x}" for first, last in pairs)
    return re.compile(f"[^{shown}{UNSEEN}]")
