"""`vbe new routine`, `guidance`, `area` and `followup`: whole files."""

from __future__ import annotations

from typing import Annotated

import typer

from vbe.cli.new.making import Many, NewOptions
from vbe.language import N_, _

Title = Annotated[str | None, typer.Option("--title", help=_("The title."))]
Slug = Annotated[str | None, typer.Option("--slug", help=_("The file name without .yaml; else made from the title."))]
Owner = Annotated[str | None, typer.Option("--owner-role", metavar="ID", help=_("The role that answers for it."))]
Commitments = Annotated[Many, typer.Option("--commitments", metavar="ID", help=_("A commitment that it carries out."))]
Aims = Annotated[Many, typer.Option("--aims", metavar="ID", help=_("An aim that it serves."))]


class NewRoutine(NewOptions):
    """A routine, as a draft."""

    help = N_("A routine, as a draft.")
    department: Annotated[str | None, typer.Option("--department", metavar="ID", help=_("Who owns it, or overall."))] = None
    title: Title = None
    owner_role: Owner = None
    commitments: Commitments = None
    scope: Annotated[str | None, typer.Option("--scope", help=_("Whom and what it covers."))] = None
    based_on: Annotated[str | None, typer.Option("--based-on", metavar="ID", help=_("The overall routine it adds to."))] = None
    slug: Slug = None


class NewGuidance(NewOptions):
    """A guidance example, as a draft."""

    help = N_("A guidance example, as a draft.")
    board: Annotated[str | None, typer.Option("--board", metavar="ID", help=_("The board that owns it."))] = None
    title: Title = None
    owner_role: Owner = None
    aims: Aims = None
    what: Annotated[str | None, typer.Option("--what", help=_("What is done."))] = None
    how: Annotated[str | None, typer.Option("--how", help=_("How it is done."))] = None
    target_group: Annotated[Many, typer.Option("--target-group", metavar="ID", help=_("Whom it is for."))] = None
    method: Annotated[str | None, typer.Option("--method", help=_("The method, where it has a name."))] = None
    commitments: Commitments = None
    slug: Slug = None


class NewFollowup(NewOptions):
    """A year's follow-up."""

    help = N_("A year's follow-up, with what was left open last year.")
    year: Annotated[int | None, typer.Option("--year", help=_("The year that is followed up."))] = None
    board: Annotated[str | None, typer.Option("--board", metavar="ID", help=_("The board that reports."))] = None
    all_boards: Annotated[bool, typer.Option("--all-boards", help=_("Every board that reports and has no file yet."))] = False
    update: Annotated[
        bool, typer.Option("--update", help=_("Add what is missing to the files that are there; change nothing in them."))
    ] = False


KINDS: tuple[type[NewOptions], ...] = (NewRoutine, NewGuidance, NewFollowup)
"""The kinds in the order of the help."""
