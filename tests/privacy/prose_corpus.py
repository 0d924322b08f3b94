"""Sentences as plans, follow-ups, minutes and mails write them, with a personal number in them or with what only looks like one.

Written from how people write and not from what the detector knows: whole sentences with other numbers near, and each way of
writing in each of them. The numbers belong to nobody (see `number_corpus`).
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from tests.privacy.number_corpus import Sample, check_digit, number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SENTENCES = (
    "Samtal hölls den 14 mars 2024 med föräldrarna till {x} och skolans rektor.",
    "Ärendet SN/2024:118 gäller {x}; nästa möte är 2024-05-02 kl. 13.15.",
    "Enligt orosanmälan dnr 2023-0456 har {x} setts i centrum tre gånger.",
    "Insatsen avslutades för {x} efter 12 månader och 4 uppföljningar.",
    "Kopia till handläggare. {x}",
    "{x} har fått stöd sedan hösten 2022.",
    "- Avhopparstöd: {x}, 2 insatser, 45 000 kr.",
    "Deltog: rektor, kurator, {x} samt två från polisen (114 14).",
    "Resultat: 17 av 20 utbildade. Kvarstår: {x}.",
    "Se bilaga 3 s. 14–19 om {x} och LVU 3 §.",
    "Utredningen om {x} inleddes vecka 12 och ska vara klar inom 4 månader.",
    "Kontakt med vårdnadshavare för {x} på 0123-456 00 den 3/5.",
    "Nämnden beslutade 2024-02-27 § 14 att {x} ska erbjudas en kontaktperson.",
    "”Jag känner till {x}”, sade en av de 30 deltagarna.",
    "Ring före kl. 16:30. Gäller {x}",
    "Anteckning 2: flyttat till Lindvik 1 augusti, {x}, ensamstående.",
)
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
SHORT = ["jan", "feb", "mars", "apr", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec"]


def _day(n: str) -> tuple[str, str, str, str]:
    """Year, month, day and the four last."""
    return n[:4], n[4:6], n[6:8], n[8:]


def _ways() -> dict[str, tuple[Callable[[str], str], ...]]:
    return {
        "plain": (lambda n: n, lambda n: n[2:], lambda n: f"{n[:8]}-{n[8:]}", lambda n: f"{n[2:8]}-{n[8:]}", lambda n: f"{n[2:8]}+{n[8:]}"),
        "letters before or after": (
            lambda n: f"pnr{n[:8]}-{n[8:]}", lambda n: f"Pnr:{n}", lambda n: f"personnr{n[2:8]}-{n[8:]}", lambda n: f"{n[:8]}-{n[8:]}st",
            lambda n: f"nr.{n[:8]}-{n[8:]}", lambda n: f"{n[2:8]}-{n[8:]}anm", lambda n: f"elev{n}och",
        ),
        "sole trader": (lambda n: f"SE{n[2:]}01", lambda n: f"VAT SE{n[2:]}01", lambda n: f"momsnr SE{n[2:]}01"),
        "other signs": (
            lambda n: f"{n[:8]}.{n[8:]}", lambda n: f"{n[:8]}/{n[8:]}", lambda n: f"{n[:8]}\u00b7{n[8:]}", lambda n: f"{n[2:8]}/{n[8:]}",
            lambda n: f"{n[:8]}, {n[8:]}", lambda n: f"{n[:4]}-{n[4:6]}-{n[6:8]}, {n[8:]}", lambda n: f"{n[:8]}–{n[8:]}", lambda n: f"{n[:8]} – {n[8:]}",
        ),
        "brackets": (
            lambda n: f"{n[:4]}-{n[4:6]}-{n[6:8]} ({n[8:]})", lambda n: f"{n[:8]} ({n[8:]})", lambda n: f"({n[:8]}) {n[8:]}",
            lambda n: f"({n[2:8]}-{n[8:]})", lambda n: f"[{n[:8]}-{n[8:]}]",
        ),
        "in groups": (
            lambda n: f"{n[:4]} {n[4:8]}-{n[8:]}", lambda n: f"{n[:4]} {n[4:6]} {n[6:8]}-{n[8:]}", lambda n: f"{n[:4]}-{n[4:6]}-{n[6:8]}-{n[8:]}",
            lambda n: f"{n[2:4]} {n[4:6]} {n[6:8]} - {n[8:]}", lambda n: f"{n[:8]} {n[8:]}",
        ),
        "day first": (
            lambda n: "{2}.{1}.{0}-{3}".format(*_day(n)), lambda n: "{2}/{1} {0}-{3}".format(*_day(n)),
            lambda n: f"{_day(n)[2]}/{_day(n)[1]}-{n[2:4]}-{n[8:]}",
            lambda n: f"den {int(n[6:8])} {SHORT[int(n[4:6]) - 1]} {n[:4]}, nr {n[8:]}",
            lambda n: f"född den {int(n[6:8])} {MONTHS[int(n[4:6]) - 1]} {n[:4]} med nummer {n[8:]}",
            lambda n: f"{int(n[6:8])} {MONTHS[int(n[4:6]) - 1]} {n[:4]}-{n[8:]}",
        ),
        "markup": (
            lambda n: f"{n[:8]}&nbsp;{n[8:]}", lambda n: f"{n[:8]}&#45;{n[8:]}", lambda n: f"{n[:8]}%2D{n[8:]}",
            lambda n: f"<b>{n[:8]}</b>-{n[8:]}", lambda n: f"**{n[2:8]}**-{n[8:]}", lambda n: f"{n[2:8]}&ndash;{n[8:]}",
        ),
        "behind a word": (
            lambda n: f"OCR {n}", lambda n: f"ISBN {n[2:8]}-{n[8:]}", lambda n: f"faktura {n[:8]}-{n[8:]}", lambda n: f"ordernr {n[2:8]}-{n[8:]}",
            lambda n: f"ref: {n[:8]}-{n[8:]}", lambda n: f"konto {n[2:8]}-{n[8:]}", lambda n: f"dnr {n[:8]}-{n[8:]}", lambda n: f"tel {n[2:8]}-{n[8:]}",
        ),
        "neighbouring fields": (
            lambda n: f"fodd: {n[:8]}\n    sista: {n[8:]}", lambda n: f"född: {n[:4]}-{n[4:6]}-{n[6:8]}\n    sista fyra: \"{n[8:]}\"",
            lambda n: f"födelsedatum: {n[:4]}-{n[4:6]}-{n[6:8]}, fyra sista: {n[8:]}",
        ),
    }  # fmt: skip


WAYS = _ways()
"""Way of writing in the issue's list → how it is written."""


