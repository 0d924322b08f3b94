"""Sentences with counts in them, each in agreement with none, one, two and many.

Pure functions of numbers, so that a test can read every one of them aloud. Small numbers first in a sentence are words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.language.swedish import NO_BREAK, count, in_words, in_words_of, listed, number
from vbe.report.rows import capital, fresh_share, spread

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vbe.domain.colours import Colour

LAST_IN_WORDS = 12
BOTH = 2


def who_answered(some: int, total: int) -> str:
    """`tre av sex nämnder`, `alla sex nämnder som ska redovisa`; for the beginning or the middle of a sentence."""
    if not some:
        return "ingen nämnd"
    if total == 1:
        return "den nämnd som ska redovisa"
    if some == total:
        boards = "båda nämnderna" if total == BOTH else f"alla {in_words(total)} nämnder"
        return f"{boards} som ska redovisa"
    return f"{_common(some)} av {in_words(total)} nämnder"


def greens(document: str, own: str, counts: Mapping[Colour, int]) -> str:
    """What follows `Enligt uppföljningen för 2017`: how many commitments are green, and what the others are."""
    total, green = sum(counts.values()), counts["green"]
    others = spread({colour: amount for colour, amount in counts.items() if colour != "green"})
    if not total:
        return f"har {document} inga åtgärder att följa upp."
    if total == 1:
        return f"är {own} enda åtgärd {'grön: den är genomförd eller går enligt plan' if green else _bare(others)}."
    if not green:
        return f"är ingen av {own} {number(total)} åtgärder grön. Av dem är {others}."
    well = "grön: den är genomförd" if green == 1 else "gröna: de är genomförda"
    if green == total:
        return f"är alla {own} {number(total)} åtgärder {well} eller går enligt plan."
    return f"är {number(green)} av {own} {number(total)} åtgärder {well} eller går enligt plan. Av de övriga är {others}."


def areas(counts: Mapping[Colour, int]) -> Iterator[str]:
    """The colours of the areas."""
    total, told = sum(counts.values()), spread(counts, neuter=True)
    if total == 1:
        yield f"Åtgärdsområdet är {_bare(told)}."
    elif total:
        yield f"Av {count(total, 'åtgärdsområde', 'åtgärdsområden')} är {told}."


def late(amount: int) -> Iterator[str]:
    """How many commitments are late; nothing when none is."""
    if amount:
        yield f"{capital(in_words_of(amount, 'åtgärd', 'åtgärder'))} är {'försenad' if amount == 1 else 'försenade'}."


def routines(counts: Mapping[Colour, int]) -> Iterator[str]:
    """How many routines are current, of those that are to be reviewed; drafts are said to be left out."""
    drafts = counts["grey"]
    reviewed = sum(counts.values()) - drafts
    fresh = counts["green"] + counts["yellow"]
    left_out = f" ({in_words_of(drafts, 'utkast är inte medräknat', 'utkast är inte medräknade', neuter=True)})" if drafts else ""
    if not reviewed:
        yield f"Ingen rutin gäller{left_out}."
    elif reviewed == 1:
        yield f"Den enda rutinen är {'aktuell' if fresh else 'inte aktuell'}{left_out}."
    elif not fresh:
        yield f"Ingen av {in_words(reviewed)} rutiner är aktuell{left_out}."
    else:
        said = fresh_share(counts, "rutiner") if fresh > LAST_IN_WORDS else f"{_common(fresh)} av {in_words(reviewed)} rutiner"
        yield f"{capital(said)} är {'aktuell' if fresh == 1 else 'aktuella'}{left_out}."


def demands(own: str, colours: Mapping[Colour, int], without: int, others: int = 0) -> Iterator[str]:
    """The colours of the text's demands, how many have nothing in the register that answers them, and how many are others'."""
    total = sum(colours.values())
    if not total:
        return
    told = spread(colours, neuter=True)
    apart = f" ({in_words_of(others, 'krav', 'krav', neuter=True)} till är en annan myndighets uppgift)" if others else ""
    if total == 1:
        lacking = " och har ingen åtgärd, rutin eller funktion" if without else ""
        yield f"Det enda kravet i {own} text är {_bare(told)}{lacking}{apart}."
    elif without:
        what = in_words_of(without, "krav", "krav", neuter=True)
        yield f"Av {number(total)} krav i {own} text är {told}, och {what} har ingen åtgärd, rutin eller funktion{apart}."
    else:
        yield f"Av {number(total)} krav i {own} text är {told}{apart}. Varje krav har en åtgärd, rutin eller funktion."


def unreported(total: int, missing: list[str]) -> Iterator[str]:
    """Which commitments nobody has reported."""
    if total == 1:
        yield f"Åtgärd {missing[0]} är inte redovisad." if missing else "Åtgärden är redovisad."
    elif missing:
        yield f"För {_common(len(missing))} av {number(total)} åtgärder finns ingen redovisning: {listed(missing)}."
    elif total:
        yield f"Alla {number(total)} åtgärder är redovisade av minst en nämnd."


def partly_reported(missing: list[str]) -> Iterator[str]:
    """Which commitments some board has not reported."""
    if missing:
        what = in_words_of(len(missing), "åtgärd", "åtgärder")
        yield f"För {what} saknas svar från någon nämnd: {listed(missing)}."


def size(areas: int, commitments: int) -> str:
    """`tolv åtgärdsområden med tillsammans 75 åtgärder`."""
    if not areas:
        return "inga åtgärdsområden"
    measures = in_words_of(commitments, "åtgärd", "åtgärder") if commitments else "inga åtgärder"
    between = "med tillsammans" if areas > 1 and commitments > 1 else "med"
    return f"{in_words_of(areas, 'åtgärdsområde', 'åtgärdsområden', neuter=True)} {between} {measures}"


def _common(amount: int) -> str:
    """A number of things of common gender: `en`, `två`."""
    return "en" if amount == 1 else in_words(amount)


def _bare(told: str) -> str:
    """The colour of the only one: `1 röd` → `röd`."""
    return told.rsplit(NO_BREAK, maxsplit=1)[-1]
