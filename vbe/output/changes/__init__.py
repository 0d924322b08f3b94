"""How a comparison of two states is written. A format is a module with a function `format_comparison`."""

from __future__ import annotations

from importlib import import_module
from typing import Protocol, cast

from vbe.output.changes.comparison import Comparison, State, contrast
from vbe.output.choice import choose

CHANGE_FORMATS = {
    "text": "vbe.output.changes.text",
    "md": "vbe.output.changes.markdown",
    "json": "vbe.output.changes.machine",
}
"""Name → module."""


class Formatter(Protocol):
    """Comparison → text that ends in a newline. The same comparison gives the same text."""

    def __call__(self, comparison: Comparison) -> str:
        """The whole output."""


def formatter(name: str) -> Formatter:
    """The function of a format."""
    return cast("Formatter", import_module(choose(name, CHANGE_FORMATS)).format_comparison)


__all__ = ["CHANGE_FORMATS", "Comparison", "Formatter", "State", "contrast", "formatter"]
