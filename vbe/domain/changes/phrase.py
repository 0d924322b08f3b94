"""Changes → sentences, as one would tell a colleague: one for each entry, with the names that people use."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vbe.domain.changes.clauses import clauses, review_clause
from vbe.domain.changes.labels import in_marks, quotable, quoted
from vbe.domain.changes.model import Change, ChangeType, FieldChange
from vbe.domain.changes.names import Names
from vbe.domain.disclosure.marked import disclosed_change
from vbe.domain.owners import owners
from vbe.language import _, enumerate_words
from vbe.model.fields import INTERNAL, Model
from vbe.model.records import ACTOR_TYPES, ALL_KINDS, HOLDERS
from vbe.model.records.followup import FollowUp
from vbe.privacy.hidden import SOFT_HYPHEN
from vbe.privacy.redaction import redact
from vbe.privacy.terminal import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vbe.domain.disclosure.guard import Guard
    from vbe.model.corpus import Corpus
    from vbe.model.entries import Entry

COUNTS = frozenset({"value", "n", "participants", "share", "baseline"})
"""Fields that may hold a small number."""


def sentences(changes: Iterable[Change], corpus: Corpus, before: Corpus | None = None, guard: Guard | None = None) -> list[str]:
    """One sentence for each change. `before` names those that are no longer there; `guard` is over what else is told beside."""
    names = Names(corpus, before, guard)
    return [sentence(change, names) for change in changes]


def public(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes without what no public output may show: internal fields and documents, and numbers that may be small."""
    shown = []
    for change in changes:
        closed = change.internal or ALL_KINDS[change.kind].is_withheld
        fields = () if closed else tuple(f for field in change.fields if (f := _public_field(field)) is not None)
        if fields or closed or not change.fields:
            shown.append(replace(change, fields=fields))
    return tuple(shown)


def _public_field(field: FieldChange) -> FieldChange | None:
    if field.internal:
        return None
    if field.field == "evidence" or field.field in COUNTS:
        return replace(field, what=ChangeType.CHANGED, old=None, new=None, parts=())
    parts = tuple(p for part in field.parts if (p := _public_field(part)) is not None)
    if field.parts and not parts:
        return None
    return replace(field, old=_public_value(field.old), new=_public_value(field.new), parts=parts)


def _public_value(value: object) -> object:
    """A part of a record, such as a review, without its internal fields."""
    if not isinstance(value, Model):
        return value
    closed = {name: None for name, described in type(value).model_fields.items() if INTERNAL in described.metadata}
    return value.model_copy(update=closed)


def sentence(change: Change, names: Names) -> str:
    """What happened to one entry, on one line, ready to be shown."""
    return one_line(redact(_sentence(change, names)).replace(SOFT_HYPHEN, ""))


def _is_only_prepared(change: Change, names: Names) -> bool:
    """Whether it is a board's report that has not been handed in."""
    entry = names.corpora[0].find(change.kind, change.id)
    return entry is not None and isinstance(entry.content, FollowUp) and entry.content.reported_on is None


def _sentence(change: Change, names: Names) -> str:
    change = disclosed_change(change, names.guard)
    entry = _subject(change.kind, change.id, change.title, change.owners, change.actor_type, names)
    if change.what is ChangeType.ADDED and _is_only_prepared(change, names):
        return _("{entry} has been prepared; nothing has been reported yet.").format(entry=entry)
    if change.what is ChangeType.ADDED:
        return _("{entry} has been added.").format(entry=entry)
    if change.what is ChangeType.REMOVED:
        return _("{entry} has been removed.").format(entry=entry)
    found = clauses(change.fields, names)
    if change.what in (ChangeType.RENAMED, ChangeType.MOVED):
        found.insert(0, _moved(change, names))
    elif change.review:
        return _reviewed(change, entry, names)
    if not found:
        return _("{entry} has changed.").format(entry=entry)
    return _("{entry}: {clauses}.").format(entry=entry, clauses="; ".join(found))


def subject_of_change(change: Change, names: Names) -> str:
    """What a change is about, as the beginning of a sentence, on one line and ready to be shown."""
    subject = _subject(change.kind, change.id, change.title, change.owners, change.actor_type, names)
    return one_line(redact(subject).replace(SOFT_HYPHEN, ""))


def subject_of(entry: Entry, names: Names) -> str:
    """An entry as the beginning of a sentence."""
    title = ALL_KINDS[entry.kind].title_of(entry.content)
    return _subject(entry.kind, entry.id, title, owners(entry), entry.actor_type, names)


def _subject(kind: str, identity: str, title: str, owned_by: tuple[str, ...], actor_type: str, names: Names) -> str:
    """What a sentence is about, with its capital: a whole phrase for each kind."""
    described = ACTOR_TYPES.get(actor_type) or ALL_KINDS.get(kind)
    first, _space, rest = identity.partition(" ")
    return (_(described.phrase) if described is not None else "{id}").format(
        id=one_line(identity),
        title=quoted(title, names) if quotable(title, names) else in_marks(identity),
        owner=enumerate_words(one_line(names.actor(owner)) for owner in owned_by),
        year=identity.partition("/")[0],
        rule=one_line(first),
        record=_("all records") if rest == "*" else one_line(rest),
    )


def _moved(change: Change, names: Names) -> str:
    """That an entry goes by another name, or lives elsewhere."""
    old, new = one_line(change.old_id), one_line(change.id)
    if change.what is ChangeType.MOVED and ALL_KINDS[change.kind].is_placed:
        area = _area(change.file)
        if old == new:
            return _("moved to action area {area}").format(area=area)
        return _("moved to action area {area}, formerly {old}").format(area=area, old=old)
    if change.what is ChangeType.MOVED:
        before, after = (HOLDERS[change.kind].place.owner_in(identity) for identity in (old, new))
        return _("moved from {old} to {new}").format(old=names.actor(before), new=names.actor(after))
    if old != new:
        return _("formerly {old}").format(old=old)
    return _("the file {old} is now called {new}").format(old=one_line(change.old_file), new=one_line(change.file))


def _area(file: str) -> str:
    """The number of an area in its file's name."""
    return file.rpartition("/")[2].partition("-")[0]


def _reviewed(change: Change, entry: str, names: Names) -> str:
    """A review that changed nothing else: when, by whom, and what it came to."""
    clause = review_clause(change.fields, names)
    if not clause:
        return _("{entry} has changed.").format(entry=entry)
    return _("{entry}: {clauses}.").format(entry=entry, clauses=clause)
