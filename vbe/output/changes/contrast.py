"""Two states → everything that the formats of `vbe diff` show of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.domain.addresses import site_link
from vbe.domain.changes.compare import compare, unreadable
from vbe.domain.changes.consequences import consequences
from vbe.domain.changes.model import ChangeType
from vbe.domain.changes.names import Names
from vbe.domain.changes.phrase import sentence, subject_of, subject_of_change
from vbe.domain.changes.points import points, reported
from vbe.domain.disclosure.marked import disclosed, disclosed_change, year_of
from vbe.language import _, enumerate_words
from vbe.model.fields import Model
from vbe.model.records.followup import FOLLOWUP
from vbe.model.records.obligations import OBLIGATION
from vbe.output.changes.comparison import ChangeSentence, Comparison
from vbe.output.changes.other_files import other_files
from vbe.output.plain_values import json_value, shown_text

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    from vbe.domain.changes.consequences import Consequences
    from vbe.domain.changes.model import Change, FieldChange
    from vbe.domain.changes.points import Point
    from vbe.model.corpus import Corpus
    from vbe.output.changes.comparison import State
    from vbe.output.plain_values import Json
    from vbe.store.trees import Files


def contrast(
    old: Corpus,
    new: Corpus,
    old_state: State,
    new_state: State,
    files: tuple[Files, Files] = ({}, {}),
    prefix: str = "",
    on: datetime.date | None = None,
) -> Comparison:
    """Compare two states and find the words, with the departments that answer on a day.

    `files` are all files of both, `prefix` the way from git's top to the root.
    """
    names = Names(new, old)
    changes = compare(old, new, on)
    follows = consequences(old, new, changes)
    return Comparison(
        old_state,
        new_state,
        tuple(_change_sentence(change, names) for change in changes),
        follows,
        tuple(_remarks(follows, new, names)),
        unreadable(old, new),
        other_files(*files, {file for change in changes for file in (change.file, change.old_file)}, (old, new), prefix),
    )


def _change_sentence(change: Change, names: Names) -> ChangeSentence:
    shown = disclosed_change(change, names.guard)
    return ChangeSentence(
        change.kind,
        change.id,
        change.old_id,
        change.what,
        change.review,
        change.follows,
        shown_text(change.title, names),
        change.file,
        change.old_file,
        change.owners,
        change.departments,
        enumerate_words(names.heading(department) for department in change.departments),
        change.example,
        sentence(change, names),
        tuple(_field(field, names) for field in shown.fields),
        subject_of_change(change, names),
        _reported(change, names) if change.what is ChangeType.ADDED else points(shown, names),
        site_link(names.corpora[-1], change.kind, change.old_id or change.id),
    )


def _reported(change: Change, names: Names) -> tuple[Point, ...]:
    """What a new follow-up reports; nothing of what else is new, which stands in its file."""
    entry = names.corpora[0].find(change.kind, change.id) if change.kind == FOLLOWUP.name else None
    if entry is None or not isinstance(entry.content, Model):
        return ()
    return reported(disclosed(entry.content, names.guard, year_of(change.kind, change.id)), names)


def _field(field: FieldChange, names: Names) -> dict[str, Json]:
    entry: dict[str, Json] = {"path": list(field.route), "what": field.what.value}
    if field.parts:
        return entry | {"parts": [_field(part, names) for part in field.parts]}
    return entry | {"old": json_value(field.old, names), "new": json_value(field.new, names)}


def _remarks(follows: Consequences, new: Corpus, names: Names) -> Iterable[str]:
    for identity in follows.untraced:
        entry = subject_of(new.entries[OBLIGATION.name][identity], names)
        yield _("{entry}: nothing carries it any more.").format(entry=entry)
    for identity in follows.traced:
        entry = subject_of(new.entries[OBLIGATION.name][identity], names)
        yield _("{entry}: is carried now.").format(entry=entry)
    for kind, identity in follows.edited_since_review:
        entry = subject_of(new.entries[kind][identity], names)
        yield _("{entry}: edited, but the review is older; review it or set it under revision.").format(entry=entry)
    for kind, identity in follows.not_harmonised:
        entry = subject_of(new.entries[kind][identity], names)
        yield _("{entry}: is not in line with the plan’s new version.").format(entry=entry)
