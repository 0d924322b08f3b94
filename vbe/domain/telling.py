"""A version → what is told of it: what it was, which role reviewed, and what changed, in sentences."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from vbe.documents import parse_text
from vbe.domain.changes.compare import compare_records
from vbe.domain.changes.model import ChangeType
from vbe.domain.changes.phrase import sentences
from vbe.domain.disclosure.guard import Guard
from vbe.language import _, enumerate_words
from vbe.model.formats import FIRST
from vbe.model.records import kind_of
from vbe.model.records.organisation import ACTOR
from vbe.model.validation import validate

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    from vbe.domain.changes.model import Change
    from vbe.model.corpus import Corpus
    from vbe.model.entries import Entry
    from vbe.model.records import Record
    from vbe.store.history import Version


class VersionSummary(NamedTuple):
    """What is told of one version."""

    commit: str
    day: datetime.date | None
    sorts: tuple[str, ...]
    """`new`, `edit`, `review`, `review_details`, `renamed`, `layout`, `ignored`, `cut`, `unreadable`, `mended`."""
    role: str
    """The role that reviewed, where the version records a review."""
    sentences: tuple[str, ...]


def summarize_all(versions: Iterable[Version], corpus: Corpus, entry: Entry) -> list[VersionSummary]:
    """What is told of a record's versions, newest first; of an entry inside it only what touched that."""
    versions = list(versions)
    guard = guard_over(corpus, [(entry.record, versions)])
    if not entry.route:
        return [tell(version, corpus, guard) for version in versions]
    found, identity = [], entry.id
    for version in versions:
        changes = changes_of(version)
        ours = [change for change in changes or () if change.kind == entry.kind and change.id == identity]
        if changes is None:
            found.append(tell(version, corpus, guard))
        elif ours:
            found.append(tell(version, corpus, guard)._replace(sentences=tuple(sentences(ours, corpus, guard=guard))))
        identity = next((change.old_id for change in ours if change.old_id), identity)
        if any(change.what is ChangeType.ADDED for change in ours):
            break  # Before this there was nothing of it.
    return found


def guard_over(corpus: Corpus, histories: Iterable[tuple[Record, Iterable[Version]]]) -> Guard:
    """What may be told of numbers where all versions of some records are told together, each among what the others say today."""
    versions = [list(corpus.records)]
    for record, past in histories:
        if Guard.concerns(record):
            others = [other for other in corpus.records if other.file != record.file]
            then = [_record(version.file, version.text) for version in past]
            versions += [[*others, former] for former in then if former is not None]
    return Guard(versions, [corpus.profile.thresholds])


def tell(version: Version, corpus: Corpus, guard: Guard) -> VersionSummary:
    """What is told of a version. Who made the commit is a person, and is never told: a role only where it reviewed."""
    role = version.now.latest("by") if version.now is not None and "review" in _sorts(version) else None
    named = corpus.find(ACTOR, role) if isinstance(role, str) else None
    shown = named.content.name if named is not None else role if isinstance(role, str) else ""
    return VersionSummary(version.commit, version.day, _sorts(version), shown, _sentences(version, corpus, guard))


def _sorts(version: Version) -> tuple[str, ...]:
    if version.now is None:
        return ("unreadable",)
    if version.is_new or version.is_cut:
        return ("new",) if version.is_new else ("cut",)
    sorts = [] if version.befores else ["mended"]
    if version.former_file:
        sorts.append("renamed")
    if version.is_edit:
        sorts.append("ignored" if version.is_ignored else "edit")
    if version.is_review or version.changes_review:
        sorts.append("review" if version.is_review else "review_details")
    return tuple(sorts) or ("layout",)


def sort_word(sort: str) -> str:
    """What a sort of version is called."""
    words = {
        "new": _("new"),
        "edit": _("edit"),
        "review": _("review"),
        "review_details": _("details of the review"),
        "renamed": _("renamed"),
        "layout": _("layout only"),
        "ignored": _("passed over"),
        "cut": _("older versions are missing"),
        "unreadable": _("has faults"),
        "mended": _("faults mended"),
    }
    return words[sort]


def _sentences(version: Version, corpus: Corpus, guard: Guard) -> tuple[str, ...]:
    if version.now is None or version.is_cut or _sorts(version) == ("layout",):
        return ()
    if version.is_new:
        message = _("Stated as reviewed on {date} when it was added.")
        return (message.format(date=version.now.reviewed_on),) if version.now.reviewed_on else ()
    changes = changes_of(version)
    return tuple(sentences(changes, corpus, guard=guard)) if changes is not None else _fields(version)


def changes_of(version: Version) -> tuple[Change, ...] | None:
    """What changed, entry by entry; None where that cannot be told: it began here, or has not the form of today."""
    if version.now is None or not version.befores:
        return None
    if _sorts(version) == ("layout",):
        return ()
    old = _record(version.former_file or version.file, version.text_before)
    new = _record(version.file, version.text)
    return tuple(compare_records(old, new)) if old is not None and new is not None else None


@lru_cache(maxsize=512)
def _record(file: str, text: str) -> Record | None:
    placed = kind_of(file)
    document, _findings = parse_text(file, text)
    return validate(document, *placed, since=FIRST)[0] if document is not None and placed is not None else None


def _fields(version: Version) -> tuple[str, ...]:
    """The fields that changed, where a version has not the form that its kind has today."""
    if version.now is None or not version.befores:
        return ()
    now, before = version.now.content | version.now.review, version.befores[0].content | version.befores[0].review
    changed = [str(key) for key in {**before, **now} if now.get(key) != before.get(key)]
    return (_("Changed: {fields}.").format(fields=enumerate_words(changed)),) if changed else ()
