"""A rule's page: its docstring in the active language, and the list of all pages as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.diagnostics import Severity
from vbe.language import _

if TYPE_CHECKING:
    from vbe.diagnostics import Rule


def severity_word(severity: Severity) -> str:
    """The severity in the active language."""
    words = {Severity.ERROR: _("error"), Severity.WARNING: _("warning"), Severity.NOTE: _("note")}
    return words[severity]


def paragraphs(rule: Rule) -> list[str]:
    """The page in the active language, paragraph by paragraph."""
    return _(rule.page).split("\n\n")


def summary(rule: Rule) -> str:
    """The first line of the page."""
    return paragraphs(rule)[0]


def page(rule: Rule) -> str:
    """The page for a terminal."""
    return f"{rule.code} {rule.name} ({severity_word(rule.severity)})\n\n" + "\n\n".join(paragraphs(rule))


def markdown(rules: list[Rule]) -> str:
    """All pages as one Markdown document."""
    parts = ["# " + _("The rules of vbe"), _("Written from the rules themselves by `make docs`; do not edit.")]
    for rule in rules:
        parts += [f"## {rule.code} {rule.name}", f"*{severity_word(rule.severity)}*", *paragraphs(rule)]
    return "\n\n".join(parts) + "\n"
