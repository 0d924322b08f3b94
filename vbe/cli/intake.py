"""`vbe intake`: the boards' workbooks, filled in, become edits of the records."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vbe.cli.files import open_source, read_file
from vbe.cli.next_step import Proposing, require_ready, tell_next
from vbe.cli.telling import tell, write_output
from vbe.language import _, ngettext

if TYPE_CHECKING:
    from vbe.app.forms.intake import Intake


class IntakeOptions(Proposing):
    """What `vbe intake` takes."""

    files: Annotated[list[Path], typer.Argument(metavar=_("FILE"), help=_("Workbooks that have come back."))]
    year: Annotated[int | None, typer.Option("--year", min=1990, max=2100, help=_("Refuse a form of another year."))] = None


def intake(asked: IntakeOptions) -> int:
    from vbe.app.forms.intake import take_in
    from vbe.scaffold.plan import write

    require_ready(asked.root, commit=asked.commits)
    source = open_source(asked.root)
    found = take_in(source, {path.name: read_file(path) for path in asked.files}, asked.year)
    tell_answers(found)
    if any(fault.is_error for fault in found.faults):
        return 1
    if not asked.dry_run:
        write(Path(source.root), found.changes)
    conclude(found, asked)
    return int(bool(found.conflicts))


def tell_answers(found: Intake) -> None:
    """What is wrong, what stands against what, and what is answered: a sentence each, with its cell."""
    from vbe.app.forms.sentences import sentences

    for sentence in sentences(found):
        tell(sentence)


def conclude(found: Intake, asked: IntakeOptions) -> None:
    """How much was written, and where; and what comes next."""
    if not found.changes:
        write_output(_("Nothing is answered anew.") + "\n")
        return
    count = len(found.answers)
    message = ngettext("{count} answer in {files}.", "{count} answers in {files}.", count)
    write_output(message.format(count=count, files=", ".join(change.file for change in found.changes)) + "\n")
    if asked.dry_run:
        write_output(_("Nothing has been written.") + "\n")
    else:
        tell_next(asked.root, [change.file for change in found.changes], commit=asked.commit)
