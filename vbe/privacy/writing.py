"""One plain way of writing for the many ways to write the same digits.

A number copied out of Word, a PDF or a chat carries en dashes, no-break spaces, zero-width joiners or
full-width digits, and a formatter may have folded it over two lines. The detectors see a `Plain` text without any of that,
and its `offsets` lead back to the text as it was written.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from vbe.language.patterns import later

# Far enough to see a whole UUID or the label in front of a number.
_CONTEXT = 48

_ZERO, _A, _RARE, _BREAK, _COMMA = ord("0"), ord("a"), ord("!"), ord("|"), ord(",")
# No number goes on past one of these: lists of ids and dates are full of them.
_BREAKS = frozenset(b'":;[]{}=|&?*@$%^~`')
# UTF-8 lead bytes under which Unicode keeps decimal digits other than 0-9 (Unicode 16: from U+0660 on, none
# in U+2000-3FFF).
_LEADS_OF_DIGITS = frozenset((0xD9, 0xDB, 0xDF, 0xE0, 0xE1, 0xEA, 0xEF, 0xF0))


def _kept_as(byte: int) -> int | None:
    if byte in _LEADS_OF_DIGITS:
        return _RARE
    if byte in _BREAKS:
        return _BREAK
    if byte == _COMMA:
        return _COMMA
    char = chr(byte)
    if not char.isascii() or not char.isalnum():
        return None
    return _ZERO if char.isdigit() else _A


_SHAPES = bytes(_kept_as(byte) or 0 for byte in range(256))
_DROPPED = bytes(byte for byte in range(256) if _kept_as(byte) is None)


def _starts_as(byte: int) -> int:
    """Give the kind of a byte in front of a phone number: letters and hyphens a, digits 1, what may stand inside a number
    s, what may end a label (Tfn:08-…) a point, and all else a space.
    """
    if byte in _LEADS_OF_DIGITS:
        return _RARE
    if byte in b"0+":
        return byte
    char = chr(byte)
    if char.isascii() and (char.isalpha() or char == "-"):
        return _A
    kinds = {"1": "123456789", ".": "./:", "s": " ,"}
    return ord(next((kind for kind, chars in kinds.items() if char in chars), " "))


# A phone number starts at a 0 or + that goes on from no word, date, thousands or version number.
_STARTS = bytes(_starts_as(byte) for byte in range(256))
_MAY_START = (b"+", b"!", b" 0", b"as0", b"ss0", b" s0", b".s0", b"a.0", b" .0")

# The letter of an interim number stands after six digits; anything else that is long enough is digits only.
_INTERIM_SHAPE = b"000000a000"

# A comma ends a number as the other breaks do, but for "19121212, 1212".
_COMMA_SHAPE = b"000000,0000"

# Characters that show as nothing: format characters (Cf), combining marks (Mn, Me).
_INVISIBLE = frozenset(("Cf", "Mn", "Me"))
_PLAIN_CATEGORIES = {"Pd": "-", "Zs": " ", "Zl": "\n", "Zp": "\n"}
_PLAIN_CHARS = {"\t": " ", "\u0085": "\n", "\u2212": "-", "\u2043": "-", "\u2800": " ", "\u2044": "/", "\u2215": "/"}
_PLAIN_CHARS |= dict.fromkeys("\u00b7\u2022\u2027\u2219\u22c5\u30fb", ".")

# Stands for a sign that can be no part of a number.
_BOUNDARY = "\ufffd"

# A line break inside a number, with the indentation, the `\` of a quoted YAML scalar and the comment or
# quote mark that come with it.
_FOLD = later(r" *\\?\r?\n *(?:[#>]+ *)?")


@lru_cache(maxsize=2)
def may_start_phone(text: str) -> bool:
    """Tell at the cost of a few microseconds that no phone number starts in a text: nearly every 0 stands in a date."""
    starts = b" " + text.encode("utf-8", "surrogatepass").translate(_STARTS)
    return any(start in starts for start in _MAY_START)


class Plain(NamedTuple):
    """A stretch of text in plain writing; `text[i]` was written at `offsets[i]`.

    `start` and `end` bound the stretch that is dense in digits; around it lies context.
    A newline stands for a whole fold.
    """

    text: str
    offsets: tuple[int, ...]
    start: int
    end: int

    def written(self, start: int, end: int) -> tuple[int, int]:
        """Give the place in the original text of `text[start:end]`."""
        return self.offsets[start], self.offsets[end - 1] + 1


@lru_cache(maxsize=2)
def may_hold_digits(text: str, at_least: int) -> bool:
    """Tell at the cost of a few microseconds that a text cannot hold a number of so many digits.

    Why bytes: `bytes.translate` and `in` run at memory speed, a regular expression over the text is six times
    slower, and nearly every file is clean.
    """
    shapes = text.encode("utf-8", "surrogatepass").translate(_SHAPES, _DROPPED)
    return b"0" * at_least in shapes or _INTERIM_SHAPE in shapes or _COMMA_SHAPE in shapes or b"!" in shapes


def _dense_in_digits(digits: int) -> re.Pattern[str]:
    # Any word character may follow the date: the letter of an interim number, also in full width. The gap is
    # bounded so that a hostile text cannot make the search quadratic, and wide enough for an indented fold.
    gap = r"[\W_]{0,60}"
    return later(rf"\d(?:{gap}\d){{5,7}}{gap}\w(?:{gap}\d){{{digits - 7}}}(?:{gap}\d)*+")


_DENSE = {digits: _dense_in_digits(digits) for digits in (8, 10)}


def plain_stretches(text: str, at_least: int, worth: re.Pattern[str] | None = None) -> Iterator[Plain]:
    """Yield, in plain writing, each stretch of a text that may hold a number of 8 or 10 digits.

    With `worth`, only the stretches in which it is found, up to three characters ahead.
    """
    if may_hold_digits(text, at_least):
        for dense in _DENSE[at_least].finditer(text):
            if worth is None or worth.search(text, max(0, dense.start() - 3), dense.end()):
                yield _plain(text, dense.start(), dense.end())


def _plain(text: str, start: int, end: int) -> Plain:
    chars: list[str] = []
    offsets: list[int] = []
    for offset in range(max(0, start - _CONTEXT), min(len(text), end + _CONTEXT)):
        if plain := _plain_char(text[offset]):
            chars.append(plain)
            offsets.append(offset)
    chars, offsets = _folds_joined("".join(chars), offsets)
    first = sum(offset < start for offset in offsets)
    inside = sum(start <= offset < end for offset in offsets)
    return Plain("".join(chars), tuple(offsets), first, first + inside)


def _plain_char(char: str) -> str:
    """Give the plain character for one character: one character or, if it does not show, none."""
    if char.isascii():
        return _PLAIN_CHARS.get(char, char)
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    category = unicodedata.category(char)
    if category in _INVISIBLE:
        return ""
    if plain := _PLAIN_CHARS.get(char) or _PLAIN_CATEGORIES.get(category):
        return plain
    folded = unicodedata.normalize("NFKC", char)
    # A superscript is a footnote mark: it ends the number before it instead of being one more digit.
    return folded if len(folded) == 1 and folded.isalpha() | (folded in "+-_.,:/#()") else _BOUNDARY


def _folds_joined(text: str, offsets: list[int]) -> tuple[list[str], list[int]]:
    chars: list[str] = []
    kept: list[int] = []
    done = 0
    for fold in _FOLD.finditer(text):
        chars += text[done : fold.start()]
        kept += offsets[done : fold.start()]
        chars.append("\n")
        kept.append(offsets[fold.start()])
        done = fold.end()
    return chars + list(text[done:]), kept + offsets[done:]
