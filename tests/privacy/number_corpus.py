"""Texts with and without personal numbers, generated so that no file holds one.

The numbers belong to nobody: births 1885-1905 with the birth numbers 980-999, published as never assigned.
The ways of writing come from how people, word processors and formatters write, not from the detector: nothing of
`vbe.privacy` is imported here.
"""

import base64
import random
import string
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

FIRST_BIRTH, LAST_BIRTH = date(1885, 1, 1), date(1905, 12, 31)
INTERIM_LETTERS = "TRSUWXJKLMN"
ORGANISATION_MONTH = 20


@dataclass(frozen=True)
class Sample:
    """A text, what it is an example of, and where its numbers stand (nowhere in a hard negative)."""

    way: str
    text: str
    places: tuple[tuple[int, int], ...] = ()
    group: str = ""


def check_digit(nine: str) -> str:
    """Give the digit that makes nine digits pass Luhn's formula."""
    total = 0
    for place, digit in enumerate(nine):
        product = int(digit) * (2 if place % 2 == 0 else 1)
        total += product - 9 if product > 9 else product
    return str(-total % 10)


def number(rng: random.Random, kind: str = "personal") -> str:
    """Make the twelve characters of an unassigned number of a kind."""
    born = FIRST_BIRTH + timedelta(days=rng.randrange((LAST_BIRTH - FIRST_BIRTH).days))
    day = born.day + (60 if kind == "coordination" else 0)
    six = f"{born:%y%m}{day:02}"
    birth_number = str(rng.randrange(980, 1000))
    digit = check_digit(six + ("1" + birth_number[1:] if kind == "interim" else birth_number))
    if kind == "interim":
        birth_number = rng.choice(INTERIM_LETTERS) + birth_number[1:]
    return f"{born.year // 100}{six}{birth_number}{digit}"


def _month(long: str) -> str:
    return MONTHS[int(long[4:6]) - 1]


def _in_digits(text: str, zero: str) -> str:
    return "".join(chr(ord(zero) + int(char)) if char.isascii() and char.isdigit() else char for char in text)


def _split(long: str, sign: str) -> str:
    return long[2:8] + sign + long[8:]


def _split_long(long: str, sign: str) -> str:
    return long[:8] + sign + long[8:]


