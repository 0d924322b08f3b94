"""How one entry is shown in full. A format is a module with a function `format_entry`."""

from __future__ import annotations

from importlib import import_module
from typing import Protocol, cast

from vbe.output.choice import choose
from vbe.output.entry.view import Past, View, view

ENTRY_FORMATS = {
    "text": "vbe.output.entry.text",
    "md": "vbe.output.entry.markdown",
    "json": "vbe.output.entry.machine",
}
"""Name → module."""


class Formatter(Protocol):
    """View → text that ends in a newline."""

    def __call__(self, shown: View) -> str:
        """The whole output."""


def formatter(name: str) -> Formatter:
    """The function of a format."""
    return cast("Formatter", import_module(choose(name, ENTRY_FORMATS)).format_entry)


__all__ = ["ENTRY_FORMATS", "Formatter", "Past", "View", "formatter", "view"]
