"""Text as a reader sees it who has a browser: entities, percent signs, escapes and tags undone, with the way back.

A number copied out of a page or an address carries `&nbsp;`, `%2D`, `\\u2013` or `<b>` between its digits.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from vbe.language.patterns import later
from vbe.privacy.hits import Hit

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# Looking for these costs a microsecond; nearly every text has none of them.
_SIGNS: Final = ("&", "%", "<", "\\", "*", "`", "~~", "__")
_BOUNDARY: Final = "\ufffd"
"""Stands for a tag that ends a block: no number goes on past it."""

INLINE: Final = later(
    "a|abbr|b|bdi|bdo|big|cite|code|dfn|em|font|i|ins|kbd|mark|s|samp|small|span|strong|sub|tspan|tt|u|var|wbr"
    "|w:(?:r|t|rpr|b|i|u|lang|sz|color|rfonts|rstyle|prooferr|bcs|szcs|nobreakhyphen|softhyphen)"
)
_BREAKS: Final = frozenset({"br", "w:br"})
# The sign is looked for first: to try each way at each character takes five times as long.
_CODED: Final = later(
    r"(?=[&%\\<*`~_])(?:&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});"
    r"|(?:%[0-9a-fA-F]{2})+"
    r"|\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|\\[-+./,()_&@]"
    r"|</?(?P<tag>[a-zA-Z][\w:]{0,20})(?:\s[^<>]{0,200})?/?>"
    r"|(?:(?<=[0-9])|(?<=[0-9][-+–/. ]))(?P<stress>[*`]{1,3}|~~|__)(?=[-+–/. ]?[0-9]))"
)


def find_as_read(text: str, find: Callable[[str], list[Hit]]) -> list[Hit]:
    """What is found in a text as it is written, and as a reader sees it; sorted, and none that overlaps one before it."""
    hits, decoded = find(text), decode_markup(text)
    more = find(decoded) if decoded is not None else []
    return with_decoded(hits, more, _offsets(text)) if more else hits


def decode_markup(text: str) -> str | None:
    """The text as a reader sees it; None where it is written so."""
    if not any(sign in text for sign in _SIGNS):
        return None
    decoded = _CODED.sub(_plain, text)
    return decoded if decoded != text else None


def _offsets(text: str) -> list[int]:
    """For each character of the decoded text (and its end) where it was written."""
    offsets: list[int] = []
    done = 0
    for coded in _CODED.finditer(text):
        plain = _plain(coded)
        if plain != coded[0]:
            offsets += (*range(done, coded.start()), *[coded.start()] * len(plain))
            done = coded.end()
    offsets += range(done, len(text) + 1)
    return offsets


def _plain(coded: re.Match[str]) -> str:
    if coded["tag"]:
        name = coded["tag"].lower()
        return "\n" if name in _BREAKS else "" if INLINE.fullmatch(name) else _BOUNDARY
    written = coded[0]
    if coded["stress"]:
        return ""  # a part of a number in bold
    if written[0] == "&":
        from html import unescape  # its table of entities is large, and most texts have none

        return unescape(written)
    if written[0] == "%":
        return unquote(written, errors="replace")
    if len(written) == 2:
        return written[1]
    return chr(int(written[2:], 16))  # noqa: FURB166 - \x and \u are no prefixes of numbers


def with_decoded(hits: list[Hit], decoded_hits: list[Hit], offsets: Sequence[int]) -> list[Hit]:
    """The hits of a text and those of its decoded form, led back; sorted, and none that overlaps one before it."""
    found = hits + [Hit(hit.kind, offsets[hit.start], offsets[hit.end]) for hit in decoded_hits]
    apart: list[Hit] = []
    for hit in sorted(found, key=lambda hit: (hit.start, -hit.end)):
        if hit.start < hit.end and (not apart or hit.start >= apart[-1].end):
            apart.append(hit)
    return apart
