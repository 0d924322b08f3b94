"""`vbe verify`: make a report again from the commit that it names, and say whether it is the same."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vbe.cli.options import Language, Root, open_source, read_file, write_output
from vbe.language import _
from vbe.output.registry import choices, writer

FORMATS = choices("verify")


def verify(
    file: Annotated[Path, typer.Argument(help=_("A report that `vbe report` has written."))],
    root: Root = None,
    on: Annotated[str | None, typer.Option("--on", metavar="REV", help=_("The line that the commit must be part of."))] = None,
    form: Annotated[str, typer.Option("--format", metavar=FORMATS, help=_("How the result is written."))] = "text",
    lang: Language = None,
) -> int:
    from vbe.app.verifying import prove, read_order
    from vbe.report.render import form_of_suffix, read_provenance
    from vbe.store.repository import Commit

    write = writer("verify", form)
    kind = form_of_suffix(file.suffix)
    content = read_file(file)
    _order, commit = read_order(read_provenance(content, kind))
    source = open_source(root, commit)
    assert isinstance(source, Commit)
    proof = prove(content, kind, source, on)
    write_output(write(proof), exact=write.is_exact)
    return int(proof.answer == "different")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("verify")(verify)
