"""`vbe review`: somebody has read it and says that it holds."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vbe.app.assess import today
from vbe.cli.files import file_or_word, open_source, read_day
from vbe.cli.next_step import Proposing, require_ready, tell_next
from vbe.cli.telling import difference, tell, write_output
from vbe.language import _, ngettext
from vbe.model.records.organisation import ACTOR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vbe.app.review import EditedRecord, ReviewEntry
    from vbe.model.corpus import Corpus, Reviewed
    from vbe.model.records import Record


class ReviewOptions(Proposing):
    """What `vbe review` takes."""

    ids: Annotated[list[str] | None, typer.Argument(metavar="ID", help=_("What was reviewed, by id or file."))] = None
    outcome: Annotated[str, typer.Option("--outcome", metavar="no-change|revised", help=_("What the review led to."))] = ""
    by: Annotated[str | None, typer.Option("--by", metavar=_("ROLE"), help=_("Who made it; else the owner role."))] = None
    on: Annotated[str | None, typer.Option("--on", metavar=_("YYYY-MM-DD"), help=_("The day it was made; else today."))] = None
    note: Annotated[str | None, typer.Option("--note", help=_("A note on the review."))] = None
    harmonised: Annotated[bool, typer.Option("--harmonised", help=_("It is in line with the plan’s latest version."))] = False
    department: Annotated[str | None, typer.Option("--department", metavar="ID", help=_("With --all: of this department."))] = (
        None
    )
    everything: Annotated[bool, typer.Option("--all", help=_("Everything in force of the department."))] = False
    yes: Annotated[
        bool, typer.Option("--yes", help=_("Do not ask when several, or a whole department, are reviewed at once."))
    ] = False


def review(asked: ReviewOptions) -> int:
    from vbe.app.review import ReviewEntry, edit_all
    from vbe.scaffold.plan import write

    require_ready(asked.root, commit=asked.commits)
    act = ReviewEntry(wanted_outcome(asked.outcome), asked.by, wanted_day(asked.on), asked.note, asked.harmonised)
    corpus, records, root = wanted(asked)
    changed, messages = edit_all(corpus, records, act)
    tell(f"vbe: {messages}" if messages else "", err=True)
    if asked.dry_run:
        write_output("".join(difference(e.record.file, e.record.document.text, e.text, context=1) for e in changed))
        return 0
    confirm(asked, records, changed)
    write(root, [each.change for each in changed])
    tell_reviews(asked, corpus, changed, act)
    return 0


def wanted(asked: ReviewOptions) -> tuple[Corpus, list[Record[Reviewed]], Path]:
    """The records of the repository, those that are meant, and where they lie."""
    from vbe.app.reviewed import wanted_records
    from vbe.errors import VbeError
    from vbe.store.loader import load

    if asked.everything != (asked.department is not None) or bool(asked.ids) == asked.everything:
        raise VbeError(_("Name what was reviewed, or a whole department with --department ID --all."))
    source = open_source(asked.root)
    corpus = load(source)
    words = [file_or_word(each, source) for each in asked.ids or ()]
    return corpus, wanted_records(corpus, words, asked.department), source.root


def wanted_outcome(outcome: str) -> str:
    """One of the outcomes; a review without one says nothing."""
    from vbe.app.forms.columns import OUTCOMES as IN_FORMS
    from vbe.app.review import OUTCOMES
    from vbe.domain.meant import meant as meant_value
    from vbe.errors import VbeError
    from vbe.language import did_you_mean

    outcome = meant_value(outcome, OUTCOMES, IN_FORMS)
    if outcome in OUTCOMES:
        return outcome
    allowed = _("Write --outcome no-change or --outcome revised.")
    if not outcome:
        raise VbeError(_("Say what the review led to."), allowed)
    hint = f"{did_you_mean(outcome, OUTCOMES)} {allowed}".strip()
    raise VbeError(_("There is no outcome “{name}”.").format(name=outcome), hint)


def wanted_day(text: str | None) -> datetime.date:
    """The day of the review, which cannot lie ahead."""
    from vbe.errors import VbeError

    day = read_day(text)
    if day > today():
        raise VbeError(_("{date} has not come yet.").format(date=day), _("A review is recorded when it has been made."))
    return day


def confirm(asked: ReviewOptions, records: Sequence[Record[Reviewed]], changed: Sequence[EditedRecord]) -> None:
    """Ask before what was not named one by one is reviewed; without a yes nothing is written."""
    from vbe.cli.asking import agrees
    from vbe.errors import VbeError
    from vbe.output.width import wrapped

    if asked.yes or (len(records) == 1 and not asked.everything):
        return
    for each in changed:
        for line in wrapped(f"{each.record.id}: {each.record.content.title}", "  ", "    ", whole=True):
            typer.echo(line, err=True)
    count = len(changed)
    question = ngettext("Has it been read, and does it hold?", "Have all {count} been read, and do they hold?", count)
    if not agrees(question.format(count=count)):
        raise VbeError(_("Nothing has been written."))


def tell_reviews(asked: ReviewOptions, corpus: Corpus, edited: Sequence[EditedRecord], act: ReviewEntry) -> None:
    """What was reviewed, when, by whom and with what outcome, a sentence for each record; then what comes next."""
    from vbe.domain.changes.labels import value_words
    from vbe.domain.changes.names import Names
    from vbe.model.records.review import Review

    outcome = value_words(act.outcome, Review, "outcome", Names(corpus))
    for each in edited:
        role = corpus.find(ACTOR, each.by)
        by = role.content.name if role is not None else each.by
        message = _("{id}: reviewed {date} by {role} ({outcome}).")
        tell(message.format(id=each.record.id, date=act.on, role=by, outcome=outcome))
    tell_next(asked.root, [each.record.file for each in edited], commit=asked.commit)
