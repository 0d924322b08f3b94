"""`vbe stale`: what is outdated, why, and whose is it?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from vbe.app.assess import judge, narrow
from vbe.cli.options import Cache, Language, Revision, Root, emit, open_source, read_day
from vbe.language import _
from vbe.output.registry import choices, writer

if TYPE_CHECKING:
    from vbe.domain.freshness import Assessment, State
    from vbe.output.freshness import Setting
    from vbe.output.registry import Writer

FORMATS = choices("stale")
WITHOUT_REMARKS = ("csv", "ics")
"""Formats of rows and events, which have no place for a sentence about several."""


def stale(
    department: Annotated[str | None, typer.Option("--department", metavar="ID", help=_("Only this department."))] = None,
    within: Annotated[int | None, typer.Option("--within", min=0, max=3660, help=_("How many days ahead is soon."))] = None,
    only: Annotated[list[str] | None, typer.Option("--only", metavar=_("STATE"), help=_("Only this state; repeatable."))] = None,
    form: Annotated[str, typer.Option("--format", metavar=FORMATS, help=_("How the result is written."))] = "table",
    months: Annotated[int | None, typer.Option("--plan", min=1, max=60, help=_("The reviews so many months ahead."))] = None,
    day: Annotated[
        str | None, typer.Option("--as-of", metavar=_("YYYY-MM-DD"), help=_("As of this day instead of today."))
    ] = None,
    cache: Cache = True,
    at: Revision = None,
    root: Root = None,
    lang: Language = None,
) -> int:
    as_of, states, write = read_day(day), wanted_states(only), writer("plan" if months else "stale", form)
    everything, setting = judge(open_source(root, at), as_of, within)
    assessment = narrow(everything, setting, department, states)
    emit(written(write, assessment, setting, months), exact=write.is_exact)
    if months or form in WITHOUT_REMARKS:
        tell_passed_over(assessment)
    return assessment.exit_code


def tell_passed_over(assessment: Assessment) -> None:
    """Edits that do not count are told in every format: on stderr where the format has no place for a sentence."""
    from vbe.privacy.redaction import redact
    from vbe.privacy.terminal import one_line

    for remark in assessment.remarks:
        if remark.kind == "passed_over":
            typer.echo(redact(one_line(remark.message)), err=True)


def written(write: Writer, assessment: Assessment, setting: Setting, months: int | None) -> str:
    """An assessment, or the reviews that it leads to so many months ahead."""
    from vbe.domain.freshness import plan

    return write(assessment, setting) if months is None else write(plan(assessment, months), assessment, setting)


def wanted_states(only: list[str] | None) -> tuple[State, ...]:
    """The states with these names."""
    from vbe.domain.freshness import State
    from vbe.errors import VbeError
    from vbe.language import did_you_mean, enumerate_words

    names = [name.strip().replace("-", "_") for text in only or [] for name in text.split(",")]
    for name in names:
        if name not in list(State):
            hint = did_you_mean(name, State) or _("The states are {names}.").format(names=enumerate_words(State))
            raise VbeError(_("There is no state “{name}”.").format(name=name), hint)
    return tuple(State(name) for name in names)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("stale")(stale)
