"""How far each commitment has come: its colour and the words for it, computed from what the boards report and the day.

Computed before anything is projected, so that every reader sees the same colour; hence nothing here holds a text of a
record, only ids, days, colours and our own words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vbe.domain.asking import begins_later, closings, is_late, missing, organisation_of
from vbe.domain.colours import worst
from vbe.domain.freshness.months import months_later
from vbe.domain.labels import swedish_value
from vbe.domain.lifecycle import is_continuous
from vbe.domain.period import handed_in
from vbe.domain.shown import Shown
from vbe.language.swedish import listed, some_of
from vbe.model.fields import NOT_STATED
from vbe.model.records.followup import CLOSED

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Mapping

    from vbe.domain.colours import Colour
    from vbe.model.corpus import Corpus
    from vbe.model.records.area import Commitment
    from vbe.model.records.followup import CommitmentReport

LATE = "försenad"
UNREPORTED = "redovisning saknas"
MONTHS_OF_A_REPORT = 12
BEGINS_LATER = "börjar senare"
NOT_YET = "ännu inte redovisad"
ON_DEMAND = "inget redovisat, görs vid behov"


@dataclass(frozen=True, slots=True)
class Progress:
    """A verdict on a commitment, or on one board's part of it."""

    colour: Colour
    words: str
    late: bool = False
    statuses: tuple[str, ...] = ()
    missing_from: tuple[str, ...] = ()
    """The boards that answer for it and have said nothing."""

    @property
    def is_closed(self) -> bool:
        """Whether every board has ended its part."""
        return bool(self.statuses) and not self.missing_from and set(self.statuses) <= set(CLOSED)


Parts = dict[tuple[str, str], Progress]
"""Commitment and board → verdict on that board's part."""


def last_done(shown: Shown, commitment: Commitment, reports: list[CommitmentReport]) -> datetime.date | None:
    """The latest day that something shows it was done, by the day of what is shown."""
    days = [piece.date for piece in commitment.evidence] + [report.done_on for report in reports if report.done_on]
    return max((*(day for day in days if day <= shown.on), *shown.followed_up(commitment)), default=None)


def judge_commitments(corpus: Corpus, year: int, as_of: datetime.date, *, part: bool) -> tuple[Parts, dict[str, Progress]]:
    """The verdict on each board's part of a commitment, and commitment → verdict on all parts together."""
    parts = _board_progress(corpus, year, as_of, part=part)
    return parts, _together(corpus, year, parts, as_of, part=part)


def _board_progress(corpus: Corpus, year: int, as_of: datetime.date, *, part: bool) -> Parts:
    """The verdict on each board's part: what it has handed in for the year, and what it ended in an earlier one."""
    organisation, shown = organisation_of(corpus, year), Shown(corpus, as_of)
    parts: Parts = {
        key: Progress(
            "green" if closing.status == "done" else "grey",
            f"{swedish_value(closing.status)} {closing.year}",
            statuses=(closing.status,),
        )
        for key, closing in closings(corpus, year, as_of).items()
        if key[1] in organisation.answering_for(corpus.commitments[key[0]])
    }
    for board, followed in handed_in(corpus, year, as_of).items():
        for identity, report in followed.commitments.items():
            if identity in corpus.commitments:
                parts[identity, board] = judge(corpus, corpus.commitments[identity], report, shown, part=part)
    return parts


def _together(
    corpus: Corpus, year: int, parts: Mapping[tuple[str, str], Progress], as_of: datetime.date, *, part: bool
) -> dict[str, Progress]:
    """Commitment → verdict, all boards' parts taken together."""
    by_commitment: dict[str, dict[str, Progress]] = {}
    for (identity, board), verdict in parts.items():
        by_commitment.setdefault(identity, {})[board] = verdict
    lacking, shown = missing(corpus, year, as_of), Shown(corpus, as_of)
    table = {}
    for identity, commitment in corpus.commitments.items():
        own, silent = by_commitment.get(identity, {}), lacking.get(identity, ())
        if own:
            unsaid = _unsaid(corpus, commitment, shown, part=part) if silent else None
            table[identity] = _merged_parts(list(own.values()), silent, unsaid)
        elif begins_later(commitment, year):
            table[identity] = Progress("grey", BEGINS_LATER)
        else:
            table[identity] = _unreported(corpus, commitment, silent, as_of, part=part)
    return table


def _merged_parts(parts: list[Progress], missing: tuple[str, ...], unsaid: Colour | None) -> Progress:
    """`unsaid`: the colour of what the missing boards have not told; None while they still can: nothing is praised until then."""
    colour = worst([verdict.colour for verdict in parts])
    words = _merged(dict.fromkeys(verdict.words for verdict in parts if verdict.colour == colour))
    if missing and unsaid is None and colour == "green":
        colour = unsaid = "grey"
    if unsaid is not None:
        words = f"{words}; svar saknas från {some_of(len(missing), len(missing) + len(parts))} nämnder"
        colour = worst([colour, unsaid])
    statuses = tuple(status for verdict in parts for status in verdict.statuses)
    return Progress(colour, words, any(verdict.late for verdict in parts), statuses, missing)


