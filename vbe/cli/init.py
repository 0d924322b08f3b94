"""`vbe init [DIR]`: a repository for another municipality."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vbe.cli.grouped import option_of
from vbe.cli.imported import BeginOptions, Code, Name, Year
from vbe.cli.next_step import require_ready_folder, tell_begun
from vbe.cli.telling import write_output
from vbe.errors import VbeError
from vbe.language import _, enumerate_words

if TYPE_CHECKING:
    from vbe.scaffold.questions import Answers
    from vbe.scaffold.within import Begun


class InitOptions(BeginOptions):
    """What `vbe init` takes."""

    folder: Annotated[Path, typer.Argument(metavar=_("DIR"), help=_("An empty folder, or one that is not there yet."))] = Path()
    name: Name = None
    code: Code = None
    preset: Annotated[str | None, typer.Option("--preset", help=_("The kind of plan; without it the kinds are listed."))] = None
    boards: Annotated[
        list[str] | None,
        typer.Option("--board", metavar=_("NAME[=DEPARTMENT]"), help=_("A board and its department; may be repeated.")),
    ] = None
    areas: Annotated[list[str] | None, typer.Option("--area", help=_("An own area; may be repeated."))] = None
    examples: Annotated[str | None, typer.Option("--examples", metavar="all|none", help=_("Samples to replace, or none."))] = None
    case_number: Annotated[str | None, typer.Option("--case-number", help=_("The document's case number."))] = None
    decided_on: Annotated[
        str | None, typer.Option("--decided-on", metavar=_("YYYY-MM-DD"), help=_("The day the plan was decided."))
    ] = None
    decided_by: Annotated[str | None, typer.Option("--decided-by", metavar=_("NAME"), help=_("Who decided the plan."))] = None
    paragraph: Annotated[int | None, typer.Option("--paragraph", min=1, help=_("The paragraph (§) of the minutes."))] = None
    valid_from: Annotated[str | None, typer.Option("--valid-from", metavar=_("YYYY-MM-DD"), help=_("The plan's first day."))] = (
        None
    )
    valid_to: Annotated[str | None, typer.Option("--valid-to", metavar=_("YYYY-MM-DD"), help=_("The plan's last day."))] = None
    parent: Annotated[str | None, typer.Option("--parent", help=_("The document that the plan is below."))] = None
    law_refs: Annotated[list[str] | None, typer.Option("--law-ref", help=_("A law that demands the plan."))] = None
    joint_with: Annotated[
        list[str] | None,
        typer.Option(
            "--joint-with",
            metavar=_("NAME[=DAY, CASE NUMBER, §]"),
            help=_("A municipality that shares the plan."),
        ),
    ] = None
    case_number_pattern: Annotated[
        str | None, typer.Option("--case-number-pattern", help=_("The form of case numbers, as a regex."))
    ] = None
    year: Year = None
    vbe_from: Annotated[
        str | None,
        typer.Option("--vbe-from", metavar=_("ADDRESS@COMMIT"), help=_("Where the checks fetch vbe.")),
    ] = None
    plan: Annotated[
        Path | None,
        typer.Option("--from", metavar=_("FILE"), help=_("An existing plan (.docx, .xlsx …) that becomes the records.")),
    ] = None


SAID_BY_THE_PLAN = (
    "preset", "boards", "areas", "case_number", "case_number_pattern", "decided_on", "decided_by", "paragraph", "valid_from",
    "valid_to", "parent", "law_refs", "joint_with", "examples",
)  # fmt: skip
"""What cannot stand beside a plan that is read."""


def init(asked: InitOptions) -> int:
    given = vars(asked)
    if asked.plan is not None:
        from vbe.cli.imported import begin_with, refuse_beside

        refuse_beside({option_of(InitOptions, name): given[name] for name in SAID_BY_THE_PLAN})
        whose = {name: given[name] for name in ("name", "code", "vbe_from")}
        return begin_with(asked.folder, asked.plan, whose, asked.year, leave_out=asked.leave_out, commit=asked.commit)
    if asked.leave_out:
        raise VbeError(_("{option} only stands beside {other}.").format(option="--leave-out-persons", other="--from"))
    begin_with_answers(asked.folder, given, commit=asked.commit)
    return 0


def begin_with_answers(folder: Path, given: Answers, *, commit: bool) -> None:
    """Ask for what nobody has said, write the repository, and say what comes next."""
    from vbe.cli.asking import asker
    from vbe.scaffold.beginnings import answer_beginning
    from vbe.scaffold.municipality import compose
    from vbe.scaffold.planting import check_empty
    from vbe.scaffold.repository import compose_repository
    from vbe.scaffold.within import begin

    check_empty(folder)
    require_ready_folder(folder, commit=commit)
    answers = answer_beginning(given, asker())
    municipality = compose({**answers, "year": given["year"] or _this_year()})
    begun = begin(folder, compose_repository(municipality))
    message = _("{folder}: {count} files. Begin with README.md; `vbe validate` checks them.")
    write_output(message.format(folder=folder, count=begun.files) + "\n")
    _tell_of_top(folder, begun)
    if not answers.get("vbe_from"):
        remark = _(
            "The automatic checks do not run yet: write VBE_FROM and VBE_COMMIT in .github/workflows/vbe.yml or .gitlab-ci.yml."
        )
        typer.echo(remark, err=True)
    sentence = _("{name}: a repository for the plan “{title}”").format(name=municipality.name, title=municipality.title)
    tell_begun(folder, begun, "README.md", commit=commit, sentence=sentence)


def _tell_of_top(folder: Path, begun: Begun) -> None:
    """What was written at the top of git, where the services look; and what somebody has there already."""
    if begun.at_top:
        message = _("At the top of git, where the automatic checks look: {files}.")
        write_output(message.format(files=enumerate_words(begun.at_top)) + "\n")
    for file in begun.left:
        message = _("{file} is at the top of git already and is left as it was: take over what stands in {ours}.")
        typer.echo(message.format(file=file, ours=folder / file), err=True)


def _this_year() -> int:
    import datetime

    return datetime.datetime.now(datetime.UTC).year
