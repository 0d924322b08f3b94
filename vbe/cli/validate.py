"""`vbe validate`: is the text right?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vbe.cli.options import Language, Revision, Root, open_source, relative
from vbe.language import _


def validate(
    paths: Annotated[list[Path] | None, typer.Argument(help=_("Report only on these files or folders."))] = None,
    form: Annotated[str, typer.Option("--format", help="text, json, sarif, github, gitlab, junit")] = "text",
    strict: Annotated[bool, typer.Option("--strict", help=_("Warnings fail too."))] = False,
    show_waived: Annotated[bool, typer.Option("--show-waived", help=_("List what waivers and suppressions cover."))] = False,
    root: Root = None,
    at: Revision = None,
    lang: Language = None,
) -> int:
    from vbe.checker import examine
    from vbe.formats import diagnostics

    write = diagnostics.choose(form)
    source = open_source(root, at)
    verdict = examine(source)
    if paths:
        verdict = verdict.within(relative(paths, source.root))
    write(verdict, source, show_waived=show_waived)
    return verdict.exit_code(strict=strict)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("validate", help=_("Check the text against its form and the rules of the domain."))(validate)
