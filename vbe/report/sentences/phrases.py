"""Numbers with what is counted, for use inside a sentence: in agreement with none, one, two and many.

Numbers up to twelve are words, and figures where they stand beside a larger one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from vbe.language.swedish import NO_BREAK, count, in_words, in_words_of, listed, number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vbe.domain.colours import Colour

LAST_IN_WORDS = 12
Values = dict[str, str | int]
"""What a block is handed, by name."""
COLOUR_WORDS: dict[Colour, tuple[str, str, str]] = {
    "green": ("grön", "grönt", "gröna"),
    "yellow": ("gul", "gult", "gula"),
    "red": ("röd", "rött", "röda"),
    "grey": ("grå", "grått", "grå"),
}
"""Colour → of one åtgärd, of one krav, of several."""


class Say(Protocol):
    """The report's prose: block and values → text."""

    def __call__(self, block: str, **values: str | int) -> str:
        """The prose of a block."""


def spread(counts: Mapping[Colour, int], *, neuter: bool = False, among: int = 0, words: bool = False) -> str:
    """`tre gröna och en gul`, without the colours that none has; `ett grått` of neuter nouns such as krav.

    `among`: a larger number that is told beside them. `words`: up to twelve in words beside any number.
    """
    all_of_them = 0 if words else max(among, sum(counts.values()))
    parts = [
        things(amount, COLOUR_WORDS[colour][neuter], COLOUR_WORDS[colour][2], among=all_of_them, neuter=neuter)
        for colour, amount in counts.items()
        if amount
    ]
    return listed(parts)


def spread_of(counts: Mapping[Colour, int], *, neuter: bool = False, words: bool = False) -> str:
    """The same; of one thing the colour alone: `röd`."""
    spread_text = spread(counts, neuter=neuter, words=words)
    return bare(spread_text) if sum(counts.values()) == 1 else spread_text


def reds(amount: int) -> str:
    """`en röd åtgärd`, `tre röda åtgärder`; for the beginning or the middle of a sentence."""
    return in_words_of(amount, "röd åtgärd", "röda åtgärder")


def more_commitments(amount: int) -> str:
    """The end of a list of commitments that is cut."""
    return in_words_of(amount, "åtgärd till", "åtgärder till")


def more_documents(amount: int) -> str:
    """The end of a list of documents that is cut."""
    return in_words_of(amount, "dokument till", "dokument till", neuter=True)


def size(areas: int, commitments: int) -> str:
    """`tolv åtgärdsområden med tillsammans 75 åtgärder`."""
    if not areas:
        return "inga åtgärdsområden"
    measures = in_words_of(commitments, "åtgärd", "åtgärder") if commitments else "inga åtgärder"
    between = "med tillsammans" if areas > 1 and commitments > 1 else "med"
    return f"{in_words_of(areas, 'åtgärdsområde', 'åtgärdsområden', neuter=True)} {between} {measures}"


def further(step: int) -> str:
    """`tre fler`, `en färre`, `lika många`."""
    return f"{common(abs(step))} {'fler' if step > 0 else 'färre'}" if step else "lika många"


def things(amount: int, one: str, many: str, *, among: int, neuter: bool = False) -> str:
    """A number of things; in figures beside a number that is too large to be a word."""
    return count(amount, one, many) if among > LAST_IN_WORDS else in_words_of(amount, one, many, neuter=neuter)


def common(amount: int, among: int = 0) -> str:
    """A number of things of common gender: `en`, `två`; in figures beside a number that is too large to be a word."""
    if among > LAST_IN_WORDS:
        return number(amount)
    return "en" if amount == 1 else in_words(amount)


def bare(phrase: str) -> str:
    """The colour of the only one: `en röd` → `röd`."""
    return phrase.rsplit(NO_BREAK, maxsplit=1)[-1]
