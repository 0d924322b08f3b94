"""`vbe validate`: is the text right?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vbe.cli.options import Cache, Language, Revision, Root, emit, open_source, open_staged, relative
from vbe.language import _
from vbe.output.registry import choices, writer

FORMATS = choices("validate")


def validate(
    paths: Annotated[list[Path] | None, typer.Argument(metavar=_("PATH"), help=_("Report only on these."))] = None,
    form: Annotated[str, typer.Option("--format", metavar=FORMATS, help=_("How the result is written."))] = "text",
    strict: Annotated[bool, typer.Option("--strict", help=_("Warnings fail too."))] = False,
    show_waived: Annotated[bool, typer.Option("--show-waived", help=_("List what waivers and suppressions cover."))] = False,
    whole: Annotated[bool, typer.Option("--all", help=_("Show every finding of every file."))] = False,
    staged: Annotated[bool, typer.Option("--staged", help=_("Check what is to be committed, as a hook does."))] = False,
    cache: Cache = True,
    root: Root = None,
    at: Revision = None,
    lang: Language = None,
) -> int:
    from vbe.model.formats import is_outdated
    from vbe.model.places import FILE
    from vbe.rules.checker import examine

    write = writer("validate", form)
    source = open_staged(root, at) if staged else open_source(root, at)
    wanted = relative(paths, source) if paths else [""]
    verdict = examine(source).within(wanted)
    emit(write(verdict, source, show_waived=show_waived, strict=strict, whole=whole), exact=write.is_exact)
    if at is None and is_outdated(verdict.texts.get(FILE, "")):
        said = _("The repository has an older format; `vbe upgrade` brings it to today's.")
        typer.echo(f"vbe: {said}", err=True)
    return verdict.exit_code(strict=strict)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("validate")(validate)
