"""`vbe explain CODE`: a rule's page."""

from __future__ import annotations

from typing import Annotated

import typer

from vbe.cli.options import Language
from vbe.language import _


def explain(
    code: Annotated[str, typer.Argument(help=_("The code or the name of a rule."))],
    lang: Language = None,
) -> int:
    from vbe.errors import VbeError
    from vbe.language import did_you_mean
    from vbe.rules import all_rules, rules_by_name
    from vbe.rules.pages import page

    rule = all_rules().get(code.upper()) or rules_by_name().get(code.lower())
    if rule is None:
        hint = did_you_mean(code.lower(), rules_by_name()) or did_you_mean(code.upper(), all_rules())
        raise VbeError(_("There is no rule {code}.").format(code=code), hint or _("`vbe rules` lists them."))
    typer.echo(page(rule))
    return 0


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("explain", help=_("Show the page of a rule."))(explain)
