"""`vbe validate`: is the text right?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vbe.cli.options import Language, Revision, Root, emit, open_source, relative
from vbe.language import _

if TYPE_CHECKING:
    from vbe.repository import Source
    from vbe.verdict import Verdict

FORMATS = "text|json|sarif|github|gitlab|junit"


def validate(
    paths: Annotated[list[Path] | None, typer.Argument(metavar=_("PATH"), help=_("Report only on these."))] = None,
    form: Annotated[str, typer.Option("--format", metavar=FORMATS, help=_("How the result is written."))] = "text",
    strict: Annotated[bool, typer.Option("--strict", help=_("Warnings fail too."))] = False,
    show_waived: Annotated[bool, typer.Option("--show-waived", help=_("List what waivers and suppressions cover."))] = False,
    cache: Annotated[bool, typer.Option("--cache/--no-cache", help=_("Remember what has been checked before."))] = True,
    root: Root = None,
    at: Revision = None,
    lang: Language = None,
) -> int:
    from vbe.formats.diagnostics import formatter

    format_verdict = formatter(form)
    source = open_source(root, at)
    wanted = relative(paths, source.root) if paths else [""]
    verdict = _examine(source, cached=cache).within(wanted)
    emit(format_verdict(verdict, source, show_waived=show_waived), exact=form != "text")
    return verdict.exit_code(strict=strict)


def _examine(source: Source, *, cached: bool) -> Verdict:
    from vbe.cache import remembered

    def examine(held: Source) -> Verdict:
        from vbe import checker

        return checker.examine(held)

    return remembered(source, examine) if cached else examine(source)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("validate")(validate)
