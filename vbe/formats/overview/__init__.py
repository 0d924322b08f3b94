"""How the overview is written. A format is a module with a function `format_overview`."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from vbe.formats.choice import choose

if TYPE_CHECKING:
    from vbe.changes import Names
    from vbe.overview import Overview

OVERVIEW_FORMATS = {
    "table": "vbe.formats.overview.table",
    "md": "vbe.formats.overview.markdown",
    "json": "vbe.formats.overview.machine",
}
"""Name → module."""


class Formatter(Protocol):
    """Overview → text that ends in a newline."""

    def __call__(self, whole: Overview, names: Names) -> str:
        """The whole output."""


def formatter(name: str) -> Formatter:
    """The function of a format."""
    return cast("Formatter", import_module(choose(name, OVERVIEW_FORMATS)).format_overview)
