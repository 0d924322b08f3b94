"""What a reader may see, decided before anything is composed: what is not in the projection cannot reach any form.

For a public cut, every field marked `INTERNAL` is emptied, documents with an internal audience are left out, and so is
what was said about changes. Where a cut shows no results, the boards' own words are left out as well.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, TypeVar, cast

from vbe.model.corpus import Corpus
from vbe.model.fields import Model
from vbe.model.introspection import fields_of
from vbe.model.profile import Profile
from vbe.model.records.followup import CommitmentReport, FollowUp
from vbe.model.records.routine import Clocked

if TYPE_CHECKING:
    from vbe.model.profile import Cut
    from vbe.model.records import Record

WORDS = ("result", "deviation", "cause", "next_step", "next_step_due", "internal_note")
"""What a board says about a commitment, besides its status."""


@dataclass(frozen=True, slots=True)
class Projection:
    """The corpus that a reader may see, and how much there is besides."""

    corpus: Corpus
    hidden: int = 0
    """How many documents there are besides, which the reader may not see."""


def project(corpus: Corpus, cut: Cut) -> Projection:
    """The part of a corpus that a cut's reader may see."""
    records = corpus.records
    hidden: frozenset[str] = frozenset()
    if cut.visibility == "public":
        hidden = frozenset(record.file for record in records if _is_internal(record))
        records = tuple(_emptied(record) for record in records if record.file not in hidden)
    if not cut.results:
        records = tuple(_wordless(record) for record in records)
    if records is corpus.records:
        return Projection(corpus)
    profile = next((record.content for record in records if isinstance(record.content, Profile)), corpus.profile)
    return Projection(Corpus(profile=profile, records=records, incomplete=corpus.incomplete), len(hidden))


def _is_internal(record: Record) -> bool:
    return isinstance(record.content, Clocked) and record.content.audience == "internal"


def _emptied(record: Record) -> Record:
    content = empty(record.content)
    return record if content is record.content else record._replace(content=content)


@cache
def _internal_fields(model: type[Model]) -> frozenset[str]:
    return frozenset(name for name, form in fields_of(model).items() if form.is_internal)


T = TypeVar("T")


def empty(value: T) -> T:
    """The same value without its internal fields, all the way down; itself where there is nothing to empty."""
    return cast("T", _empty(value))


def _empty(value: object) -> object:
    if isinstance(value, Model):
        internal = _internal_fields(type(value))
        updates: dict[str, object] = {}
        for name in type(value).model_fields:
            old = getattr(value, name)
            new = None if name in internal else _empty(old)
            if new is not old:
                updates[name] = new
        return value.model_copy(update=updates) if updates else value
    if isinstance(value, tuple):
        parts = tuple(_empty(part) for part in value)
        return parts if any(new is not old for new, old in zip(parts, value, strict=True)) else value
    if isinstance(value, dict):
        table = {key: _empty(part) for key, part in value.items()}
        return table if any(table[key] is not value[key] for key in value) else value
    return value


def _wordless(record: Record) -> Record:
    report = record.content
    if not isinstance(report, FollowUp):
        return record
    bare = {key: _bare(entry) for key, entry in report.commitments.items()}
    return record._replace(content=report.model_copy(update={"commitments": bare, "summary": None}))


def _bare(entry: CommitmentReport) -> CommitmentReport:
    return entry.model_copy(update=dict.fromkeys(WORDS))
