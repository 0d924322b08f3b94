"""`github`: workflow commands, which GitHub shows as annotations in the pull request.

https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from vbe.diagnostics import Severity
from vbe.language import _
from vbe.output.diagnostics.placing import from_top
from vbe.output.diagnostics.summing import summed
from vbe.privacy.terminal import inert, printable

if TYPE_CHECKING:
    from vbe.diagnostics import Diagnostic
    from vbe.rules.result import CheckResult
    from vbe.store.repository import Source

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
SHOWN = 10
"""Annotations of a kind that GitHub shows of a step."""
# The percent sign first: it starts the other escapes.
ESCAPES = {"%": "%25", "\r": "%0D", "\n": "%0A"}
PROPERTY_ESCAPES = {**ESCAPES, ":": "%3A", ",": "%2C"}


def format_verdict(verdict: CheckResult, source: Source, *, show_waived: bool, strict: bool = False, whole: bool = False) -> str:  # noqa: ARG001 - one signature for all
    """One annotation a diagnostic, the worst first, and a line that sums up; the waived as notices, when they are asked for.

    GitHub shows the first ten of a kind in the pull request; the rest is read in the job's log, where it writes the message
    only. So each message says where, and the last line how many there are.
    """
    verdict = from_top(verdict, source)
    shown = verdict.diagnostics if show_waived else verdict.open
    kinds = Counter(map(_command, shown))
    lines = [
        _annotation(diagnostic) for diagnostic in sorted(shown, key=lambda each: list(COMMANDS.values()).index(_command(each)))
    ]
    if any(count > SHOWN for count in kinds.values()):
        lines.append(
            _("GitHub shows the first {count} of each kind in the pull request; all are in this log.").format(count=SHOWN)
        )
    return "".join(f"{line}\n" for line in (*lines, summed(verdict)))


def _command(diagnostic: Diagnostic) -> str:
    return "notice" if diagnostic.waived else COMMANDS[diagnostic.severity]


def _annotation(diagnostic: Diagnostic) -> str:
    place = diagnostic.location
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
    text = "\n".join(part for part in (diagnostic.message, diagnostic.hint, diagnostic.justification) if part)
    message = f"{place.file}:{place.line}: {text}"
    return f"::{_command(diagnostic)} {listed}::{_escape(message, ESCAPES)}"


def _escape(text: str, escapes: dict[str, str]) -> str:
    # A line feed is content here, and what else is not seen is shown by a sign.
    for character, escape in escapes.items():
        text = text.replace(character, escape)
    return inert(printable(text))
