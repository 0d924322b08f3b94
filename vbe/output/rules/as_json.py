"""`json`: everything about each rule, for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.output.json_text import to_json
from vbe.rules.pages import page, summary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vbe.diagnostics import Rule

VERSION = 1


def format_rules(rules: Sequence[Rule]) -> str:
    """Code, name, severity, summary and page of each."""
    entries = [
        {"code": r.code, "name": r.name, "severity": r.severity.value, "summary": summary(r), "page": page(r)} for r in rules
    ]
    return to_json({"version": VERSION, "rules": entries})
