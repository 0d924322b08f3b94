"""`vbe rules`: all rules."""

from __future__ import annotations

from typing import Annotated

import typer

from vbe.cli.options import Language, emit
from vbe.language import _


def rules(
    form: Annotated[str, typer.Option("--format", metavar="text|md|json", help=_("How the result is written."))] = "text",
    lang: Language = None,
) -> int:
    from vbe.output.rules import formatter
    from vbe.rules import all_rules

    emit(formatter(form)(list(all_rules().values())), exact=form != "text")
    return 0


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("rules")(rules)
