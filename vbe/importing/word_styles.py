"""What a Word document's styles say of its paragraphs and runs: headings, lists, what is bold, what is hidden."""

from __future__ import annotations

import re
from typing import Any, Final

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HEADING: Final = re.compile(r"(?:heading|rubrik)\s*(\d)", re.IGNORECASE)
TITLES: Final = ("title", "rubrik", "titel", "dokumenttitel")
OFF: Final = ("0", "false", "off")
DEEPEST: Final = 20
"""So many styles may build on one another."""


class Styles:
    """The styles by their ids."""

    BOLD: Final = 8
    """The level of a heading that somebody has made by hand, below all that have a style."""

    def __init__(self, root: Any) -> None:
        self._styles = {style.get(f"{W}styleId"): style for style in root.iter(f"{W}style")}

    def level(self, paragraph: Any) -> int:
        """1 to 9 for a heading, else 0; a title is 1."""
        outline = paragraph.find(f"{W}pPr/{W}outlineLvl")
        for style in self._chain(paragraph):
            name = HEADING.match(self._name(style))
            if name:
                return int(name[1]) or 1
            outline = style.find(f"{W}pPr/{W}outlineLvl") if outline is None else outline
        if outline is not None and re.fullmatch("[0-8]", outline.get(f"{W}val", "")):
            return int(outline.get(f"{W}val")) + 1
        return 1 if self.is_title(paragraph) else 0

    def is_title(self, paragraph: Any) -> bool:
        """Whether it is the document's own title."""
        return any(self._name(style).casefold() in TITLES for style in self._chain(paragraph)[:1])

    def is_contents(self, paragraph: Any) -> bool:
        """Whether it is a line of a table of contents, or the caption of a table: neither says what the plan does."""
        names = (self._name(style).casefold() for style in self._chain(paragraph))
        return any(name.startswith(("toc ", "innehåll", "caption", "beskrivning")) for name in names)

    def is_item(self, paragraph: Any) -> bool:
        """Whether it is an item of a list."""
        return self.numbering(paragraph)[0] not in ("", "0")

    def numbering(self, paragraph: Any) -> tuple[str, int | None, str]:
        """The number of the list that a paragraph is in (`0` or empty: none), its level where it is told, and its style."""
        nodes = [paragraph, *self._chain(paragraph)]
        named = paragraph.find(f"{W}pPr/{W}pStyle")
        style = named.get(f"{W}val", "") if named is not None else ""
        for node in nodes:
            found = node.find(f"{W}pPr/{W}numPr/{W}numId")
            if found is not None:
                levels = (node.find(f"{W}pPr/{W}numPr/{W}ilvl") for node in nodes)
                level_text = next((level.get(f"{W}val", "") for level in levels if level is not None), "")
                return found.get(f"{W}val", ""), int(level_text) if re.fullmatch("[0-8]", level_text) else None, style
        return "", None, style

    def is_bold(self, run: Any) -> bool:
        """Whether a run is bold by itself or by its own style."""
        return self._has(run, "b")

    def is_hidden(self, run: Any) -> bool:
        """Whether a run is not shown."""
        return self._has(run, "vanish")

    def _has(self, run: Any, property_name: str) -> bool:
        own = run.find(f"{W}rPr/{W}rStyle")
        styles = self._chain_of(own.get(f"{W}val")) if own is not None else []
        paragraph = next(run.iterancestors(f"{W}p"), None)
        if property_name == "vanish" and paragraph is not None:
            styles += self._chain(paragraph)
        for node in (run, *styles):
            found = node.find(f"{W}rPr/{W}{property_name}")
            if found is not None:
                return found.get(f"{W}val", "1") not in OFF
        return False

    def _chain(self, paragraph: Any) -> list[Any]:
        named = paragraph.find(f"{W}pPr/{W}pStyle")
        return self._chain_of(named.get(f"{W}val")) if named is not None else []

    def _chain_of(self, identity: str | None) -> list[Any]:
        """A style and those that it builds on."""
        chain: list[Any] = []
        while identity in self._styles and len(chain) < DEEPEST:
            chain.append(self._styles[identity])
            based = chain[-1].find(f"{W}basedOn")
            identity = based.get(f"{W}val") if based is not None else None
        return chain

    @staticmethod
    def _name(style: Any) -> str:
        name = style.find(f"{W}name")
        return str(name.get(f"{W}val", "")) if name is not None else ""