PLAIN_WAYS: dict[str, Callable[[str], str]] = {
    "ten digits": lambda n: n[2:],
    "twelve digits": lambda n: n,
    "short with hyphen": lambda n: _split(n, "-"),
    "long with hyphen": lambda n: _split_long(n, "-"),
    "older than a hundred": lambda n: _split(n, "+"),
    "short with space": lambda n: _split(n, " "),
    "long with space": lambda n: _split_long(n, " "),
}
HARD_WAYS: dict[str, Callable[[str], str]] = {
    "hyphen in spaces": lambda n: _split(n, " - "),
    "en dash": lambda n: _split(n, "\u2013"),
    "em dash in spaces": lambda n: _split_long(n, " \u2014 "),
    "minus sign": lambda n: _split(n, "\u2212"),
    "no-break hyphen": lambda n: _split(n, "\u2011"),
    "full-width hyphen": lambda n: _split_long(n, "\uff0d"),
    "no-break space": lambda n: _split(n, "\u00a0"),
    "narrow no-break space": lambda n: _split_long(n, "\u202f"),
    "soft hyphen": lambda n: _split(n, "\u00ad"),
    "zero width space": lambda n: _split(n, "\u200b-\u200b"),
    "joiners between digits": lambda n: "\u200d".join(n[2:]),
    "word joiner and mark": lambda n: "\u2060" + _split_long(n, "\ufeff-"),
    "bidi controls": lambda n: "\u202a" + _split(n, "-") + "\u202c",
    "full-width digits": lambda n: _in_digits(_split(n, "-"), "\uff10"),
    "full-width all": lambda n: _in_digits(_split_long(n, "\uff0d"), "\uff10"),
    "arabic-indic digits": lambda n: _in_digits(_split(n, "-"), "\u0660"),
    "mathematical digits": lambda n: _in_digits(n, "\U0001d7ce"),
    "devanagari digits": lambda n: _in_digits(n[2:], "\u0966"),
    "two scripts": lambda n: _in_digits(n[2:6], "\uff10") + n[6:8] + "-" + n[8:],
    "ISO date": lambda n: f"{n[:4]}-{n[4:6]}-{n[6:8]}-{n[8:]}",
    "ISO date and space": lambda n: f"{n[:4]}-{n[4:6]}-{n[6:8]} {n[8:]}",
    "dotted date": lambda n: f"{n[:4]}.{n[4:6]}.{n[6:8]}-{n[8:]}",
    "slashed date": lambda n: f"{n[:4]}/{n[4:6]}/{n[6:8]}-{n[8:]}",
    "spaced date": lambda n: f"{n[2:4]} {n[4:6]} {n[6:8]} {n[8:]}",
    "spaced date and hyphen": lambda n: f"{n[2:4]} {n[4:6]} {n[6:8]}-{n[8:]}",
    "century apart": lambda n: f"{n[:2]} {n[2:8]}-{n[8:]}",
    "letter-spaced": lambda n: " ".join(n[2:]),
    "letter-spaced, twelve": lambda n: " ".join(n),
    "in fours": lambda n: f"{n[:4]} {n[4:8]} {n[8:]}",
    "YAML integer": lambda n: _split_long(n, "_"),
    "double hyphen": lambda n: _split(n, "--"),
    "tab": lambda n: _split(n, "\t"),
    "folded after hyphen": lambda n: _split(n, "-\n    "),
    "folded before hyphen": lambda n: _split_long(n, "\n  -"),
    "folded at the gap": lambda n: _split(n, "\n      "),
    "folded with CRLF": lambda n: _split(n, "-\r\n\t"),
    "folded in a comment": lambda n: _split_long(n, "-\n  #   "),
    "folded within the date": lambda n: n[:5] + "\n        " + n[5:8] + "-" + n[8:],
    "folded by backslash": lambda n: n[:6] + "\\\n    " + n[6:],
    "folded by line separator": lambda n: _split(n, "-\u2028"),
}
HONEST_WAYS: dict[str, Callable[[str], str]] = {
    "word before": lambda n: "pnr" + _split_long(n, "-"),
    "word before, bare": lambda n: "Personnr" + n[2:],
    "word after": lambda n: _split_long(n, "-") + "st",
    "words on both sides": lambda n: f"artikel{n}b",
    "in an address": lambda n: f"https://exempel.se/p{n}-bild",
    "full stop": lambda n: _split_long(n, "."),
    "full stop, short": lambda n: _split(n, "."),
    "slash": lambda n: _split_long(n, "/"),
    "slash, short": lambda n: _split(n, " / "),
    "middle dot": lambda n: _split(n, "\u00b7"),
    "bullet": lambda n: _split_long(n, " \u2022 "),
    "comma": lambda n: _split_long(n, ","),
    "comma and blank": lambda n: _split(n, ", "),
    "brackets": lambda n: f"{n[:4]}-{n[4:6]}-{n[6:8]} ({n[8:]})",
    "brackets, compact": lambda n: f"{n[:8]}({n[8:]})",
    "year apart": lambda n: f"{n[:4]} {n[4:8]}-{n[8:]}",
    "day first, dots": lambda n: f"{n[6:8]}.{n[4:6]}.{n[:4]}-{n[8:]}",
    "day first, hyphens": lambda n: f"{n[6:8]}-{n[4:6]}-{n[:4]} {n[8:]}",
    "day first, slashes": lambda n: f"{n[6:8]}/{n[4:6]}/{n[:4]}-{n[8:]}",
    "day first, slash and hyphens": lambda n: f"{n[6:8]}/{n[4:6]}-{n[2:4]}-{n[8:]}",
    "day first, year apart": lambda n: f"{n[6:8]}/{n[4:6]} {n[:4]}-{n[8:]}",
    "no-break entity": lambda n: _split(n, "&nbsp;"),
    "numbered entity": lambda n: _split(n, "&#8209;"),
    "hexadecimal entity": lambda n: _split_long(n, "&#x2D;"),
    "percent": lambda n: _split_long(n, "%2D"),
    "percent, blank": lambda n: _split(n, "%20"),
    "percent, en dash": lambda n: _split(n, "%E2%80%93"),
    "JSON escape": lambda n: _split(n, "\\u2013"),
    "Markdown escape": lambda n: _split(n, "\\-"),
    "tags between": lambda n: f"{n[:8]}<b>-{n[8:]}</b>",
    "span between": lambda n: f'<span class="a">{n[2:8]}</span>-<span>{n[8:]}</span>',
    "break opportunity": lambda n: f"{n[:8]}-<wbr>{n[8:]}",
    "neighbouring fields": lambda n: f"fodd: {n[:4]}-{n[4:6]}-{n[6:8]}\nsista: {n[8:]}",
    "neighbouring fields, quoted": lambda n: f'född: "{n[2:8]}"\n    fyra_sista: "{n[8:]}"',
    "neighbouring fields, flow": lambda n: f"{{fodelsedatum: {n[:8]}, sista: {n[8:]}}}",
    "neighbouring fields, JSON": lambda n: f'{{"born": "{n[:4]}-{n[4:6]}-{n[6:8]}", "suffix": "{n[8:]}"}}',
    "fields without words": lambda n: f"birthdate: {n[:4]}-{n[4:6]}-{n[6:8]}\nkod: {n[8:]}",
    "last four told": lambda n: f"född {n[:4]}-{n[4:6]}-{n[6:8]}, sista fyra {n[8:]}",
    "last four told with digits": lambda n: f"{n[2:8]} med de fyra sista siffrorna {n[8:]}",
    "OCR": lambda n: f"OCR {n[2:]}",
    "invoice": lambda n: f"Fakturanummer: {n[2:]}",
    "order": lambda n: f"order nr {n}",
    "ISBN": lambda n: f"ISBN {n}",
    "VAT number of a sole trader": lambda n: f"SE{n[2:]}01",
    "VAT number, hyphens": lambda n: f"SE {n[2:8]}-{n[8:]} 01",
}
"""What people write who hide nothing; dates with a month's name are in `worded`."""
MONTHS = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
]
WORDED_WAYS: dict[str, Callable[[str], str]] = {
    "month short": lambda n: f"den {int(n[6:8])} {_month(n)[:3]} {n[:4]}, nr {n[8:]}",
    "month in full": lambda n: f"{int(n[6:8])} {_month(n)} {n[:4]}-{n[8:]}",
    "month with point": lambda n: f"{int(n[6:8])} {_month(n)[:3]}. {n[:4]} sista fyra: {n[8:]}",
    "ordinal": lambda n: f"{int(n[6:8])}:e {_month(n).capitalize()} {n[:4]} ({n[8:]})",
}
ADVERSARIAL_WAYS: dict[str, Callable[[str], str]] = {
    "superscript": lambda n: n[:8] + "-" + "".join("⁰¹²³⁴⁵⁶⁷⁸⁹"[int(d)] for d in n[8:]),
    "digits as words": lambda n: " ".join(
        ["noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio"][int(d)] for d in n
    ),
    "base64": lambda n: base64.b64encode(n.encode()).decode(),
    "backwards": lambda n: n[::-1],
    "letters for digits": lambda n: _split(n, "-").replace("0", "O").replace("1", "l"),
    "words between": lambda n: f"{n[:8]} och så de där {n[8:]}",
}
"""Somebody hides it on purpose: counted apart, nothing is promised."""
AROUND: tuple[tuple[str, str], ...] = (
    ("", ""),
    ("Ärendet rör ", " enligt uppgift."),
    ("personnummer: ", "\nowner_role: säkerhetschef\n"),
    ('note: "', '"\n'),
    ("steps:\n  - {who: medarbetare, does: ring ", ", when: genast}\n"),
    ("text: |\n    Beslut 2017-02-15 om (", "), se KS/2016:365.\n"),
    ("# ", "\nreviewed_on: 2017-02-15\n"),
    ("", ": nyckel\n"),
    ("&", "\n"),
    ("Barn nr 3, född ", ", årskurs 9."),
    ("https://exempel.se/sok?pnr=", "&sida=2"),
    ("routines/social/anteckning-", ".yaml"),
    ("Gäller <", "> – åtgärder följs upp"),
    ("|", "|2017|"),
    ("Anna (", "): “hej”"),
)


