"""Which boards are asked to report on what for a year, what they have ended in earlier years, and what is missing.

What a board has reported as done, cancelled or replaced stays so in the years that follow, until it reports something
else: nobody asks for it again. What comes back every year is never done for good. A file that has not been handed in says
nothing yet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vbe.domain.lifecycle import is_continuous
from vbe.domain.organisation import Organisation
from vbe.domain.period import handed_in, last_day
from vbe.domain.samples import counted
from vbe.model.records.followup import CLOSED
from vbe.model.reopening import BoardPart

if TYPE_CHECKING:
    import datetime

    from vbe.model.corpus import Corpus
    from vbe.model.records.area import Commitment

STATUSES = ("not_started", "ongoing", "done", "continuous", "cancelled", "replaced")
"""What a board may say of a commitment, in the order that it is counted."""
UNFINISHED = ("not_started", "ongoing")


class Closing(NamedTuple):
    """What a board reported in an earlier year that ends its part of a commitment."""

    year: int
    status: str


def organisation_of(corpus: Corpus, year: int) -> Organisation:
    """The organisation that answers for a year: as it is on the year's last day."""
    return Organisation(corpus, last_day(year))


def is_recurring(corpus: Corpus, commitment: Commitment) -> bool:
    """Whether it comes back: it can be done this year, and never for good."""
    return commitment.interval is not None or is_continuous(corpus, commitment)


def closings(
    corpus: Corpus, year: int, on: datetime.date | None = None, organisation: Organisation | None = None
) -> dict[tuple[str, str], Closing]:
    """Commitment and board → how the board's part was ended before a year, by what had been handed in on a day.

    A board that has come in another's place takes over what that one had ended. What has got another last day by then, an
    earlier or a later one, is not ended any more.
    """
    organisation = organisation or organisation_of(corpus, year)
    found: dict[tuple[str, str], Closing] = {}
    for earlier in (known for known in corpus.years if known < year):
        for board, followed in handed_in(corpus, earlier, on).items():
            for identity, report in followed.commitments.items():
                commitment = corpus.commitments.get(identity)
                closed = report.status in CLOSED and commitment is not None
                if closed and report.status == "done" and commitment is not None and is_recurring(corpus, commitment):
                    closed = False
                if closed and (reopening := corpus.reopened.get(BoardPart(identity, board, earlier))) is not None:
                    closed = not reopening.holds(on)
                for heir in organisation.in_office(board) or (board,):
                    if closed:
                        found[identity, heir] = Closing(earlier, report.standing)
                    else:
                        found.pop((identity, heir), None)
    return found


def asked(corpus: Corpus, year: int, on: datetime.date | None = None) -> dict[str, tuple[str, ...]]:
    """Commitment → the boards that are asked to report on it for a year: those that answer and have not ended their part.

    Nobody is asked about what begins after the year, nor about a sample that has given way.
    """
    organisation, closed, real = organisation_of(corpus, year), closings(corpus, year, on), counted(corpus).commitments
    return {
        identity: ()
        if begins_later(commitment, year) or identity not in real
        else tuple(b for b in organisation.answering_for(commitment) if (identity, b) not in closed)
        for identity, commitment in corpus.commitments.items()
    }


def begins_later(commitment: Commitment, year: int) -> bool:
    """Whether its first day lies after a year."""
    return commitment.starts_on is not None and commitment.starts_on > last_day(year)


def missing(corpus: Corpus, year: int, on: datetime.date | None = None) -> dict[str, tuple[str, ...]]:
    """Commitment → the boards that are asked about it for a year and have handed in nothing on it; only those that lack some."""
    reports = handed_in(corpus, year, on)
    lacking = {
        identity: tuple(b for b in boards if b not in reports or identity not in reports[b].commitments)
        for identity, boards in asked(corpus, year, on).items()
    }
    return {identity: boards for identity, boards in lacking.items() if boards}


def finished(corpus: Corpus, on: datetime.date) -> frozenset[str]:
    """The commitments that every board which answers for them has ended, by what had been handed in on a day."""
    organisation = Organisation(corpus, on)
    closed = closings(corpus, on.year + 1, on, organisation)
    return frozenset(
        identity
        for identity, commitment in corpus.commitments.items()
        if all((identity, board) in closed for board in organisation.answering_for(commitment))
    )


def is_late(commitment: Commitment, status: str, on: datetime.date) -> bool:
    """Whether the last day has passed and the commitment is not closed."""
    ended = (*CLOSED, "continuous") if commitment.then_every_months is not None else CLOSED
    return commitment.deadline is not None and commitment.deadline < on and status not in ended
