"""`vbe rules`: all rules, a line each."""

from __future__ import annotations

import typer

from vbe.cli.options import Language
from vbe.language import _


def rules(lang: Language = None) -> int:
    from vbe.rules import all_rules
    from vbe.rules.pages import severity_word, summary

    for rule in all_rules().values():
        typer.echo(f"{rule.code}  {severity_word(rule.severity):<10} {rule.name:<28} {summary(rule)}")
    return 0


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("rules", help=_("List the rules."))(rules)
