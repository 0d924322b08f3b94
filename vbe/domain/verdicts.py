"""Everything that is computed from the whole repository before a reader's part of it is cut out.

It holds ids, days, numbers, colours and our own words, never a text of a record: so every reader sees the same colours and
the same sums, and nothing internal can come along.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vbe.domain.asking import asked, organisation_of
from vbe.domain.colours import tally, worst
from vbe.domain.computed import Given, computed
from vbe.domain.dates import dates
from vbe.domain.demands import Demand, judge_demands
from vbe.domain.freshness.assessing import assess
from vbe.domain.labels import GONE, STATE_COLOURS
from vbe.domain.matrix import cross_areas_with_boards, silence
from vbe.domain.progress import Progress, judge_commitments
from vbe.domain.year_before import compare_with_year_before
from vbe.model.records import DOCUMENT_KINDS

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from vbe.domain.colours import Colour, Tally
    from vbe.domain.dates import Dated
    from vbe.domain.document_status import DocumentStatuses
    from vbe.domain.matrix import Matrix
    from vbe.domain.year_before import SinceBefore
    from vbe.model.corpus import Corpus


@dataclass(frozen=True, slots=True)
class ReportAssessment:
    """How everything stands on the report's day."""

    parts: Mapping[tuple[str, str], Progress]
    """Commitment and board → how that board's part stands."""
    progress: Mapping[str, Progress]
    areas: Mapping[str, Colour]
    freshness: DocumentStatuses
    demands: Mapping[str, Demand]
    computed: Mapping[str, float]
    """Indicator → value, for those that vbe computes."""
    documents: Mapping[str, Tally]
    """routine, guidance → how many of each colour."""
    matrix: Matrix
    """Area → board → how many commitments, and the worst colour among them."""
    since: SinceBefore | None
    """What has changed since the year before; None where that was not followed up."""
    dates: tuple[Dated, ...]
    """Every day that demands something of somebody, from long ago on."""

    @property
    def own_demands(self) -> tuple[Demand, ...]:
        """The demands without those that are another authority's task, which are counted apart."""
        return tuple(demand for demand in self.demands.values() if not demand.is_others)


def judge_all(
    corpus: Corpus,
    year: int,
    as_of: datetime.date,
    freshness: DocumentStatuses,
    *,
    part: bool,
    before: DocumentStatuses | None = None,
) -> ReportAssessment:
    """The verdicts on the report's day; `before` is the freshness of the day of the report on the year before."""
    parts, verdicts = judge_commitments(corpus, year, as_of, part=part)
    demands = judge_demands(corpus, verdicts, freshness, as_of)
    return ReportAssessment(
        parts=parts,
        progress=verdicts,
        areas={number: _area(verdicts, corpus, number) for number in corpus.areas},
        freshness=freshness,
        demands=demands,
        computed=computed(Given(corpus, year, as_of, verdicts, freshness, demands)),
        documents={kind: _documents(freshness, kind) for kind in DOCUMENT_KINDS},
        matrix=cross_areas_with_boards(
            corpus,
            organisation_of(corpus, year).reporting_boards,
            parts,
            asked(corpus, year, as_of),
            silence(verdicts, part=part),
        ),
        since=compare_with_year_before(corpus, year, verdicts, before),
        dates=tuple(dates(assess(corpus, {}, as_of=as_of).freshness)),  # What git knows moves no day.
    )


def _area(progress: Mapping[str, Progress], corpus: Corpus, number: str) -> Colour:
    return worst(progress[c.id].colour for c in corpus.areas[number].commitments if c.id in progress)


def _documents(freshness: DocumentStatuses, kind: str) -> Tally:
    return tally(STATE_COLOURS[judged.state] for (each, _), judged in freshness.items() if each == kind and judged.state != GONE)
