"""One entry in full, as `vbe show` has it, and the versions of its record, as `vbe history` has them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vbe.app.assess import read_history, reviews, today
from vbe.domain.freshness.assessing import assess
from vbe.domain.freshness.stamping import remarks
from vbe.domain.identify import identify
from vbe.domain.samples import counted
from vbe.domain.telling import summarize_all
from vbe.errors import VbeError
from vbe.language import _
from vbe.output.entry.view import Past, view
from vbe.store.history import History, NoHistory, versions
from vbe.store.loader import load

if TYPE_CHECKING:
    import datetime

    from vbe.domain.telling import VersionSummary
    from vbe.output.entry.view import View
    from vbe.store.history.gaps import Gap
    from vbe.store.repository import Source


class RecordHistory(NamedTuple):
    """The versions of a record, newest first; `gap` is why they may not be all, where that is so."""

    name: str
    """The id of what was asked for, and the file that it stands in."""
    versions: list[VersionSummary]
    remarks: list[str]
    """Of reviews that left no trace but their date."""
    gap: Gap | None


def history_of(source: Source, word: str) -> RecordHistory:
    """The history of the record that a word means. Raises where git knows nothing of it."""
    corpus = load(source)
    entry = identify(corpus, word)
    file, known = entry.record.file, read_history(source)
    if isinstance(known, NoHistory):
        raise VbeError(known.error.message, known.error.hint)
    found = list(versions(known, file))
    if not found:
        raise VbeError(_("git does not know {file}.").format(file=file), _("Commit it first."))
    asked = [review for review in reviews(corpus, today()) if review.file == file]
    notes = [remark.message for remark in remarks(corpus, known.clocks(asked, today()))]
    return RecordHistory(f"{entry.id} ({file})", summarize_all(found, corpus, entry), notes, known.gap)


def shown_entry(source: Source, word: str, as_of: datetime.date) -> View:
    """Everything that is shown of the entry that a word means, as of a day."""
    corpus = load(source)
    entry = identify(corpus, word)
    history, real = read_history(source), counted(corpus)  # A sample that has given way is shown, and has no clock any more.
    assessment = assess(real, history.clocks(reviews(real, as_of), as_of), as_of=as_of, history=history.status)
    fresh = tuple(f for f in assessment.freshness if (f.kind, f.id) == (entry.kind, entry.id))
    return view(corpus, entry, fresh, _past_of(history, entry.record.file))


def _past_of(history: History | NoHistory, file: str) -> Past | None:
    """What git knows of a file; None where it does not know it."""
    changes = history.changes(file) if isinstance(history, History) else []
    if not isinstance(history, History) or not changes:
        return None
    latest = history.log.commits[changes[0].commit]
    return Past(len(changes), latest.id, latest.day)
