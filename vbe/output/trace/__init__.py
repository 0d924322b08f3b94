"""How the chain around an entry is written. A format is a module with a function `format_trace`."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from vbe.output.choice import choose

if TYPE_CHECKING:
    from vbe.domain.chain import Trace
    from vbe.domain.changes import Names

TRACE_FORMATS = {
    "text": "vbe.output.trace.text",
    "md": "vbe.output.trace.markdown",
    "json": "vbe.output.trace.machine",
}
"""Name → module."""


class Formatter(Protocol):
    """Trace → text that ends in a newline."""

    def __call__(self, trace: Trace, names: Names) -> str:
        """The whole output."""


def formatter(name: str) -> Formatter:
    """The function of a format."""
    return cast("Formatter", import_module(choose(name, TRACE_FORMATS)).format_trace)
