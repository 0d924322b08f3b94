"""`vbe explain CODE`: a rule's page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from vbe.cli.options import Language, emit
from vbe.language import _

if TYPE_CHECKING:
    from vbe.diagnostics import Rule


def explain(
    code: Annotated[str, typer.Argument(metavar=_("CODE"), help=_("The code or the name of a rule."))],
    lang: Language = None,
) -> int:
    from vbe.rules.pages import page

    emit(page(find(code)) + "\n")
    return 0


def find(word: str) -> Rule:
    """The rule with this code or name, whatever the case."""
    from vbe.errors import VbeError
    from vbe.language import did_you_mean
    from vbe.rules import all_rules, rules_by_name

    rule = all_rules().get(word.upper()) or rules_by_name().get(word.lower())
    if rule is None:
        hint = did_you_mean(word.lower(), rules_by_name()) or did_you_mean(word.upper(), all_rules())
        raise VbeError(_("There is no rule “{name}”.").format(name=word), hint or _("`vbe rules` lists them."))
    return rule


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("explain")(explain)
