"""`vbe new board`, `department`, `role`, `partner`, `agreement`, `goal`, `obligation`: who there is, and what the text says."""

from __future__ import annotations

from typing import Annotated

import typer

from vbe.cli.new.documents import Title
from vbe.cli.new.making import Many, NewOptions
from vbe.language import N_, _

Name = Annotated[str | None, typer.Option("--name", help=_("The name, as the municipality writes it."))]
Day = Annotated[str | None, typer.Option("--valid-from", metavar=_("YYYY-MM-DD"), help=_("The first day."))]
LastDay = Annotated[str | None, typer.Option("--valid-to", metavar=_("YYYY-MM-DD"), help=_("The last day."))]


class Actor(NewOptions):
    """What every actor has besides its name."""

    id: Annotated[str | None, typer.Option("--id", metavar="ID", help=_("The id; else made from the name."))] = None
    contact: Annotated[str | None, typer.Option("--contact", help=_("A function mailbox or switchboard; never a person's."))] = (
        None
    )


class NewBoard(Actor):
    """A board, council or executive board."""

    help = N_("A board, council or executive board.")
    name: Name = None
    level: Annotated[str | None, typer.Option("--level", metavar="council|executive|board|advisory", help=_("The level."))] = None


class NewDepartment(Actor):
    """A department that serves a board."""

    help = N_("A department that serves a board.")
    name: Name = None
    boards: Annotated[Many, typer.Option("--boards", metavar="ID", help=_("A board that it serves."))] = None
    head: Annotated[str | None, typer.Option("--head", metavar="ID", help=_("The role that heads it."))] = None


class NewRole(Actor):
    """A role; never a person."""

    help = N_("A role; never a person.")
    name: Name = None
    department: Annotated[str | None, typer.Option("--department", metavar="ID", help=_("The department it belongs to."))] = None
    manager: Annotated[bool, typer.Option("--manager", help=_("It may approve routines."))] = False


class NewPartner(Actor):
    """Somebody that the municipality works with."""

    help = N_("Somebody that the municipality works with.")
    name: Name = None
    kind: Annotated[str | None, typer.Option("--kind", help=_("authority, municipality, region and so on."))] = None
    duty: Annotated[str | None, typer.Option("--duty", help=_("What is its task and not the municipality's."))] = None


class NewAgreement(NewOptions):
    """A written agreement with a partner."""

    help = N_("A written agreement with a partner.")
    partner: Annotated[str | None, typer.Option("--partner", metavar="ID", help=_("The partner."))] = None
    title: Title = None
    purposes: Annotated[Many, typer.Option("--purposes", help=_("A purpose."))] = None
    areas: Annotated[Many, typer.Option("--areas", help=_("An area that it covers."))] = None
    goals: Annotated[Many, typer.Option("--goals", help=_("A measurable goal."))] = None
    follow_up: Annotated[str | None, typer.Option("--follow-up", help=_("How it is followed up."))] = None
    signed_by: Annotated[Many, typer.Option("--signed-by", metavar="ID", help=_("A role or body that signed."))] = None
    valid_from: Day = None
    valid_to: LastDay = None
    case_number: Annotated[str | None, typer.Option("--case-number", help=_("The case number in the register."))] = None


class NewGoal(NewOptions):
    """A goal of the plan."""

    help = N_("A goal of the plan.")
    text: Annotated[str | None, typer.Option("--text", help=_("The goal, in plain Swedish."))] = None
    obligations: Annotated[Many, typer.Option("--obligations", metavar="ID", help=_("A demand that it answers."))] = None


class NewObligation(NewOptions):
    """A demand of the plan's text."""

    help = N_("A demand of the plan's text.")
    section: Annotated[str | None, typer.Option("--section", help=_("The section of the text."))] = None
    demand: Annotated[str | None, typer.Option("--demand", help=_("What the text demands, in plain Swedish."))] = None
    responsible: Annotated[Many, typer.Option("--responsible", metavar="ID", help=_("Who the text gives it to."))] = None
    kind: Annotated[str | None, typer.Option("--kind", help=_("must, assignment, prohibition and so on."))] = None
    answered_by: Annotated[str | None, typer.Option("--answered-by", help=_("commitment, routine, guidance and so on."))] = None
    answer: Annotated[Many, typer.Option("--answer", help=_("A rule, command or field that answers."))] = None
    area: Annotated[str | None, typer.Option("--area", metavar=_("NUMBER"), help=_("The number of the area."))] = None
    when: Annotated[str | None, typer.Option("--when", help=_("When, as the text says."))] = None


KINDS: tuple[type[NewOptions], ...] = (NewBoard, NewDepartment, NewRole, NewPartner, NewAgreement, NewGoal, NewObligation)
"""The kinds in the order of the help."""
