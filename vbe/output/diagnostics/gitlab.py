"""`gitlab`: a code quality report, which GitLab shows in the merge request.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.diagnostics import Severity
from vbe.output.diagnostics.identity import fingerprints
from vbe.output.diagnostics.placing import from_top
from vbe.output.json_text import to_json

if TYPE_CHECKING:
    from vbe.diagnostics import Diagnostic
    from vbe.rules.result import CheckResult
    from vbe.store.repository import Source

SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def format_verdict(verdict: CheckResult, source: Source, *, show_waived: bool, strict: bool = False, whole: bool = False) -> str:  # noqa: ARG001 - one signature for all
    """A list of issues; the waived ones as information, when they are asked for."""
    verdict = from_top(verdict, source)
    shown = verdict.diagnostics if show_waived else verdict.open
    return to_json([_issue(*each) for each in zip(shown, fingerprints(shown), strict=True)])


def _issue(diagnostic: Diagnostic, fingerprint: str) -> dict[str, object]:
    place = diagnostic.location
    return {
        "description": " ".join(part for part in (diagnostic.message, diagnostic.hint) if part),
        "check_name": f"{diagnostic.code} {diagnostic.name}",
        "fingerprint": fingerprint,
        "severity": "info" if diagnostic.waived else SEVERITIES[diagnostic.severity],
        "location": {"path": place.file, "lines": {"begin": place.line, "end": place.end_line}},
    }
