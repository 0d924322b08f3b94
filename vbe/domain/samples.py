"""Samples are there to be replaced: as soon as a plan has a measure of its own, none of them is counted beside it."""

from __future__ import annotations

from dataclasses import replace
from operator import is_
from typing import TYPE_CHECKING, Protocol

from vbe.model.records import DOCUMENT_KINDS
from vbe.model.records.area import AREA, Area
from vbe.model.records.followup import Decisions, FollowUp
from vbe.model.records.obligations import OBLIGATIONS, Obligations
from vbe.model.records.routine import Clocked

if TYPE_CHECKING:
    from collections.abc import Iterable, Set

    from vbe.model.corpus import Corpus
    from vbe.model.fields import Model
    from vbe.model.records import Record
    from vbe.model.records.area import Commitment


class _MaybeSample(Protocol):
    """An entry that can say of itself that it is a sample."""

    @property
    def example(self) -> bool:
        """Whether it says so."""


def is_sample(area: Area, commitment: Commitment) -> bool:
    """Whether a measure is a sample: it says so itself, or its area does and none of its measures says anything of it.

    Whoever adds a measure of the plan's own to an area of samples has so written no sample.
    """
    return _is_one(commitment, area.commitments, whole=area.example)


def _is_one(entry: _MaybeSample, among: Iterable[_MaybeSample], *, whole: bool) -> bool:
    return entry.example or (whole and not any(each.example for each in among))


def counted(corpus: Corpus) -> Corpus:
    """The corpus without its samples; itself where it has none, or nothing but samples of measures.

    A demand, indicator or routine that is a sample stays where something of the plan's own names it: then somebody has made it
    theirs. A measure that is a sample goes, with what is said of it. Routines and guidance examples that are samples give way
    to the first of its kind that is none.
    """
    if not _has_samples(corpus):
        return corpus
    areas = {record.id: record.content for record in corpus.of(AREA)}
    own = {identity: [c for c in area.commitments if not is_sample(area, c)] for identity, area in areas.items()}
    if not any(own.values()):
        return corpus
    gone = corpus.commitments.keys() - {commitment.id for measures in own.values() for commitment in measures}
    named = _named(corpus, [commitment for measures in own.values() for commitment in measures])
    written = {record.kind for record in corpus.documents if not record.content.example}
    left = (record for record in corpus.records if not (record.kind in written and _is_sample_document(record, named)))
    return with_records(corpus, (_without_samples(record, own, named, gone) for record in left))


def with_records(corpus: Corpus, records: Iterable[Record]) -> Corpus:
    """The corpus with other records; itself where they are the same."""
    others = tuple(records)
    is_same = len(others) == len(corpus.records) and all(map(is_, others, corpus.records))
    if is_same:
        return corpus
    gone = {record.file for record in corpus.records} - {record.file for record in others}
    return replace(corpus, records=others, left_out=corpus.left_out | gone)


def _has_samples(corpus: Corpus) -> bool:
    """Whether anything at all is a sample."""
    whole: list[_MaybeSample] = [record.content for record in corpus.documents]
    whole += [record.content for record in corpus.of(AREA)]
    whole += [record.content for record in corpus.of(OBLIGATIONS)]
    entries: tuple[_MaybeSample, ...] = (*corpus.commitments.values(), *corpus.indicators.values(), *corpus.obligations.values())
    return any(entry.example for entry in whole) or any(entry.example for entry in entries)


def _named(corpus: Corpus, own: Iterable[Commitment]) -> set[str]:
    """The ids of demands, indicators and routines that the plan's own measures and documents name."""
    named = {identity for measure in own for identity in (*measure.obligations, *measure.indicators)}
    for record in corpus.documents:
        if not record.content.example:
            named |= {reference.id for reference in corpus.outgoing(record)}
    return named


def _is_sample_document(record: Record, named: set[str]) -> bool:
    """Whether a routine or guidance example is a sample that nothing builds on."""
    return record.kind in DOCUMENT_KINDS and getattr(record.content, "example", False) and record.id not in named


def _without_samples(record: Record, own: dict[str, list[Commitment]], named: set[str], gone: Set[str]) -> Record:
    """The record without its samples, and without what it says of the measures that are gone."""
    content: Model = record.content
    if isinstance(content, Area):
        whole, measures = content.example, tuple(own[record.id])
        indicators = tuple(i for i in content.indicators if i.id in named or not _is_one(i, content.indicators, whole=whole))
        left = bool(measures or indicators)
        content = content.having(commitments=measures, indicators=indicators, example=whole and not left)
    elif isinstance(content, Obligations):
        demands = content.obligations
        kept = tuple(each for each in demands if each.id in named or not _is_one(each, demands, whole=content.example))
        content = content.having(obligations=kept, example=content.example and not kept)
    elif isinstance(content, Clocked):
        content = content.having(commitments=tuple(each for each in content.commitments if each not in gone))
    elif isinstance(content, FollowUp):
        content = content.having(commitments={key: answer for key, answer in content.commitments.items() if key not in gone})
    elif isinstance(content, Decisions):
        remarks = (remark.having(commitment=None) if remark.commitment in gone else remark for remark in content.remarks)
        content = content.having(remarks=tuple(remarks))
    return record if content is record.content else record._replace(content=content)
