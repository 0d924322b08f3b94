"""A page as a reader's program takes it, by Python's own parser: nothing here is of the program that made it."""

from __future__ import annotations

import posixpath
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
VOID = frozenset({"meta", "link", "br", "img", "input", "hr", "col", "wbr"})


class Reading(HTMLParser):
    """What a page leads to and loads, its places, and the headings in `main` under which nothing stands."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.places: list[str] = []
        self.handlers: list[str] = []
        self.empty: list[str] = []
        self.words: list[str] = []
        self.main: list[str] = []
        self._open: list[str] = []
        self._heading: tuple[str, str] | None = None
        self.feed(page.decode("utf-8"))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag not in VOID:
            self._open.append(tag)
        if told.get("id"):
            self.places.append(str(told["id"]))
        if tag in ("a", "form"):
            self.links += [str(v) for k, v in attrs if k in ("href", "action")]
        elif tag in ("link", "script", "img"):
            self.loads += [str(v) for k, v in attrs if k in ("href", "src")]
        self.handlers += [name for name, _value in attrs if name.startswith("on")]
        if tag in HEADINGS and "main" in self._open:
            # A heading right after one of the same or of a lower level: nothing stood under the first.
            if self._heading and tag <= self._heading[0]:
                self.empty.append(self._heading[1])
            self._heading = (tag, "")
        elif tag in ("table", "img", "svg", "input"):
            self._heading = None

    def handle_endtag(self, tag: str) -> None:
        if tag == "main" and self._heading:
            self.empty.append(self._heading[1])
            self._heading = None
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not data.strip():
            return
        self.words.append(data)
        if "main" in self._open:
            self.main.append(data)
        if self._heading:
            level, said = self._heading
            self._heading = (level, said + data) if level in self._open else None

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


def targets(page: str, reading: Reading) -> Iterator[tuple[str, str]]:
    """File and place of each link of a page that stays in the site."""
    for link in (*reading.links, *reading.loads):
        parts = urlsplit(link)
        if not parts.scheme:
            path = unquote(parts.path)
            yield posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page, unquote(parts.fragment)


def pages(files: Mapping[str, bytes]) -> dict[str, Reading]:
    """Every page of the site's own, read."""
    return {path: Reading(content) for path, content in files.items() if path.endswith(".html") and "/filer/" not in path}
