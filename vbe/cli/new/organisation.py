"""`vbe new board`, `department`, `role`, `partner`, `agreement`, `goal`, `obligation`: who there is, and what the text says."""

from __future__ import annotations

from typing import Annotated

import typer

from vbe.cli.new.documents import Title
from vbe.cli.new.making import Many, kind
from vbe.language import _

Name = Annotated[str | None, typer.Option("--name", help=_("The name, as the municipality writes it."))]
Identity = Annotated[str | None, typer.Option("--id", metavar="ID", help=_("The id; else made from the name."))]
Contact = Annotated[str | None, typer.Option("--contact", help=_("A function mailbox or switchboard; never a person's."))]
Day = Annotated[str | None, typer.Option("--valid-from", metavar=_("YYYY-MM-DD"), help=_("The first day."))]
LastDay = Annotated[str | None, typer.Option("--valid-to", metavar=_("YYYY-MM-DD"), help=_("The last day."))]


@kind(id="identity")
def board(
    name: Name = None,
    level: Annotated[
        str | None, typer.Option("--level", metavar="council|executive|board|advisory", help=_("The level."))
    ] = None,
    identity: Identity = None,
    contact: Contact = None,
) -> None:
    """A board, council or executive board."""


@kind(id="identity")
def department(
    name: Name = None,
    boards: Annotated[Many, typer.Option("--boards", metavar="ID", help=_("A board that it serves."))] = None,
    head: Annotated[str | None, typer.Option("--head", metavar="ID", help=_("The role that heads it."))] = None,
    identity: Identity = None,
    contact: Contact = None,
) -> None:
    """A department that serves a board."""


@kind(id="identity", department="belongs_to")
def role(
    name: Name = None,
    belongs_to: Annotated[str | None, typer.Option("--department", metavar="ID", help=_("The department it belongs to."))] = None,
    manager: Annotated[bool, typer.Option("--manager", help=_("It may approve routines."))] = False,
    identity: Identity = None,
    contact: Contact = None,
) -> None:
    """A role; never a person."""


@kind(id="identity")
def partner(
    name: Name = None,
    kind: Annotated[str | None, typer.Option("--kind", help=_("authority, municipality, region and so on."))] = None,
    duty: Annotated[str | None, typer.Option("--duty", help=_("What is its task and not the municipality's."))] = None,
    identity: Identity = None,
    contact: Contact = None,
) -> None:
    """Somebody that the municipality works with."""


@kind(partner="with_whom")
def agreement(
    with_whom: Annotated[str | None, typer.Option("--partner", metavar="ID", help=_("The partner."))] = None,
    title: Title = None,
    purposes: Annotated[Many, typer.Option("--purposes", help=_("A purpose."))] = None,
    areas: Annotated[Many, typer.Option("--areas", help=_("An area that it covers."))] = None,
    goals: Annotated[Many, typer.Option("--goals", help=_("A measurable goal."))] = None,
    follow_up: Annotated[str | None, typer.Option("--follow-up", help=_("How it is followed up."))] = None,
    signed_by: Annotated[Many, typer.Option("--signed-by", metavar="ID", help=_("A role or body that signed."))] = None,
    valid_from: Day = None,
    valid_to: LastDay = None,
    case_number: Annotated[str | None, typer.Option("--case-number", help=_("The case number in the register."))] = None,
) -> None:
    """A written agreement with a partner."""


@kind(obligations="demands")
def goal(
    text: Annotated[str | None, typer.Option("--text", help=_("The goal, in plain Swedish."))] = None,
    demands: Annotated[Many, typer.Option("--obligations", metavar="ID", help=_("A demand that it answers."))] = None,
) -> None:
    """A goal of the plan."""


@kind()
def obligation(
    section: Annotated[str | None, typer.Option("--section", help=_("The section of the text."))] = None,
    demand: Annotated[str | None, typer.Option("--demand", help=_("What the text demands, in plain Swedish."))] = None,
    responsible: Annotated[Many, typer.Option("--responsible", metavar="ID", help=_("Who the text gives it to."))] = None,
    kind: Annotated[str | None, typer.Option("--kind", help=_("must, assignment, prohibition and so on."))] = None,
    answered_by: Annotated[str | None, typer.Option("--answered-by", help=_("commitment, routine, guidance and so on."))] = None,
    answer: Annotated[Many, typer.Option("--answer", help=_("A rule, command or field that answers."))] = None,
    area: Annotated[str | None, typer.Option("--area", metavar=_("NUMBER"), help=_("The number of the area."))] = None,
    when: Annotated[str | None, typer.Option("--when", help=_("When, as the text says."))] = None,
) -> None:
    """A demand of the plan's text."""


def register(app: typer.Typer) -> None:
    """Add the kinds."""
    app.command(help=_("A board, council or executive board."))(board)
    app.command(help=_("A department that serves a board."))(department)
    app.command(help=_("A role; never a person."))(role)
    app.command(help=_("Somebody that the municipality works with."))(partner)
    app.command(help=_("A written agreement with a partner."))(agreement)
    app.command(help=_("A goal of the plan."))(goal)
    app.command(help=_("A demand of the plan's text."))(obligation)
