"""Everything that is computed from the whole repository before a reader's part of it is cut out.

It holds ids, days, numbers, colours and our own words, never a text of a record: so every reader sees the same colours and
the same sums, and nothing internal can come along.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vbe.domain.carriers import Carried, carried
from vbe.domain.clock import GONE, STATES
from vbe.domain.computed import computed
from vbe.domain.standing import Standing, board_standings, standings, worst
from vbe.model.records import DOCUMENT_KINDS

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Mapping

    from vbe.domain.clock import Freshness
    from vbe.domain.colours import Colour
    from vbe.model.corpus import Corpus

Tally = dict["Colour", int]


@dataclass(frozen=True, slots=True)
class Verdicts:
    """How everything stands on the report's day."""

    parts: Mapping[tuple[str, str], Standing]
    """Commitment and board → how that board's part stands."""
    standings: Mapping[str, Standing]
    areas: Mapping[str, Colour]
    freshness: Freshness
    carried: Mapping[str, Carried]
    computed: Mapping[str, float]
    """Indicator → value, for those that vbe computes."""
    documents: Mapping[str, Tally]
    """routine, guidance → how many of each colour."""


def judge_all(corpus: Corpus, year: int, as_of: datetime.date, freshness: Freshness, *, part: bool) -> Verdicts:
    """The verdicts on the report's day."""
    parts = board_standings(corpus, year, as_of, part=part)
    stood = standings(corpus, parts, as_of, part=part)
    demands = carried(corpus, stood, freshness)
    return Verdicts(
        parts=parts,
        standings=stood,
        areas={number: _area(stood, corpus, number) for number in corpus.areas},
        freshness=freshness,
        carried=demands,
        computed=computed(corpus, year, as_of, stood, freshness, demands),
        documents={kind: _documents(freshness, kind) for kind in DOCUMENT_KINDS},
    )


def _area(stood: Mapping[str, Standing], corpus: Corpus, number: str) -> Colour:
    return worst([stood[c.id].colour for c in corpus.areas[number].commitments if c.id in stood])


def tally(colours: Iterable[Colour]) -> Tally:
    """How many there are of each colour."""
    counted: Tally = {"green": 0, "yellow": 0, "red": 0, "grey": 0}
    for colour in colours:
        counted[colour] += 1
    return counted


def _documents(freshness: Freshness, kind: str) -> Tally:
    return tally(STATES[judged.state][0] for (sort, _), judged in freshness.items() if sort == kind and judged.state != GONE)
