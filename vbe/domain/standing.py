"""How far each commitment has come: its colour and the words for it, computed from what the boards report and the day.

Computed before anything is projected, so that every reader sees the same colour; hence nothing here holds a text of a
record, only ids, days, colours and our own words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vbe.domain.freshness.months import months_later
from vbe.language.swedish import listed

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Mapping

    from vbe.domain.colours import Colour
    from vbe.model.corpus import Corpus
    from vbe.model.records.area import Commitment
    from vbe.model.records.followup import CommitmentReport

WORST_FIRST: tuple[Colour, ...] = ("red", "yellow", "green", "grey")
STATUS_WORDS = {
    "not_started": "ej påbörjad",
    "ongoing": "pågår",
    "done": "genomförd",
    "continuous": "löpande",
    "cancelled": "avbruten",
    "replaced": "ersatt",
}
CLOSED = ("done", "cancelled", "replaced")
LATE = "försenad"
UNREPORTED = "redovisning saknas"
MONTHS_OF_A_REPORT = 12
NOT_YET = "ännu inte rapporterad"
ON_DEMAND = "inget redovisat, görs vid behov"


@dataclass(frozen=True, slots=True)
class Standing:
    """A verdict on a commitment, or on one board's part of it."""

    colour: Colour
    words: str
    late: bool = False
    statuses: tuple[str, ...] = ()
    missing_from: tuple[str, ...] = ()
    """The boards that answer for it and have said nothing."""


def worst(colours: list[Colour]) -> Colour:
    """Red over yellow over green over grey."""
    return next((colour for colour in WORST_FIRST if colour in colours), "grey")


def boards_of(corpus: Corpus, actor: str) -> frozenset[str]:
    """The boards that answer for what an actor does; the executive board where nothing says otherwise."""
    boards: set[str] = set()
    for member in corpus.members(actor):
        boards |= _boards(corpus, member, 0)
    return frozenset(boards) or frozenset({corpus.profile.executive_board})


def _boards(corpus: Corpus, actor: str, depth: int) -> set[str]:
    entry = corpus.find("actor", actor)
    if entry is None or depth > 8:
        return set()
    if entry.sort == "board":
        return {actor}
    if entry.sort == "department":
        return {board for served in entry.content.boards for board in corpus.members(served)}
    home = getattr(entry.content, "department", None) or getattr(entry.content, "convener", None)
    return _boards(corpus, home, depth + 1) if home else set()


def reporting_boards(corpus: Corpus) -> tuple[str, ...]:
    """The boards that report every year, in the order of the profile."""
    named = (member for board in corpus.profile.coverage.reporting_boards for member in sorted(corpus.members(board)))
    return tuple(dict.fromkeys(named))


def answering(corpus: Corpus, commitment: Commitment) -> tuple[str, ...]:
    """The boards that should report on a commitment."""
    boards = {board for actor in commitment.responsible for board in boards_of(corpus, actor)}
    reporting = reporting_boards(corpus)
    return tuple(board for board in reporting if board in boards) if reporting else tuple(sorted(boards))


def last_done(commitment: Commitment, reports: list[CommitmentReport], as_of: datetime.date) -> datetime.date | None:
    """The latest day that something shows it was done."""
    days = [piece.date for piece in commitment.evidence] + [report.done_on for report in reports if report.done_on]
    return max((day for day in days if day <= as_of), default=None)


def board_standings(corpus: Corpus, year: int, as_of: datetime.date, *, part: bool = False) -> dict[tuple[str, str], Standing]:
    """Commitment and board → verdict on that board's part."""
    return {
        (identity, board): standing(corpus, corpus.commitments[identity], report, as_of, part=part)
        for board, followed in corpus.follow_ups(year).items()
        for identity, report in followed.commitments.items()
        if identity in corpus.commitments
    }


def standings(
    corpus: Corpus, parts: Mapping[tuple[str, str], Standing], as_of: datetime.date, *, part: bool
) -> dict[str, Standing]:
    """Commitment → verdict, all boards' parts taken together."""
    reported: dict[str, dict[str, Standing]] = {}
    for (identity, board), verdict in parts.items():
        reported.setdefault(identity, {})[board] = verdict
    table = {}
    for identity, commitment in corpus.commitments.items():
        own = reported.get(identity, {})
        missing = tuple(board for board in answering(corpus, commitment) if board not in own)
        if own:
            table[identity] = _together(list(own.values()), missing, part=part)
        else:
            table[identity] = _unreported(corpus, commitment, missing, as_of, part=part)
    return table