def _unsaid(corpus: Corpus, commitment: Commitment, shown: Shown, *, part: bool) -> Colour | None:
    """The colour of a board's part that it has said nothing of where others have: never better than its answer could be."""
    if commitment.deadline is not None and commitment.deadline < shown.on:
        return "red"
    if part:
        return None
    if commitment.interval is None:
        return "yellow"
    done = last_done(shown, commitment, [])
    return "red" if done is None or _is_overdue(corpus, commitment.interval, done, shown.on) else "yellow"


def _merged(words: Iterable[str]) -> str:
    """Several verdicts in one: `pågår eller löpande, med avvikelse; genomförd`."""
    by_remark: dict[str, list[str]] = {}
    for each in words:
        status, comma, remark = each.partition(", ")
        by_remark.setdefault(comma + remark, []).append(status)
    return "; ".join(f"{listed(statuses, 'eller')}{remark}" for remark, statuses in by_remark.items())


def _unreported(
    corpus: Corpus, commitment: Commitment, missing: tuple[str, ...], as_of: datetime.date, *, part: bool
) -> Progress:
    late = commitment.deadline is not None and commitment.deadline < as_of
    if late:
        return Progress("red", f"{UNREPORTED}, {LATE}", late=True, missing_from=missing)
    if part:
        return Progress("grey", NOT_YET, missing_from=missing)
    if commitment.when not in (None, NOT_STATED) and not is_continuous(corpus, commitment):
        return Progress("yellow", ON_DEMAND, missing_from=missing)
    return Progress("red", UNREPORTED, missing_from=missing)


def judge(corpus: Corpus, commitment: Commitment, report: CommitmentReport, shown: Shown, *, part: bool = False) -> Progress:
    """The verdict on one board's part of a commitment."""
    words = swedish_value(report.standing)
    statuses = (report.standing,)
    if report.status in CLOSED:
        return Progress("green" if report.status == "done" else "grey", words, statuses=statuses)
    if is_late(commitment, report.standing, shown.on):
        return Progress("red", f"{words}, {LATE}", late=True, statuses=statuses)
    if commitment.interval is not None and not _is_ahead(shown, commitment, report, part=part):
        late = _clock(corpus, commitment, report, shown)
        if late is not None:
            return Progress(late[0], f"{words}, {late[1]}", late=late[0] == "red", statuses=statuses)
    if report.deviation:
        return Progress("yellow", f"{words}, med avvikelse", statuses=statuses)
    if report.status == "not_started":
        # Without a day ahead a board says why it has not begun: otherwise to say nothing would be better than to claim something.
        if part or report.result or commitment.deadline is not None:
            return Progress("grey", words, statuses=statuses)
        return Progress("yellow", f"{words}, skäl saknas", statuses=statuses)
    if commitment.deadline is None and not _shown(corpus, commitment, report, shown):
        return Progress("yellow", f"{words}, underlag saknas", statuses=statuses)
    return Progress("green", words if report.status == "continuous" else f"{words} enligt plan", statuses=statuses)


def _is_ahead(shown: Shown, commitment: Commitment, report: CommitmentReport, *, part: bool) -> bool:
    """True for what has never been done while the year in which it can be done still goes on."""
    return part and report.status == "not_started" and last_done(shown, commitment, [report]) is None


def _clock(corpus: Corpus, commitment: Commitment, report: CommitmentReport, shown: Shown) -> tuple[Colour, str] | None:
    """What the commitment's own interval says: nothing while it is kept."""
    done = last_done(shown, commitment, [report])
    assert commitment.interval is not None
    if done is None:
        # A result for the year says that it was done within the year, and no more than that.
        has_result = report.result and commitment.interval >= MONTHS_OF_A_REPORT
        return None if has_result else ("yellow", "dag för senaste gången saknas")
    if _is_overdue(corpus, commitment.interval, done, shown.on):
        return ("red", LATE)
    return ("yellow", "snart försenad") if months_later(done, commitment.interval) < shown.on else None


def _is_overdue(corpus: Corpus, every_months: int, done: datetime.date, on: datetime.date) -> bool:
    """Whether the interval and the profile's tolerance have passed since the latest time."""
    return months_later(months_later(done, every_months), corpus.profile.intervals.tolerance) < on


def _shown(corpus: Corpus, commitment: Commitment, report: CommitmentReport, shown: Shown) -> bool:
    """True where something shows that a commitment without a last day is kept: a result for the year, or evidence not too old."""
    if report.result:
        return True
    done = last_done(shown, commitment, [report])
    months = commitment.interval or corpus.profile.intervals.continuous
    return done is not None and (months is None or months_later(done, months) >= shown.on)
