"""The four colours of a state: what they are called, how they are shown, and which is the worst."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

Colour = Literal["green", "yellow", "red", "grey"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A status colour. Always shown with its word and its symbol, never by colour alone."""

    colour: Colour
    symbol: str
    word: str


MARKS: dict[Colour, Mark] = {
    "green": Mark("green", "●", "Grön"),
    "yellow": Mark("yellow", "▲", "Gul"),
    "red": Mark("red", "■", "Röd"),
    "grey": Mark("grey", "○", "Grå"),
}
BEST_FIRST: tuple[Colour, ...] = ("green", "yellow", "red", "grey")
WORST_FIRST: tuple[Colour, ...] = ("red", "yellow", "green", "grey")
Tally = dict[Colour, int]


def worst(colours: Iterable[Colour]) -> Colour:
    """Red over yellow over green over grey."""
    present = set(colours)
    return next((colour for colour in WORST_FIRST if colour in present), "grey")


def tally(colours: Iterable[Colour]) -> Tally:
    """How many there are of each colour."""
    counted: Tally = dict.fromkeys(BEST_FIRST, 0)
    for colour in colours:
        counted[colour] += 1
    return counted
