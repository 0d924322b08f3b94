"""`vbe report`: the annual follow-up, in every form."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vbe.cli.files import open_source
from vbe.cli.options import Force, Reading
from vbe.cli.targets import STDOUT, Targets, place, produce, require_folders
from vbe.cli.telling import say
from vbe.language import _

if TYPE_CHECKING:
    from vbe.app.publishing import Order
    from vbe.store.repository import Source

DEFAULT = "html"
APPENDIX_NAME = "bilaga"


class ReportOptions(Reading):
    """What `vbe report` takes."""

    year: Annotated[int | None, typer.Option("--year", min=1990, max=2100, help=_("The year that the report is about."))] = None
    forms: Annotated[
        list[str] | None, typer.Option("--format", metavar="html|pdf|docx|md|xlsx|json", help=_("The form; may be repeated."))
    ] = None
    reader: Annotated[str | None, typer.Option("--for", metavar=_("CUT"), help=_("For whom: a cut of the profile."))] = None
    output: Annotated[Path | None, typer.Option("--output", "-o", help=_("The file; its ending decides the form."))] = None
    board: Annotated[
        str | None,
        typer.Option("--board", metavar="ID", help=_("One board’s part, at most three pages; in a joint plan also a council’s.")),
    ] = None
    appendix: Annotated[
        bool, typer.Option("--appendix", help=_("Also write the appendix: everything, in a file beside the report."))
    ] = False
    draft: Annotated[
        bool,
        typer.Option("--draft", help=_("Make an edition for the public though nobody has decided; it says that it is a draft.")),
    ] = False
    only: Annotated[
        str | None,
        typer.Option("--only", metavar="page-one|appendix", help=_("Only this part: the page that answers, or the appendix.")),
    ] = None
    day: Annotated[str | None, typer.Option("--as-of", metavar=_("YYYY-MM-DD"), help=_("As of this day."))] = None
    check_template: Annotated[
        Path | None,
        typer.Option("--check-template", metavar=_("FILE"), help=_("Say what a letterhead (.docx) lacks, and write nothing.")),
    ] = None
    check_templates: Annotated[
        bool, typer.Option("--check-templates", help=_("Say which texts are the municipality’s own, and what is wrong in them."))
    ] = False
    force: Force = False
    mask: Annotated[
        bool, typer.Option("--masked", help=_("Mask what is private instead of refusing; never in a public edition."))
    ] = False
    decided: Annotated[
        bool, typer.Option("--decided", help=_("Make the report that was decided on, of its own commit and day."))
    ] = False


def report(asked: ReportOptions) -> int:
    from vbe.store.repository import language_of

    if asked.check_template is not None:
        return check_letterhead(asked.check_template)
    if asked.check_templates:
        return check_own_templates(open_source(asked.root, asked.at))
    year = require_possible(asked)
    source = open_source(asked.root, asked.at)
    orders = orders_of(asked, year)
    if asked.lang not in (None, language_of(source)):
        say(_("The report itself is written in the language of the profile."))
    return write_reports(source, orders, asked)


def require_possible(asked: ReportOptions) -> int:
    """The year; stops where options are missing or speak against each other."""
    from vbe.errors import VbeError
    from vbe.report import require_alone

    if asked.year is None:
        raise VbeError(_("The year is missing."), _("Give it with --year."))
    if asked.only is not None:
        require_alone(asked.only)
    if asked.decided and (asked.at or asked.day):
        raise VbeError(_("--decided is of its own commit and day: leave out --at and --as-of."))
    if asked.appendix and asked.output == STDOUT:
        raise VbeError(_("The appendix is a file of its own, and cannot be written to standard output."))
    return asked.year


def orders_of(asked: ReportOptions, year: int) -> list[Order]:
    """The report, and after it its appendix where it is wanted."""
    from dataclasses import replace

    from vbe.app.publishing import Order
    from vbe.cli.files import read_day
    from vbe.report import APPENDIX

    day = read_day(asked.day) if asked.day else None
    order = Order(year, asked.reader, day, asked.mask, asked.only, asked.board, asked.draft, decided=asked.decided)
    return [order, replace(order, only=APPENDIX, board=None)] if asked.appendix else [order]


def write_reports(source: Source, orders: list[Order], asked: ReportOptions) -> int:
    """Make every report in every form, and only then write them; what the reader should know stands last."""
    from vbe.app.publishing import make_report
    from vbe.app.replacing import write_files

    files: dict[Path, tuple[bytes, str]] = {}
    remarks: list[str] = []
    for order in orders:
        output = asked.output if order is orders[0] else beside(asked.output)
        targets = choose_targets(source.root, order, asked.forms or [], output)
        require_folders(targets)
        files |= produce(source, targets, partial(make_report, source, order, remark=remarks.append))
    for path in write_files(source.root, files, force=asked.force):
        typer.echo(_("Wrote {path}.").format(path=path), err=True)
    for line in dict.fromkeys(remarks):
        say(line)
    return 0


def beside(output: Path | None) -> Path | None:
    """Where the appendix goes: under the report's name with `-bilaga` after it."""
    if output is None or output.is_dir() or output == STDOUT:
        return output
    return output.with_name(f"{output.stem}-bilaga{output.suffix}")


def choose_targets(root: Path, order: Order, forms: list[str], output: Path | None) -> Targets:
    """Where each form goes: beside each other where they are several."""
    from vbe.app.replacing import FOLDER
    from vbe.report import APPENDIX
    from vbe.report.render import FORMATS, format_of, format_of_suffix

    wanted = list(dict.fromkeys(format_of(name.strip()) for form in forms for name in form.split(",")))
    if output is None or output.is_dir():
        part = APPENDIX_NAME if order.only == APPENDIX else order.only
        cut = "".join(f"-{name}" for name in (order.cut, order.board, part) if name)
        name = f"uppfoljning-{order.year}{cut}"
    else:
        name = ""
        wanted = wanted or ([] if output == STDOUT else [format_of_suffix(output.suffix)])
    return place(wanted or [DEFAULT], output, root / FOLDER, name, {form: known.suffix for form, known in FORMATS.items()})


def check_own_templates(source: Source) -> int:
    """Say which texts are the municipality's own, and what is wrong in its templates: 1 where something is."""
    from vbe.app.publishing import check_templates

    overridden, faults = check_templates(source)
    for name in overridden:
        typer.echo(_("Own text: {name}").format(name=name))
    for line in faults:
        typer.echo(line)
    if not overridden and not faults:
        typer.echo(_("The report has no texts of your own."))
    return int(bool(faults))


def check_letterhead(file: Path) -> int:
    """Say what a letterhead lacks: 1 where a report cannot be written on it."""
    from vbe.cli.files import read_file
    from vbe.report.render.letterhead import lacks

    must, should = lacks(read_file(file), str(file))
    for line in must:
        typer.echo(f"{_('Must')}: {line}")
    for line in should:
        typer.echo(f"{_('Should')}: {line}")
    if not must and not should:
        typer.echo(_("The letterhead has everything that a report needs."))
    return int(bool(must))
