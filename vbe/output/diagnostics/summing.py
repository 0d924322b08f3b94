"""What a verdict comes to, in a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.diagnostics import Severity
from vbe.language import _, ngettext

if TYPE_CHECKING:
    from vbe.rules.result import CheckResult


def summed(verdict: CheckResult) -> str:
    """How many of each there are, in how many files."""
    errors, warnings, notes = (verdict.count(severity) for severity in Severity)
    waived = len(verdict.waived)
    counted = [
        ngettext("{count} error", "{count} errors", errors).format(count=errors),
        ngettext("{count} warning", "{count} warnings", warnings).format(count=warnings),
        ngettext("{count} waived", "{count} waived", waived).format(count=waived),
    ]
    if notes:
        counted.insert(2, ngettext("{count} note", "{count} notes", notes).format(count=notes))
    files = ngettext("{count} file", "{count} files", verdict.files).format(count=verdict.files)
    return _("{findings} in {files}").format(findings=", ".join(counted), files=files)
