"""`vbe publish`: the governing document itself, in print."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vbe.cli.files import open_source
from vbe.cli.options import Force, Reading
from vbe.cli.targets import STDOUT, place, produce, require_folders
from vbe.language import _

if TYPE_CHECKING:
    from vbe.cli.targets import Targets
    from vbe.store.repository import Source


class PublishOptions(Reading):
    """What `vbe publish` takes."""

    forms: Annotated[
        list[str] | None, typer.Option("--format", metavar="docx|pdf|html", help=_("The form; may be repeated."))
    ] = None
    marked: Annotated[
        str | None, typer.Option("--marked", metavar="REV", help=_("List and mark what has changed since this commit."))
    ] = None
    output: Annotated[Path | None, typer.Option("--output", "-o", help=_("The file; its ending decides the form."))] = None
    force: Force = False


def publish(asked: PublishOptions) -> int:
    from vbe.app.printing import PlanOrder, make_plan
    from vbe.app.replacing import write_files

    source = open_source(asked.root, asked.at)
    targets = choose_targets(source, asked.forms or [], asked.marked, asked.output)
    require_folders(targets)
    files = produce(source, targets, partial(make_plan, source, PlanOrder(asked.marked)))
    for path in write_files(source.root, files, force=asked.force):
        typer.echo(_("Wrote {path}.").format(path=path), err=True)
    if files:
        typer.echo(_("Next: `vbe verify {path}` shows that it says what the files say.").format(path=next(iter(files))), err=True)
    return 0


def choose_targets(source: Source, forms: list[str], marked: str | None, output: Path | None) -> Targets:
    """Where each form goes: `build/plan.docx`, or `build/plan-andringar.docx`, where nothing else is said."""
    from vbe.app.printing import FORMATS, format_of
    from vbe.app.replacing import FOLDER
    from vbe.report.render import FORMATS as KNOWN

    wanted = list(dict.fromkeys(format_of(name.strip()) for form in forms for name in form.split(",")))
    if not wanted and output is not None and output != STDOUT and not output.is_dir():
        wanted = [format_of(output.suffix.lower().removeprefix("."))]
    name = "plan" if marked is None else "plan-andringar"
    return place(wanted or [FORMATS[0]], output, source.root / FOLDER, name, {form: KNOWN[form].suffix for form in FORMATS})
