"""What git knows of each record: its versions in sentences, and the same by day for all of them together."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vbe.domain import addresses
from vbe.domain.changes.names import Names
from vbe.domain.changes.phrase import public, sentence
from vbe.domain.telling import changes_of, guard_over, tell
from vbe.model.records import DOCUMENT_KINDS
from vbe.model.records.followup import FOLLOWUP
from vbe.model.records.organisation import ORGANISATION
from vbe.model.records.strategy import STRATEGY
from vbe.site.view import DayOfChanges, LatestVersion

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Mapping

    from vbe.app.origin import Origin
    from vbe.domain.disclosure.guard import Guard
    from vbe.domain.telling import VersionSummary
    from vbe.model.records import Record
    from vbe.site import SiteView
    from vbe.store.history import Version
    from vbe.store.repository import Source

MOST_DAYS = 60
"""So many days of changes are told."""


class Past(NamedTuple):
    """What git tells for the site; all of it empty where there is no history."""

    history: Mapping[str, tuple[VersionSummary, ...]] = {}
    """File → its versions, for staff."""
    changes: tuple[DayOfChanges, ...] = ()
    """The latest days with changes, newest first."""
    latest: Mapping[str, LatestVersion] = {}
    """File → its latest version, of those that are as they were committed."""


def past_of(source: Source, view: SiteView, origin: Origin) -> Past:
    """The past of every record that has a page."""
    from vbe.store.history import NoHistory, open_history, versions_of

    if origin.git is None or origin.commit is None:
        return Past()
    day = origin.committed.date() if origin.committed else view.as_of
    known = open_history(source.root, git=origin.git, commit=origin.commit, today=day)
    if isinstance(known, NoHistory):
        return Past()
    summaries: dict[str, tuple[VersionSummary, ...]] = {}
    days: dict[datetime.date, list[tuple[str, str]]] = {}
    pages = _with_pages(view)
    found = versions_of(known, [record.file for record, _href in pages])
    past = [(r, href, [v for v in found[r.file] if v.day is None or v.day <= view.as_of]) for r, href in pages]
    guard = guard_over(view.corpus, [(record, versions) for record, _href, versions in past])
    for record, href, versions in past:
        if not view.is_public:
            summaries[record.file] = tuple(tell(version, view.corpus, guard) for version in versions)
        for version in versions:
            if version.day is not None:
                days.setdefault(version.day, []).extend((text, href) for text in _sentences(view, version, record, guard))
    newest = sorted((day for day, files in days.items() if files), reverse=True)[:MOST_DAYS]
    changes = tuple(DayOfChanges(day, tuple(dict.fromkeys(days[day]))) for day in newest)
    return Past(summaries, changes, dict(_latest(past)))


def _latest(past: list[tuple[Record, str, list[Version]]]) -> Iterator[tuple[str, LatestVersion]]:
    for record, _href, versions in past:
        newest = versions[0] if versions else None
        if newest is not None and newest.day is not None and newest.text == record.document.text:
            yield record.file, LatestVersion(newest.day, newest.commit)


def _with_pages(view: SiteView) -> list[tuple[Record, str]]:
    """The records whose changes are told, with the page of each."""
    found: list[tuple[Record, str]] = [(record, addresses.page_of(record.kind, record.id)) for record in view.documents]
    for kind in addresses.FOLDERS:
        if kind != FOLLOWUP.name and kind not in DOCUMENT_KINDS:
            found += [(r, addresses.page_of(kind, r.id)) for r in view.corpus.of_kind(kind)]
    found += [(record, addresses.STRATEGY_PAGE) for record in view.corpus.of(STRATEGY)]
    return [*found, *((record, addresses.ORGANISATION) for record in view.corpus.of(ORGANISATION))]


def _sentences(view: SiteView, version: Version, record: Record, guard: Guard) -> list[str]:
    """What a version changed. Where the form was another it cannot be told; what is internal is not told to the public."""
    changes = changes_of(version)
    if changes is None or not changes:
        return [f"{_title(record)} har kommit till."] if version.is_new else []
    if view.is_public:
        changes = tuple(change for change in public(changes) if not change.internal and change.fields)
    names = Names(view.corpus, guard=guard)
    return [sentence(change, names) for change in changes]


def _title(record: Record) -> str:
    if record.kind == ORGANISATION.name:
        return "Organisationen"
    title = str(getattr(record.content, "title", "")) or record.id
    return f"”{title}”"
