"""`vbe new board`, `department`, `role`, `partner`, `agreement`, `goal`, `obligation`: who there is, and what the text says."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from vbe.cli.new.documents import Title
from vbe.cli.new.making import DryRun, Many, make
from vbe.cli.next_step import Commit
from vbe.cli.options import Language, Root
from vbe.language import _

Name = Annotated[str | None, typer.Option("--name", help=_("The name, as the municipality writes it."))]
Identity = Annotated[str | None, typer.Option("--id", metavar="ID", help=_("The id; else made from the name."))]
Contact = Annotated[str | None, typer.Option("--contact", help=_("A function mailbox or switchboard; never a person's."))]
Day = Annotated[str | None, typer.Option("--valid-from", metavar=_("YYYY-MM-DD"), help=_("The first day."))]
LastDay = Annotated[str | None, typer.Option("--valid-to", metavar=_("YYYY-MM-DD"), help=_("The last day."))]


def board(
    name: Name = None,
    level: Annotated[
        str | None, typer.Option("--level", metavar="council|executive|board|advisory", help=_("The level."))
    ] = None,
    identity: Identity = None,
    contact: Contact = None,
    commit: Commit = False,
    dry_run: DryRun = False,
    root: Root = None,
    lang: Language = None,
) -> int:
    given = {"name": name, "level": level, "id": identity, "contact": contact}
    return make(board.__name__, root, given, dry_run=dry_run, commit=commit)


def department(
    name: Name = None,
    boards: Annotated[Many, typer.Option("--boards", metavar="ID", help=_("A board that it serves."))] = None,
    head: Annotated[str | None, typer.Option("--head", metavar="ID", help=_("The role that heads it."))] = None,
    identity: Identity = None,
    contact: Contact = None,
    commit: Commit = False,
    dry_run: DryRun = False,
    root: Root = None,
    lang: Language = None,
) -> int:
    given = {"name": name, "boards": boards, "head": head, "id": identity, "contact": contact}
    return make(department.__name__, root, given, dry_run=dry_run, commit=commit)


def role(
    name: Name = None,
    unit: Annotated[str | None, typer.Option("--department", metavar="ID", help=_("The department it belongs to."))] = None,
    manager: Annotated[bool, typer.Option("--manager", help=_("It may approve routines."))] = False,
    identity: Identity = None,
    contact: Contact = None,
    commit: Commit = False,
    dry_run: DryRun = False,
    root: Root = None,
    lang: Language = None,
) -> int:
    given = dict(name=name, department=unit, manager=manager or None, id=identity, contact=contact)  # noqa: C408
    return make(role.__name__, root, given, dry_run=dry_run, commit=commit)


def partner(
    name: Name = None,
    kind: Annotated[str | None, typer.Option("--kind", help=_("authority, municipality, region and so on."))] = None,
    duty: Annotated[str | None, typer.Option("--duty", help=_("What is its task and not the municipality's."))] = None,
    identity: Identity = None,
    contact: Contact = None,
    commit: Commit = False,
    dry_run: DryRun = False,
    root: Root = None,
    lang: Language = None,
) -> int:
    given = {"name": name, "kind": kind, "duty": duty, "id": identity, "contact": contact}
    return make(partner.__name__, root, given, dry_run=dry_run, commit=commit)


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
    commit: Commit = False,
    dry_run: DryRun = False,
    root: Root = None,
    lang: Language = None,
) -> int:
    given: dict[str, Any] = dict(partner=with_whom, title=title, purposes=purposes, areas=areas, goals=goals)  # noqa: C408
    given |= {"follow_up": follow_up, "signed_by": signed_by, "valid_from": valid_from, "valid_to": valid_to}
    return make(agreement.__name__, root, {**given, "case_number": case_number}, dry_run=dry_run, commit=commit)


def goal(
    text: Annotated[str | None, typer.Option("--text", help=_("The goal, in plain Swedish."))] = None,
    demands: Annotated[Many, typer.Option("--obligations", metavar="ID", help=_("A demand that it answers."))] = None,
    commit: Commit = False,
    dry_run: DryRun = False,
    root: Root = None,
    lang: Language = None,
) -> int:
    return make(goal.__name__, root, dict(text=text, obligations=demands), dry_run=dry_run, commit=commit)  # noqa: C408


def obligation(
    section: Annotated[str | None, typer.Option("--section", help=_("The section of the text."))] = None,
    demand: Annotated[str | None, typer.Option("--demand", help=_("What the text demands, in plain Swedish."))] = None,
    responsible: Annotated[Many, typer.Option("--responsible", metavar="ID", help=_("Who the text gives it to."))] = None,
    kind: Annotated[str | None, typer.Option("--kind", help=_("must, assignment, prohibition and so on."))] = None,
    answered_by: Annotated[str | None, typer.Option("--answered-by", help=_("commitment, routine, guidance and so on."))] = None,
    answer: Annotated[Many, typer.Option("--answer", help=_("A rule, command or field that answers."))] = None,
    area: Annotated[str | None, typer.Option("--area", metavar=_("NUMBER"), help=_("The number of the area."))] = None,
    when: Annotated[str | None, typer.Option("--when", help=_("When, as the text says."))] = None,
    commit: Commit = False,
    dry_run: DryRun = False,
    root: Root = None,
    lang: Language = None,
) -> int:
    given: dict[str, Any] = {"section": section, "demand": demand, "responsible": responsible, "kind": kind}
    given |= dict(answered_by=answered_by, answer=answer, area=area, when=when)  # noqa: C408
    return make(obligation.__name__, root, given, dry_run=dry_run, commit=commit)


def register(app: typer.Typer) -> None:
    """Add the kinds."""
    app.command(help=_("A board, council or executive board."))(board)
    app.command(help=_("A department that serves a board."))(department)
    app.command(help=_("A role; never a person."))(role)
    app.command(help=_("Somebody that the municipality works with."))(partner)
    app.command(help=_("A written agreement with a partner."))(agreement)
    app.command(help=_("A goal of the plan."))(goal)
    app.command(help=_("A demand of the plan's text."))(obligation)
