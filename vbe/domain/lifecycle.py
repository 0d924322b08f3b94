"""What holds on a day: actors and agreements that exist, documents in force, the strategy's latest version.

A day that is None asks for what holds whatever the day: the rules of `vbe validate` know no day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from vbe.model.records.routine import DRAFTS, ENDED

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from vbe.model.corpus import Corpus
    from vbe.model.kinds import Kind, Record
    from vbe.model.records.area import Commitment
    from vbe.model.records.routine import Clocked
    from vbe.model.records.strategy import Strategy, Version


D = TypeVar("D", bound="Clocked")


class Lasting(Protocol):
    """What has a lifetime: an actor, an agreement, the strategy. An empty day is not known and counts as no limit."""

    @property
    def valid_from(self) -> datetime.date | None:
        """The first day."""

    @property
    def valid_to(self) -> datetime.date | None:
        """The last day."""


def has_begun(thing: Lasting, on: datetime.date | None) -> bool:
    """Whether it had begun by a day."""
    return on is None or thing.valid_from is None or thing.valid_from <= on


def has_ended(thing: Lasting, on: datetime.date | None) -> bool:
    """Whether its last day lies before a day."""
    return on is not None and thing.valid_to is not None and thing.valid_to < on


def lives(thing: Lasting, on: datetime.date | None) -> bool:
    """Whether it exists on a day, as far as is known."""
    return has_begun(thing, on) and not has_ended(thing, on)


def lives_within(thing: Lasting, first: datetime.date | None, last: datetime.date | None) -> bool:
    """Whether it exists on some day of a time; an end of the time that is None is open."""
    return not has_ended(thing, first) and has_begun(thing, last)


def is_continuous(corpus: Corpus, commitment: Commitment) -> bool:
    """True where `when` is one of the profile's words for all the time, or where no time is given at all."""
    if commitment.when is None:
        return commitment.deadline is None and commitment.interval is None
    return commitment.when.strip().casefold() in {term.strip().casefold() for term in corpus.profile.continuous_terms}


def is_draft(document: Clocked) -> bool:
    """Whether nobody has decided it yet."""
    return document.status in DRAFTS


def is_over(document: Clocked) -> bool:
    """Whether it has been replaced or repealed."""
    return document.status in ENDED


def in_force(document: Clocked, on: datetime.date | None = None) -> bool:
    """Whether a routine or guidance example has been decided and still holds: on a day, approved by then."""
    if is_draft(document) or is_over(document):
        return False
    return on is None or document.approved_on is None or document.approved_on <= on


def held(corpus: Corpus, kind: Kind[D], on: datetime.date | None = None) -> Iterator[Record[D]]:
    """The records of a kind of document that are in force."""
    yield from (record for record in corpus.of(kind) if in_force(record.content, on))


def documents_in_force(corpus: Corpus, on: datetime.date | None = None) -> Iterator[Record[Clocked]]:
    """The reviewed documents of every kind that are in force."""
    yield from (record for record in corpus.documents if in_force(record.content, on))


def latest_version(strategy: Strategy | None, on: datetime.date | None = None) -> Version | None:
    """The version of the strategy that was the latest decided on a day; None where none was decided."""
    versions = [v for v in strategy.versions if on is None or v.decided_on <= on] if strategy is not None else []
    return max(versions, key=lambda version: version.decided_on, default=None)
