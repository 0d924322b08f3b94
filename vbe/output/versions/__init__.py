"""How a record's versions are written: for people, for a page, and for programs.

A format is a module with a function `format_versions`; its line in the table below is all that makes it known.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from vbe.output.choice import choose

if TYPE_CHECKING:
    from vbe.domain.telling import Telling

VERSION_FORMATS = {
    "table": "vbe.output.versions.table",
    "md": "vbe.output.versions.markdown",
    "json": "vbe.output.versions.machine",
}
"""Name → module."""


class Formatter(Protocol):
    """Versions, told → text that ends in a newline."""

    def __call__(self, title: str, told: list[Telling]) -> str:
        """The whole output."""


def formatter(name: str) -> Formatter:
    """The function of a format."""
    return cast("Formatter", import_module(choose(name, VERSION_FORMATS)).format_versions)
