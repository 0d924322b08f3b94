"""A text in the letters that ids are made of."""

from __future__ import annotations

import re
import unicodedata

_NO_ID = re.compile(r"[^a-z0-9]+")
_NORDIC = str.maketrans({"ø": "o", "æ": "a", "ð": "d", "þ": "th"})


def plain_letters(text: str) -> str:
    """A text in small letters without accents, as ids are made of: `Tromsø` → `tromso`, `Ærø` → `aro`, `Århus` → `arhus`."""
    letters = unicodedata.normalize("NFKD", text.casefold().translate(_NORDIC))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def hyphenated(text: str) -> str:
    """A text in plain letters, figures and hyphens, as ids are made of it; empty where it has neither."""
    return _NO_ID.sub("-", plain_letters(text)).strip("-")
