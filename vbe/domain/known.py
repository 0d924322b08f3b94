"""A corpus as it was known on a day: whatever is dated later is not there. A report as of a day is made from nothing else.

What has no date is kept: nobody can say that it came later. That is why every record of something that happened has one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from vbe.domain.lifecycle import has_begun
from vbe.domain.samples import counted, with_records
from vbe.model.fields import Model
from vbe.model.records.area import Area
from vbe.model.records.followup import Decisions, FollowUp
from vbe.model.records.organisation import ORGANISATION, Organisation
from vbe.model.records.routine import Clocked
from vbe.model.records.strategy import Strategy

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from vbe.model.corpus import Corpus
    from vbe.model.records import Record
    from vbe.model.records.review import KeepsReviews, Review

M = TypeVar("M", bound=Model)


def known_on(corpus: Corpus, on: datetime.date) -> Corpus:
    """The corpus without what is dated after a day, and without samples beside what is real; itself where nothing is."""
    return counted(with_records(corpus, _trimmed(corpus, on)))  # A sample gives way to what was there on the day.


def _trimmed(corpus: Corpus, on: datetime.date) -> Iterator[Record]:
    for record in corpus.records:
        content = _known(record.content, on)
        if content is not None:
            yield record if content is record.content else record._replace(content=content)


def _known(content: Model, on: datetime.date) -> Model | None:
    """A record's content as it was known on a day; None where there was nothing of it yet."""
    match content:
        case Clocked():
            return _document(content, on)
        case Strategy():
            return _strategy(content, on)
        case Area():
            return _area(content, on)
        case FollowUp():
            return _follow_up(content, on)
        case Decisions():
            return _decisions(content, on)
        case Organisation():
            return _organisation(content, on)
    return content


def _without_later(part: M, on: datetime.date, day: str, *beside: str) -> M:
    """A part without a day that came later, and without what is told beside it."""
    stated = getattr(part, day)
    return part.having(**dict.fromkeys((day, *beside))) if stated is not None and stated > on else part


def _document(document: Clocked, on: datetime.date) -> Model | None:
    """A routine or guidance example: not there before it was approved, and without a review that came later."""
    if document.approved_on is not None and document.approved_on > on:
        return None
    return document.having(reviews=_reviews(document, on))


def _reviews(document: KeepsReviews, on: datetime.date) -> tuple[Review, ...]:
    """The reviews that had been made."""
    return tuple(review for review in document.reviews if review.date <= on)


def _strategy(strategy: Strategy, on: datetime.date) -> Model:
    """The versions that had been decided; of a joint plan's, the decisions that had been taken."""
    versions = tuple(
        version.having(decisions=tuple(d for d in version.decisions if d.date is None or d.date <= on))
        for version in strategy.versions
        if version.decided_on <= on
    )
    return strategy.having(versions=versions, reviews=_reviews(strategy, on))


def _area(area: Area, on: datetime.date) -> Model:
    commitments = tuple(
        commitment.having(
            evidence=tuple(piece for piece in commitment.evidence if piece.date <= on),
            milestones=tuple(_without_later(milestone, on, "done_on") for milestone in commitment.milestones),
        )
        for commitment in area.commitments
    )
    return area.having(commitments=commitments)


def _follow_up(report: FollowUp, on: datetime.date) -> Model | None:
    """A board's report: not there before it was handed in, and without a decision or a day of completion that came later."""
    if report.reported_on is not None and report.reported_on > on:
        return None
    decision, decided = report.decision, report.decision is not None and report.decision.date
    commitments = {identity: _without_later(each, on, "done_on") for identity, each in report.commitments.items()}
    return report.having(decision=None if decided and decided > on else decision, commitments=commitments)


def _decisions(decided: Decisions, on: datetime.date) -> Model | None:
    """What was decided and asked: nothing of it before the first decision, and no answer before it was given."""
    decisions = tuple(d for d in decided.decisions if d.date is None or d.date <= on)
    if decided.decisions and not decisions:
        return None
    present, bodies = {d.body for d in decisions}, {d.body for d in decided.decisions}
    remarks = tuple(
        _without_later(remark, on, "answered_on", "answer")
        for remark in decided.remarks
        if remark.by in present or remark.by not in bodies
    )
    return decided.having(decisions=decisions, remarks=remarks)


def _organisation(organisation: Organisation, on: datetime.date) -> Model:
    """The actors that had begun, none of which names one that had not; agreements and closings by then."""
    listed = [listed.field for listed in ORGANISATION.entries if listed.actor_type is not None]
    coming = {actor.id for field in listed for actor in getattr(organisation, field) if not has_begun(actor, on)}
    updates: dict[str, object] = {
        field: tuple(_actor(actor, coming, on) for actor in getattr(organisation, field) if actor.id not in coming)
        for field in listed
    }
    channels = tuple(_without_later(channel, on, "closed_on") for channel in organisation.channels)
    return organisation.having(channels=channels, **updates)


def _actor(actor: Model, coming: set[str], on: datetime.date) -> Model:
    updates: dict[str, object] = {}
    for field in ("successor", "members", "boards"):
        named = getattr(actor, field, ())
        if coming.intersection(named):
            updates[field] = tuple(name for name in named if name not in coming)
    if getattr(actor, "municipality", None) in coming:
        updates["municipality"] = None
    if hasattr(actor, "agreements"):
        updates["agreements"] = tuple(agreement for agreement in actor.agreements if has_begun(agreement, on))
    return actor.having(**updates)
