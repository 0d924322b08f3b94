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
    from vbe.store.repository import Source


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
    from vbe.app.review import ReviewEntry, edit
    from vbe.store.history.notes import together

    require_ready(asked.root, commit=asked.commits)
    act = ReviewEntry(wanted_outcome(asked.outcome), asked.by, wanted_day(asked.on), asked.note, asked.harmonised)
    corpus, records, source = wanted_records(asked.root, asked.ids or [], asked.department, asked.everything)
    if len(records) > 1:
        act = act._replace(note=together(asked.note, len(records)))
    changed = not_recorded([edit(corpus, record, act) for record in records], act)
    if asked.dry_run:
        write_output("".join(difference(e.record.file, e.record.document.text, e.text, context=1) for e in changed))
        return 0
    if (asked.everything or len(records) > 1) and not asked.yes:
        confirm([each.record for each in changed])
    write(corpus, changed, source, act)
    tell_next(asked.root, [each.record.file for each in changed], commit=asked.commit)
    return 0


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


def wanted_records(
    root: Path | None, ids: list[str], department: str | None, everything: bool
) -> tuple[Corpus, list[Record[Reviewed]], Source]:
    """The records that are meant, none of which has faults."""
    from vbe.app.review import choose, department_meant, of_department, refuse_invalid, refuse_unread
    from vbe.errors import VbeError
    from vbe.rules.checker import check
    from vbe.store.loader import load

    if everything != (department is not None) or bool(ids) == everything:
        raise VbeError(_("Name what was reviewed, or a whole department with --department ID --all."))
    source = open_source(root)
    corpus = load(source)
    if department is not None:
        department = department_meant(corpus, department)
        records: list[Record[Reviewed]] = [*of_department(corpus, department)]
        refuse_unread(corpus, department)
    else:
        records = choose(corpus, [meant(corpus, file_or_word(each, source)) for each in ids])
    if not records:
        raise VbeError(_("The department has nothing in force to review."))
    refuse_invalid(records, check(corpus))
    return corpus, records, source


def meant(corpus: Corpus, word: str) -> str:
    """The file of the record that a word means, as `vbe show` reads it; the word itself where it means nothing."""
    from vbe.app.review import refuse_other
    from vbe.domain.identify import identify
    from vbe.errors import VbeError
    from vbe.model.records import REVIEWED_KINDS

    if any(record.id == word for kind in REVIEWED_KINDS for record in corpus.of_kind(kind)):
        return word
    try:
        entry = identify(corpus, word)
    except VbeError:
        return word
    if entry.kind not in REVIEWED_KINDS:
        refuse_other(corpus, entry)
    return entry.record.file


def not_recorded(edited: Sequence[EditedRecord], act: ReviewEntry) -> list[EditedRecord]:
    """Those that the review changes. The others hold it already: that is said, and where nothing is left it is refused."""
    from vbe.app.review import MOST_NAMED
    from vbe.errors import VbeError
    from vbe.language import enumerate_first
    from vbe.output.width import wrapped

    changed = [each for each in edited if each.text != each.record.document.text]
    if len(changed) == len(edited):
        return changed
    ids = enumerate_first((each.record.id for each in edited if each not in changed), MOST_NAMED)
    said = _("The review of {ids} on {date} is already recorded; a second one of the same day shows with a --note.")
    said = said.format(ids=ids, date=act.on)
    if not changed:
        raise VbeError(said)
    for line in wrapped(f"vbe: {said}", "", "  ", whole=True):
        typer.echo(line, err=True)
    return changed


def confirm(records: Sequence[Record[Reviewed]]) -> None:
    """Ask before what was not named one by one is reviewed; without a yes nothing is written."""
    from vbe.cli.asking import confirm
    from vbe.errors import VbeError
    from vbe.output.width import wrapped

    for record in records:
        for line in wrapped(f"{record.id}: {record.content.title}", "  ", "    ", whole=True):
            typer.echo(line, err=True)
    count = len(records)
    question = ngettext("Has it been read, and does it hold?", "Have all {count} been read, and do they hold?", count)
    if not confirm(question.format(count=count)):
        raise VbeError(_("Nothing has been written."))


def write(corpus: Corpus, edited: Sequence[EditedRecord], source: Source, act: ReviewEntry) -> None:
    """Each file whole or not at all, and only where nobody has changed it meanwhile."""
    from vbe.domain.changes import Names
    from vbe.domain.changes.labels import value_words
    from vbe.model.records.review import Review
    from vbe.store.editing.atomic import write_atomically

    names = Names(corpus)
    for each in edited:
        record = each.record
        write_atomically(Path(source.root) / record.file, each.text.encode(), record.document.text.encode(), root=source.root)
        role = corpus.find(ACTOR, each.by)
        by = role.content.name if role is not None else each.by
        outcome = value_words(act.outcome, Review, "outcome", names)
        said = _("{id}: reviewed {date} by {role} ({outcome}).").format(id=record.id, date=act.on, role=by, outcome=outcome)
        tell(said)
