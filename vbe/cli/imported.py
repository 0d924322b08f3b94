"""What `vbe import` and `vbe init --from` share: ask, import, write, and say what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from vbe.cli.files import read_file
from vbe.cli.grouped import Options
from vbe.cli.next_step import Commit, require_ready, require_ready_folder, tell_begun, tell_next
from vbe.cli.options import Language
from vbe.cli.telling import write_line, write_output
from vbe.errors import VbeError
from vbe.language import _, enumerate_words, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from vbe.app.importing import ImportedRepository
    from vbe.app.importing_again import Again


Name = Annotated[str | None, typer.Option("--name", help=_("The municipality's name, such as Solna stad."))]
Code = Annotated[str | None, typer.Option("--code", help=_("The municipality code, four figures."))]
Year = Annotated[int | None, typer.Option("--year", min=1990, max=2090, help=_("The first year; else this one."))]


class BeginOptions(Options):
    """What the commands that begin a repository take."""

    leave_out: Annotated[
        bool,
        typer.Option("--leave-out-persons", help=_("Leave out names and contact data of persons instead of stopping at them.")),
    ] = False
    commit: Commit = False
    lang: Language = None


def refuse_beside(options: Mapping[str, object]) -> None:
    """Stop where an option of `vbe init` was given that says what the document itself says (option → value)."""
    given = [option for option, value in options.items() if value]
    if given:
        message = _("{options} cannot stand beside --from, which reads it in the document.")
        hint = _("Leave it out, and correct the records afterwards where the document is wrong or silent.")
        raise VbeError(message.format(options=enumerate_words(given)), hint)


def begin_with(
    folder: Path,
    file: Path,
    given: Mapping[str, str | None],
    year: int | None,
    *,
    leave_out: bool = False,
    commit: bool = False,
) -> int:
    """Begin a repository in a folder with what a plan says; `given` is what the user has said of the municipality."""
    from vbe.app.importing import begin_from
    from vbe.cli.asking import asker
    from vbe.scaffold.beginnings import origin_question, whose_questions
    from vbe.scaffold.origin import parse_origin
    from vbe.scaffold.planting import check_empty
    from vbe.scaffold.questions import answer_all
    from vbe.scaffold.within import begin

    check_empty(folder)
    require_ready_folder(folder, commit=commit)
    content = read_file(file)
    answers = answer_all([*whose_questions(), origin_question()], dict(given), asker())
    beginning = begin_from(file.name, content, answers, year, parse_origin(answers.get("vbe_from") or ""), leave_out=leave_out)
    begun = begin(folder, beginning.files)
    sentences = list(_tell(beginning, folder, begun.files))
    for line in sentences:
        write_line(line)
    tell_begun(folder, begun, str(folder / "import.md"), commit=commit, sentence=sentences[0])
    return 0


def import_into(folder: Path, file: Path, *, leave_out: bool = False, commit: bool = False) -> int:
    """What a document says anew: shown, and written where nobody has changed the file. 1 where something is left to do."""
    from vbe.app.importing_again import import_again
    from vbe.cli.files import open_source
    from vbe.output.registry import writer
    from vbe.scaffold.plan import write

    source = open_source(folder)
    require_ready(folder, commit=commit)
    again = import_again(source, file.name, read_file(file), leave_out=leave_out)
    write_output(writer("diff", "text")(again.comparison))
    if not again.fault:
        write(source.root, again.changes)
    for line in _tell_again(again):
        write_line(line)
    if again.changes and not again.fault:
        tell_next(folder, [change.file for change in again.changes], commit=commit)
    return int(bool(again.kept or again.fault))


def _tell_again(again: Again) -> Iterable[str]:
    if again.fault:
        yield _("Nothing is written: {reason}").format(reason=again.fault)
        yield _("Next: write what is told above in the files by hand, then run `vbe validate`.")
        return
    written = [change.file for change in again.changes]
    yield _("Written: {files}.").format(files=enumerate_words(written)) if written else _("Nothing has been written.")
    if again.kept:
        yield _("Changed here and left as they are: {files}. What the document says is told above.").format(
            files=enumerate_words(again.kept)
        )
    for file in again.gone:
        yield _("The document no longer has {file}; it is left as it is.").format(file=file)
    if written:
        yield _("Read the log import.md, and run `vbe new followup --all-boards --update` for the year.")


def _tell(beginning: ImportedRepository, folder: Path, files: int) -> Iterable[str]:
    """What was read, how it checks, what there is to decide, and what comes next."""
    imported = beginning.imported
    measures, areas = len(imported.plan.measures()), len(imported.plan.areas)
    message = ngettext("{file}: {count} measure in {areas}.", "{file}: {count} measures in {areas}.", measures)
    of_areas = ngettext("{count} area", "{count} areas", areas).format(count=areas)
    yield message.format(file=imported.plan.name, count=measures, areas=of_areas)
    yield _("{folder}: {count} files, checked with 0 errors.").format(folder=folder, count=files)
    asked, left = len(imported.trail.questions), len({piece for piece, _why in imported.trail.left})
    yield _("To decide: {asked}. Not used: {left}. Both stand in import.md, the most important first.").format(
        asked=asked, left=left
    )
    if imported.trail.stopped:
        count = len(imported.trail.stopped)
        yield ngettext(
            "About persons, and left out: {count} place.", "About persons, and left out: {count} places.", count
        ).format(count=count)
    yield (
        _("Correct what is wrong, and run `vbe validate` and `vbe report` there.")
        if measures
        else _("Read the log, and write what is to be done with `vbe new commitment` there.")
    )
