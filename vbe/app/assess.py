"""What is outdated in a repository: the records, the verdict on everything that has a clock, and the history behind it."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from vbe.domain.addresses import site_link
from vbe.language import _
from vbe.model.records.organisation import ACTOR, Department

if TYPE_CHECKING:
    from vbe.domain.freshness.assessment import Assessment
    from vbe.domain.freshness.model import State
    from vbe.model.corpus import Corpus
    from vbe.output.freshness import Setting
    from vbe.store.history import History, NoHistory, ReviewedRecord
    from vbe.store.repository import Source


def today() -> datetime.date:
    """The day on the clock of this computer."""
    return datetime.datetime.now().astimezone().date()


def judge(source: Source, as_of: datetime.date, within: int | None) -> tuple[Assessment, Setting]:
    """Everything that has a clock in a repository, and what it is written with."""
    corpus, assessment, history = assessed(source, as_of, within)
    return assessment, setting_of(corpus, stamp_of(history, as_of))


def stamp_of(history: History | NoHistory, as_of: datetime.date) -> datetime.datetime:
    """The moment that an output bears: that of the commit, so that the same records give the same bytes."""
    seconds = history.head.time if history.head is not None else None
    midnight = datetime.datetime.combine(as_of, datetime.time(), datetime.UTC)
    return midnight if seconds is None else datetime.datetime.fromtimestamp(seconds, datetime.UTC)


def assessed(source: Source, as_of: datetime.date, within: int | None = None) -> tuple[Corpus, Assessment, History | NoHistory]:
    """The records, the verdict on everything that has a clock, and the history that it rests on."""
    from vbe.domain.freshness.assessing import assess
    from vbe.domain.known import known_on
    from vbe.store.loader import load

    corpus = known_on(load(source), as_of)
    history = read_history(source)
    assessment = assess(corpus, history.clocks(reviews(corpus, as_of), as_of), as_of=as_of, within=within, history=history.status)
    return corpus, assessment, history


def setting_of(corpus: Corpus, stamp: datetime.datetime) -> Setting:
    """What of the records is needed to write an assessment."""
    from vbe.output.freshness import Setting

    actors = corpus.all_of(ACTOR)
    departments = {entry.id: entry.content.head for entry in actors if isinstance(entry.content, Department)}
    heads = {department: head for department, head in departments.items() if head}
    municipality = corpus.profile.municipality
    pages = {(record.kind, record.id): site_link(corpus, record.kind, record.id) for record in corpus.documents}
    known = {key: page for key, page in pages.items() if page}
    return Setting(actor_names(corpus), tuple(departments), heads, municipality.name, municipality.code, stamp, pages=known)


def actor_names(corpus: Corpus) -> dict[str, str]:
    """Actor → name."""
    return {entry.id: entry.content.name for entry in corpus.all_of(ACTOR)}


def read_history(source: Source) -> History | NoHistory:
    """What git knows: from the commit that is read, or from the latest one."""
    from vbe.store.commit import Commit
    from vbe.store.history import open_history

    if isinstance(source, Commit):
        return open_history(source.root, git=source.git, commit=source.id, today=today())
    return open_history(source.root, today=today())


def reviews(corpus: Corpus, as_of: datetime.date) -> list[ReviewedRecord]:
    """What is asked of history: of everything that is reviewed, its value now and the day of its latest review on a day."""
    from vbe.store.history import ReviewedRecord

    latest = [(record, record.content.review_on(as_of)) for record in corpus.reviewed]
    return [ReviewedRecord(r.file, r.document.value, r.document.text, review.date if review else None) for r, review in latest]


def narrow(assessment: Assessment, setting: Setting, department: str | None, states: tuple[State, ...]) -> Assessment:
    """Only what is asked for."""
    from vbe.domain.meant import meant
    from vbe.errors import VbeError
    from vbe.language import did_you_mean

    if department is not None:
        known = {*setting.departments, *(share.department for share in assessment.shares)}
        department = meant(department, known, setting.names)
        if department not in known:
            hint = did_you_mean(department, sorted(known))
            raise VbeError(_("There is no department “{name}”.").format(name=department), hint)
        assessment = assessment.of_department(department)
    return assessment.in_state(*states) if states else assessment
