"""Swedish personal identity, coordination and interim numbers, in every way people write them.

A candidate has the *form* of a number (its groups follow year, month, day and serial), stands *free* (is no part
of a longer number, a hash or a version) and is *valid* (calendar and check digit). Birth dates are never compared
with today: the same text must give the same answer next year.
"""

import re
from functools import cache
from typing import Final, Literal, NamedTuple

from vbe.language.patterns import later
from vbe.privacy.decoding import find_as_read, with_decoded
from vbe.privacy.hits import Hit
from vbe.privacy.worded import worded_places
from vbe.privacy.writing import plain_stretches

_SHORTEST: Final = 10
_MOST_FOLDS: Final = 2

# Fixed bounds instead of a clock. Nobody older is in any register; later years are numbers that happen to
# look right.
_EARLIEST_YEAR: Final = 1840
_LATEST_YEAR: Final = 2049
# A coordination number is a birth date with 60 added to the day; 00 stands for an unknown month, and so 60
# for an unknown day (https://github.com/ActiveLogin/ActiveLogin.Identity/issues/126 quotes Skatteverket).
# Published test numbers also have days that their month lacks.
_COORDINATION_DAYS: Final = range(60, 92)
_DAYS: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
# An interim number has one of these where the first digit of the birth number would be; 1 takes its place
# in the check sum.
_INTERIM: Final = "TRSUWXJKLMN"
_NOT_ALPHANUMERIC: Final = later(r"[\W_]+")
_ONE_FOR_LETTER: Final = str.maketrans(dict.fromkeys(_INTERIM + _INTERIM.lower(), "1"))

Style = Literal["bare", "split", "dated", "spelt", "day first"]


class _Form(NamedTuple):
    style: Style
    pattern: re.Pattern[str]


_DAY_AND_MONTH: Final = r"(?P<day>[0-9]{1,2}) ?[-./ ] ?(?P<month>[0-9]{1,2}) ?[-./ ] ?"


def _digits(count: int) -> str:
    # A hard wrap may fall between any two digits.
    return r"\n?".join(["[0-9]"] * count)


@cache
def _forms() -> tuple[_Form, ...]:
    """List the groupings people use, those with a century first so that it is not cut off; most runs need none of them."""
    century = r"(?:1\n?[89]|2\n?0)"
    first_of_serial = f"[0-9{_INTERIM}{_INTERIM.lower()}]"
    serial = rf"{first_of_serial}\n?{_digits(3)}"
    separator = r"(?: {0,3}[-+_]{1,2}\n? {0,3}|\n[-+]{0,2}| {0,2}[.,/] {0,2}\n?| {0,2}\( {0,2}| {0,2}\) {0,2}-? {0,2}| {1,3})"
    year = rf"(?:{century}\n?{_digits(2)})"
    dated = rf"(?P<mark>[-./_ ])\n?{_digits(2)}(?P=mark)\n?{_digits(2)}{separator}?{serial}"
    spelt_date, spelt_serial = " {1,2}".join(["[0-9]"] * 6), " {1,2}".join([first_of_serial, *["[0-9]"] * 3])
    by_style: list[tuple[Style, str]] = [
        ("bare", rf"{year}\n?{_digits(4)}\n?{serial}"),
        ("split", rf"{year}\n?{_digits(4)}{separator}{serial}"),
        ("split", rf"{century}[- _]\n?{_digits(6)}{separator}?{serial}"),
        ("split", rf"{year}[- ]{_digits(4)}{separator}{serial}"),
        ("dated", rf"{year}{dated}"),
        ("dated", rf"{century}(?P<first>[- _]){_digits(2)}(?P=first){dated}"),
        ("spelt", rf"{year}(?P<four>[- _])\n?{_digits(4)}(?P=four)\n?{serial}"),
        (
            "spelt",
            rf"(?:1 {{1,2}}[89]|2 {{1,2}}0) {{1,2}}{spelt_date} {{1,2}}(?:[-+] {{0,2}})?{spelt_serial}",
        ),
        ("bare", rf"{_digits(6)}\n?{serial}"),
        ("split", rf"{_digits(6)}{separator}{serial}"),
        ("dated", rf"{_digits(2)}{dated}"),
        ("spelt", rf"{spelt_date} {{1,2}}(?:[-+] {{0,2}})?{spelt_serial}"),
        ("day first", rf"{_DAY_AND_MONTH}(?P<year>{century}?{_digits(2)}){separator}(?P<serial>{serial})"),
    ]
    return tuple(_Form(style, later(pattern)) for style, pattern in by_style)


