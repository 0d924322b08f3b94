"""`vbe rules`: all rules."""

from __future__ import annotations

from typing import Annotated

import typer

from vbe.cli.options import All, Language, write_output
from vbe.language import _
from vbe.output.registry import brevity, choices, writer


def rules(
    everything: All = False,
    form: Annotated[str, typer.Option("--format", metavar=choices("rules"), help=_("How the result is written."))] = "text",
    lang: Language = None,
) -> int:
    from vbe.rules import all_rules

    write = writer("rules", form)
    write_output(write(list(all_rules().values()), **brevity(form, whole=everything)), exact=write.is_exact)
    return 0


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("rules")(rules)
