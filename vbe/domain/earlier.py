"""What a board has handed in before: the latest that it said of a commitment, and the latest value of an indicator."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vbe.domain.disclosure.guard import Guard
from vbe.domain.period import handed_in

if TYPE_CHECKING:
    from vbe.model.corpus import Corpus
    from vbe.model.records.followup import CommitmentReport, FollowUp


class Earlier(NamedTuple):
    """The reports of the years before one, the latest year first: year and board → report."""

    guard: Guard
    reports: tuple[tuple[int, dict[str, FollowUp]], ...]

    def said_of(self, commitment: str, board: str) -> tuple[int, CommitmentReport] | None:
        """The year in which a board last reported on a commitment, and what it said."""
        for year, boards in self.reports:
            if board in boards and commitment in boards[board].commitments:
                return year, boards[board].commitments[commitment]
        return None

    def value_of(self, indicator: str, board: str) -> str:
        """The last value that a board has given, as it may be shown, after its year; empty where it has given none."""
        for year, boards in self.reports:
            given = boards[board].indicators.get(indicator) if board in boards else None
            if given is not None and given.value is not None:
                shown = self.guard.observed(given, indicator, year)
                return f"{year}: {shown.text}"
        return ""


def earlier_than(corpus: Corpus, year: int) -> Earlier:
    """What had been handed in for the years before."""
    years = sorted((known for known in corpus.years if known < year), reverse=True)
    return Earlier(Guard.over(corpus), tuple((known, handed_in(corpus, known)) for known in years))
