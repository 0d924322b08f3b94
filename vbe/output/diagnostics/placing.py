"""Paths as a build server needs them: from the top of the git repository, wherever in it the profile lies."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vbe.privacy.redaction import redact
from vbe.store.top import way_from_top

if TYPE_CHECKING:
    from vbe.diagnostics import Diagnostic
    from vbe.rules.result import CheckResult
    from vbe.store.repository import Source


def from_top(verdict: CheckResult, source: Source) -> CheckResult:
    """The same verdict with every path from git's top; itself where the profile lies there."""
    way = redact(way_from_top(source))
    if not way:
        return verdict

    def moved(diagnostic: Diagnostic) -> Diagnostic:
        place = diagnostic.location
        return diagnostic._replace(location=place._replace(file=f"{way}{place.file}"))

    texts = {f"{way}{file}": text for file, text in verdict.texts.items()}
    return replace(verdict, diagnostics=tuple(map(moved, verdict.diagnostics)), texts=texts)
