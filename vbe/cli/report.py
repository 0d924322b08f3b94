"""`vbe report`: the annual follow-up, in every form."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vbe.cli.options import Language, Revision, Root, open_source
from vbe.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.app.publishing import Order
    from vbe.store.repository import Source

DEFAULT = "html"
STDOUT = Path("-")
SEARCHED = 4 * 1024 * 1024
Targets = dict[str, Path]
"""Form → file."""


def report(
    year: Annotated[int | None, typer.Option("--year", min=1990, max=2100, help=_("The year that the report is about."))] = None,
    forms: Annotated[
        list[str] | None, typer.Option("--format", metavar="html|pdf|docx|md|xlsx|json", help=_("The form; may be repeated."))
    ] = None,
    reader: Annotated[str | None, typer.Option("--for", metavar=_("CUT"), help=_("For whom: a cut of the profile."))] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", help=_("The file; its ending decides the form."))] = None,
    only: Annotated[
        str | None, typer.Option("--only", metavar="page-one", help=_("Only this part: the page that answers."))
    ] = None,
    day: Annotated[str | None, typer.Option("--as-of", metavar=_("YYYY-MM-DD"), help=_("As of this day."))] = None,
    check_template: Annotated[
        Path | None,
        typer.Option("--check-template", metavar=_("FILE"), help=_("Say what a letterhead (.docx) lacks, and write nothing.")),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help=_("Write over a file that somebody has changed, or that vbe has not written."))
    ] = False,
    mask: Annotated[
        bool, typer.Option("--masked", help=_("Mask what is private instead of refusing; never in a public edition."))
    ] = False,
    at: Revision = None,
    root: Root = None,
    lang: Language = None,
) -> int:
    from vbe.app.publishing import Order
    from vbe.cli.options import read_day
    from vbe.errors import VbeError
    from vbe.report import require_alone

    if check_template is not None:
        return check_letterhead(check_template)
    if year is None:
        raise VbeError(_("The year is missing."), _("Give it with --year."))
    if only is not None:
        require_alone(only)
    source = open_source(root, at)
    targets = choose_targets(source.root, year, reader, forms or [], output, only)
    require_folders(targets)
    if lang not in (None, "sv"):
        typer.echo(f"vbe: {_('The report itself is written in Swedish.')}", err=True)
    order = Order(year, reader, read_day(day) if day else None, mask, only)
    for path in publish(source, order, targets, force=force):
        typer.echo(_("Wrote {path}.").format(path=path), err=True)
    return 0


def choose_targets(
    root: Path, year: int, reader: str | None, forms: list[str], output: Path | None, only: str | None = None
) -> Targets:
    """Where each form goes: beside each other where they are several."""
    from vbe.app.replacing import FOLDER
    from vbe.report.render import FORMS, form_of, form_of_suffix

    wanted = list(dict.fromkeys(form_of(name.strip()) for form in forms for name in form.split(",")))
    if output is None or output.is_dir():
        cut = (f"-{reader}" if reader else "") + (f"-{only}" if only else "")
        folder = output or root / FOLDER
        return {form: folder / f"uppfoljning-{year}{cut}{FORMS[form].suffix}" for form in wanted or [DEFAULT]}
    if output == STDOUT:
        return dict.fromkeys(wanted or [DEFAULT], STDOUT)
    if not wanted:
        return {form_of_suffix(output.suffix): output}
    if len(wanted) == 1:
        return {wanted[0]: output}
    return {form: output.with_suffix(FORMS[form].suffix) for form in wanted}


def require_folders(targets: Targets) -> None:
    """A folder that is not there is a slip of the pen, except the one that reports go to by themselves."""
    from vbe.app.replacing import FOLDER
    from vbe.errors import VbeError

    for path in targets.values():
        folder = path.parent
        if path != STDOUT and not folder.is_dir() and not (folder.name == FOLDER and folder.parent.is_dir()):
            raise VbeError(_("There is no folder {path}.").format(path=folder), _("Make it first, or write elsewhere."))


def publish(source: Source, order: Order, targets: Targets, *, force: bool) -> list[Path]:
    """Make every form first and write them afterwards, so that a form that cannot be made leaves no file behind."""
    from vbe.app.publishing import make_report
    from vbe.app.replacing import write_reports
    from vbe.cli.progress import progress
    from vbe.report.render.places import UnprintableError

    with progress(_("Reading the repository")) as say:
        try:
            contents = make_report(source, order, targets, say)
        except UnprintableError as fault:
            raise fault.naming(_files(source)) from None
    piped = [form for form, path in targets.items() if path == STDOUT]
    for form in piped:
        sys.stdout.flush()
        sys.stdout.buffer.write(contents[form])
    return write_reports(source.root, {form: path for form, path in targets.items() if form not in piped}, contents, force=force)


def _files(source: Source) -> Iterator[tuple[str, bytes]]:
    """Every record's file, for finding where something was written."""
    for file in source.listing().files:
        content = source.read(file, SEARCHED)
        if isinstance(content, bytes):
            yield file, content


def check_letterhead(file: Path) -> int:
    """Say what a letterhead lacks: 1 where a report cannot be written on it."""
    from vbe.cli.options import read_file
    from vbe.report.render.letterhead import lacks

    must, should = lacks(read_file(file), str(file))
    for line in must:
        typer.echo(f"{_('Must')}: {line}")
    for line in should:
        typer.echo(f"{_('Should')}: {line}")
    if not must and not should:
        typer.echo(_("The letterhead has everything that a report needs."))
    return int(bool(must))


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("report")(report)
