"""Personal numbers whose date and last four stand apart: `den 12 dec 1912, nr 1212`, or in two neighbouring fields.

Years are 19xx in the examples; dates may be written with the day first, with the month's name, or as ISO dates.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from vbe.language.patterns import later

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_MONTHS: Final = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_ENGLISH: Final = {"may": "05", "oct": "10"}
_NUMBERED: Final = {name: f"{number:02}" for number, name in enumerate(_MONTHS, 1)} | _ENGLISH

_TELLING: Final = later(
    "sista|fyra|siffror(?:na)?|nr|nummer|numret|number|no|last|four|digits|pnr|personnr|personnummer|kontrollnummer"
    "|kontrollsiffr(?:or|a)|suffix|l[öo]pnummer|f[öo]delsenummer|slut|slutar|[äa]ndelse"
)
"""Words that say that a number's last digits come."""
_FILLING: Final = later("de|med|och|and|the|är|har|på|pa|samt|i|of")
_BIRTHS: Final = ("föd", "fodd", "fodel", "birth", "born", "person", "pnr", "dob")
"""Beginnings of what a field for a date of birth is called."""

_YEAR: Final = r"(?P<{0}>(?:1[89]|20)?[0-9]{{2}})"
_DATE: Final = (
    r"(?:(?P<day>[0-9]{1,2})(?:[.:]?[ea]|\.)?\s{0,2}(?P<name>"
    + "|".join(_NUMBERED)
    + r")[a-zåäö]{0,8}\.?,?\s{0,2}"
    + _YEAR.format("year")
    + r"|(?P<first>[0-9]{1,2})[-./](?P<second>[0-9]{1,2})[-./\s]"
    + _YEAR.format("third")
    + "|"
    + _YEAR.format("iso")
    + r"(?P<mark>[-./\s]?)(?P<month>[0-9]{2})(?P=mark)(?P<of>[0-9]{2}))"
)
_NUMBER: Final = later(
    rf"(?i)(?<![0-9])(?<![0-9][-.,:/]){_DATE}(?P<between>(?:[^\w]{{1,8}}[^\W\d]{{1,20}}){{0,6}}[^\w]{{1,8}})"
    r"(?P<serial>[0-9]{4})(?![^\W_]|[-.,:/][0-9])"
)
_SERIAL: Final = later(r"[0-9]{4}(?![0-9a-zA-Z]|[-.,:/][0-9])(?<![0-9]{5})")
_REACH: Final = 208
"""Characters from the beginning of the longest date to the last four."""
_WORD: Final = later(r"[^\W\d_]+")
_FIELD: Final = later(r"[\"']?[\s,;}|]{1,8}[\"']?[\w-]{1,24}[\"']?\s?[:=|][\s\"']{0,4}\Z")
_JOINED: Final = later(r"[-+(\u2010-\u2015\u2212]")
_BEFORE: Final = 24


def worded_places(text: str, is_valid: Callable[[str], bool]) -> Iterator[tuple[int, int]]:
    """Where such numbers stand; `is_valid` judges the ten or twelve digits, year first."""
    for start, end in _stretches(text):
        position = start
        while found := _NUMBER.search(text, position, end):
            if is_valid(_digits(found)) and _belong(found):
                yield found.span()
                position = found.end()
            else:
                # The day of one date may be the month of the next.
                position = found.start() + 1


def _kept_as(byte: int) -> str:
    char = chr(byte)
    return "0" if char in "0123456789" else "a" if char.isascii() and char.isalpha() else "-" if char in "-.,:/" else "|"


_SHAPES: Final = bytes(ord(_kept_as(byte)) for byte in range(256))


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Where four digits stand that could be the last of a number, with as much before them as a date may be away."""
    # Most texts have four digits in dates, case numbers and laws only; to see that takes a tenth of the time.
    if b"0000" not in text.encode("utf-8", "surrogatepass").translate(_SHAPES).replace(b"0000-0", b"-0"):
        return
    start = end = 0
    for serial in _SERIAL.finditer(text):
        if serial.start() - _REACH > end:
            if end:
                yield start, end
            start = serial.start() - _REACH
        end = serial.end() + 2
    if end:
        yield start, end


def _digits(found: re.Match[str]) -> str:
    if found["name"]:
        year, month, day = found["year"], _NUMBERED[found["name"].lower()], found["day"]
    elif found["first"]:
        year, month, day = found["third"], found["second"], found["first"]
    else:
        year, month, day = found["iso"], found["month"], found["of"]
    return f"{year}{month:0>2}{day:0>2}{found['serial']}"


def _belong(found: re.Match[str]) -> bool:
    """Tell that the four digits go with the date: words say so, or the fields stand side by side."""
    words = [word.lower() for word in _WORD.findall(found["between"])]
    telling = [bool(_TELLING.fullmatch(word)) for word in words]
    if any(telling) and all(tells or _FILLING.fullmatch(word) for word, tells in zip(words, telling, strict=True)):
        return True
    if not words:
        # "12 dec 1912-1212": the sign between them is as in a number; "12 dec 2017, 1212 kr" is none.
        return bool(found["name"]) and bool(_JOINED.search(found["between"]))
    before = found.string[max(0, found.start() - _BEFORE) : found.start()].lower()
    return any(word in before for word in _BIRTHS) and bool(_FIELD.match(found["between"]))
