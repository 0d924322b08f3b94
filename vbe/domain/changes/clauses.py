"""One changed field → one clause. Every clause is a whole with named places, so that a translation can turn it around."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.domain.changes.excerpt import SHORT, excerpts
from vbe.domain.changes.labels import field_name, in_marks, quotable, quoted, summary, value_words
from vbe.domain.changes.model import REVIEW_FIELDS, ChangeType, FieldChange
from vbe.language import _
from vbe.model.fields import Model
from vbe.model.records.followup import BodyDecision
from vbe.model.records.organisation import Agreement
from vbe.model.records.review import Review
from vbe.model.records.strategy import BodyDecided, Version
from vbe.privacy.terminal import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.domain.changes.names import Names


NAMED_MEMBERS = ("agreements", "versions", "decisions")
"""Lists whose members have names that say enough."""


def clauses(fields: tuple[FieldChange, ...], names: Names) -> list[str]:
    """What changed, a clause for each field; the marks of a review together."""
    found = [clause(change, names) for change in fields if change.field not in REVIEW_FIELDS]
    reviewed = review_clause(fields, names)
    return [*found, *([reviewed] if reviewed else [])]


def clause(change: FieldChange, names: Names) -> str:
    """What happened to one field."""
    if change.old_position is not None or change.new_position is not None:
        return _member_clause(change, names)
    name = field_name(change.model, change.field)
    if change.route[-1:] != (change.field,):
        return _keyed_clause(change, name, names)
    if change.parts:
        inner = ", ".join(clause(part, names) for part in change.parts)
        return _("{field}: {clauses}").format(field=name, clauses=inner)
    if change.old is None and change.new is None:
        return _("{field} has changed").format(field=name)
    if isinstance(change.old, tuple) or isinstance(change.new, tuple):
        return _list_clause(change, name, names)
    return _value_clause(change, name, names)


def label_of(change: FieldChange, names: Names) -> str:
    """What a field, or a member of a list or mapping, is called."""
    if change.old_position is not None or change.new_position is not None:
        place = change.new_position if change.new_position is not None else change.old_position
        return _member_name(change, 1 + (place or 0), names)
    name = field_name(change.model, change.field)
    is_keyed = change.route[-1:] != (change.field,)
    return _keyed_name(change, name, one_line(str(change.route[-1])), names) if is_keyed else name


def review_clause(fields: tuple[FieldChange, ...], names: Names) -> str:
    """The marks of reviews in one clause: when and by whom, what it came to, and the note."""
    found = [_mark_clause(change, names) for change in fields if change.field in REVIEW_FIELDS]
    return ", ".join(clause for clause in found if clause)


def _mark_clause(change: FieldChange, names: Names) -> str:
    """One review that was added, altered or deleted; or the version that a document is in line with."""
    old, new = change.old, change.new
    if change.field != "reviews":
        version = _new_words(change, names)
        return _brought_into_line(version) if version else clause_of_mark(change, names)
    if not isinstance(new, Review):
        return _("the review of {date} deleted").format(date=old.date) if isinstance(old, Review) else ""
    altered = {part.field: part for part in change.parts}
    if isinstance(old, Review) and "date" not in altered:
        marks = ", ".join(clause_of_mark(part, names) for part in altered.values())
        return _("{field}: {clauses}").format(field=_("the review of {date}").format(date=new.date), clauses=marks)
    return ", ".join(_review_words(new, old if isinstance(old, Review) else None, names))


def _review_words(review: Review, before: Review | None, names: Names) -> Iterator[str]:
    """What a review says: when and by whom, what it came to, and what else differs from the one that it took the place of."""
    date, role = review.date, value_words(review.by, Review, "by", names) if review.by else ""
    yield _("reviewed on {date} by {role}").format(date=date, role=role) if role else _("reviewed on {date}").format(date=date)
    if review.outcome:
        yield value_words(review.outcome, Review, "outcome", names)
    if review.version and (before is None or before.version != review.version):
        yield _brought_into_line(value_words(review.version, Review, "version", names))
    if review.note and (before is None or before.note != review.note):
        former = None if before is None else before.note
        what = ChangeType.ADDED if former is None else ChangeType.CHANGED
        yield clause_of_mark(FieldChange((), what, former, review.note, Review, "note"), names)


def _new_words(change: FieldChange | None, names: Names) -> str:
    """What a mark says now; nothing where it has not changed, or is gone."""
    return "" if change is None or change.new is None else value_words(change.new, change.model, change.field, names)


def _brought_into_line(version: str) -> str:
    return _("brought into line with version {version} of the plan").format(version=version)


def clause_of_mark(change: FieldChange, names: Names) -> str:
    """A mark of a review that was changed by itself."""
    return _value_clause(change, field_name(change.model, change.field), names)


def _value_clause(change: FieldChange, name: str, names: Names) -> str:
    old, new = change.old, change.new
    if change.what is ChangeType.FOLLOWED:
        return _("{field}: {old} is now called {new}").format(field=name, old=one_line(str(old)), new=one_line(str(new)))
    words = [value_words(value, change.model, change.field, names) for value in (old, new)]
    if old is None:
        return _("{field} filled in: {new}").format(field=name, new=words[1])
    if new is None:
        return _("{field} deleted, formerly {old}").format(field=name, old=words[0])
    if isinstance(old, str) and isinstance(new, str) and max(len(old), len(new)) > SHORT:
        return _text_clause(old, new, name, names)
    return _("{field} changed from {old} to {new}").format(field=name, old=words[0], new=words[1])


def _text_clause(old: str, new: str, name: str, names: Names) -> str:
    """A long text: only the words around what differs."""
    if not (quotable(old, names) and quotable(new, names)):
        return _("{field} has changed").format(field=name)
    if old.split() == new.split():
        return _("{field} has changed").format(field=name)  # only in its spaces, of which there is nothing to show
    found = excerpts(old, new)
    if found is None:
        return _("{field} has been rewritten: {new}").format(field=name, new=quoted(new, names))
    if not all(quotable(part, names) for part in found):
        return _("{field} has changed").format(field=name)
    old_words, new_words = found
    return _("{field} changed: {old} → {new}").format(field=name, old=in_marks(old_words), new=in_marks(new_words))


def _list_clause(change: FieldChange, name: str, names: Names) -> str:
    """A list of ids or short texts: what came, what went."""
    if change.what is ChangeType.MOVED:
        return _("{field} in another order").format(field=name)
    if change.what is ChangeType.FOLLOWED:
        return _value_clause(change, name, names)
    old, new = (value_words(value, change.model, change.field, names) if value else "" for value in (change.old, change.new))
    if old and new:
        return _("{field}: {new} added and {old} removed").format(field=name, new=new, old=old)
    if new:
        return _("{field}: {new} added").format(field=name, new=new)
    return _("{field}: {old} removed").format(field=name, old=old)


def _keyed_clause(change: FieldChange, name: str, names: Names) -> str:
    """A value under a key of its own: what a board reports on a commitment, the target of a year."""
    key = one_line(str(change.route[-1]))
    item = _keyed_name(change, name, key, names)
    if change.what is ChangeType.FOLLOWED:
        return _("{field}: {old} is now called {new}").format(field=name, old=one_line(str(change.old)), new=key)
    if change.parts:
        return _("{item}: {clauses}").format(item=item, clauses=", ".join(clause(part, names) for part in change.parts))
    return _happened(item, change, names)


def _keyed_name(change: FieldChange, name: str, key: str, names: Names) -> str:
    if change.field == "commitments":
        return _("commitment {id}").format(id=key)
    if change.field == "indicators":
        return _("the indicator {title}").format(title=one_line(names.called("indicator", key)))
    return _("{field} {key}").format(field=name, key=key)


def _member_clause(change: FieldChange, names: Names) -> str:
    """A member of a list, such as a step: new, gone, changed, or somewhere else among the others."""
    is_new = change.new_position is not None
    number = 1 + ((change.new_position if is_new else change.old_position) or 0)
    item = _member_name(change, number, names)
    if change.field == "steps" and change.what in (ChangeType.ADDED, ChangeType.REMOVED):
        member = change.new if is_new else change.old
        step = summary(member, names) if isinstance(member, Model) else ""
        if is_new:
            return _("step {number} is new ({step})").format(number=number, step=step)
        return _("step {number} has been removed ({step})").format(number=number, step=step)
    if change.what is ChangeType.MOVED:
        return _("{item} was number {number} before").format(item=item, number=1 + (change.old_position or 0))
    if change.parts:
        inner = ", ".join(clause(part, names) for part in change.parts)
        return _("{item} has changed: {clauses}").format(item=item, clauses=inner)
    if change.field in NAMED_MEMBERS and change.what in (ChangeType.ADDED, ChangeType.REMOVED):
        message = _("{item} has been added") if is_new else _("{item} has been removed")
        return message.format(item=item)
    return _happened(item, change, names)


def _happened(item: str, change: FieldChange, names: Names) -> str:
    def shown(value: object) -> str:
        return summary(value, names) if isinstance(value, Model) else value_words(value, change.model, change.field, names)

    if change.old is None and change.new is None and change.what is ChangeType.CHANGED:
        return _("{item} has changed").format(item=item)
    if change.what is ChangeType.ADDED:
        return _("{item} has been added: {new}").format(item=item, new=shown(change.new))
    if change.what is ChangeType.REMOVED:
        return _("{item} has been removed: {old}").format(item=item, old=shown(change.old))
    return _("{item} changed from {old} to {new}").format(item=item, old=shown(change.old), new=shown(change.new))


def _member_name(change: FieldChange, number: int, names: Names) -> str:
    """What a member of a list is called."""
    member = change.new if change.new is not None else change.old
    words = {
        "steps": _("step {number}"),
        "prohibitions": _("prohibition {number}"),
        "goals": _("goal {number}"),
        "evidence": _("evidence {number}"),
        "preparation": _("preparation {number}"),
    }
    if change.field in words:
        return words[change.field].format(number=number)
    if isinstance(member, Agreement):
        return _("the agreement {title}").format(title=value_words(member.title, type(member), "title", names))
    if isinstance(member, Version):
        return _("version {version}").format(version=one_line(member.version))
    if isinstance(member, BodyDecided | BodyDecision):
        return _("the decision of {body}").format(body=one_line(names.actor(member.body)))
    return _("{field} number {number}").format(field=field_name(change.model, change.field), number=number)
