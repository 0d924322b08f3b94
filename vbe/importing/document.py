"""A plan as it stands on paper, whatever program it was written in: blocks of text in order, each with its place."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from vbe.privacy.hidden import hidden_places

if TYPE_CHECKING:
    from collections.abc import Iterator

BULLET: Final = re.compile(r"\A(?:[•●▪◦‣·○–—-]|o(?= )|\*)\s+")
BLANKS: Final = re.compile(r"[^\S\n]+")
DASHES: Final = str.maketrans({"\u00ad": None, "\u2011": "-", "\ufeff": None, "\r": "\n", "\v": "\n", "\f": "\n"})
WORD: Final = re.compile(r"[^\W_]+")

BODY, BOX, NOTE, MARGIN, CONTENTS, COMMENT, HIDDEN, DELETED = (
    "body", "box", "note", "margin", "contents", "comment", "hidden", "deleted",
)  # fmt: skip
"""Where a reader meets a text; `hidden` and `deleted` are texts that a reader of the finished document does not see."""
UNSEEN: Final = (HIDDEN, DELETED, COMMENT)


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """A paragraph or a cell: what it says, and where. Two pieces are the same only where they are the same place."""

    text: str
    place: str
    kind: str = BODY
    items: tuple[str, ...] = ()
    """Of a cell that is a list: its items. Of a paragraph that is an item of one: its text without the bullet."""
    level: int = 0
    """Of a heading: 1 is the highest. 0 where it is none."""
    is_title: bool = False

    @property
    def line(self) -> str:
        """The text on one line."""
        return " ".join(self.text.split())


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A table as a grid: a cell that spans several places stands in each of them, the very same piece."""

    rows: tuple[tuple[Piece, ...], ...]
    name: str
    """What a log calls it: `tabell 2`, `bladet Plan`."""

    def pieces(self) -> Iterator[Piece]:
        """Each cell once, in order."""
        yield from dict.fromkeys(piece for row in self.rows for piece in row)


@dataclass(frozen=True, slots=True)
class Document:
    """A document that has been read."""

    name: str
    """The file's name, without folders."""
    blocks: tuple[Piece | Table, ...] = field(default=())

    def pieces(self) -> Iterator[Piece]:
        """Everything that says something, in order."""
        for block in self.blocks:
            for piece in block.pieces() if isinstance(block, Table) else (block,):
                if piece.text:
                    yield piece


def cleaned(text: str) -> str:
    """A text as it is kept: composed letters, one kind of blank, nothing that is not seen, no empty lines."""
    text = unicodedata.normalize("NFC", text).translate(DASHES)
    hidden = set(hidden_places(text))
    if hidden:
        text = "".join(character for at, character in enumerate(text) if at not in hidden)
    lines = (BLANKS.sub(" ", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def words_of(text: str) -> list[str]:
    """The words of a text, without case: what is counted where nothing may be lost."""
    return [word.casefold() for word in WORD.findall(cleaned(text))]
