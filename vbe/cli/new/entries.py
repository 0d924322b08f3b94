"""`vbe new area`, `commitment`, `indicator` and `evidence`: what stands in the areas' files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from vbe.cli.new.documents import Aims, Slug, Title
from vbe.cli.new.making import Many, NewOptions
from vbe.language import N_, _

if TYPE_CHECKING:
    from vbe.scaffold.questions import Answers

Area = Annotated[str | None, typer.Option("--area", metavar=_("NUMBER"), help=_("The number of the area."))]


class Commitment(NewOptions):
    """What is said of a commitment, be it the first of its area or another."""

    text: Annotated[str | None, typer.Option("--text", help=_("The commitment, in plain Swedish."))] = None
    responsible: Annotated[Many, typer.Option("--responsible", metavar="ID", help=_("Who answers for it."))] = None
    with_: Annotated[Many, typer.Option("--with", metavar="ID", help=_("Whom it is done with; may be a partner."))] = None
    priority: Annotated[str | None, typer.Option("--priority", metavar="1|2|3", help=_("1 high, 2 medium, 3 low."))] = None
    starts_on: Annotated[
        str | None, typer.Option("--starts-on", metavar=_("YYYY-MM-DD"), help=_("The first day, where the plan states one."))
    ] = None
    deadline: Annotated[
        str | None,
        typer.Option(
            "--deadline", metavar=_("DAY"), help=_("The last day, or a time such as hösten 2027, when it is done once.")
        ),
    ] = None
    every_months: Annotated[int | None, typer.Option("--every-months", help=_("Months at most between two times."))] = None
    when: Annotated[str | None, typer.Option("--when", help=_("The event that calls for it."))] = None
    cause: Annotated[str | None, typer.Option("--cause", help=_("The problem behind it."))] = None
    budget_ref: Annotated[str | None, typer.Option("--budget-ref", help=_("The plan and budget, with year."))] = None
    obligations: Annotated[Many, typer.Option("--obligations", metavar="ID", help=_("A demand of the text that it carries."))] = (
        None
    )


class Shown(NewOptions):
    """By what it is shown how it goes."""

    indicators: Annotated[Many, typer.Option("--indicators", metavar="ID", help=_("An indicator that shows how it goes."))] = None


class NewArea(Commitment):
    """An area with its first commitment."""

    help = N_("An action area with its first commitment.")
    title: Title = None
    purpose: Annotated[str | None, typer.Option("--purpose", help=_("What the area is for."))] = None
    aims: Aims = None
    lead: Annotated[str | None, typer.Option("--lead", metavar="ID", help=_("Who leads the work."))] = None
    slug: Slug = None


class NewCommitment(Commitment, Shown):
    """A commitment, with the next number."""

    help = N_("A commitment in an area, with the next number.")
    area: Area = None


class NewIndicator(NewOptions):
    """An indicator in an area."""

    help = N_("An indicator in an area.")
    area: Area = None
    id: Annotated[str | None, typer.Option("--id", metavar="ID", help=_("The id; never reused."))] = None
    title: Title = None
    definition: Annotated[str | None, typer.Option("--definition", help=_("What is counted, of what and when."))] = None
    unit: Annotated[str | None, typer.Option("--unit", metavar="number|percent|yes_no", help=_("The unit."))] = None
    direction: Annotated[
        str | None, typer.Option("--direction", metavar="increase|decrease|watch", help=_("The wanted direction."))
    ] = None
    counts: Annotated[str | None, typer.Option("--counts", metavar="persons|cases|other", help=_("What is counted."))] = None
    source: Annotated[str | None, typer.Option("--source", help=_("Where the value comes from."))] = None
    owner: Annotated[str | None, typer.Option("--owner", metavar="ID", help=_("Who reports the value."))] = None
    every_months: Annotated[int | None, typer.Option("--every-months", help=_("Months between two values."))] = None


class NewEvidence(NewOptions):
    """What shows that a commitment was kept; what else is said of it, its kind decides."""

    help = N_("What shows that a commitment was kept.")
    commitment: Annotated[str | None, typer.Option("--commitment", metavar="ID", help=_("The commitment."))] = None
    evidence_kind: Annotated[str | None, typer.Option("--kind", help=_("meeting, training, information and so on."))] = None
    date: Annotated[str | None, typer.Option("--date", metavar=_("YYYY-MM-DD"), help=_("The day it was done."))] = None
    note: Annotated[str | None, typer.Option("--note", help=_("What was done; nothing about an individual."))] = None
    field: Annotated[Many, typer.Option("--set", metavar=_("FIELD=VALUE"), help=_("Another field of that kind."))] = None

    def answers(self) -> Answers:
        """Question → what is said of it; those of the kind are given as fields."""
        answers = super().answers()
        return {**_fields(answers.pop("field") or []), **answers}


def _fields(settings: list[str]) -> dict[str, str]:
    """`channel=intranatet` as a field; the same field twice is a list."""
    from vbe.errors import VbeError

    fields: dict[str, str] = {}
    for setting in settings:
        name, equals, value = setting.partition("=")
        if not equals or not name:
            raise VbeError(_("“{setting}” is no field with a value.").format(setting=setting), _("Write FIELD=VALUE."))
        fields[name] = f"{fields[name]},{value}" if name in fields else value
    return fields


KINDS: tuple[type[NewOptions], ...] = (NewArea, NewCommitment, NewIndicator, NewEvidence)
"""The kinds in the order of the help."""
