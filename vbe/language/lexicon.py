"""The different words of many texts. The same few thousand stand in all of them, so each is looked at once, not in each text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

WORD = re.compile(r"[^\W\d_]++(?:-[^\W\d_]++)*+")
"""A word of letters; with hyphens it is one."""
LONG_WORD = 6
"""A word with more letters than these is long to readers."""
_SHIFT = 32


class Length(NamedTuple):
    """How long a text is to a reader: its words, and how many of them are long."""

    words: int
    long: int


class _Lengths(dict[str, int]):
    """What stands between two blanks → how many words it is × 2³², and how many of them are long."""

    def __missing__(self, piece: str) -> int:
        words = WORD.findall(piece)
        self[piece] = found = len(words) << _SHIFT | sum(len(word) > LONG_WORD for word in words)
        return found


class Lexicon:
    """The words of the texts that have been read so far: all that stands between two blanks, signs and all."""

    def __init__(self) -> None:
        self.words: list[str] = []
        """Each once, those of the latest text last."""
        self._known: set[str] = set()
        self._length_of = _Lengths().__getitem__

    def read(self, text: str) -> set[str]:
        """The words of a text."""
        words = set(text.split())
        new = words - self._known
        self._known |= new
        self.words += new
        return words

    def length(self, text: str) -> Length:
        """How long a text is."""
        total = sum(map(self._length_of, text.split()))
        return Length(total >> _SHIFT, total & (1 << _SHIFT) - 1)


class Signs:
    """Finds the words that tell that a text is worth a closer look."""

    def __init__(self, may_tell: Callable[[str], object]) -> None:
        self._may_tell = may_tell
        """Whether any of several words, one a line, tells it: asked of all new words together, and then of each."""
        self._telling: set[str] = set()
        self._lexicon: Lexicon | None = None
        self._read = 0

    def among(self, words: set[str], lexicon: Lexicon) -> set[str]:
        """Those of the words of a text that tell it. The lexicon is the one that has read the text."""
        if lexicon is not self._lexicon:
            self._telling, self._lexicon, self._read = set(), lexicon, 0
        new = lexicon.words[self._read :]
        if new and self._may_tell("\n".join(new)):
            self._telling.update(word for word in new if self._may_tell(word))
        self._read = len(lexicon.words)
        return words & self._telling


def any_of(parts: tuple[str, ...], *, folded: bool = False) -> Callable[[str], bool]:
    """What tells whether any of some parts stands in a text; with `folded` they are in small letters, and the text may not be."""
    if folded:
        return lambda text: any(part in lowered for lowered in (text.lower(),) for part in parts)
    return lambda text: any(part in text for part in parts)
