"""Swedish as it is written: dates, numbers, shares, plurals, lists and the order of the alphabet.

Dates and numbers come from CLDR through babel, which is imported nowhere else: a report must not depend on the locale of
the machine that makes it.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from babel.dates import format_date
from babel.numbers import format_decimal

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

MISSING = "saknas"
NO_BREAK = "\u00a0"
MINUS = "\u2212"
SMALL_NUMBERS = ("noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")
THOUSANDS = re.compile(r"(?<![\w.,:/–-])[1-9]\d{0,2}(?: \d{3})+(?![\w:/–-])")
LAST_LETTERS = {"å": "{0", "ä": "{1", "æ": "{1", "ö": "{2", "ø": "{2"}
"""The three last letters of the alphabet, after z."""


def date(day: datetime.date | None, missing: str = MISSING) -> str:
    """`5 december 2017`."""
    return missing if day is None else format_date(day, "d MMMM y", locale="sv").replace(" ", NO_BREAK, 1)


def month(day: datetime.date) -> str:
    """`december 2017`."""
    return format_date(day, "MMMM y", locale="sv")


def number(value: float, decimals: int = 1) -> str:
    """`2 000`, `98,7`, `−3`: at most so many decimals, a no-break space between thousands and a real minus sign."""
    pattern = "#,##0." + "#" * decimals
    written = format_decimal(round(float(value), decimals) + 0.0, pattern, locale="sv")
    return written.replace("-", MINUS).replace("\u202f", NO_BREAK)


def percent(value: float, decimals: int = 1) -> str:
    """`98,7 %`."""
    return f"{number(value, decimals)}{NO_BREAK}%"


def share(part: int, whole: int, noun: str = "") -> str:
    """`3 av 7 rutiner (43 %)`; without the share where there is nothing to take it of."""
    said = f"{number(part)} av {number(whole)} {noun}".rstrip(" ")
    return f"{said} ({percent(100 * part / whole, 0)})" if whole else said


def count(amount: int, one: str, many: str) -> str:
    """`1 åtgärd`, `3 åtgärder`, `inga åtgärder` is left to the sentence."""
    return f"{number(amount)}{NO_BREAK}{one if amount == 1 else many}"


def listed(words: Iterable[str], last: str = "och") -> str:
    """`a, b och c`."""
    parts = list(words)
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def folded(text: str) -> str:
    """The text on one line, with single blanks; no-break spaces stay, and come where a number has thousands."""
    line = " ".join(part for part in text.replace("\t", " ").replace("\n", " ").split(" ") if part)
    return THOUSANDS.sub(lambda found: found[0].replace(" ", NO_BREAK), line)


def sentence(text: str) -> str:
    """The text with a capital first and a full stop last."""
    clean = folded(text)
    if not clean:
        return clean
    return clean[0].upper() + clean[1:] + ("" if clean[-1] in ".!?:" else ".")


def capital(text: str) -> str:
    """The text with a capital first."""
    return text[:1].upper() + text[1:]


def lowered(name: str) -> str:
    """A name inside a sentence: `Socialnämnden` → `socialnämnden`; one that holds other capitals keeps its own."""
    first, rest = name[:1], name[1:]
    return first.lower() + rest if rest == rest.lower() else name


def genitive(noun: str) -> str:
    """`strategin` → `strategins`; what ends in s, x or z already is one."""
    return noun if noun[-1:].lower() in ("s", "x", "z") else f"{noun}s"


def in_words(amount: int) -> str:
    """A small number of neuter things as a word: `ett`, `tre`; from thirteen on in digits."""
    return SMALL_NUMBERS[amount] if 0 <= amount < len(SMALL_NUMBERS) else number(amount)


def in_words_of(amount: int, one: str, many: str, *, neuter: bool = False) -> str:
    """`en åtgärd`, `ett krav`, `tre åtgärder`, `13 åtgärder`: a small number as a word, with its noun."""
    if amount == 1:
        return f"{'ett' if neuter else 'en'}{NO_BREAK}{one}"
    return f"{in_words(amount)}{NO_BREAK}{many}"


def some_of(some: int, total: int) -> str:
    """`en av två`, `2 av 75`: a number of things of common gender out of more, in words where both can be."""
    if total >= len(SMALL_NUMBERS):
        return f"{number(some)} av {number(total)}"
    return f"{'en' if some == 1 else in_words(some)} av {in_words(total)}"


def order(text: str) -> tuple[str, ...]:
    """A sort key: å, ä and ö last, other accents as their letter, upper and lower case alike, numbers by size."""
    key = []
    for letter in unicodedata.normalize("NFC", text).casefold():
        plain = LAST_LETTERS.get(letter) or unicodedata.normalize("NFD", letter)[0]
        key.append(plain)
    return (_padded("".join(key)), text)


def _padded(text: str) -> str:
    """Runs of digits at equal length, so that 4.10 comes after 4.9."""
    out, digits = [], ""
    for letter in f"{text}\0":
        if letter.isdigit() and letter.isascii():
            digits += letter
            continue
        if digits:
            out.append(digits.zfill(9))
            digits = ""
        out.append(letter)
    return "".join(out[:-1])


def by_number(identity: str) -> tuple[int, ...]:
    """The sort key of a commitment's number: `4.10` after `4.9`."""
    return tuple(int(part) for part in identity.split(".") if part.isdigit())
