"""The list of rules: a line each for people, all pages as Markdown, or JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.output.choice import choose
from vbe.output.json_text import to_json
from vbe.rules.pages import markdown, page, severity_word, summary

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from vbe.diagnostics import Rule

VERSION = 1


def as_text(rules: Sequence[Rule]) -> str:
    """Code, severity and name on one line, and what the rule finds below."""
    return "".join(f"{rule.code} {rule.name} ({severity_word(rule.severity)})\n    {summary(rule)}\n" for rule in rules)


def as_json(rules: Sequence[Rule]) -> str:
    """Everything about each rule."""
    entries = [
        {"code": r.code, "name": r.name, "severity": r.severity.value, "summary": summary(r), "page": page(r)} for r in rules
    ]
    return to_json({"version": VERSION, "rules": entries})


RULE_FORMATS: dict[str, Callable[[Sequence[Rule]], str]] = {"text": as_text, "md": markdown, "json": as_json}


def formatter(name: str) -> Callable[[Sequence[Rule]], str]:
    """The function of a format."""
    return choose(name, RULE_FORMATS)
