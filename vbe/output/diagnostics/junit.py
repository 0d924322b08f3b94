"""`junit`: one test case a file, for everything that reads test reports."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from vbe.output.diagnostics.placing import from_top
from vbe.privacy.redaction import redact
from vbe.privacy.terminal import inert, printable
from vbe.rules.result import fails

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vbe.diagnostics import Diagnostic
    from vbe.rules.result import CheckResult
    from vbe.store.repository import Source

ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no way to write."""


def format_verdict(verdict: CheckResult, source: Source, *, show_waived: bool, strict: bool = False, whole: bool = False) -> str:  # noqa: ARG001 - one signature for all
    """A suite with a case for each file; what fails the run is its failure, the rest its output."""
    verdict = from_top(verdict, source)
    found: dict[str, list[Diagnostic]] = defaultdict(list)
    for diagnostic in verdict.diagnostics if show_waived else verdict.open:
        found[diagnostic.location.file].append(diagnostic)
    files = sorted({redact(file) for file in verdict.texts} | set(found))
    failed = sum(any(fails(d, strict=strict) for d in found[file]) for file in files)
    counts = f'tests="{len(files)}" failures="{failed}" errors="0" skipped="0" time="0"'
    cases = "".join(_case(file, found[file], strict=strict) for file in files)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return f'{head}<testsuites name="vbe" {counts}>\n<testsuite name="vbe" {counts}>\n{cases}</testsuite>\n</testsuites>\n'


def _case(file: str, found: list[Diagnostic], *, strict: bool) -> str:
    head = f'<testcase classname="vbe" name={_attribute(file)} file={_attribute(file)} time="0"'
    if not found:
        return f"{head}/>\n"
    errors = [d for d in found if fails(d, strict=strict)]
    others = [d for d in found if not fails(d, strict=strict)]
    parts = []
    if errors:
        kinds = " ".join(sorted({d.code for d in errors}))
        message = _attribute(errors[0].message)
        parts.append(f"<failure message={message} type={_attribute(kinds)}>{_content(_lines(errors))}</failure>\n")
    if others:
        parts.append(f"<system-out>{_content(_lines(others))}</system-out>\n")
    return f"{head}>\n{''.join(parts)}</testcase>\n"


def _lines(diagnostics: Iterable[Diagnostic]) -> str:
    return "\n".join(_line(diagnostic) for diagnostic in diagnostics)


def _line(diagnostic: Diagnostic) -> str:
    place = f"{diagnostic.location.line}:{diagnostic.location.column} {diagnostic.code} {diagnostic.name}"
    return " ".join(part for part in (place, diagnostic.message, diagnostic.hint, diagnostic.justification) if part)


def _clean(text: str) -> str:
    return ILLEGAL.sub("\ufffd", inert(printable(text)))


def _content(text: str) -> str:
    return escape(_clean(text))


def _attribute(text: str) -> str:
    return quoteattr(_clean(text))
