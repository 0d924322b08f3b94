"""How diagnostics are written: for people, and for the programs that read them.

A format is a module with a function `format_verdict` that turns a verdict into text. Its line in the table below is all
that makes it known; it is imported only when it is asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from vbe.output.choice import choose

if TYPE_CHECKING:
    from vbe.rules.verdict import Verdict
    from vbe.store.repository import Source

DIAGNOSTIC_FORMATS = {
    "text": "vbe.output.diagnostics.text",
    "json": "vbe.output.diagnostics.machine",
    "sarif": "vbe.output.diagnostics.sarif",
    "github": "vbe.output.diagnostics.github",
    "gitlab": "vbe.output.diagnostics.gitlab",
    "junit": "vbe.output.diagnostics.junit",
}
"""Name → module."""


class Formatter(Protocol):
    """Verdict → text that ends in a newline. The same verdict gives the same text."""

    def __call__(self, verdict: Verdict, source: Source, *, show_waived: bool) -> str:
        """The whole output."""


def formatter(name: str) -> Formatter:
    """The function of a format."""
    return cast("Formatter", import_module(choose(name, DIAGNOSTIC_FORMATS)).format_verdict)