_START: Final = later(r"(?<![0-9])[0-9]")

# What makes a candidate a part of something longer. A comma or slash divides two whole numbers in a list,
# but glues a fraction or a case number. The Nordea account of a private person is 3300 (or 3782) and the
# personal number.
_GLUED_BEFORE: Final = later(
    r"(?:\+|(?<!\b3300)(?<!\b3782)(?<=[0-9])[.:_+-]|(?<=[0-9])(?<![0-9]{6}[-+][0-9]{4})(?<![0-9]{10})[,/])\Z"
)
# Letters that touch a number are a word with the blank forgotten (pnr19121212, 19121212-1212st) where nothing but letters does;
# hashes and serial numbers mix them with more digits.
_WORD_BEFORE: Final = later(r"[^\W_]*\Z")
_GLUED_AFTER: Final = later(r"[^\W\d_]*[0-9]|[.:_+-][0-9]|[,/][0-9]{1,5}(?![0-9])")
_LONGEST_WORD: Final = 30
# The VAT number of a sole trader is SE, the personal number and 01.
_VAT_BEFORE: Final = later(r"(?<![^\W_])SE[ -]?\Z", re.IGNORECASE)
_VAT_AFTER: Final = later(r"[ -]?01(?![^\W_])")
_UUID: Final = later(r"(?i)(?<![0-9a-f])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-f])")

# Bare digits after such a label are what the label says. A number for payment, an organisation or an account is not
# among them: of a private person or a sole trader it may be the personal number itself.
_OTHER_LABEL: Final = later(
    r"(?i)(?<![^\W_])(?:iban|orcid|epoch|timestamp|tidsst.?mpel|unix)[\w-]{0,12}\W{1,4}(?:(?:nr|nummer|number|no)\W{1,3})?\Z"
)
_BOOK_LABEL: Final = later(r"(?i)(?<![^\W_])isbn[\w-]{0,4}\W{1,4}(?:(?:nr|nummer|number|no)\W{1,3})?\Z")
_BOOK_MODULUS: Final = 11
_PHONE_LABEL: Final = later(
    r"(?i)(?<![^\W_])(?:tel|tele|telefon|tfn|phone|mobile?|mobil|fax|ring|sms|v.?xel)[\w-]{0,8}\W{1,4}"
    r"(?:(?:nr|nummer|number|no|till|p.)\W{1,3})?\Z"
)
_LAST_FOUR: Final = later(r"(?<=[0-9])(?P<gap>[^0-9A-Za-z]+)(?P<four>[0-9]{4})\Z")
_CLOCK: Final = later(r"(?:[01][0-9]|2[0-3])[0-5][0-9]")
_YEAR: Final = later(r"(?:19[0-9]|20[0-4])[0-9]")
_RECENT: Final = 50
"""Two digits below stand for a year of this century, in which meetings are noted."""


def personal_numbers(text: str) -> list[Hit]:
    """Find personal identity, coordination and interim numbers, of 10 or 12 digits."""
    return find_as_read(text, _found)


def _found(text: str) -> list[Hit]:
    hits: list[Hit] = []
    for plain in plain_stretches(text, at_least=_SHORTEST):
        after_last = plain.start
        for start in _START.finditer(plain.text, plain.start, plain.end):
            if start.start() >= after_last and (end := _number_end(plain.text, start.start())):
                after_last = end
                hits.append(Hit("personal_number", *plain.written(start.start(), end)))
    apart = [Hit("personal_number", *place) for place in worded_places(text, _is_valid)]
    return with_decoded(hits, apart, range(len(text) + 1)) if apart else hits


def _number_end(text: str, start: int) -> int | None:
    if _GLUED_BEFORE.search(text, max(0, start - 12), start):
        return None
    word = _WORD_BEFORE.search(text, max(0, start - _LONGEST_WORD), start)
    if word is None or any(char.isdigit() for char in word[0]):
        return None
    for form in _forms():
        candidate = form.pattern.match(text, start)
        if candidate and _is_valid(_digits_of(candidate)) and _stands_free(candidate) and not _is_other(candidate, form.style):
            return candidate.end()
    return None


