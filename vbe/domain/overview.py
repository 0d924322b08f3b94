"""The whole on one page: areas by boards with their progress, what is stale, where the chain is broken; departments below."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from vbe.domain import period
from vbe.domain.chain import Broken, is_carried, trace
from vbe.domain.freshness import State
from vbe.domain.standing import answering, board_standings, reporting_boards, standings, worst
from vbe.model.records import DOCUMENT_KINDS

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from vbe.domain.colours import Colour
    from vbe.domain.freshness import Assessment, Freshness
    from vbe.domain.standing import Standing
    from vbe.model.corpus import Corpus
    from vbe.model.entries import Entry
    from vbe.model.records import Record
    from vbe.model.records.area import Commitment

    Parts = Mapping[tuple[str, str], Standing]
    """Commitment and board → verdict."""


class Cell(NamedTuple):
    """What a board has to do in an area: how many commitments, and the worst colour among them."""

    commitments: int
    colour: Colour


class Gap(NamedTuple):
    """A broken link of the chain: how, and where."""

    sort: Broken
    id: str


class Progress(NamedTuple):
    """How far the commitments have come: each board's part, and all together."""

    parts: Parts
    colours: dict[str, Colour]


@dataclass(frozen=True, slots=True)
class AreaRow:
    """One action area."""

    id: str
    title: str
    cells: dict[str, Cell]
    """Board → cell, for those that have something to do here."""
    commitments: int
    on_track: int
    stale: tuple[str, ...]
    """The routines, guidance examples and commitments of the area that are stale."""
    gaps: tuple[Gap, ...]


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
    colours: dict[Colour, int]
    """Commitments by colour."""
    stale: int
    """How much is stale, each thing once, whoever answers for it."""
    demands: int
    carried: int


def overview(corpus: Corpus, assessment: Assessment, year: int | None) -> Overview:
    """The state of the whole: progress of a year that was followed up, and freshness as it was judged."""
    as_of = None if year is None else period.as_of(corpus, year, assessment.as_of)
    part = year is not None and as_of is not None and period.is_part(year, as_of)
    parts = board_standings(corpus, year, as_of, part=part) if year is not None and as_of is not None else {}
    colours = _colours(corpus, parts, year, as_of)
    boards = reporting_boards(corpus) or tuple(sorted({r.owner for r in corpus.of_kind("followup")}))
    stale = [freshness for freshness in assessment.freshness if freshness.is_stale]
    areas = tuple(_area(corpus, record, year, boards, Progress(parts, colours), stale) for record in corpus.of_kind("area"))
    return Overview(
        year,
        as_of,
        assessment.as_of,
        boards,
        areas,
        _departments(corpus, assessment),
        dict(Counter(colours.values())),
        len(stale),
        len(corpus.obligations),
        sum(is_carried(corpus, identity) for identity in corpus.obligations),
    )


def _colours(corpus: Corpus, parts: Parts, year: int | None, as_of: datetime.date | None) -> dict[str, Colour]:
    """Commitment → colour; grey where no year has been followed up."""
    if year is None or as_of is None:
        return dict.fromkeys(corpus.commitments, "grey")
    judged = standings(corpus, parts, as_of, part=period.is_part(year, as_of))
    return {identity: verdict.colour for identity, verdict in judged.items()}


def _area(
    corpus: Corpus, record: Record, year: int | None, boards: tuple[str, ...], progress: Progress, stale: list[Freshness]
) -> AreaRow:
    commitments: tuple[Commitment, ...] = record.content.commitments
    ids = [commitment.id for commitment in commitments]
    cells = {board: _cell(corpus, commitments, board, year, progress.parts) for board in boards}
    return AreaRow(
        record.id,
        record.content.title,
        {board: cell for board, cell in cells.items() if cell is not None},
        len(ids),
        sum(progress.colours.get(identity) == "green" for identity in ids),
        tuple(f.id for f in stale if _concerns(corpus, f, ids)),
        _gaps(corpus, record, year),
    )


def _cell(corpus: Corpus, commitments: tuple[Commitment, ...], board: str, year: int | None, parts: Parts) -> Cell | None:
    """A board's part of an area; nothing where it has none."""
    colours: list[Colour] = []
    for commitment in commitments:
        said = parts.get((commitment.id, board))
        if said is not None:
            colours.append(said.colour)
        elif board in answering(corpus, commitment):
            colours.append("grey" if year is None else "red")
    return Cell(len(colours), worst(colours)) if colours else None


def _concerns(corpus: Corpus, freshness: Freshness, ids: list[str]) -> bool:
    """Whether something with a clock belongs to an area: one of its commitments, or a document that carries one."""
    if freshness.kind == "commitment":
        return freshness.id in ids
    if freshness.kind not in DOCUMENT_KINDS:
        return False
    entry = corpus.find(freshness.kind, freshness.id)
    return entry is not None and any(identity in ids for identity in entry.content.commitments)


def _gaps(corpus: Corpus, record: Record, year: int | None) -> tuple[Gap, ...]:
    """The broken links of an area: its demands without a carrier, and what is missing below its commitments."""
    number = int(record.id)
    gaps = [
        Gap(Broken.NO_CARRIER, identity)
        for identity, obligation in corpus.obligations.items()
        if obligation.area == number and not is_carried(corpus, identity)
    ]
    for commitment in record.content.commitments:
        entry = corpus.find("commitment", commitment.id)
        if entry is not None and entry.content is commitment:
            gaps += _below(corpus, entry, year)
    return tuple(dict.fromkeys(gaps))


def _below(corpus: Corpus, entry: Entry, year: int | None) -> list[Gap]:
    found = []
    for node in trace(corpus, entry).broken:
        of_a_year = node.broken in (Broken.NO_FOLLOW_UP, Broken.NO_VALUE)
        if node.broken is not None and (not of_a_year or node.id == str(year)):
            found.append(Gap(node.broken, node.id if node.broken is Broken.MISSING else entry.id))
    return found


def _departments(corpus: Corpus, assessment: Assessment) -> tuple[DepartmentRow, ...]:
    """Every department that answers for something, or should have a routine, in the order of the organisation."""
    listed: dict[str, list[Freshness]] = {}
    for freshness in assessment.freshness:
        for department in freshness.departments or ("",):
            listed.setdefault(department, []).append(freshness)
    wanted = corpus.profile.coverage.routine_departments
    have = {record.owner for record in corpus.of_kind("routine")}
    order = [identity for identity in corpus.actors if identity in listed or identity in wanted]
    order += [identity for identity in listed if identity not in order]
    return tuple(
        DepartmentRow(
            identity,
            len(listed.get(identity, ())),
            dict(Counter(f.state for f in listed.get(identity, ()))),
            sum(f.is_stale for f in listed.get(identity, ())),
            identity in wanted and identity not in have,
        )
        for identity in order
    )
