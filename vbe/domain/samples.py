"""Samples are there to be replaced: as soon as a plan has a measure of its own, none of them is counted beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vbe.model.records.area import AREA

if TYPE_CHECKING:
    from vbe.model.corpus import Corpus
    from vbe.model.records.area import Area, Commitment


def is_sample(area: Area, commitment: Commitment) -> bool:
    """Whether a measure is a sample: it says so itself, or its area does and none of its measures says anything of it.

    Whoever adds a measure of the plan's own to an area of samples has so written no sample.
    """
    return commitment.example or (area.example and not any(each.example for each in area.commitments))


def counted(corpus: Corpus) -> Corpus:
    """The corpus without its samples of measures; itself where it has none, or nothing but samples."""
    own = {
        record.id: tuple(c for c in record.content.commitments if not is_sample(record.content, c)) for record in corpus.of(AREA)
    }
    total = sum(len(record.content.commitments) for record in corpus.of(AREA))
    if not any(own.values()) or sum(map(len, own.values())) == total:
        return corpus
    records = tuple(
        replace(record, content=record.content.model_copy(update={"commitments": own[record.id]}))
        if record.kind == AREA.name
        else record
        for record in corpus.records
    )
    return replace(corpus, records=records)
