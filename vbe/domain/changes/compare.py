"""Two corpora → what changed between them, entry by entry. Matched by id and by what is said, never by place in a list."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vbe.domain.changes.fields import compare_contents, stay
from vbe.domain.changes.matching import most_similar, same_texts
from vbe.domain.changes.model import Change, ChangeType, FieldChange
from vbe.domain.changes.subjects import Subject, subjects
from vbe.domain.organisation import Organisation
from vbe.domain.owners import departments, owners
from vbe.model.records import ALL_KINDS, DOCUMENT_KINDS, HOLDERS

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from vbe.domain.changes.fields import Follow
    from vbe.model.corpus import Corpus
    from vbe.model.records import Record

Pairs = dict[str, dict[str, str]]
"""Kind → old id → new id."""
Table = dict[str, dict[str, Subject]]


def compare(old: Corpus, new: Corpus, on: datetime.date | None = None) -> tuple[Change, ...]:
    """Everything that changed from one state of a repository to another, with the departments that answer for it on a day."""
    organisations = {ChangeType.REMOVED: Organisation(old, on)}
    present = Organisation(new, on)
    unread = set(unreadable(old, new))
    before = subjects(record for record in old.records if record.file not in unread)
    after = subjects(record for record in new.records if record.file not in unread)
    return tuple(
        replace(change, departments=departments(subject, organisations.get(change.what, present)))
        for subject, change in _told(before, after, _pairs(before, after))
    )


def unreadable(old: Corpus, new: Corpus) -> tuple[str, ...]:
    """Files that are there and could not be read in one of the states: nobody knows what changed in them."""
    files = {finding.file for corpus in (old, new) for finding in corpus.findings if finding.file not in corpus.by_file}
    return tuple(sorted(file for file in files if file in old.by_file or file in new.by_file))


def compare_records(old: Record | None, new: Record | None) -> tuple[Change, ...]:
    """What changed in one record: the record itself and the entries inside it. None: it was not there, or is not."""
    before = subjects([old] if old is not None else [])
    after = subjects([new] if new is not None else [])
    pairs = _pairs(before, after)
    if old is not None and new is not None and old.kind == new.kind:
        # The caller knows that these two are one, however little they are alike.
        pairs[old.kind] = {old.id: new.id}
    return tuple(change for _subject, change in _told(before, after, pairs))


def _pairs(old: Table, new: Table) -> Pairs:
    return {kind: _matched(kind, old.get(kind, {}), new.get(kind, {})) for kind in ALL_KINDS}


def _matched(kind: str, old: dict[str, Subject], new: dict[str, Subject]) -> dict[str, str]:
    """Old → new id: who says the same under another id, then who has the same id, then who is most alike."""
    changed_old = {i: s for i, s in old.items() if i not in new or not _untouched(s, new[i])}
    changed_new = {i: s for i, s in new.items() if i not in old or not _untouched(old[i], s)}
    pairs = same_texts({i: repr(s.says) for i, s in changed_old.items()}, {i: repr(s.says) for i, s in changed_new.items()})
    taken = set(pairs.values())
    pairs.update({i: i for i in old if i in new and i not in pairs and i not in taken})
    taken = set(pairs.values())
    gone = {i: s.says for i, s in old.items() if i not in pairs}
    come = {i: s.says for i, s in new.items() if i not in taken}
    return pairs | most_similar(gone, come, ALL_KINDS[kind].likeness)


def _untouched(old: Subject, new: Subject) -> bool:
    return old.record.document.text == new.record.document.text


def _told(old: Table, new: Table, pairs: Pairs) -> Iterator[tuple[Subject, Change]]:
    follow = _follower(pairs)
    for kind in ALL_KINDS:
        before, after = old.get(kind, {}), new.get(kind, {})
        back = {b: a for a, b in pairs[kind].items()}
        for identity, subject in after.items():
            earlier = before.get(back.get(identity, ""))
            change = _change(subject, ChangeType.ADDED) if earlier is None else _changed(earlier, subject, follow)
            if change is not None:
                yield subject, change
        for identity, subject in before.items():
            if identity not in pairs[kind]:
                yield subject, _change(subject, ChangeType.REMOVED)


def _follower(pairs: Pairs) -> Follow:
    """References to what got another id are no changes of their own."""
    renamed = {(kind, a): b for kind, ids in pairs.items() for a, b in ids.items() if a != b}
    if not renamed:
        return stay

    def follow(kind: str, identity: str) -> str:
        return renamed.get((kind, identity), identity)

    return follow


def _changed(old: Subject, new: Subject, follow: Follow) -> Change | None:
    moved = old.id != new.id or _place(old) != _place(new) or (new.is_whole and old.record.file != new.record.file)
    if _untouched(old, new) and not moved:
        return None
    fields = compare_contents(old.content, new.content, follow, new.without)
    if old.actor_type != new.actor_type:
        fields = (FieldChange(("sort",), ChangeType.CHANGED, old.actor_type, new.actor_type, type(new.content), "sort"), *fields)
    if not moved and not fields:
        return None
    what = ChangeType.CHANGED if not moved else ChangeType.MOVED if _place(old) != _place(new) else ChangeType.RENAMED
    return _change(new, what, fields, old_id=old.id, old_file=old.record.file)


def _place(subject: Subject) -> str:
    """Where an entry lives: the area of a commitment, the owner of a routine; nothing for what can stand anywhere."""
    if subject.is_whole:
        return subject.record.owner if HOLDERS[subject.kind].place.owner else ""
    return subject.record.id if ALL_KINDS[subject.kind].is_placed else ""


def _change(
    subject: Subject, what: ChangeType, fields: tuple[FieldChange, ...] = (), *, old_id: str = "", old_file: str = ""
) -> Change:
    return Change(
        kind=subject.kind,
        id=subject.id,
        what=what,
        title=subject.title,
        file=subject.record.file,
        owners=owners(subject),
        fields=fields,
        old_id=old_id or subject.id,
        old_file=old_file or subject.record.file,
        actor_type=subject.actor_type,
        internal=getattr(subject.content, "audience", "public") == "internal" and subject.kind in DOCUMENT_KINDS,
        example=bool(getattr(subject.record.content, "example", False)),
    )
