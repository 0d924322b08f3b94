"""`text`: two lines for each rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.rules.pages import severity_word, summary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vbe.diagnostics import Rule


def format_rules(rules: Sequence[Rule]) -> str:
    """Code, severity and name on one line, and what the rule finds below."""
    return "".join(f"{rule.code} {rule.name} ({severity_word(rule.severity)})\n    {summary(rule)}\n" for rule in rules)
