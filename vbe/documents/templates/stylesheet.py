"""A style sheet may load nothing: no other sheet, no picture or typeface from elsewhere, nothing that runs.

Comments and strings are searched as well: what is one depends on where the other ends.
"""

from __future__ import annotations

import re

from vbe.documents.templates import Fault
from vbe.language import _

ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})[ \t\n]?|(.))")
LOADS = re.compile(
    r"@(?:import|namespace|charset)|(?<![\w-])(?:url|src|(?:-webkit-)?image-set|image|cross-fade|element|expression)\("
    r"|-moz-binding|(?<![\w-])behavior\s*:",
    re.IGNORECASE,
)
WITHIN = re.compile(r"\s*[\"']?(?:#|data:(?:image|font)/[a-z0-9.+-]+[;,])", re.IGNORECASE)
"""What may stand in `url(`: a place on the page, or the picture or typeface itself."""


def faults(content: bytes) -> list[Fault]:
    """The first thing that the sheet would load, if any."""
    found = loads(content.decode("utf-8", "replace"))
    if found is None:
        return []
    what, line = found
    message = _("The style sheet loads something: “{text}”.").format(text=what)
    return [Fault(message, _("Put what it needs in the sheet itself, as data:image/… or data:font/…."), line)]


def loads(css: str) -> tuple[str, int] | None:
    """What a style sheet would load first, and on which line; None where it loads nothing."""
    plain = ESCAPE.sub(_letter, css)
    for match in LOADS.finditer(plain):
        if match[0].lower() != "url(" or not WITHIN.match(plain, match.end()):
            return plain[match.start() : match.start() + 60].split("\n")[0], plain.count("\n", 0, match.start()) + 1
    return None


def _letter(match: re.Match[str]) -> str:
    if match[1] is None:
        return match[2]
    code = int(match[1], 16)
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
