"""The whole on one page: areas by boards with their progress, what is stale, where the chain is broken; departments below."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from vbe.domain import period
from vbe.domain.asking import asked, organisation_of
from vbe.domain.chain.nodes import Broken
from vbe.domain.chain.trace import Chain, around
from vbe.domain.freshness.model import State
from vbe.domain.known import known_on
from vbe.domain.lifecycle import held
from vbe.domain.matrix import Silence, cross_areas_with_boards, silence
from vbe.domain.organisation import Organisation
from vbe.domain.progress import judge_commitments
from vbe.model.records.area import AREA, COMMITMENT, Area
from vbe.model.records.obligations import OBLIGATION
from vbe.model.records.routine import ROUTINE, Clocked

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from vbe.domain.colours import Colour
    from vbe.domain.freshness.assessment import Assessment
    from vbe.domain.freshness.model import Freshness
    from vbe.domain.matrix import Cell
    from vbe.domain.progress import Parts
    from vbe.model.corpus import Corpus
    from vbe.model.entries import Entry
    from vbe.model.records import Record


class BrokenLink(NamedTuple):
    """A broken link of the chain: how, and where."""

    broken: Broken
    id: str


class Followed(NamedTuple):
    """A year that is followed up: each board's part, all together, and who is asked."""

    year: int | None
    parts: Parts
    colours: dict[str, Colour]
    asked: dict[str, tuple[str, ...]]
    boards: frozenset[str] = frozenset()
    """Those that have handed in their report."""
    silence: Silence = Silence("grey")


@dataclass(frozen=True, slots=True)
class AreaRow:
    """One action area."""

    id: str
    title: str
    cells: Mapping[str, Cell]
    """Board → cell, for those that have something to do here."""
    commitments: int
    on_track: int
    stale: tuple[str, ...]
    """The routines, guidance examples and commitments of the area that are stale."""
    gaps: tuple[BrokenLink, ...]


@dataclass(frozen=True, slots=True)
class DepartmentRow:
    """One department: how much it answers for, and how fresh that is."""

    id: str
    total: int
    states: dict[State, int]
    stale: int
    lacks_routine: bool


@dataclass(frozen=True)
class Overview:
    """Everything that `vbe status` tells."""

    year: int | None
    progress_as_of: datetime.date | None
    fresh_as_of: datetime.date
    boards: tuple[str, ...]
    areas: tuple[AreaRow, ...]
    departments: tuple[DepartmentRow, ...]
    reported: int
    """How many boards have handed in their report for the year."""
    colours: dict[Colour, int]
    """Commitments by colour."""
    stale: int
    """How much is stale, each thing once, whoever answers for it."""
    demands: int
    carried: int


def overview(corpus: Corpus, assessment: Assessment, year: int | None) -> Overview:
    """The state of the whole: progress of a year that was followed up, and freshness as it was judged."""
    as_of = None if year is None else period.as_of(corpus, year, assessment.as_of)
    known = corpus if as_of is None else known_on(corpus, as_of)  # As the report of that day knows it: no board that came later.
    followed = _followed(known, year, as_of)
    organisation = Organisation(corpus, assessment.as_of) if year is None else organisation_of(known, year)
    stale = [freshness for freshness in assessment.freshness if freshness.is_stale]
    chain = Chain(corpus)
    boards = organisation.reporting_boards
    matrix = cross_areas_with_boards(corpus, boards, followed.parts, followed.asked, followed.silence)
    return Overview(
        year,
        as_of,
        assessment.as_of,
        boards,
        tuple(_area(chain, record, followed, matrix[record.id], stale) for record in corpus.of(AREA)),
        _departments(corpus, assessment),
        len(followed.boards),
        dict(Counter(followed.colours.values())),
        len(stale),
        len(corpus.obligations),
        sum(chain.coverage.is_answered(identity) for identity in corpus.obligations),
    )


