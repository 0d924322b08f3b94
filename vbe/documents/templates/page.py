"""A filled page may load nothing and run nothing, whatever template it was made with."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from vbe.documents.templates import Fault
from vbe.documents.templates.stylesheet import loads
from vbe.language import _

FORBIDDEN = frozenset(
    {"applet", "base", "embed", "fencedframe", "form", "frame", "frameset", "iframe", "link", "object", "portal", "script"}
)
LOADING = frozenset(
    {"action", "archive", "background", "cite", "classid", "codebase", "data", "formaction", "longdesc", "manifest", "ping"}
    | {"poster", "profile", "src", "srcdoc", "srcset", "usemap", "xlink:href", "imagesrcset", "dynsrc", "lowsrc"}
)
WITHIN = re.compile(r"\s*(?:#|data:image/[a-z0-9.+-]+[;,]|\Z)", re.IGNORECASE)
LINKED = re.compile(r"\s*(?:#|https?:|mailto:|tel:|[\w./?][^:]*\Z|\Z)", re.IGNORECASE)
"""Where a link may lead: a reader follows it, the page does not."""


def faults(content: bytes) -> list[Fault]:
    """The first thing that the page would load or run, if any."""
    reader = _Reader()
    # A style sheet that is never closed is one for the browser too.
    reader.feed(content.decode("utf-8", "replace") + "\n</style>")
    reader.close()
    return reader.found[:1]


class _Reader(HTMLParser):
    """Reads elements and their attributes; scripts in the text of a report are text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Fault] = []
        self._style: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element: a forbidden one, or one whose attributes lead away."""
        self._style = [] if tag == "style" else None
        if tag in FORBIDDEN:
            self._tell(f"<{tag}>")
        named = {name: value or "" for name, value in attrs}
        if tag == "meta" and named.get("http-equiv", "").lower() not in ("", "content-security-policy"):
            self._tell("<meta http-equiv>")
        for name, value in named.items():
            allowed = LINKED if name == "href" and tag in ("a", "area") else WITHIN
            leads = name in LOADING or name == "href"
            if name.startswith("on") or (leads and not allowed.match(value)) or (name == "style" and loads(value)):
                self._tell(f"<{tag} {name}>")

    def handle_endtag(self, tag: str) -> None:
        """A style sheet is checked as one."""
        if tag == "style" and self._style is not None and loads("".join(self._style)):
            self._tell("<style>")

    def handle_data(self, data: str) -> None:
        """Text, which counts inside a style sheet only."""
        if self._style is not None:
            self._style.append(data)

    def _tell(self, what: str) -> None:
        message = _("The page loads or runs something: {text}.").format(text=what)
        self.found.append(Fault(message, _("Put pictures in the page itself, as data:image/…; scripts are not allowed.")))
