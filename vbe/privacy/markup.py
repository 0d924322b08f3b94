"""What a reader of HTML, XML or an office document is told, so that it can be searched. Loaded where there is one."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from typing import Final

from vbe.language.patterns import later
from vbe.privacy.decoding import INLINE

_BOUNDARY: Final = "\n\ufffd\n"
_SAYING: Final = later(
    "title|alt|content|aria-[a-z]+|data-[a-z-]+|href|src|value|placeholder|label|descr|name|target|tooltip|caption|summary"
    "|datetime|w:(?:val|tooltip|name|alias|tag)"
)
"""Attributes that hold text; the others hold coordinates, sizes and names of styles."""
_UNSEEN: Final = ("style", "script")
_INLINE_TAG: Final = later(rf"(?i)</?(?:{INLINE.pattern})(?:[\s/][^<>]*)?>")
_TAG: Final = later(r"<[^<>]*>")
_EMPTY: Final = later(r"\s*\ufffd[\s\ufffd]*")
"""Boundaries with nothing between them: most of what is left of a page of styles."""
_SAID: Final = later(rf"\s(?:{_SAYING.pattern})=(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)


def read_markup(markup: str) -> str:
    """What a reader of HTML or XML is told: the text, and that of attributes; what two blocks say is kept apart."""
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    return "".join(reader.pieces + reader.attributes)


def read_office(part: str) -> str:
    """The same of a part of an office document, which is plain XML: a tenth of the time where there is no comment or section."""
    if "<!" in part:
        return read_markup(part)
    attributes = (_BOUNDARY + (double or single) for double, single in _SAID.findall(part))
    return unescape(_EMPTY.sub(_BOUNDARY, "".join((_TAG.sub(_BOUNDARY, _INLINE_TAG.sub("", part)), *attributes))))


class _Reader(HTMLParser):
    """Collects the text of a document."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.attributes: list[str] = []
        self._unseen = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._unseen = tag in _UNSEEN
        self.attributes += [f"{_BOUNDARY}{value}" for name, value in attrs if value and _SAYING.fullmatch(name)]
        if not INLINE.fullmatch(tag):
            self.pieces.append(_BOUNDARY)

    def handle_endtag(self, tag: str) -> None:
        self._unseen = False
        if not INLINE.fullmatch(tag):
            self.pieces.append(_BOUNDARY)

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.pieces.append(data)

    def handle_comment(self, data: str) -> None:
        self.pieces.append(f"{_BOUNDARY}{data}{_BOUNDARY}")
