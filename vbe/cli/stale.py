"""`vbe stale`: what is outdated, why, and whose is it?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vbe.app.assess import judge, narrow
from vbe.cli.files import open_source, read_day
from vbe.cli.options import AsOf, Cache, Output, Reading, format_of
from vbe.cli.telling import deliver, say
from vbe.language import _
from vbe.output.registry import PEOPLE, brevity, suffix, writer

if TYPE_CHECKING:
    import datetime

    from vbe.domain.freshness.assessment import Assessment
    from vbe.domain.freshness.model import State
    from vbe.output.freshness import Setting
    from vbe.output.freshness.former import Former

WITHOUT_REMARKS = ("csv", "csv-excel", "xlsx", "ics")
"""Formats of rows and events, which have no place for a sentence about several."""


class StaleOptions(Reading):
    """What `vbe stale` takes."""

    department: Annotated[str | None, typer.Option("--department", metavar="ID", help=_("Only this department."))] = None
    everything: Annotated[bool, typer.Option("--all", help=_("Everything, with dates, files and remedies."))] = False
    within: Annotated[int | None, typer.Option("--within", min=0, max=3660, help=_("How many days ahead is soon."))] = None
    only: Annotated[list[str] | None, typer.Option("--only", metavar=_("STATE"), help=_("Only this state; repeatable."))] = None
    form: Annotated[str, format_of("stale")] = PEOPLE[0]
    months: Annotated[int | None, typer.Option("--plan", min=1, max=60, help=_("The reviews so many months ahead."))] = None
    since: Annotated[
        str | None,
        typer.Option("--since", metavar=_("YYYY-MM-DD"), help=_("What is new since this day; else a week ago.")),
    ] = None
    day: AsOf = None
    former: Annotated[
        Path | None,
        typer.Option("--former", metavar=_("FILE"), help=_("The calendar that was sent before: what is gone is called off.")),
    ] = None
    mail: Annotated[
        Path | None, typer.Option("--mail", metavar=_("DIR"), help=_("Write a mail to each owner role in this folder."))
    ] = None
    output: Output = None
    cache: Cache = True


def stale(asked: StaleOptions) -> int:
    as_of, states = read_day(asked.day), wanted_states(asked.only)
    if asked.mail is not None:
        return write_mails(asked, asked.mail, as_of)
    view = view_of(asked, states)
    write, since = writer(view, asked.form), read_day(asked.since) if asked.since else None
    source = open_source(asked.root, asked.at)
    judged, setting = judge(source, as_of, asked.within)
    setting = setting._replace(former=former_of(asked.former, asked.form)) if asked.former is not None else setting
    assessment = narrow(judged, setting, asked.department, states)
    output = write(*results(view, assessment, setting, asked.months or 0, since), **how(view, asked))
    deliver(output, source, asked.output, file_name(view, as_of, asked.form), exact=write.is_exact)
    if view != "stale" or asked.form in WITHOUT_REMARKS:
        tell_passed_over(assessment)
    return assessment.exit_code


def view_of(asked: StaleOptions, states: tuple[State, ...]) -> str:
    """What is shown: the reviews ahead, everything, or where nothing more is asked for the gist of it."""
    is_brief = asked.form in PEOPLE and not (asked.everything or asked.department or states)
    return "plan" if asked.months else "digest" if is_brief else "stale"


def file_name(view: str, as_of: datetime.date, form: str) -> str:
    """What the output is called in a folder."""
    return f"{_('plan') if view == 'plan' else _('stale')}-{as_of}.{suffix(form)}"


def write_mails(asked: StaleOptions, folder: Path, as_of: datetime.date) -> int:
    """A mail for each role in a folder, and a word on each."""
    from vbe.app import mailing

    source = open_source(asked.root, asked.at)
    paths = mailing.write_mails(source, as_of, asked.within, asked.department, folder)
    for path in paths:
        typer.echo(_("Wrote {path}.").format(path=path), err=True)
    if not paths:
        typer.echo(_("Nobody has anything to look at."), err=True)
    return 0


def former_of(file: Path, form: str) -> tuple[Former, ...]:
    """The events of the calendar that was sent before; only a calendar can call them off."""
    from vbe.cli.files import read_file
    from vbe.errors import VbeError
    from vbe.output.freshness.former import read_former

    if form != "ics":
        raise VbeError(_("--former is of calendars only."), _("Give it with --format ics."))
    return read_former(read_file(file), str(file))


def tell_passed_over(assessment: Assessment) -> None:
    """Edits that do not count are told in every format: on stderr where the format has no place for a sentence."""
    for remark in assessment.remarks:
        if remark.kind == "passed_over":
            say(remark.message, mark="")


def results(view: str, assessment: Assessment, setting: Setting, months: int, since: datetime.date | None) -> tuple[object, ...]:
    """What a view shows: an assessment, its gist, or the reviews that it leads to so many months ahead."""
    from vbe.domain.freshness.digest import digest
    from vbe.domain.freshness.plan import plan

    if view == "plan":
        return plan(assessment, months), assessment, setting
    return digest(assessment, since) if view == "digest" else assessment, setting


def how(view: str, asked: StaleOptions) -> dict[str, bool]:
    """How much of it is shown; a gist has one length."""
    return {} if view == "digest" else brevity(asked.form, whole=asked.everything)


def wanted_states(only: list[str] | None) -> tuple[State, ...]:
    """The states with these names."""
    from vbe.domain.freshness.model import State
    from vbe.domain.meant import meant
    from vbe.errors import VbeError
    from vbe.language import did_you_mean, enumerate_words

    names = [meant(name.strip(), State) for text in only or [] for name in text.split(",")]
    for name in names:
        if name not in list(State):
            hint = did_you_mean(name, State) or _("The states are {names}.").format(names=enumerate_words(State))
            raise VbeError(_("There is no state “{name}”.").format(name=name), hint)
    return tuple(State(name) for name in names)