def _digits_of(candidate: re.Match[str]) -> str:
    """The digits with the year first."""
    if "day" not in candidate.re.groupindex:
        return candidate[0]
    return f"{candidate['year']}{candidate['month']:0>2}{candidate['day']:0>2}{candidate['serial']}"


def _stands_free(candidate: re.Match[str]) -> bool:
    """Tell that no neighbour belongs to the number: it is guarded as widely as its own gaps are."""
    text, start, end = candidate.string, *candidate.span()
    if candidate[0].count("\n") > _MOST_FOLDS:
        return False
    if _GLUED_AFTER.match(text, end) and not (_VAT_BEFORE.search(text, max(0, start - 8), start) and _VAT_AFTER.match(text, end)):
        return False
    for gap in (" ", "\n"):
        inner = re.search(rf"[0-9]{gap}+[0-9a-zA-Z]", candidate[0])
        if inner and (re.search(rf"[0-9]{gap}\Z", text[:start][-2:]) or re.match(rf"{gap}[0-9]", text[end : end + 2])):
            return False
    around = _UUID.search(text, max(0, start - 36), end + 36)
    return around is None or around.end() <= start or around.start() >= end


def _is_valid(written: str) -> bool:
    digits = _NOT_ALPHANUMERIC.sub("", written).translate(_ONE_FOR_LETTER)
    century, ten = digits[:-10], digits[-10:]
    year, month, day, birth_number = int(ten[:2]), int(ten[2:4]), int(ten[4:6]), int(ten[6:9])
    if century and not _EARLIEST_YEAR <= int(century) * 100 + year <= _LATEST_YEAR:
        return False
    return birth_number > 0 and _is_day(century, year, month, day) and _has_check_digit(ten)


def _is_day(century: str, year: int, month: int, day: int) -> bool:
    if day in _COORDINATION_DAYS:
        return month <= len(_DAYS)
    if not 1 <= month <= len(_DAYS) or not 1 <= day <= _DAYS[month - 1]:
        return False
    # Without a century year 00 may be 2000, a leap year; 1800 and 1900 were none.
    return (month, day) != (2, 29) or (year % 4 == 0 and (year > 0 or century in {"", "20"}))


def _has_check_digit(ten: str) -> bool:
    """Check by Luhn's formula: https://en.wikipedia.org/wiki/Luhn_algorithm."""
    doubled = sum(sum(divmod(2 * int(digit), 10)) for digit in ten[::2])
    return (doubled + sum(map(int, ten[1::2]))) % 10 == 0


def _is_other(candidate: re.Match[str], style: Style) -> bool:
    """Tell a valid candidate that is more likely something else, by itself or by its label."""
    label = candidate.string[max(0, candidate.start() - 40) : candidate.start()].rpartition("\n")[2]
    if style in {"bare", "spelt"}:
        return bool(_OTHER_LABEL.search(label) or (candidate[0][0] == "0" and _PHONE_LABEL.search(label))) or bool(
            _BOOK_LABEL.search(label) and _is_book(candidate[0])
        )
    last = _LAST_FOUR.search(candidate[0])
    return last is not None and _is_time(style, last["gap"], last["four"], _NOT_ALPHANUMERIC.sub("", _digits_of(candidate)))


def _is_time(style: Style, gap: str, four: str, digits: str) -> bool:
    """Tell "2017-02-15 1030", a date and a time of day, and "2017-02-15, 1998", a date and a year.

    Nobody notes a meeting in 1985 in these files.
    """
    loose = any(sign in gap for sign in ".,/()")
    if not loose and (style == "split" or gap.strip(" \n")):
        return False
    recent = digits.startswith("20") if len(digits) > _SHORTEST else int(digits[:2]) < _RECENT
    return bool((recent and _CLOCK.match(four)) or (loose and "." not in gap and _YEAR.match(four)))


def _is_book(written: str) -> bool:
    """Tell the ten digits of a book by their own check digit."""
    digits = _NOT_ALPHANUMERIC.sub("", written)
    if len(digits) != _SHORTEST or not digits.isdigit():
        return False
    return sum(int(digit) * (_SHORTEST - place) for place, digit in enumerate(digits)) % _BOOK_MODULUS == 0
