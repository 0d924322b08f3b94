"""Swedish telephone numbers: 08-746 10 00, 070-123 45 67, +46 70 …, 0046 …"""

import re
from typing import Final

from vbe.language.patterns import later
from vbe.privacy.decoding import find_as_read
from vbe.privacy.hits import Hit
from vbe.privacy.writing import may_start_phone, plain_stretches

_SHORTEST: Final = 8
_NATIONAL_LENGTHS: Final = range(8, 11)
_COUNTRY: Final = later(r"\A(?:0046|\+?46)0?")

# Only Stockholm has a two-digit area code and eight-digit subscriber numbers. The groups are those people
# write; anything looser would take "0180 0181 0182", a row of municipality codes, for a number.
_GROUPS: Final = r"(?:[0-9]{2,3}(?:[ -][0-9]{2,3}){1,3}|[0-9]{3}[ -][0-9]{4}|[0-9]{4}[ -][0-9]{4}|[0-9]{5,8})"
_AFTER_AREA: Final = r"(?: ?[-/] ?|\) ?-? ?| )"
_BARE: Final = r"(?:7[02369][0-9]{7}|8[0-9]{6,8}|[1-6][0-9]{7,8}|9[0-9]{7})"
_WRITTEN: Final = (
    later(
        rf"(?:\+46|\(\+46\)|0046)[ -]{{0,2}}(?:\(0\) ?|0)?"
        rf"(?:{_BARE}|\(?[1-9][0-9]{{0,2}}{_AFTER_AREA}{_GROUPS})"
    ),
    later(rf"\(?0(?:8|[1-79][0-9]{{1,2}}){_AFTER_AREA}{_GROUPS}"),
    later(rf"0{_BARE}"),
)
# Spares the dates: they fill these files and have a zero only after a hyphen or inside.
_WORTH_A_LOOK: Final = later(r"(?<![\w-])[0(+]|[^\x00-\x7f]")
_START: Final = later(r"(?<![^\W_])[(+0]")
_GLUED_BEFORE: Final = later(r"(?:[^\W_]|[0-9][-.,:/+ ]|[-./:+])\Z")
_GLUED_AFTER: Final = later(r"[^\W_]|[-.,:/+ ]?[0-9]|[-/:+]\(")
# The slash or colon of a label ("Tfn: 08-…", "tel/08-…") is no part of a case number.
_LABEL: Final = later(r"(?i)(?<![^\W_])(?:tel|telefon|tfn|phone|mobil|mobile|fax)[/:.]\Z")
_DAY_FIRST: Final = later(r"0[1-9][ /-](?:0[1-9]|1[0-2])[ /-](?:19|20)[0-9]{2}\Z")
_NUMBER_OF_A_THING: Final = later(
    r"(?i)(?:isbn|issn|ocr|iban|ean|gtin|bankgiro|plusgiro|konto|clearing|faktura|dnr"
    r"|diarienr|orgn?r|org\.? ?nr)"
    r"[\w-]{0,12}\W{1,4}(?:(?:nr|nummer)\W{1,3})?\Z"
)


def phone_numbers(text: str, allowed: frozenset[str] = frozenset()) -> list[Hit]:
    """Find Swedish telephone numbers, except those of the allow list (in any way of writing)."""
    return find_as_read(text, lambda plain: _found(plain, allowed))


def _found(text: str, allowed: frozenset[str]) -> list[Hit]:
    hits: list[Hit] = []
    if not may_start_phone(text):
        return hits
    public = {_national(number) for number in allowed}
    for plain in plain_stretches(text, at_least=_SHORTEST, worth=_WORTH_A_LOOK):
        # The stretch begins at a digit; the sign or bracket in front of it is context.
        position = max(0, plain.start - 3, plain.text.rfind("\n", 0, plain.start) + 1)
        while start := _START.search(plain.text, position, plain.end):
            end = _number_end(plain.text, start.start())
            position = end or start.end()
            if end and _national(plain.text[start.start() : end]) not in public:
                place = plain.written(start.start(), end)
                if not hits or hits[-1].end <= place[0]:
                    hits.append(Hit("phone", *place))
    return hits


def _number_end(text: str, start: int) -> int | None:
    before = text[max(0, start - 30) : start]
    if (_GLUED_BEFORE.search(before) and not _LABEL.search(before)) or _NUMBER_OF_A_THING.search(before):
        return None
    for pattern in _WRITTEN:
        candidate = pattern.match(text, start)
        if (
            candidate
            and len(_national(candidate[0])) in _NATIONAL_LENGTHS
            and not _GLUED_AFTER.match(text, candidate.end())
            and candidate[0].count("(") == candidate[0].count(")")
            and not _DAY_FIRST.match(candidate[0])
        ):
            return candidate.end()
    return None


def _national(number: str) -> str:
    """Give the digits as dialled within Sweden, the one form in which numbers are compared."""
    digits = re.sub(r"[^0-9+]", "", number)
    return _COUNTRY.sub("0", digits).replace("+", "")