GROUPS: dict[str, dict[str, Callable[[str], str]]] = {
    "ordinary": PLAIN_WAYS,
    "typographic": HARD_WAYS,
    "honest": HONEST_WAYS,
    "worded": WORDED_WAYS,
}
"""The realistic kinds. The hit may begin after a word that belongs to the way, or end before one."""


def positives(seed: int) -> Iterator[Sample]:
    """Write a number of each kind in each way, in a text of its own, and some texts with two numbers."""
    rng = random.Random(seed)
    for group, ways in GROUPS.items():
        for way, write in ways.items():
            # A worded date is one of a calendar, and four digits after words are digits.
            plain = group in ("honest", "worded")
            for kind in ("personal",) if plain else ("personal", "coordination", "interim"):
                for before, after in rng.sample(AROUND, 6 if plain else 4):
                    written = write(number(rng, kind))
                    place = (len(before), len(before) + len(written))
                    yield Sample(f"{way} ({kind})", before + written + after, (place,), group)
    for between in (", ", ",", "/", ";", "\n- ", "\n", " och ", " | "):
        first, second = _split(number(rng), "-"), _split_long(number(rng), "-")
        text = f"{first}{between}{second}"
        yield Sample("two in a row", text, ((0, len(first)), (len(text) - len(second), len(text))), "ordinary")


