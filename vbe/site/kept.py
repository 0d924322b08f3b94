"""What an earlier run has made and this one may take over, where it was made from the same."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping


@dataclass(frozen=True, slots=True)
class Kept:
    """Cards from the folder that is written to; pages too where the program has been running since (`--serve`)."""

    cards: Mapping[str, bytes] = field(default_factory=dict)
    """Sum of a card's input → the card."""
    pages: dict[str, tuple[Hashable | object, bytes]] = field(default_factory=dict)
    """Path → what the page was made from, and the page; the maker renews it."""