def _together(parts: list[Standing], missing: tuple[str, ...], *, part: bool) -> Standing:
    colour = worst([verdict.colour for verdict in parts])
    words = _merged(dict.fromkeys(verdict.words for verdict in parts if verdict.colour == colour))
    if missing and not part:
        words = f"{words}; svar saknas från {len(missing)} av {len(missing) + len(parts)} nämnder"
        colour = "red" if colour == "red" else "yellow"
    statuses = tuple(status for verdict in parts for status in verdict.statuses)
    return Standing(colour, words, any(verdict.late for verdict in parts), statuses, missing)


def _merged(words: Iterable[str]) -> str:
    """Several verdicts in one: `pågår eller löpande, med avvikelse; genomförd`."""
    by_remark: dict[str, list[str]] = {}
    for said in words:
        status, comma, remark = said.partition(", ")
        by_remark.setdefault(comma + remark, []).append(status)
    return "; ".join(f"{listed(statuses, 'eller')}{remark}" for remark, statuses in by_remark.items())


def _unreported(
    corpus: Corpus, commitment: Commitment, missing: tuple[str, ...], as_of: datetime.date, *, part: bool
) -> Standing:
    late = commitment.deadline is not None and commitment.deadline < as_of
    if late:
        return Standing("red", f"{UNREPORTED}, {LATE}", late=True, missing_from=missing)
    if part:
        return Standing("grey", NOT_YET, missing_from=missing)
    if commitment.when is not None and not corpus.is_continuous(commitment):
        return Standing("grey", ON_DEMAND, missing_from=missing)
    return Standing("red", UNREPORTED, missing_from=missing)


def standing(
    corpus: Corpus, commitment: Commitment, report: CommitmentReport, as_of: datetime.date, *, part: bool = False
) -> Standing:
    """The verdict on one board's part of a commitment."""
    words = STATUS_WORDS[report.status]
    statuses = (report.status,)
    if report.status in CLOSED:
        return Standing("green" if report.status == "done" else "grey", words, statuses=statuses)
    if commitment.deadline is not None and commitment.deadline < as_of:
        return Standing("red", f"{words}, {LATE}", late=True, statuses=statuses)
    if commitment.every_months is not None and not _is_ahead(commitment, report, as_of, part=part):
        late = _clock(corpus, commitment, report, as_of)
        if late is not None:
            return Standing(late[0], f"{words}, {late[1]}", late=late[0] == "red", statuses=statuses)
    if report.deviation:
        return Standing("yellow", f"{words}, med avvikelse", statuses=statuses)
    if report.status == "not_started":
        return Standing("grey", words, statuses=statuses)
    if report.status == "continuous" and not _shown(corpus, commitment, report, as_of):
        return Standing("yellow", f"{words}, underlag saknas", statuses=statuses)
    return Standing("green", words if report.status == "continuous" else f"{words} enligt plan", statuses=statuses)


def _is_ahead(commitment: Commitment, report: CommitmentReport, as_of: datetime.date, *, part: bool) -> bool:
    """True for what has never been done while the year in which it can be done still goes on."""
    return part and report.status == "not_started" and last_done(commitment, [report], as_of) is None


def _clock(corpus: Corpus, commitment: Commitment, report: CommitmentReport, as_of: datetime.date) -> tuple[Colour, str] | None:
    """What the commitment's own interval says: nothing while it is kept."""
    done = last_done(commitment, [report], as_of)
    assert commitment.every_months is not None
    if done is None:
        # A result for the year says that it was done within the year, and no more than that.
        told = report.result and commitment.every_months >= MONTHS_OF_A_REPORT
        return None if told else ("yellow", "dag för senaste gången saknas")
    intervals = corpus.profile.intervals
    due = months_later(done, commitment.every_months)
    if months_later(due, intervals.tolerance) < as_of:
        return ("red", LATE)
    if due < as_of:
        return ("yellow", "snart försenad")
    return None


def _shown(corpus: Corpus, commitment: Commitment, report: CommitmentReport, as_of: datetime.date) -> bool:
    """True where something shows that a continuous commitment was kept: a result for the year, or evidence that is not old."""
    if report.result:
        return True
    done = last_done(commitment, [report], as_of)
    months = commitment.every_months or corpus.profile.intervals.continuous
    return done is not None and (months is None or months_later(done, months) >= as_of)
