"""`vbe import FILE`: an existing plan in Word or Excel becomes a repository; imported again it shows the difference."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vbe.cli.imported import BeginOptions, Code, Name, Year
from vbe.language import _

Into = Annotated[
    Path | None,
    typer.Option("--into", metavar=_("DIR"), help=_("The folder of the repository; a new one is empty, or not there yet.")),
]


class ImportOptions(BeginOptions):
    """What `vbe import` takes."""

    file: Annotated[Path, typer.Argument(metavar=_("FILE"), help=_("The plan: .docx, .xlsx, .ods, .xls or .csv."))]
    into: Into = None
    name: Name = None
    code: Code = None
    year: Year = None


def import_(asked: ImportOptions) -> int:
    from vbe.cli.imported import begin_with, import_into
    from vbe.model.places import FILE

    folder = asked.into or Path()
    if (folder / FILE).is_file():
        return import_into(folder, asked.file, leave_out=asked.leave_out, commit=asked.commit)
    return begin_with(
        folder, asked.file, {"name": asked.name, "code": asked.code}, asked.year, leave_out=asked.leave_out, commit=asked.commit
    )
