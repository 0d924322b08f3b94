"""The four colours of a state: what they are called and how they are shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

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
