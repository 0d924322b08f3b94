"""What the boards' reports are made of: what is reported on a commitment, and the values of indicators."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from vbe.model.records.area import Commitment, Indicator
from vbe.model.records.followup import FOLLOWUP, CommitmentReport, FollowUp, Observation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.diagnostics import Route
    from vbe.model.corpus import Corpus
    from vbe.model.records import Record

A = TypeVar("A")
C = TypeVar("C")


class Reported(NamedTuple, Generic[A, C]):
    """What one board reports for a year on one commitment, or indicator, that is known."""

    record: Record[FollowUp]
    field: str
    id: str
    about: A
    content: C

    @property
    def route(self) -> Route:
        """Where it stands."""
        return (self.field, self.id)

    @property
    def year(self) -> int:
        """The year that the report is about."""
        return self.record.year


OnCommitment = Reported[Commitment, CommitmentReport]
Observed = Reported[Indicator, Observation]


def reports(corpus: Corpus) -> Iterator[OnCommitment]:
    """Every board's report on every known commitment, by file."""
    for record in corpus.of(FOLLOWUP):
        for identity, content in record.content.commitments.items():
            if identity in corpus.commitments:
                yield Reported(record, "commitments", identity, corpus.commitments[identity], content)


def observations(corpus: Corpus) -> Iterator[Observed]:
    """Every value of a known indicator in every report."""
    for record in corpus.of(FOLLOWUP):
        for identity, content in record.content.indicators.items():
            if identity in corpus.indicators:
                yield Reported(record, "indicators", identity, corpus.indicators[identity], content)
