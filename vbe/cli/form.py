"""`vbe form`: the workbooks that the boards answer in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vbe.cli.files import open_source
from vbe.cli.options import InRepository
from vbe.cli.telling import write_output
from vbe.language import _


class FormOptions(InRepository):
    """What `vbe form` takes."""

    year: Annotated[int, typer.Option("--year", min=1990, max=2100, help=_("The year that is followed up."))]
    folder: Annotated[Path, typer.Option("--output", "-o", metavar=_("FOLDER"), help=_("Write the workbooks to this folder."))]
    board: Annotated[str | None, typer.Option("--board", metavar="ID", help=_("For this board."))] = None
    all_boards: Annotated[bool, typer.Option("--all-boards", help=_("For every board that reports."))] = False
    force: Annotated[bool, typer.Option("--force", help=_("Write over workbooks that have been filled in."))] = False


def form(asked: FormOptions) -> int:
    from vbe.app.forms.outlet import make_forms, write_forms
    from vbe.errors import VbeError

    source = open_source(asked.root)
    if asked.all_boards == (asked.board is not None):
        raise VbeError(_("Say for whom."), _("Write --board ID or --all-boards."))
    for path in write_forms(Path(source.root), asked.folder, make_forms(source, asked.year, asked.board), force=asked.force):
        write_output(f"{path}\n")
    return 0
