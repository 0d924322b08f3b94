"""`sarif`: the Static Analysis Results Interchange Format 2.1.0, for code scanning services and editors.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from vbe import __version__
from vbe.diagnostics import Severity
from vbe.language import _, active_language, ngettext
from vbe.output.diagnostics.identity import fingerprints
from vbe.output.diagnostics.placing import from_top
from vbe.output.json_text import to_json
from vbe.rules import all_rules
from vbe.rules.marks import SUPPRESSION
from vbe.rules.pages import markdown_page, page, severity_word, summary

if TYPE_CHECKING:
    from vbe.diagnostics import Diagnostic, Location, Rule
    from vbe.rules.result import CheckResult
    from vbe.store.repository import Source

MAX_RESULTS = 25_000
"""Results in a run; GitHub refuses the whole file where there are more."""
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def format_verdict(verdict: CheckResult, source: Source, *, show_waived: bool, strict: bool = False, whole: bool = False) -> str:  # noqa: ARG001 - one signature for all
    """One run with every rule and every open diagnostic; the waived, suppressed with their reason, when they are asked for.

    GitHub does not read suppressions: each waived result would be an open alert there.
    """
    verdict = from_top(verdict, source)
    found = verdict.diagnostics if show_waived else verdict.open
    shown = _at_most(found, MAX_RESULTS)
    rules = all_rules()
    indices = {code: index for index, code in enumerate(rules)}
    driver = {
        "name": "vbe",
        "version": __version__,
        "semanticVersion": __version__,
        "language": active_language(),
        "rules": [_rule(rule) for rule in rules.values()],
    }
    run: dict[str, object] = {
        "tool": {"driver": driver},
        "language": active_language(),
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(diagnostic, fingerprint, indices[diagnostic.code], verdict)
            for diagnostic, fingerprint in zip(shown, fingerprints(shown), strict=True)
        ],
    }
    if len(shown) < len(found):
        left = len(found) - len(shown)
        message = ngettext(
            "{count} result of {total} is left out: services take no more.",
            "{count} results of {total} are left out: services take no more.",
            left,
        ).format(count=left, total=len(found))
        notification = {"level": "warning", "message": {"text": message}}
        run["invocations"] = [{"executionSuccessful": True, "toolExecutionNotifications": [notification]}]
    return to_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _at_most(found: tuple[Diagnostic, ...], most: int) -> tuple[Diagnostic, ...]:
    """As many as a service takes, the worst of them, in the order that they had."""
    if len(found) <= most:
        return found
    worst = sorted(range(len(found)), key=lambda index: (found[index].waived, list(Severity).index(found[index].severity)))
    return tuple(found[index] for index in sorted(worst[:most]))


def _rule(rule: Rule) -> dict[str, object]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": summary(rule)},
        "fullDescription": {"text": summary(rule)},
        "help": {"text": page(rule), "markdown": markdown_page(rule)},
        "defaultConfiguration": {"level": rule.severity.value},
        "properties": {"tags": [severity_word(rule.severity)], "sources": [_(text) for text, _checked in rule.sources]},
    }


def _result(diagnostic: Diagnostic, fingerprint: str, index: int, verdict: CheckResult) -> dict[str, object]:
    result: dict[str, object] = {
        "ruleId": diagnostic.code,
        "ruleIndex": index,
        "level": diagnostic.severity.value,
        "message": {"text": " ".join(part for part in (diagnostic.message, diagnostic.hint) if part)},
        "locations": [{"physicalLocation": _place(diagnostic.location)}],
        "partialFingerprints": {"vbe/v1": fingerprint, "primaryLocationLineHash": f"{fingerprint}:1"},
    }
    if diagnostic.waived:
        kind = "inSource" if _suppressed_at_line(diagnostic, verdict) else "external"
        result["suppressions"] = [{"kind": kind, "status": "accepted", "justification": diagnostic.justification}]
    return result


def _place(place: Location) -> dict[str, object]:
    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
    return {"artifactLocation": {"uri": _uri(place.file), "uriBaseId": "%SRCROOT%"}, "region": region}


def _uri(file: str) -> str:
    return quote(file.encode("utf-8", "surrogatepass"), safe="/")


def _suppressed_at_line(diagnostic: Diagnostic, verdict: CheckResult) -> bool:
    lines = verdict.texts.get(diagnostic.location.file, "").splitlines()
    index = diagnostic.location.line - 1
    match = SUPPRESSION.search(lines[index]) if index < len(lines) else None
    return match is not None and diagnostic.code in match["codes"]
