"""`json`: everything, in a shape that is versioned and that others script against."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.diagnostics import Severity
from vbe.output.json_text import to_json

if TYPE_CHECKING:
    from vbe.diagnostics import Diagnostic
    from vbe.rules.result import CheckResult
    from vbe.store.repository import Source

VERSION = 1


def format_verdict(verdict: CheckResult, source: Source, *, show_waived: bool, strict: bool = False, whole: bool = False) -> str:  # noqa: ARG001 - one signature for all
    """Summary and diagnostics; what is waived is among them, and says so."""
    summary = {
        "files": verdict.files,
        "errors": verdict.count(Severity.ERROR),
        "warnings": verdict.count(Severity.WARNING),
        "waived": len(verdict.waived),
    }
    return to_json({"version": VERSION, "summary": summary, "diagnostics": [_entry(d) for d in verdict.diagnostics]})


def _entry(diagnostic: Diagnostic) -> dict[str, object]:
    place = diagnostic.location
    entry: dict[str, object] = {
        "code": diagnostic.code,
        "name": diagnostic.name,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "record": diagnostic.record,
        "waived": diagnostic.waived,
    }
    if diagnostic.waived:
        entry["reason"] = diagnostic.justification
    return entry
