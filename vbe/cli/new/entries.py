"""`vbe new area`, `commitment`, `indicator` and `evidence`: what stands in the areas' files."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from vbe.cli.new.documents import Aims, Slug, Title
from vbe.cli.new.making import DryRun, Many, kind, make
from vbe.cli.next_step import Commit
from vbe.cli.options import Language, Root
from vbe.language import _

Area = Annotated[str | None, typer.Option("--area", metavar=_("NUMBER"), help=_("The number of the area."))]
Text = Annotated[str | None, typer.Option("--text", help=_("The commitment, in plain Swedish."))]
Responsible = Annotated[Many, typer.Option("--responsible", metavar="ID", help=_("Who answers for it."))]
Priority = Annotated[str | None, typer.Option("--priority", metavar="1|2|3", help=_("1 high, 2 medium, 3 low."))]
Deadline = Annotated[
    str | None,
    typer.Option("--deadline", metavar=_("DAY"), help=_("The last day, or a time such as hösten 2027, when it is done once.")),
]
Start = Annotated[
    str | None, typer.Option("--starts-on", metavar=_("YYYY-MM-DD"), help=_("The first day, where the plan states one."))
]
Months = Annotated[int | None, typer.Option("--every-months", help=_("Months at most between two times."))]
When = Annotated[str | None, typer.Option("--when", help=_("The event that calls for it."))]
With = Annotated[Many, typer.Option("--with", metavar="ID", help=_("Whom it is done with; may be a partner."))]
Cause = Annotated[str | None, typer.Option("--cause", help=_("The problem behind it."))]
Budget = Annotated[str | None, typer.Option("--budget-ref", help=_("The plan and budget, with year."))]
Obligations = Annotated[Many, typer.Option("--obligations", metavar="ID", help=_("A demand of the text that it carries."))]
Indicators = Annotated[Many, typer.Option("--indicators", metavar="ID", help=_("An indicator that shows how it goes."))]


@kind(**{"with": "partners"})
def area(
    title: Title = None,
    purpose: Annotated[str | None, typer.Option("--purpose", help=_("What the area is for."))] = None,
    aims: Aims = None,
    lead: Annotated[str | None, typer.Option("--lead", metavar="ID", help=_("Who leads the work."))] = None,
    slug: Slug = None,
    text: Text = None,
    responsible: Responsible = None,
    partners: With = None,
    priority: Priority = None,
    starts_on: Start = None,
    deadline: Deadline = None,
    every_months: Months = None,
    when: When = None,
    cause: Cause = None,
    budget_ref: Budget = None,
    obligations: Obligations = None,
) -> None:
    """An area with its first commitment."""


@kind(**{"with": "partners"})
def commitment(
    area: Area = None,
    text: Text = None,
    responsible: Responsible = None,
    partners: With = None,
    priority: Priority = None,
    starts_on: Start = None,
    deadline: Deadline = None,
    every_months: Months = None,
    when: When = None,
    cause: Cause = None,
    budget_ref: Budget = None,
    obligations: Obligations = None,
    indicators: Indicators = None,
) -> None:
    """A commitment, with the next number."""


@kind(id="identity", source="from_where")
def indicator(
    area: Area = None,
    identity: Annotated[str | None, typer.Option("--id", metavar="ID", help=_("The id; never reused."))] = None,
    title: Title = None,
    definition: Annotated[str | None, typer.Option("--definition", help=_("What is counted, of what and when."))] = None,
    unit: Annotated[str | None, typer.Option("--unit", metavar="number|percent|yes_no", help=_("The unit."))] = None,
    direction: Annotated[
        str | None, typer.Option("--direction", metavar="increase|decrease|watch", help=_("The wanted direction."))
    ] = None,
    counts: Annotated[str | None, typer.Option("--counts", metavar="persons|cases|other", help=_("What is counted."))] = None,
    from_where: Annotated[str | None, typer.Option("--source", help=_("Where the value comes from."))] = None,
    owner: Annotated[str | None, typer.Option("--owner", metavar="ID", help=_("Who reports the value."))] = None,
    every_months: Annotated[int | None, typer.Option("--every-months", help=_("Months between two values."))] = None,
) -> None:
    """An indicator in an area."""


def evidence(
    commitment: Annotated[str | None, typer.Option("--commitment", metavar="ID", help=_("The commitment."))] = None,
    kind: Annotated[str | None, typer.Option("--kind", help=_("meeting, training, information and so on."))] = None,
    date: Annotated[str | None, typer.Option("--date", metavar=_("YYYY-MM-DD"), help=_("The day it was done."))] = None,
    note: Annotated[str | None, typer.Option("--note", help=_("What was done; nothing about an individual."))] = None,
    field: Annotated[Many, typer.Option("--set", metavar=_("FIELD=VALUE"), help=_("Another field of that kind."))] = None,
    commit: Commit = False,
    dry_run: DryRun = False,
    root: Root = None,
    lang: Language = None,
) -> int:
    given: dict[str, Any] = {"commitment": commitment, "evidence_kind": kind, "date": date, "note": note}
    return make("evidence", root, {**_fields(field or []), **given}, dry_run=dry_run, commit=commit)


def _fields(settings: list[str]) -> dict[str, Any]:
    """`channel=intranatet` as a field; the same field twice is a list."""
    from vbe.errors import VbeError

    fields: dict[str, Any] = {}
    for setting in settings:
        name, equals, value = setting.partition("=")
        if not equals or not name:
            raise VbeError(_("“{setting}” is no field with a value.").format(setting=setting), _("Write FIELD=VALUE."))
        fields[name] = f"{fields[name]},{value}" if name in fields else value
    return fields


def register(app: typer.Typer) -> None:
    """Add the kinds."""
    app.command("area", help=_("An action area with its first commitment."))(area)
    app.command("commitment", help=_("A commitment in an area, with the next number."))(commitment)
    app.command("indicator", help=_("An indicator in an area."))(indicator)
    app.command("evidence", help=_("What shows that a commitment was kept."))(evidence)
