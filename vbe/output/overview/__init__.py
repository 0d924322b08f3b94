"""How the overview is written. A format is a module with a function `format_overview`."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from vbe.output.choice import choose

if TYPE_CHECKING:
    from vbe.domain.changes import Names
    from vbe.domain.overview import Overview

OVERVIEW_FORMATS = {
    "table": "vbe.output.overview.table",
    "md": "vbe.output.overview.markdown",
    "json": "vbe.output.overview.machine",
}
"""Name → module."""


class Formatter(Protocol):
    """Overview → text that ends in a newline."""

    def __call__(self, whole: Overview, names: Names) -> str:
        """The whole output."""


def formatter(name: str) -> Formatter:
    """The function of a format."""
    return cast("Formatter", import_module(choose(name, OVERVIEW_FORMATS)).format_overview)
