"""The runs of a paragraph in a Word document → its text, as a reader of the finished document sees it."""

from __future__ import annotations

from typing import Any, Final

from vbe.errors import VbeError
from vbe.importing.document import DELETED, HIDDEN, Piece, cleaned
from vbe.importing.word_styles import Styles, W
from vbe.language import _

MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MOST_BLOCKS: Final = 20_000
"""Paragraphs and cells of a plan; a long one has some hundred."""
BREAKS: Final = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": " ", f"{W}ptab": " ", f"{W}noBreakHyphen": "-", f"{W}softHyphen": ""}
SILENT: Final = frozenset(
    f"{W}{tag}" for tag in ("instrText", "delInstrText", "pPr", "rPr", "tblPr", "sdtPr", "sdtEndPr", "fldData")
)
GONE: Final = (f"{W}del", f"{W}moveFrom")


class Runs:
    """Reads texts, and keeps apart what a reader does not see."""

    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        self.apart: list[Piece] = []
        """What is hidden or deleted, in order."""
        self.boxes: list[Any] = []
        """Text boxes that were met and are not read yet."""
        self._size = 0

    def text(self, node: Any, place: str) -> str:
        """What a reader sees of a paragraph; boxes in it are put by for later, and what is not seen is kept apart."""
        parts = []
        for child in node:
            tag = child.tag
            if not isinstance(tag, str) or tag in SILENT:
                continue
            if tag == f"{W}t":
                parts.append(child.text or "")
            elif tag in BREAKS:
                parts.append(BREAKS[tag])
            elif tag in GONE:
                self.aside(DELETED, "".join(t.text or "" for t in child.iter(f"{W}delText", f"{W}t")), place)
            elif tag == f"{W}txbxContent":
                self.boxes.append(child)
            elif tag == f"{W}r" and self.styles.is_hidden(child):
                self.aside(HIDDEN, "".join(t.text or "" for t in child.iter(f"{W}t")), place)
            else:
                parts.append(self.text(visible(child), place))
        return "".join(parts)

    def aside(self, kind: str, text: str, place: str) -> None:
        """Keep a text that is not seen."""
        if cleaned(text):
            self.counted(1)
            self.apart.append(Piece(cleaned(text), place, kind))

    def counted(self, more: int) -> None:
        """So many paragraphs or cells more; stops where they are more than a plan has."""
        self._size += more
        if self._size > MOST_BLOCKS:
            raise VbeError(
                _("The document is too large to be a plan: more than {count} paragraphs and cells.").format(count=MOST_BLOCKS)
            )


def visible(node: Any) -> Any:
    """Of what is given in two ways, the newer one."""
    if node.tag == f"{MC}AlternateContent":
        choice = node.find(f"{MC}Choice")
        return choice if choice is not None else node.find(f"{MC}Fallback")
    return node