def hidden_on_purpose(seed: int) -> Iterator[Sample]:
    """Write numbers in ways that no honest person does."""
    rng = random.Random(seed)
    for way, write in ADVERSARIAL_WAYS.items():
        for before, after in rng.sample(AROUND, 4):
            written = write(number(rng))
            yield Sample(way, before + written + after, ((len(before), len(before) + len(written)),), "adversarial")


def _in_groups(digits: str, sign: str, *cuts: int) -> str:
    return sign.join(digits[start:end] for start, end in pairwise((0, *cuts, len(digits))))


def _digits(rng: random.Random, count: int) -> str:
    return "".join(rng.choices(string.digits, k=count))


def _organisation(rng: random.Random) -> str:
    nine = f"{rng.choice('25789')}{_digits(rng, 1)}{rng.randrange(ORGANISATION_MONTH, 100)}{_digits(rng, 5)}"
    return nine + check_digit(nine)


def _luhn(rng: random.Random, count: int) -> str:
    """Digits with the last as a check, as payment references have; one that is a date by chance is made anew."""
    while True:
        digits = _digits(rng, count - 1)
        total = sum(sum(divmod(int(d) * (2 - place % 2), 10)) for place, d in enumerate(reversed(digits)))
        whole = digits + str(-total % 10)
        if count not in (10, 12) or whole[-8:-6] > "12" or whole[-6:-4] > "91":
            return whole


def _isbn10(rng: random.Random) -> str:
    nine = "91" + _digits(rng, 7)
    rest = -sum(int(digit) * (10 - place) for place, digit in enumerate(nine)) % 11
    return nine + ("X" if rest == 10 else str(rest))


def _day(rng: random.Random) -> date:
    return date(2012, 1, 1) + timedelta(days=rng.randrange(6000))


def _broken(rng: random.Random) -> str:
    """Give a number whose check digit is one off."""
    valid = number(rng)
    return valid[:-1] + str((int(valid[-1]) + rng.randrange(1, 10)) % 10)


def _no_such_day(rng: random.Random) -> str:
    nine = f"{rng.randrange(85, 100)}{rng.choice(['0230', '0431', '1301', '0000', '1132', '0655', '1992'])}98"
    nine += str(rng.randrange(10))
    return nine + check_digit(nine)


