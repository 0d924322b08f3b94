"""`vbe import FILE`: an existing plan in Word or Excel becomes a repository; imported again it shows the difference."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vbe.cli.imported import LeaveOut
from vbe.cli.next_step import Commit
from vbe.cli.options import Language
from vbe.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

Into = Annotated[
    Path | None,
    typer.Option("--into", metavar=_("DIR"), help=_("The folder of the repository; a new one is empty, or not there yet.")),
]


def import_(
    file: Annotated[Path, typer.Argument(metavar=_("FILE"), help=_("The plan: .docx, .xlsx, .ods, .xls or .csv."))],
    into: Into = None,
    name: Annotated[str | None, typer.Option("--name", help=_("The municipality's name, such as Solna stad."))] = None,
    code: Annotated[str | None, typer.Option("--code", help=_("The municipality code, four figures."))] = None,
    year: Annotated[int | None, typer.Option("--year", min=1990, max=2090, help=_("The first year; else this one."))] = None,
    leave_out: LeaveOut = False,
    commit: Commit = False,
    lang: Language = None,
) -> int:
    from vbe.cli.imported import begin_with, import_into
    from vbe.model.places import FILE

    folder = into or Path()
    if (folder / FILE).is_file():
        return import_into(folder, file, leave_out=leave_out, commit=commit)
    return begin_with(folder, file, {"name": name, "code": code}, year, leave_out=leave_out, commit=commit)


def register(app: typer.Typer) -> None:
    """Add the command."""
    command: Callable[..., int] = import_
    app.command("import")(command)