def _followed(corpus: Corpus, year: int | None, as_of: datetime.date | None) -> Followed:
    """How the year stands; all is grey where no year has been followed up."""
    if year is None or as_of is None:
        organisation = Organisation(corpus, None)
        answering = {identity: organisation.answering_for(c) for identity, c in corpus.commitments.items()}
        return Followed(year, {}, dict.fromkeys(corpus.commitments, "grey"), answering)
    boards = period.answered(corpus, year, as_of)
    # Where nobody has reported there is nothing to hold silence against: the year has not been followed up.
    part = period.goes_on(corpus, year, as_of)
    parts, progress = judge_commitments(corpus, year, as_of, part=part)
    colours = {identity: verdict.colour for identity, verdict in progress.items()}
    return Followed(year, parts, colours, asked(corpus, year, as_of), boards, silence(progress, part=part))


def _area(chain: Chain, record: Record[Area], followed: Followed, cells: Mapping[str, Cell], stale: list[Freshness]) -> AreaRow:
    commitments = record.content.commitments
    ids = [commitment.id for commitment in commitments]
    return AreaRow(
        record.id,
        record.content.title,
        cells,
        len(ids),
        sum(followed.colours.get(identity) == "green" for identity in ids),
        tuple(f.id for f in stale if _concerns(chain.corpus, f, ids)),
        _gaps(chain, record, followed.year),
    )


def _concerns(corpus: Corpus, freshness: Freshness, ids: list[str]) -> bool:
    """Whether something with a clock belongs to an area: one of its commitments, or a document that carries one."""
    if freshness.kind == COMMITMENT.name:
        return freshness.id in ids
    entry = corpus.find(freshness.kind, freshness.id)
    document = entry.content if entry is not None else None
    return isinstance(document, Clocked) and any(identity in ids for identity in document.commitments)


def _gaps(chain: Chain, record: Record[Area], year: int | None) -> tuple[BrokenLink, ...]:
    """The broken links of an area: its demands without an answer, and what is missing below its commitments."""
    number, corpus = int(record.id), chain.corpus
    gaps = [
        BrokenLink(node.broken, identity)
        for identity, obligation in corpus.obligations.items()
        if obligation.area == number and not chain.coverage.is_answered(identity)
        for node in around(chain, corpus.entries[OBLIGATION.name][identity]).forward
        if node.broken in (Broken.NO_CARRIER, Broken.ONLY_DRAFT)
    ]
    for commitment in record.content.commitments:
        entry = corpus.find(COMMITMENT, commitment.id)
        if entry is not None and entry.content is commitment:
            gaps += _below(chain, entry, year)
    return tuple(dict.fromkeys(gaps))


def _below(chain: Chain, entry: Entry, year: int | None) -> list[BrokenLink]:
    found = []
    for node in around(chain, entry).broken:
        of_a_year = node.broken in (Broken.NO_FOLLOW_UP, Broken.NO_VALUE)
        if node.broken is not None and (not of_a_year or node.id == str(year)):
            found.append(BrokenLink(node.broken, node.id if node.broken is Broken.MISSING else entry.id))
    return found


def _departments(corpus: Corpus, assessment: Assessment) -> tuple[DepartmentRow, ...]:
    """Every department that leads something, or should have a routine, in the order of the organisation.

    What several departments answer for is counted where it is led, as `vbe stale` counts it.
    """
    shares = {share.department: share for share in assessment.shares}
    states: dict[str, Counter[State]] = {}
    for freshness in assessment.freshness:
        states.setdefault(freshness.department, Counter())[freshness.state] += 1
    wanted = corpus.profile.coverage.routine_departments
    have = {record.owner for record in held(corpus, ROUTINE)}
    order = [identity for identity in corpus.actors if identity in shares or identity in wanted]
    order += [identity for identity in shares if identity not in order]
    return tuple(
        DepartmentRow(
            identity,
            shares[identity].total if identity in shares else 0,
            dict(states.get(identity, {})),
            shares[identity].stale if identity in shares else 0,
            identity in wanted and identity not in have,
        )
        for identity in order
    )
