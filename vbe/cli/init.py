"""`vbe init [DIR]`: a repository for another municipality."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from vbe.cli.imported import LeaveOut
from vbe.cli.next_step import Commit, require_ready_folder, tell_begun
from vbe.cli.options import Language, write_output
from vbe.errors import VbeError
from vbe.language import _, enumerate_words

if TYPE_CHECKING:
    from vbe.scaffold.within import Begun

Boards = Annotated[
    list[str] | None,
    typer.Option("--board", metavar=_("NAME[=DEPARTMENT]"), help=_("A board and its department; may be repeated.")),
]
Areas = Annotated[list[str] | None, typer.Option("--area", help=_("An own area; may be repeated."))]
Number = Annotated[str | None, typer.Option("--case-number", help=_("The document's case number."))]
Pattern = Annotated[str | None, typer.Option("--case-number-pattern", help=_("The form of case numbers, as a regex."))]
From = Annotated[
    str | None,
    typer.Option("--vbe-from", metavar=_("ADDRESS@COMMIT"), help=_("Where the checks fetch vbe.")),
]
Plan = Annotated[
    Path | None, typer.Option("--from", metavar=_("FILE"), help=_("An existing plan (.docx, .xlsx …) that becomes the records."))
]
Examples = Annotated[str | None, typer.Option("--examples", metavar="all|none", help=_("Samples to replace, or none."))]
Decided = Annotated[str | None, typer.Option("--decided-on", metavar=_("YYYY-MM-DD"), help=_("The day the plan was decided."))]
Decider = Annotated[str | None, typer.Option("--decided-by", metavar=_("NAME"), help=_("Who decided the plan."))]
Paragraph = Annotated[int | None, typer.Option("--paragraph", min=1, help=_("The paragraph (§) of the minutes."))]
First = Annotated[str | None, typer.Option("--valid-from", metavar=_("YYYY-MM-DD"), help=_("The plan's first day."))]
Last = Annotated[str | None, typer.Option("--valid-to", metavar=_("YYYY-MM-DD"), help=_("The plan's last day."))]
Folder = Annotated[Path, typer.Argument(metavar=_("DIR"), help=_("An empty folder, or one that is not there yet."))]
Name = Annotated[str | None, typer.Option("--name", help=_("The municipality's name, such as Solna stad."))]
Code = Annotated[str | None, typer.Option("--code", help=_("The municipality code, four figures."))]
Preset = Annotated[str | None, typer.Option("--preset", help=_("The kind of plan; without it the kinds are listed."))]
Parent = Annotated[str | None, typer.Option("--parent", help=_("The document that the plan is below."))]
Laws = Annotated[list[str] | None, typer.Option("--law-ref", help=_("A law that demands the plan."))]
Joint = Annotated[
    list[str] | None,
    typer.Option(
        "--joint-with",
        metavar=_("NAME[=DAY, CASE NUMBER, §]"),
        help=_("A municipality that shares the plan."),
    ),
]
Year = Annotated[int | None, typer.Option("--year", min=1990, max=2090, help=_("The first year; else this one."))]


def init(
    folder: Folder = Path(),
    name: Name = None,
    code: Code = None,
    preset: Preset = None,
    boards: Boards = None,
    areas: Areas = None,
    examples: Examples = None,
    case_number: Number = None,
    decided_on: Decided = None,
    decided_by: Decider = None,
    paragraph: Paragraph = None,
    valid_from: First = None,
    valid_to: Last = None,
    parent: Parent = None,
    law_refs: Laws = None,
    joint_with: Joint = None,
    case_number_pattern: Pattern = None,
    year: Year = None,
    vbe_from: From = None,
    plan: Plan = None,
    leave_out: LeaveOut = False,
    commit: Commit = False,
    lang: Language = None,
) -> int:
    given: dict[str, Any] = {"name": name, "code": code, "vbe_from": vbe_from}
    said: dict[str, Any] = {"preset": preset, "boards": boards, "areas": areas, "case_number": case_number}
    said |= {"case_number_pattern": case_number_pattern, "decided_on": decided_on, "decided_by": decided_by}
    said |= {"paragraph": paragraph, "valid_from": valid_from, "valid_to": valid_to}
    said |= {"parent": parent, "law_refs": law_refs, "joint_with": joint_with}
    if plan is not None:
        from vbe.cli.imported import begin_with, refuse_beside

        # --board and --area may be repeated, and are called by what one of them is.
        refuse_beside({f"--{key.replace('_', '-').removesuffix('s')}": value for key, value in said.items()})
        refuse_beside({"--examples": examples})
        return begin_with(folder, plan, given, year, leave_out=leave_out, commit=commit)
    if leave_out:
        raise VbeError(_("{option} only stands beside {other}.").format(option="--leave-out-persons", other="--from"))
    begin_with_answers(folder, {**given, **said, "examples": examples, "year": year}, commit=commit)
    return 0


def begin_with_answers(folder: Path, given: dict[str, Any], *, commit: bool) -> None:
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
    said = _("{folder}: {count} files. Begin with README.md; `vbe validate` checks them.")
    write_output(said.format(folder=folder, count=begun.files) + "\n")
    _tell_of_top(folder, begun)
    if not answers.get("vbe_from"):
        remark = _(
            "The automatic checks do not run yet: write VBE_FROM and VBE_COMMIT in .github/workflows/vbe.yml or .gitlab-ci.yml."
        )
        typer.echo(remark, err=True)
    told = _("{name}: a repository for the plan “{title}”").format(name=municipality.name, title=municipality.title)
    tell_begun(folder, begun, "README.md", commit=commit, told=told)


def _tell_of_top(folder: Path, begun: Begun) -> None:
    """What was written at the top of git, where the services look; and what somebody has there already."""
    if begun.at_top:
        said = _("At the top of git, where the automatic checks look: {files}.")
        write_output(said.format(files=enumerate_words(begun.at_top)) + "\n")
    for file in begun.left:
        said = _("{file} is at the top of git already and is left as it was: take over what stands in {ours}.")
        typer.echo(said.format(file=file, ours=folder / file), err=True)


def _this_year() -> int:
    import datetime

    return datetime.datetime.now(datetime.UTC).year


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("init")(init)