def realistic(seed: int) -> Iterator[Sample]:
    """Every way in every sentence, with a number of its own."""
    rng = random.Random(seed)
    for way, forms in WAYS.items():
        for form in forms:
            for sentence in SENTENCES:
                yield Sample(
                    way, sentence.format(x=form(number(rng, rng.choice(("personal", "personal", "coordination"))))), group=way
                )


def _luhn(rng: random.Random, nine: str) -> str:
    return nine + check_digit(nine)


def _organisation(rng: random.Random) -> str:
    ten = _luhn(rng, f"{rng.choice('25789')}{rng.randrange(10)}{rng.randrange(20, 99)}{rng.randrange(10**5):05}")
    return rng.choice(
        (f"{ten[:6]}-{ten[6:]}", f"16{ten}", f"SE{ten}01", f"org.nr {ten[:6]}-{ten[6:]}", f"org{ten[:6]}-{ten[6:]}st")
    )


def _case(rng: random.Random) -> str:
    year, count = rng.randrange(2015, 2027), rng.randrange(1, 99999)
    return rng.choice(
        (
            f"SN/{year}:{count}",
            f"dnr {year}-{count:05}",
            f"KS {year}/{count:04}.{rng.randrange(10, 99)}",
            f"{year}:{count}-{rng.randrange(9)}",
        )
    )


def _phone(rng: random.Random) -> str:
    n = f"{rng.randrange(10**7):07}"
    return rng.choice(
        (f"0123-{n[:3]} {n[3:5]}", f"08-{n[:3]} {n[3:5]} {n[5:]}", f"+46 123-{n[:3]} {n[3:5]}", f"tel. 0123/{n[:5]}")
    )


def _time(rng: random.Random) -> str:
    day = f"20{rng.randrange(20, 27)}-{rng.randrange(1, 13):02}-{rng.randrange(1, 29):02}"
    hour, minute = rng.randrange(8, 18), rng.choice((0, 15, 30, 45))
    return rng.choice((f"{day} {hour:02}.{minute:02}", f"{day} kl. {hour}:{minute:02}–{hour + 1}:{minute:02}", f"{day.replace('-', '')}T{hour:02}{minute:02}",
                       f"{day}, {hour:02}.{minute:02}", f"{day} ({hour:02}.{minute:02})", f"{day}/{hour:02}.{minute:02}"))  # fmt: skip


def _amount(rng: random.Random) -> str:
    n = rng.randrange(10**6, 10**9)
    return rng.choice((f"{n:,} kr".replace(",", " "), f"{n:,} kr".replace(",", "\u00a0"), f"{n:,}".replace(",", "."), f"{n} kr"))


def _period(rng: random.Random) -> str:
    a = rng.randrange(2015, 2026)
    return rng.choice(
        (
            f"{a}–{a + 3}",
            f"{a}-01-01–{a}-12-31",
            f"{a}/{a + 1}",
            f"v. 12–{rng.randrange(13, 52)} {a}",
            f"{a}0101-{a}1231",
            f"({a}-{a + 1})",
        )
    )


def _book(rng: random.Random) -> str:
    nine = f"9178{rng.randrange(10**5):05}"
    total = sum((10 - at) * int(digit) for at, digit in enumerate(nine)) % 11
    last = (11 - total) % 11
    return f"ISBN {nine[:2]}-{nine[2:5]}-{nine[5:]}-{'X' if last == 10 else last}"


def _invoice(rng: random.Random) -> str:
    return rng.choice((f"OCR {rng.randrange(30, 99)}{rng.randrange(13, 99)}{rng.randrange(10**8):08}", f"faktura {rng.randrange(10**6)}", f"order {rng.randrange(10**5)}-{rng.randrange(100)}",
                       f"bg {rng.randrange(100, 999)}-{rng.randrange(1000, 9999)}", f"pg {rng.randrange(10**6)}-{rng.randrange(10)}"))  # fmt: skip


def _hash(rng: random.Random) -> str:
    return "".join(rng.choices("0123456789abcdef", k=rng.choice((7, 10, 40, 64))))


def _list(rng: random.Random) -> str:
    return ", ".join(str(rng.randrange(1, 400)) for _ in range(6))


LOOK_ALIKE: dict[str, Callable[[random.Random], str]] = {
    "organisation": _organisation,
    "case": _case,
    "phone": _phone,
    "day and time": _time,
    "amount": _amount,
    "period": _period,
    "book": _book,
    "invoice": _invoice,
    "hash": _hash,
    "row of numbers": _list,
}


def look_alike(seed: int) -> Iterator[Sample]:
    """What is no personal number, in the same sentences, several times."""
    rng = random.Random(seed)
    for way, made in LOOK_ALIKE.items():
        for sentence in SENTENCES:
            for _time in range(6):
                yield Sample(way, sentence.format(x=made(rng)))
