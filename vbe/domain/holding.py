"""Which routines and guidance examples hold: staff act on them, so they are what the rules are about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.model.records.routine import DRAFTS, ENDED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.model.corpus import Corpus
    from vbe.model.records import Record

OVERALL = "overall"
"""The folder of the routines that hold for every department."""


def holds(record: Record) -> bool:
    """Whether a routine or guidance example has been decided and still holds."""
    return record.content.status not in (*DRAFTS, *ENDED)


def held(corpus: Corpus, *kinds: str) -> Iterator[Record]:
    """The routines or guidance examples that hold."""
    for kind in kinds:
        yield from filter(holds, corpus.of_kind(kind))
