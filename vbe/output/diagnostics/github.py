"""`github`: workflow commands, which GitHub shows as annotations in the pull request.

https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.diagnostics import Severity
from vbe.privacy.terminal import inert, printable

if TYPE_CHECKING:
    from vbe.diagnostics import Diagnostic
    from vbe.rules.verdict import Verdict
    from vbe.store.repository import Source

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
# The percent sign first: it starts the other escapes.
ESCAPES = {"%": "%25", "\r": "%0D", "\n": "%0A"}
PROPERTY_ESCAPES = {**ESCAPES, ":": "%3A", ",": "%2C"}


def format_verdict(verdict: Verdict, source: Source, *, show_waived: bool) -> str:  # noqa: ARG001 - one signature for all
    """One annotation a diagnostic; the waived ones as notices, when they are asked for."""
    shown = verdict.diagnostics if show_waived else verdict.open
    return "".join(f"{_annotation(diagnostic)}\n" for diagnostic in shown)


def _annotation(diagnostic: Diagnostic) -> str:
    place = diagnostic.location
    command = "notice" if diagnostic.waived else COMMANDS[diagnostic.severity]
    properties = {
        "file": place.file,
        "line": str(place.line),
        "endLine": str(place.end_line),
        "title": f"{diagnostic.code} {diagnostic.name}",
    }
    if place.line == place.end_line:
        # Columns over several lines are refused by GitHub; its end column is the last one that belongs.
        properties["col"] = str(place.column)
        properties["endColumn"] = str(max(place.column, place.end_column - 1))
    listed = ",".join(f"{name}={_escape(value, PROPERTY_ESCAPES)}" for name, value in properties.items())
    message = "\n".join(part for part in (diagnostic.message, diagnostic.hint, diagnostic.reason) if part)
    return f"::{command} {listed}::{_escape(message, ESCAPES)}"


def _escape(text: str, escapes: dict[str, str]) -> str:
    # A line feed is content here, and what else is not seen is shown by a sign.
    for character, escape in escapes.items():
        text = text.replace(character, escape)
    return inert(printable(text))
