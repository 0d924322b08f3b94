"""A change, point by point for whoever reviews it: what weighs most first, old and new in full, and the words that differ."""

from __future__ import annotations

from difflib import SequenceMatcher
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from vbe.domain.changes.clauses import label_of
from vbe.domain.changes.labels import field_name, in_marks, quotable, value_words
from vbe.domain.changes.model import REVIEW_FIELDS, ChangeType, FieldChange
from vbe.language import _
from vbe.model.fields import Model

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.domain.changes.model import Change
    from vbe.domain.changes.names import Names

LOSSES = frozenset({"steps", "prohibitions", "obligations", "commitments"})
"""Lists of which a member that is gone means that something is no longer done, or no longer forbidden."""
TERMS = frozenset(
    {"within", "when", "deadline", "who", "to", "responsible", "owner_role", "owner", "lead", "approved_by", "audience", "status"}
)
"""Fields that say by when, who, how often and for whom."""
INTERVAL = "_months"
MOST_WORDS = 4_000
"""Texts of more words than this are shown side by side, and not compared word by word."""


class Risk(IntEnum):
    """What a reviewer must look at first."""

    LOSS = 0
    """A step, a prohibition or an answer to a demand is gone."""
    TERMS = 1
    """Another deadline, responsible, interval, audience or status."""
    ADDED = 2
    WORDING = 3


class Word(NamedTuple):
    """Some words of a text: kept, gone or new."""

    change: str
    """`same`, `gone` or `new`."""
    text: str


class Point(NamedTuple):
    """One field: what it is called, and what it said and says in full; None for what is not there."""

    risk: Risk
    label: str
    old: str | None
    new: str | None
    words: tuple[Word, ...] = ()
    """The words that differ among those that do not, where both are texts."""


def points(change: Change, names: Names) -> tuple[Point, ...]:
    """Every field that differs, what weighs most first; without the marks of a review, and without what follows a new id."""
    found = [point for field in change.fields if field.field not in REVIEW_FIELDS for point in _points(field, "", names)]
    return tuple(sorted(found, key=lambda point: point.risk))


def reported(content: Model, names: Names) -> tuple[Point, ...]:
    """What a follow-up that is new reports, a point for each commitment, indicator and field that something is said in."""
    found = []
    for name, value in content:
        if isinstance(value, dict):
            for key, part in value.items():
                if not in_full(part, type(content), name, names):
                    continue
                label = label_of(FieldChange((name, key), ChangeType.ADDED, None, part, type(content), name), names)
                found.append(Point(Risk.ADDED, label, None, in_full(part, type(content), name, names)))
        elif value not in (None, (), False):
            found.append(Point(Risk.ADDED, field_name(type(content), name), None, in_full(value, type(content), name, names)))
    return tuple(found)


def _points(field: FieldChange, above: str, names: Names) -> Iterator[Point]:
    label = _("{item}, {field}").format(item=above, field=label_of(field, names)) if above else label_of(field, names)
    if field.what is ChangeType.FOLLOWED:
        return
    if field.parts:
        for part in field.parts:
            yield from _points(part, label, names)
        return
    if field.what is ChangeType.MOVED:
        label = _("{field} in another order").format(field=label)
        yield Point(Risk.WORDING, label, None, None)
        return
    old, new = (
        None if value in (None, ()) else in_full(value, field.model, field.field, names) for value in (field.old, field.new)
    )
    yield Point(_risk(field), label, old, new, _words(field.old, field.new, old, new))


def _risk(field: FieldChange) -> Risk:
    is_gone, is_new = field.new in (None, ()), field.old in (None, ())
    if field.field in LOSSES and not is_new:
        return Risk.LOSS
    if field.field in TERMS or field.field.endswith(INTERVAL):
        return Risk.TERMS
    if is_new:
        return Risk.ADDED
    return Risk.TERMS if is_gone else Risk.WORDING


def in_full(value: object, model: type[Model], field: str, names: Names) -> str:
    """A value with nothing left out; nothing of it where it may be about a person."""
    if isinstance(value, Model):
        filled = [(name, part) for name, part in value if part not in (None, (), {}, False)]
        return "; ".join(f"{field_name(type(value), name)}: {in_full(part, type(value), name, names)}" for name, part in filled)
    if isinstance(value, tuple | list):
        return ", ".join(in_full(part, model, field, names) for part in value)
    if isinstance(value, dict):
        return ", ".join(f"{key}: {in_full(part, model, field, names)}" for key, part in value.items())
    words = value_words(value, model, field, names)
    is_whole = isinstance(value, str) and words.startswith(in_marks("")[:1]) and quotable(value, names)
    return _("“{text}”").format(text=value) if is_whole else words


def _words(before: object, after: object, old: str | None, new: str | None) -> tuple[Word, ...]:
    """Two texts as one, with the words that differ marked."""
    if not (isinstance(before, str) and isinstance(after, str)) or old is None or new is None or " " not in f"{before}{after}":
        return ()
    if before not in old or after not in new:
        return ()  # What may be about a person is not shown.
    first, second = before.split(), after.split()
    if max(len(first), len(second)) > MOST_WORDS:
        return ()
    found = []
    for change, a, b, c, d in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        if change == "equal":
            found.append(Word("same", " ".join(first[a:b])))
            continue
        found += [Word("gone", " ".join(first[a:b]))] if b > a else []
        found += [Word("new", " ".join(second[c:d]))] if d > c else []
    return tuple(found)
