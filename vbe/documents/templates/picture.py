"""A picture of the city's own, published as a file: it shows itself, and loads and runs nothing when somebody opens it."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from vbe.documents.templates import Fault
from vbe.documents.templates.stylesheet import loads
from vbe.language import _

PNG = b"\x89PNG\r\n\x1a\n"
SHAPES = frozenset(
    {"svg", "g", "defs", "symbol", "use", "title", "desc", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon"}
    | {"text", "tspan", "lineargradient", "radialgradient", "stop", "clippath", "mask", "pattern", "marker"}
)
"""Elements that draw. Nothing that scripts, moves, loads, or holds a page."""
TAG = re.compile(r"<(?!!--)[/\s]*([^\s/>]*)")
HANDLER = re.compile(r"(?<![\w-])on\w+\s*=", re.IGNORECASE)
NAMES = re.compile(r"xmlns(?::xlink)?|xml:space|version")
DECLARED = re.compile(r"\s*(?:\ufeff)?<\?xml\s[^?<>]*\?>")
NAMESPACES = ("http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink")


def faults(content: bytes) -> list[Fault]:
    """The first thing that is no drawing, if any."""
    if content.startswith(PNG):
        return []
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return [_fault("utf-8")]
    text = DECLARED.sub("", text, count=1)
    reader = _Reader()
    reader.feed(text)
    reader.close()
    # Whatever a reader of pages takes for a text or a comment: every tag that is written there is one that draws.
    raw = next((name for name in TAG.findall(text) if name.lower() not in SHAPES), None) or next(
        iter(HANDLER.findall(text)), None
    )
    return reader.found[:1] or ([_fault(raw)] if raw is not None else [] if reader.is_drawing else [_fault("<svg>")])


class _Reader(HTMLParser):
    """Reads elements and their attributes by a list of what is allowed; XML has more ways than a list of what is not."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Fault] = []
        self.is_drawing = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element: one that draws, whose attributes lead nowhere."""
        self.is_drawing = self.is_drawing or tag == "svg"
        if tag not in SHAPES:
            self.found.append(_fault(f"<{tag}>"))
        for name, value in attrs:
            text = value or ""
            if NAMES.fullmatch(name):
                is_bad = name.startswith("xmlns") and text not in NAMESPACES
            elif name.rpartition(":")[2] == "href":
                is_bad = not text.startswith("#")
            else:
                is_bad = (
                    name.startswith("on") or ":" in name or name in ("src", "data") or loads(f"a{{{name}:{text}}}") is not None
                )
            if is_bad:
                self.found.append(_fault(f"<{tag} {name}>"))

    def handle_decl(self, decl: str) -> None:
        """A DOCTYPE, which can name entities."""
        self.found.append(_fault(f"<!{decl[:20]}>"))

    def unknown_decl(self, data: str) -> None:
        """A section of CDATA and the like, which this reads otherwise than a browser does."""
        self.found.append(_fault(f"<![{data[:20]}"))

    def handle_pi(self, data: str) -> None:
        """A style sheet of XML and the like."""
        self.found.append(_fault(f"<?{data[:20]}"))


def _fault(what: str) -> Fault:
    message = _("The picture is more than a drawing: {text}.").format(text=what)
    return Fault(message, _("Save it as plain SVG without scripts, links and style sheets, or as PNG."))
