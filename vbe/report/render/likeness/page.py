"""A web page says its texts, in order and in their places; and a style sheet can hide or add any of them.

So a style sheet is believed only where it is one that this program has written, now or in an earlier version: their sums
stand in `styles.sha256`, to which `make docs` adds today's.
"""

from __future__ import annotations

import hashlib
from html.parser import HTMLParser
from pathlib import Path

SHEETS = Path(__file__).parent / "styles.sha256"
UNSAID = frozenset({"div", "span", "p", "col", "colgroup", "main", "header", "footer", "nav", "section", "strong"})
"""Elements that say nothing of their own. Every other one is a statement where it begins and ends."""
QUIET = frozenset({"id", "class", "role", "tabindex", "aria-labelledby"})
"""Attributes that say nothing that is not said elsewhere; all others are statements."""
MEANT = frozenset({"green", "yellow", "red", "grey", "draft", "decided", "hidden", "skip", "matrix", "cards"})
"""Classes that say something: a colour, whether it is decided, and what is not seen."""
SUMS = ("vbe.seal", "vbe.model")
STYLE = "<style>"


def sum_of_sheet(text: str) -> str:
    """SHA-256 of a style sheet, as it stands in a page or in a file."""
    return hashlib.sha256(text.replace("<\\/", "</").strip().encode()).hexdigest()


def statements(content: bytes) -> dict[str, object]:
    """Each section's texts with their places, and the style sheets whose sums are not in `styles.sha256`."""
    reader = _Reader()
    reader.feed(content.decode("utf-8", "replace"))
    reader.close()
    known = set(SHEETS.read_text("utf-8").split())
    unknown = [text for text in map("".join, reader.sheets) if sum_of_sheet(text) not in known]
    return {**reader.said, STYLE: (len(reader.sheets), unknown)}


class _Reader(HTMLParser):
    """Gathers what is said, section by section."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: dict[str, list[str]] = {"": []}
        self.sheets: list[list[str]] = []
        self._section = ""
        self._in_sheet = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element: where it stands and what its attributes say."""
        named = {name: value or "" for name, value in attrs}
        if tag == "meta" and named.get("name") in SUMS and len(attrs) == len(named) == len(("name", "content")):
            return
        if tag == "section":
            self._section = named.get("id", "")
            self.said.setdefault(self._section, [])
        self._in_sheet = tag == "style"
        if self._in_sheet:
            self.sheets.append([])
        meant = MEANT.intersection(named.get("class", "").split())
        shown = [f"{name}={value}" for name, value in attrs if name not in QUIET]
        if tag not in UNSAID or meant or shown or len(attrs) > len(named):
            self._say(f"<{' '.join((tag, *sorted(meant), *shown))}>")

    def handle_endtag(self, tag: str) -> None:
        """The end of an element."""
        self._in_sheet = False
        if tag == "section":
            self._section = ""
        if tag not in UNSAID:
            self._say(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        """Words, one by one: blanks say nothing."""
        if self._in_sheet:
            self.sheets[-1].append(data)
            return
        for word in data.split():
            self._say(word)

    def handle_comment(self, data: str) -> None:
        """Browsers do not agree on where a comment ends, so what stands in one counts."""
        self._say(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        """A declaration: `doctype html`."""
        self._say(f"<!{decl}>")

    def handle_pi(self, data: str) -> None:
        """An instruction to some program."""
        self._say(f"<?{data}>")

    def unknown_decl(self, data: str) -> None:
        """What is neither."""
        self._say(f"<![{data}]>")

    def _say(self, word: str) -> None:
        self.said[self._section].append(word)
