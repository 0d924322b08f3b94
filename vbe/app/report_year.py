"""What git knows of a report's year: how fresh everything was on a day, and what changed in routines and guidance."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from vbe.errors import VbeError

if TYPE_CHECKING:
    from vbe.app.origin import Origin
    from vbe.domain.document_status import Changed, DocumentStatuses
    from vbe.domain.freshness.model import Freshness
    from vbe.model.corpus import Corpus
    from vbe.store.git import Git
    from vbe.store.repository import Source


def freshness_on(source: Source, corpus: Corpus, origin: Origin, as_of: datetime.date) -> tuple[Freshness, ...]:
    """Freshness as of the report's day, from the records and from git where there is any."""
    from vbe.app.assess import reviews
    from vbe.domain.freshness.assessing import assess
    from vbe.store.history import open_history

    if origin.git is None or origin.commit is None:
        return assess(corpus, {}, as_of=as_of).freshness
    day = origin.committed.date() if origin.committed else as_of
    pinned = "" if origin.dirty else origin.commit
    history = open_history(source.root, git=origin.git, commit=pinned, today=day)
    return assess(corpus, history.clocks(reviews(corpus, as_of), as_of), as_of=as_of, history=history.status).freshness


def freshness_before(source: Source, corpus: Corpus, origin: Origin, year: int) -> DocumentStatuses | None:
    """The freshness of the day of the report on the year before, of what was known then; None where there was none."""
    from vbe.domain.document_status import document_statuses
    from vbe.domain.known import known_on
    from vbe.domain.year_before import day_of_year_before

    day = day_of_year_before(corpus, year)
    if day is None:
        return None
    known = known_on(corpus, day)
    table = document_statuses(known, freshness_on(source, known, origin, day))
    return {key: verdict for key, verdict in table.items() if known.find(*key) is not None}


def changes_in(corpus: Corpus, origin: Origin, year: int, as_of: datetime.date) -> tuple[Changed, ...]:
    """What changed in routines and guidance during the year, in sentences; nothing where the history began later."""
    if origin.git is None or origin.commit is None:
        return ()
    before = _last_commit(origin.git, origin.commit, datetime.date(year - 1, 12, 31))
    if before is None:
        return ()
    after = _last_commit(origin.git, origin.commit, min(as_of, datetime.date(year, 12, 31)))
    if after is None or before == after:
        return ()
    from vbe.domain.changes.compare import compare
    from vbe.domain.changes.names import Names
    from vbe.domain.changes.phrase import sentence
    from vbe.domain.document_status import Changed
    from vbe.model.records import DOCUMENT_KINDS
    from vbe.store.commit import Commit
    from vbe.store.loader import load

    try:
        old = load(Commit(origin.git, before))
        new = corpus if after == origin.commit and not origin.dirty else load(Commit(origin.git, after))
    except VbeError:
        # The old commit is no repository of ours, or one that cannot be read: nothing can be said of it.
        return ()
    names = Names(new, old)
    return tuple(Changed(c.kind, c.id, sentence(c, names)) for c in compare(old, new, as_of) if c.kind in DOCUMENT_KINDS)


def _last_commit(git: Git, commit: str, day: datetime.date) -> str | None:
    """The latest commit on the line of first parents that was made on a day or before it (UTC)."""
    until = datetime.datetime.combine(day, datetime.time.max, datetime.UTC).timestamp()
    asked = (
        "log",
        "-1",
        "--first-parent",
        f"--before={int(until)}",
        "--no-show-signature",
        "--format=%H",
        "--end-of-options",
        commit,
        "--",
    )
    return git.ask(*asked).decode("ascii").strip() or None