# Most of these carry a whole valid number inside: what tells them apart is only what they stand in.
NEGATIVES: dict[str, Callable[[random.Random], str]] = {
    "organisation number": lambda r: _in_groups(_organisation(r), "-", 6),
    "organisation number, bare": _organisation,
    "organisation number, twelve": lambda r: "16" + _organisation(r),
    "organisation number, spaced": lambda r: _in_groups(_organisation(r), " ", 6),
    "VAT number": lambda r: f"SE{_organisation(r)}01",
    "case number": lambda r: f"KS/{r.randrange(2010, 2020)}:{r.randrange(1, 2000)}",
    "case number of digits": lambda r: f"SN/2016:{number(r)[2:]}",
    "case number with hyphens": lambda r: f"dnr {r.randrange(2010, 2020)}-{_digits(r, 4)}-{_digits(r, 2)}",
    "phone": lambda r: f"08-{_digits(r, 3)} {_digits(r, 2)} {_digits(r, 2)}",
    "mobile phone": lambda r: f"070-174 0{r.randrange(6)} {_digits(r, 2)}",
    "mobile phone, bare": lambda r: f"Telefon: 070{_digits(r, 7)}",
    "phone, international": lambda r: f"+46 70 174 0{r.randrange(6)} {_digits(r, 2)}",
    "phone, international bare": lambda r: f"+46{number(r)[3:]}",
    "phone, 0046": lambda r: f"0046{number(r)[3:]}",
    "phone of eight": lambda r: f"08-{_digits(r, 4)} {_digits(r, 4)}",
    "OCR number": lambda r: f"OCR {_luhn(r, r.randrange(5, 25))}",
    "OCR number, hash signs": lambda r: f"#{_luhn(r, r.randrange(11, 25))}#",
    "OCR number, long": lambda r: f"{_digits(r, 4)}{number(r)[2:]}{_digits(r, 3)}",
    "OCR number in groups": lambda r: f"{_digits(r, 4)} {number(r)[2:8]} {number(r)[8:]} {_digits(r, 3)}",
    "invoice": lambda r: f"Fakturanummer: {_digits(r, r.randrange(5, 12))}",
    "order": lambda r: f"Ordernummer {_digits(r, r.randrange(6, 14))}",
    "bankgiro": lambda r: f"{_digits(r, 4)}-{_digits(r, 4)}",
    "plusgiro": lambda r: f"{_digits(r, 2)} {_digits(r, 2)} {_digits(r, 2)}-{_digits(r, 1)}",
    "bank account": lambda r: f"8327-9,{_digits(r, 3)} {_digits(r, 3)} {_digits(r, 3)}-{_digits(r, 1)}",
    "bank account, hyphen": lambda r: f"5{_digits(r, 3)}-{number(r)[2:]}",
    "IBAN": lambda r: f"SE{_digits(r, 2)} 5000 0000 {number(r)[:4]} {number(r)[4:8]} {number(r)[8:]}",
    "IBAN, compact": lambda r: f"SE{_digits(r, 10)}{number(r)}",
    "payment card": lambda r: f"4{_digits(r, 3)} {' '.join([number(r)[:4], number(r)[4:8], number(r)[8:]])}",
    "ISBN-10": lambda r: f"ISBN {_isbn10(r)}",
    "ISBN-10, hyphens": lambda r: _in_groups(_isbn10(r), "-", 2, 3, 9),
    "ISBN-13": lambda r: f"978{number(r)[2:]}",
    "ISBN-13, hyphens": lambda r: f"978-91-{_digits(r, 3)}-{_digits(r, 4)}-{_digits(r, 1)}",
    "ISO date": lambda r: f"{_day(r)}",
    "ISO dates": lambda r: f"{_day(r)}, {_day(r)} {_day(r)}",
    "range of dates": lambda r: f"{_day(r)}--{_day(r)}",
    "range of compact dates": lambda r: f"{_day(r):%Y%m%d}-{_day(r):%Y%m%d}",
    "ISO time": lambda r: f"{_day(r)}T{r.randrange(10, 24)}:{r.randrange(10, 60)}:00+01:00",
    "date and time": lambda r: f"{_day(r)} {r.randrange(10, 24)}:{r.randrange(10, 60)}",
    "date and time without colon": lambda r: f"{_day(r)} {r.randrange(10, 24)}{r.randrange(10, 60)}",
    "date and years": lambda r: f"{_day(r)} 2017-2021",
    "timestamp of fourteen": lambda r: f"{_day(r):%Y%m%d}{r.randrange(10, 24)}{_digits(r, 2)}{_digits(r, 2)}",
    "timestamp with T": lambda r: f"{_day(r):%Y%m%d}T{r.randrange(10, 24)}{_digits(r, 4)}Z",
    "Unix time": lambda r: f"timestamp: {r.randrange(1_450_000_000, 1_700_000_000)}",
    "Unix time in milliseconds": lambda r: f"{number(r)[2:]}{_digits(r, 3)}",
    "fraction": lambda r: f"0.{number(r)}",
    "fraction with comma": lambda r: f"59,{number(r)[2:]}",
    "amount with decimals": lambda r: f"{number(r)[2:]},{_digits(r, 2)}",
    "amount in groups": lambda r: f"{_digits(r, 1)} {_digits(r, 3)} {_digits(r, 3)} {_digits(r, 3)} kr",
    "version": lambda r: f"v{_digits(r, 1)}.{number(r)}",
    "version, dotted": lambda r: f"{r.randrange(9)}.{number(r)[2:]}.{r.randrange(9)}",
    "UUID": lambda r: f"{number(r)[:8]}-{number(r)[8:]}-4a{_digits(r, 2)}-9b{_digits(r, 2)}-{number(r)}",
    "UUID tail": lambda r: f"ab{_digits(r, 6)}-{_digits(r, 4)}-4{_digits(r, 3)}-8{_digits(r, 3)}-{number(r)}",
    "hash": lambda r: f"a{number(r)}{''.join(r.choices('0123456789abcdef', k=27))}",
    "hash, number last": lambda r: f"{''.join(r.choices('0123456789abcdef', k=27))}f{number(r)}",
    "hexadecimal": lambda r: f"0x{number(r)}",
    "long run": lambda r: f"{_digits(r, r.randrange(3, 9))}{number(r)}{_digits(r, r.randrange(1, 9))}",
    "glued to letters and digits": lambda r: f"a1b{number(r)}c",
    "serial number": lambda r: f"SN{number(r)}X{_digits(r, 2)}",
    "date and time, full stop": lambda r: f"{_day(r):%Y%m%d}.{r.randrange(10, 24)}{r.randrange(10, 60)}",
    "date and time, comma": lambda r: f"{_day(r)}, {r.randrange(10, 24)}{r.randrange(10, 60)}",
    "date and time, slash": lambda r: f"{_day(r):%y%m%d}/{r.randrange(10, 24)}{r.randrange(10, 60)}",
    "date and time in brackets": lambda r: f"{_day(r)} ({r.randrange(10, 24)}{r.randrange(10, 60)})",
    "day first and time": lambda r: f"{_day(r):%d.%m.%Y} {r.randrange(10, 24)}{r.randrange(10, 60)}",
    "date and year": lambda r: f"{_day(r)}, {r.randrange(1960, 2030)}",
    "date and year in brackets": lambda r: f"{_day(r)} ({r.randrange(1960, 2030)})",
    "date and a board's case": lambda r: f"{_day(r)}, KS/{r.randrange(2010, 2020)}:{r.randrange(1000, 2000)}",
    "date in words and year": lambda r: f"den {_day(r):%-d} mars {r.randrange(2012, 2026)}, {r.randrange(1000, 2000)} kr",
    "field for a date and a year": lambda r: f"reviewed_on: {_day(r)}\nyear: {r.randrange(2012, 2026)}",
    "fields of a review": lambda r: f"{{on: {_day(r)}, value: {r.randrange(1000, 10000)}}}",
    "organisation number, full stop": lambda r: _in_groups(_organisation(r), ".", 6),
    "organisation number in a word": lambda r: "orgnr" + _organisation(r),
    "amounts": lambda r: f"{_digits(r, 3)} {_digits(r, 3)},{_digits(r, 4)}",
    "amount with full stop": lambda r: f"{_digits(r, 7)}.{_digits(r, 4)}",
    "commit": lambda r: "".join(r.choices("0123456789abcdef", k=40)),
    "digest": lambda r: "".join(r.choices("0123456789abcdef", k=64)),
    "base64": lambda r: base64.b64encode(r.randbytes(30)).decode(),
    "percent of a hash": lambda r: "%".join("".join(r.choices("0123456789ABCDEF", k=2)) for _ in range(16)),
    "cells of a table": lambda r: f"<td>{_day(r)}</td><td>{r.randrange(1000, 10000)}</td>",
    "wrong check digit": lambda r: _split_long(_broken(r), "-"),
    "no such day": lambda r: _in_groups(_no_such_day(r), "-", 6),
    "a century from now": lambda r: "21" + number(r)[2:],
    "middle ages": lambda r: "17" + number(r)[2:],
    "municipality codes": lambda r: " ".join(f"01{_digits(r, 2)}" for _ in range(6)),
    "column of numbers": lambda r: "\n".join(_digits(r, 5) for _ in range(6)),
    "coordinates": lambda r: f"59.{number(r)[2:]}, 18.{_digits(r, 6)}",
}
NEGATIVE_AROUND: tuple[tuple[str, str], ...] = (
    ("", ""),
    ("Se ", " för mer."),
    ("value: ", "\nreviewed_on: 2017-02-15\n"),
    ('note: "', '"\n'),
    ("Åtgärden (", ") – klar"),
)


def negatives(seed: int) -> Iterator[Sample]:
    """Write what only looks like a personal number."""
    rng = random.Random(seed)
    for way, write in NEGATIVES.items():
        for before, after in NEGATIVE_AROUND:
            for _ in range(2):
                yield Sample(way, before + write(rng) + after)
