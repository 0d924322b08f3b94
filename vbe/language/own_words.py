"""What a municipality has written itself, kept out of the hands of a catalogue: it is printed as it was written.

A document mixes sentences of ours with texts of theirs, and a part of a text of theirs may be one of our messages. So their
texts are put away before a sentence is told in another language, each behind a sign that stands in no text, and put back after.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

WORD: Final = re.compile(r"[^\W_]+")
FIRST, LAST = 0xF0000, 0xFFFFD
"""Signs of a private use area of Unicode; a text that holds one is told without care for what is theirs."""
SIGNS: Final = f"{chr(FIRST)}-{chr(LAST)}"
SIGN: Final = re.compile(f"[{SIGNS}]")
CUT: Final = "…"
SHORTEST_CUT: Final = 12
"""Letters of a text that has been cut off, for it to be known again."""


class OwnWords:
    """The texts of a municipality."""

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self._whole: set[str] = set()
        self._by_word: dict[str, list[str]] = defaultdict(list)
        for text in sorted({" ".join(text.split()) for text in texts}, key=lambda text: (-len(text), text)):
            self._whole |= {text, _small(text), _large(text)}
            first = WORD.match(text)
            # One word in a sentence may be ours as well as theirs; a text of several is theirs.
            if first and " " in text:
                for way in dict.fromkeys((text.rstrip("."), _small(text).rstrip("."), _large(text).rstrip("."))):
                    self._by_word[WORD.match(way)[0]].append(way)  # type: ignore[index]  # begins with the same word

    def __contains__(self, text: str) -> bool:
        return text in self._whole

    def put_away(self, text: str) -> tuple[str, list[str]]:
        """The text with a sign in the place of each of theirs, and what the signs stand for."""
        if SIGN.search(text):
            return text, []
        kept: list[str] = []
        parts: list[str] = []
        at = 0
        for word in WORD.finditer(text) if self._by_word else ():
            if word.start() < at or not (found := self._at(text, word.start(), word[0])):
                continue
            parts += [text[at : word.start()], chr(FIRST + len(kept))]
            kept.append(found)
            at = word.start() + len(found)
        return "".join((*parts, text[at:])), kept

    def _at(self, text: str, start: int, word: str) -> str:
        """The longest of their texts that stands here, whole or cut off; empty where none does."""
        for theirs in self._by_word.get(word, ()):
            end = start + len(theirs)
            if text.startswith(theirs, start) and not text[end : end + 1].isalnum():
                return theirs
        cut = text.find(CUT, start)
        if cut - start >= SHORTEST_CUT:
            begun = text[start:cut].rstrip(" .,")
            if any(theirs.startswith(begun) for theirs in self._by_word.get(word, ())):
                return text[start : cut + 1]
        return ""


def put_back(text: str, kept: list[str]) -> str:
    """The text with what was put away in its places."""
    return SIGN.sub(lambda sign: kept[ord(sign[0]) - FIRST], text) if kept else text


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def _large(text: str) -> str:
    return text[:1].upper() + text[1:]
