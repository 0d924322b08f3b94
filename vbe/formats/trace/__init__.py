"""How the chain around an entry is written. A format is a module with a function `format_trace`."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from vbe.formats.choice import choose

if TYPE_CHECKING:
    from vbe.chain import Trace
    from vbe.changes import Names

TRACE_FORMATS = {
    "text": "vbe.formats.trace.text",
    "md": "vbe.formats.trace.markdown",
    "json": "vbe.formats.trace.machine",
}
"""Name → module."""


class Formatter(Protocol):
    """Trace → text that ends in a newline."""

    def __call__(self, trace: Trace, names: Names) -> str:
        """The whole output."""


def formatter(name: str) -> Formatter:
    """The function of a format."""
    return cast("Formatter", import_module(choose(name, TRACE_FORMATS)).format_trace)
