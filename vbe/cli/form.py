"""`vbe form`: the workbooks that the boards answer in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vbe.cli.options import Language, Root, open_source, write_output
from vbe.language import _


def form(
    year: Annotated[int, typer.Option("--year", min=1990, max=2100, help=_("The year that is followed up."))],
    folder: Annotated[Path, typer.Option("--output", "-o", metavar=_("FOLDER"), help=_("Write the workbooks to this folder."))],
    board: Annotated[str | None, typer.Option("--board", metavar="ID", help=_("For this board."))] = None,
    all_boards: Annotated[bool, typer.Option("--all-boards", help=_("For every board that reports."))] = False,
    force: Annotated[bool, typer.Option("--force", help=_("Write over workbooks that have been filled in."))] = False,
    root: Root = None,
    lang: Language = None,
) -> int:
    from vbe.app.forms.outlet import make_forms, write_forms
    from vbe.errors import VbeError

    source = open_source(root)
    if all_boards == (board is not None):
        raise VbeError(_("Say for whom."), _("Write --board ID or --all-boards."))
    for path in write_forms(Path(source.root), folder, make_forms(source, year, board), force=force):
        write_output(f"{path}\n")
    return 0


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("form")(form)
