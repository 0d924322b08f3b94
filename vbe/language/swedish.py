"""Swedish as it is written: dates, numbers, shares, plurals, lists and the order of the alphabet; and English in its place.

Inside `vbe.language.prose.writing("en")` each of these writes English instead: the same questions, another language's answers.

Dates and numbers come from CLDR through babel, which is imported nowhere else: a report must not depend on the locale of
the machine that makes it.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from calendar import monthrange
from typing import TYPE_CHECKING

from babel.dates import format_date
from babel.numbers import format_decimal

from vbe.language.prose import is_english, one, said

if TYPE_CHECKING:
    from collections.abc import Iterable

MISSING = "saknas"
NO_BREAK = "\u00a0"
MINUS = "\u2212"
SMALL_NUMBERS = ("noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")
THOUSANDS = re.compile(r"(?<![\w.,:/–-])[1-9]\d{0,2}(?: \d{3})+(?![\w:/–-])")
ENGLISH_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
LAST_LETTERS = {"å": "{0", "ä": "{1", "æ": "{1", "ö": "{2", "ø": "{2"}
"""The three last letters of the alphabet, after z."""


def date(day: datetime.date | None, missing: str = MISSING) -> str:
    """`5 december 2017`."""
    return missing if day is None else format_date(day, "d MMMM y", locale=_locale()).replace(" ", NO_BREAK, 1)


def day_and_month(written: str) -> str:
    """`03-31` → `31 mars`."""
    month_, day = (int(part) for part in written.split("-"))
    one_day = datetime.date(2000, month_, min(day, monthrange(2000, month_)[1]))
    return format_date(one_day, "d MMMM", locale=_locale()).replace(" ", NO_BREAK)


def month(day: datetime.date) -> str:
    """`december 2017`."""
    return format_date(day, "MMMM y", locale=_locale())


def _locale() -> str:
    return "en_GB" if is_english() else "sv"


def number(value: float, decimals: int = 1) -> str:
    """`2 000`, `98,7`, `−3`: at most so many decimals, a no-break space between thousands and a real minus sign."""
    pattern = "#,##0." + "#" * decimals
    written = format_decimal(round(float(value), decimals) + 0.0, pattern, locale=_locale())
    return written.replace("-", MINUS).replace("\u202f", NO_BREAK)


def percent(value: float, decimals: int = 1) -> str:
    """`98,7 %`."""
    return f"{number(value, decimals)}%" if is_english() else f"{number(value, decimals)}{NO_BREAK}%"


def count(amount: int, singular: str, plural: str) -> str:
    """`1 åtgärd`, `3 åtgärder`, `inga åtgärder` is left to the sentence."""
    return f"{number(amount)}{NO_BREAK}{_noun(amount, singular, plural)}"


def _noun(amount: int, singular: str, plural: str) -> str:
    """The noun for an amount; where Swedish has one word for both, other languages are asked for that of several."""
    if singular == plural and amount != 1 and is_english():
        many = f"{plural} (flera)"
        return one(plural) if said(many) == many else said(many)
    return one(singular if amount == 1 else plural)


def listed(words: Iterable[str], last: str = "och") -> str:
    """`a, b och c`."""
    parts = list(words)
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {one(last)} {parts[-1]}"


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
    if is_english():
        return name
    first, rest = name[:1], name[1:]
    return first.lower() + rest if rest == rest.lower() else name


def genitive(noun: str) -> str:
    """`strategin` → `strategins`; what ends in s, x or z already is one."""
    if is_english():
        return f"{noun}’s"
    return noun if noun[-1:].lower() in ("s", "x", "z") else f"{noun}s"


def in_words(amount: int) -> str:
    """A small number of neuter things as a word: `ett`, `tre`; from thirteen on in digits."""
    words = ENGLISH_NUMBERS if is_english() else SMALL_NUMBERS
    return words[amount] if 0 <= amount < len(words) else number(amount)


def in_words_of(amount: int, singular: str, plural: str, *, neuter: bool = False) -> str:
    """`en åtgärd`, `ett krav`, `tre åtgärder`, `13 åtgärder`: a small number as a word, with its noun."""
    if amount == 1 and not is_english():
        return f"{'ett' if neuter else 'en'}{NO_BREAK}{singular}"
    return f"{in_words(amount)}{NO_BREAK}{_noun(amount, singular, plural)}"


def some_of(some: int, total: int) -> str:
    """`en av två`, `2 av 75`: a number of things of common gender out of more, in words where both can be."""
    if total >= len(SMALL_NUMBERS):
        return said("{some} av {total}", some=number(some), total=number(total))
    few = "en" if some == 1 and not is_english() else in_words(some)
    return said("{some} av {total}", some=few, total=in_words(total))


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
