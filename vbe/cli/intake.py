"""`vbe intake`: the boards' workbooks, filled in, become edits of the records."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vbe.cli.next_step import Commit, require_ready, tell_next
from vbe.cli.options import Language, Root, open_source, read_file, write_output
from vbe.language import _, ngettext

if TYPE_CHECKING:
    from vbe.app.forms.intake import Intake


def intake(
    files: Annotated[list[Path], typer.Argument(metavar=_("FILE"), help=_("Workbooks that have come back."))],
    year: Annotated[int | None, typer.Option("--year", min=1990, max=2100, help=_("Refuse a form of another year."))] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=_("Show what would be changed, and change nothing."))] = False,
    commit: Commit = False,
    root: Root = None,
    lang: Language = None,
) -> int:
    from vbe.app.forms.intake import take_in
    from vbe.scaffold.plan import write

    require_ready(root, commit=commit and not dry_run)
    source = open_source(root)
    found = take_in(source, {path.name: read_file(path) for path in files}, year)
    tell(found)
    if any(fault.is_error for fault in found.faults):
        return 1
    if not dry_run:
        write(Path(source.root), found.changes)
    conclude(found, dry_run=dry_run)
    if found.changes and not dry_run:
        tell_next(root, [change.file for change in found.changes], commit=commit)
    return int(bool(found.conflicts))


def tell(found: Intake) -> None:
    """What is wrong, what stands against what, and what is answered: a sentence each, with its cell."""
    from vbe.app.forms.sentences import sentences
    from vbe.output.width import wrapped
    from vbe.privacy.redaction import redact
    from vbe.privacy.terminal import one_line

    for sentence in sentences(found):
        write_output("".join(f"{line}\n" for line in wrapped(one_line(redact(sentence)), "", "  ", whole=True)))


def conclude(found: Intake, *, dry_run: bool) -> None:
    """How much was written, and where."""
    if not found.changes:
        write_output(_("Nothing is answered anew.") + "\n")
        return
    count = len(found.answers)
    said = ngettext("{count} answer in {files}.", "{count} answers in {files}.", count)
    write_output(said.format(count=count, files=", ".join(change.file for change in found.changes)) + "\n")
    if dry_run:
        write_output(_("Nothing has been written.") + "\n")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("intake")(intake)
