"""The one list of characters that are not seen, or that make a text show other than it is.

Records (VBE104), the terminal and the report's forms all ask here, so that what validates can be shown, and nothing is shown
that was not seen in a review. Kept are line ends, the soft hyphen, joiners between letters (Persian and Indic scripts spell with
them) and the signs that emoji are joined of.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

from vbe.language.patterns import later

if TYPE_CHECKING:
    from collections.abc import Iterator

REPLACEMENT: Final = "\ufffd"
SOFT_HYPHEN: Final = "\u00ad"

_HIDDEN_CATEGORIES: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Control, format, lone surrogate, private use, not assigned (a later Unicode may show them), line and paragraph separator."""

_SHOWN_FORMATS: Final = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd")
"""Format characters of Arabic, Syriac and Kaithi that are seen."""

# Letters, marks and symbols by category, and yet blank: grapheme joiner, Hangul fillers, Khmer inherent vowels, Mongolian and
# other variation selectors, the empty Braille cell; and the two signs of text that was lost.
_BLANK: Final = later(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\ufffc\ufffd\U000e0100-\U000e01ef]"
)
_JOINERS: Final = "\u200c\u200d"
_ZERO_WIDTH_JOINER: Final = "\u200d"
_EMOJI_STYLE: Final = "\ufe0e\ufe0f"
_KEYCAP: Final = "\u20e3"
_SKIN_TONES: Final = range(0x1F3FB, 0x1F400)


_PLAIN: Final = bytes([*b"\n", *range(0x20, 0x7F), *"é".encode()[:1], *range(0x80, 0xC0)])
"""What a text of ASCII and the letters À to ÿ is written with in UTF-8."""


def is_plain(content: bytes) -> bool:
    """Whether a text in UTF-8 has only such characters: all of them are seen, and none is written in parts.

    Most texts are, and to see it takes a twentieth of the time that looking for hidden characters takes.
    """
    return not content.translate(None, _PLAIN)


def hidden_places(text: str) -> Iterator[int]:
    """Where the hidden characters of a text stand, in order."""
    seen = text.replace("\n", "")
    if seen.isprintable() and (seen.isascii() or not _BLANK.search(seen)):
        return  # as nearly every text is, told at a tenth of the cost of looking line by line
    offset = 0
    for line in text.split("\n"):
        if not line.isprintable() or (not line.isascii() and _BLANK.search(line)):
            yield from (offset + index for index, char in enumerate(line) if _may_hide(char) and _is_hidden(text, offset + index))
        offset += len(line) + 1


def holds_hidden(text: str) -> bool:
    """Whether a text holds a hidden character."""
    return next(hidden_places(text), None) is not None


def without_hidden(text: str) -> str:
    """The text with every hidden character, and every carriage return, replaced by a visible sign; as long as it was."""
    places = list(hidden_places(text))
    if not places and "\r" not in text:
        return text
    chars = list(text)
    for place in places:
        chars[place] = REPLACEMENT
    return "".join(chars).replace("\r", REPLACEMENT)


def _may_hide(char: str) -> bool:
    return not char.isprintable() or bool(_BLANK.match(char))


def _is_hidden(text: str, at: int) -> bool:
    char, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    if char in "\t\u00ad":
        return False
    if char == "\r":
        return after != "\n"
    if char in _JOINERS:
        return not (_is_letter(before) and _is_letter(after)) and not (
            char == _ZERO_WIDTH_JOINER and _is_emoji(before) and _is_emoji(after)
        )
    if char in _EMOJI_STYLE:
        return not _is_emoji(before) and not (before in tuple("0123456789#*") and after == _KEYCAP)
    if _BLANK.match(char):
        return True
    return unicodedata.category(char) in _HIDDEN_CATEGORIES and char not in _SHOWN_FORMATS


def _is_letter(char: str) -> bool:
    return bool(char) and unicodedata.category(char)[0] in "LM" and not _BLANK.match(char)


def _is_emoji(char: str) -> bool:
    return bool(char) and (unicodedata.category(char) == "So" or ord(char) in _SKIN_TONES or char in _EMOJI_STYLE)
