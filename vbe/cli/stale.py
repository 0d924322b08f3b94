"""`vbe stale`: what is outdated, why, and whose is it?"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from vbe.cli.options import Cache, Language, Revision, Root, answer, open_source
from vbe.language import _

if TYPE_CHECKING:
    from vbe.corpus import Corpus
    from vbe.formats.freshness import Formatter, Setting
    from vbe.freshness import Assessment, State
    from vbe.history import History, NoHistory, Review
    from vbe.repository import Source

FORMATS = "table|json|csv|md|ics"


def stale(
    context: typer.Context,
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
    as_of, states, write = read_day(day), wanted_states(only), writer(form, months)
    everything, setting = judge(open_source(root, at), as_of, within)
    assessment = narrow(everything, setting, department, states)
    text = write(assessment, setting)
    if everything.has_unknown:
        # What git lacks today it may have tomorrow, and nothing tells when.
        context.obj = None
    return answer(context, text, assessment.exit_code, exact=form != "table")


def writer(form: str, months: int | None) -> Formatter:
    """What writes an assessment in a form, or the reviews that it leads to so many months ahead."""
    from vbe.formats.freshness import formatter, plan_formatter
    from vbe.freshness import plan

    if months is None:
        return formatter(form)
    write = plan_formatter(form)
    return lambda assessment, setting: write(plan(assessment, months), assessment, setting)


def read_day(text: str | None) -> datetime.date:
    """The day that the user names, or today."""
    from vbe.errors import VbeError

    if text is None:
        return today()
    try:
        return datetime.datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=datetime.UTC).date()
    except ValueError:
        raise VbeError(_("{text} is no date.").format(text=text), _("Write year, month and day: 2017-12-31.")) from None


def today() -> datetime.date:
    """The day on the clock of this computer."""
    return datetime.datetime.now().astimezone().date()


def wanted_states(only: list[str] | None) -> tuple[State, ...]:
    """The states with these names."""
    from vbe.errors import VbeError
    from vbe.freshness import State
    from vbe.language import did_you_mean, enumerate_words

    names = [name.strip().replace("-", "_") for text in only or [] for name in text.split(",")]
    for name in names:
        if name not in list(State):
            hint = did_you_mean(name, State) or _("The states are {names}.").format(names=enumerate_words(State))
            raise VbeError(_("There is no state “{name}”.").format(name=name), hint)
    return tuple(State(name) for name in names)


def judge(source: Source, as_of: datetime.date, within: int | None) -> tuple[Assessment, Setting]:
    """Everything that has a clock in a repository, and what it is written with."""
    corpus, assessment, history = assessed(source, as_of, within)
    seconds = history.head.time if history.head is not None else None
    midnight = datetime.datetime.combine(as_of, datetime.time(), datetime.UTC)
    stamp = midnight if seconds is None else datetime.datetime.fromtimestamp(seconds, datetime.UTC)
    return assessment, setting_of(corpus, stamp)


def assessed(source: Source, as_of: datetime.date, within: int | None = None) -> tuple[Corpus, Assessment, History | NoHistory]:
    """The records, the verdict on everything that has a clock, and the history that it rests on."""
    from vbe.freshness import assess
    from vbe.loader import load

    corpus = load(source)
    history = read_history(source)
    assessment = assess(corpus, history.clocks(reviews(corpus), as_of), as_of=as_of, within=within, history=history.status)
    return corpus, assessment, history


def setting_of(corpus: Corpus, stamp: datetime.datetime) -> Setting:
    """What of the records is needed to write an assessment."""
    from vbe.formats.freshness import Setting

    actors = corpus.entries.get("actor", {}).values()
    names = {entry.id: entry.content.name for entry in actors}
    departments = tuple(entry.id for entry in actors if entry.sort == "department")
    return Setting(names, departments, corpus.profile.municipality, stamp)


def read_history(source: Source) -> History | NoHistory:
    """What git knows: from the commit that is read, or from the latest one."""
    from vbe.history import IGNORE_FILE, open_history
    from vbe.repository import Commit

    if isinstance(source, Commit):
        return open_history(source.root, git=source.git, commit=source.id, today=today())
    listed = source.read(IGNORE_FILE, 1 << 20)
    return open_history(source.root, today=today(), ignore=listed if isinstance(listed, bytes) else b"")


def reviews(corpus: Corpus) -> list[Review]:
    """What is asked of history: of everything that is reviewed, its value now and the day of its review."""
    from vbe.history import Review

    records = [record for kind in ("routine", "guidance", "strategy") for record in corpus.of_kind(kind)]
    return [Review(r.file, r.document.value, r.document.text, r.content.reviewed_on) for r in records]


def narrow(assessment: Assessment, setting: Setting, department: str | None, states: tuple[State, ...]) -> Assessment:
    """Only what is asked for."""
    from vbe.errors import VbeError
    from vbe.language import did_you_mean

    if department is not None:
        known = {*setting.departments, *(share.department for share in assessment.shares)}
        if department not in known:
            hint = did_you_mean(department, sorted(known))
            raise VbeError(_("There is no department “{name}”.").format(name=department), hint)
        assessment = assessment.of_department(department)
    return assessment.in_state(*states) if states else assessment


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("stale")(stale)
