"""Swedish words → stems: Snowball's rules, and "anmälan" as "anmälningar". `templates/site/search.js` does the same to
what is sought; the two are compared in a browser."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

VOWELS = "aeiouyåäö"
ENDINGS = tuple(
    re.findall(
        r"\S+",
        "heterna hetens anden andes andet arens arnas ernas ornas heten heter arna erna orna ande arne aste aren "
        "ades erns ade are ern ens het ast ad en ar er or as es at a e",
    )
)
S_AFTER = "bcdfghjklmnoprtvy"
DOUBLED = re.compile(r"(?:dd|gd|nn|dt|gt|kt|tt)\Z")
DERIVED, NOUNS = ("els", "lig", "ig"), ("ning", "an")
LEAST, KEPT = 4, 3
"""Letters of a word that is shortened, and of what is left before "-ning" and "-an"."""
DIGIT = re.compile(r"[0-9]")
BETWEEN = re.compile(r"(?:[^\w.:\-]|_)+")
EDGES = ".:-"


def words(text: str) -> Iterator[str]:
    """The words of a text, numbers and ids whole."""
    for part in BETWEEN.split(unicodedata.normalize("NFC", text)):
        word = part.strip(EDGES)
        if word:
            yield word


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """A word without its endings."""
    short = word.lower()
    start = _region(short)
    if DIGIT.search(short) or len(short) < LEAST:
        return short
    ending = next((end for end in ENDINGS if _ends(short, end, start)), "")
    if ending:
        short = short.removesuffix(ending)
    elif _ends(short, "s", start) and short[-2] in S_AFTER:
        short = short[:-1]
    if DOUBLED.search(short) and len(short) - 2 >= start:
        short = short[:-1]
    short = short.removesuffix(next((end for end in DERIVED if _ends(short, end, start)), ""))
    return short.removesuffix(next((end for end in NOUNS if _ends(short, end, start) and len(short) - len(end) > KEPT), ""))


def _ends(word: str, end: str, start: int) -> bool:
    """Whether a word ends so, within the part that may be shortened."""
    return len(word) - len(end) >= start and word.endswith(end)


def _region(word: str) -> int:
    """Where that part begins: after the first consonant that follows a vowel, and after three letters."""
    for at in range(1, len(word)):
        if word[at] not in VOWELS and word[at - 1] in VOWELS:
            return max(at + 1, KEPT)
    return len(word)
