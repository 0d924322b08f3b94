"""A corpus as it was known on a day: whatever is dated later is not there. A report as of a day is made from nothing else.

What has no date is kept: nobody can say that it came later. That is why every record of something that happened has one.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from vbe.domain.lifecycle import has_begun
from vbe.domain.samples import counted
from vbe.model.records import DOCUMENT_KINDS
from vbe.model.records.area import AREA
from vbe.model.records.followup import DECISIONS, FOLLOWUP
from vbe.model.records.organisation import ORGANISATION
from vbe.model.records.strategy import STRATEGY

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterator

    from vbe.model.corpus import Corpus
    from vbe.model.fields import Model
    from vbe.model.records import Record
    from vbe.model.records.area import Area
    from vbe.model.records.followup import Decisions, FollowUp
    from vbe.model.records.organisation import Organisation
    from vbe.model.records.review import KeepsReviews, Review
    from vbe.model.records.routine import Clocked
    from vbe.model.records.strategy import Strategy

    Trim = Callable[[Any, datetime.date], Model | None]


def known_on(corpus: Corpus, on: datetime.date) -> Corpus:
    """The corpus without what is dated after a day, and without samples beside what is real; itself where nothing is."""
    records = tuple(_trimmed(corpus, on))
    is_same = len(records) == len(corpus.records) and all(new is old for new, old in zip(records, corpus.records, strict=True))
    return counted(corpus if is_same else replace(corpus, records=records))  # A sample gives way to what was there on the day.


def _trimmed(corpus: Corpus, on: datetime.date) -> Iterator[Record]:
    for record in corpus.records:
        trim: Trim | None = _document if record.kind in DOCUMENT_KINDS else TRIMS.get(record.kind)
        content = record.content if trim is None else trim(record.content, on)
        if content is record.content:
            yield record
        elif content is not None:
            yield record._replace(content=content)


def _with(content: Model, **changed: Any) -> Model:
    """The content with other values; itself where they are the same."""
    updates = {name: value for name, value in changed.items() if value != getattr(content, name)}
    return content.model_copy(update=updates) if updates else content


def _document(document: Clocked, on: datetime.date) -> Model | None:
    """A routine or guidance example: not there before it was approved, and without a review that came later."""
    if document.approved_on is not None and document.approved_on > on:
        return None
    return _with(document, reviews=_reviews(document, on))


def _reviews(document: KeepsReviews, on: datetime.date) -> tuple[Review, ...]:
    """The reviews that had been made."""
    return tuple(review for review in document.reviews if review.date <= on)


def _strategy(strategy: Strategy, on: datetime.date) -> Model:
    """The versions that had been decided; of a joint plan's, the decisions that had been taken."""
    versions = tuple(
        _with(version, decisions=tuple(d for d in version.decisions if d.date is None or d.date <= on))
        for version in strategy.versions
        if version.decided_on <= on
    )
    return _with(strategy, versions=versions, reviews=_reviews(strategy, on))


def _area(area: Area, on: datetime.date) -> Model:
    commitments = tuple(
        _with(
            commitment,
            evidence=tuple(piece for piece in commitment.evidence if piece.date <= on),
            milestones=tuple(_with(m, done_on=None) if m.done_on and m.done_on > on else m for m in commitment.milestones),
        )
        for commitment in area.commitments
    )
    return _with(area, commitments=commitments)


def _follow_up(report: FollowUp, on: datetime.date) -> Model | None:
    """A board's report: not there before it was handed in, and without a decision or a day of completion that came later."""
    if report.reported_on is not None and report.reported_on > on:
        return None
    decision, decided = report.decision, report.decision is not None and report.decision.date
    commitments = {
        identity: _with(told, done_on=None) if told.done_on is not None and told.done_on > on else told
        for identity, told in report.commitments.items()
    }
    return _with(report, decision=None if decided and decided > on else decision, commitments=commitments)


def _decisions(decided: Decisions, on: datetime.date) -> Model | None:
    """What was decided and asked: nothing of it before the first decision, and no answer before it was given."""
    decisions = tuple(d for d in decided.decisions if d.date is None or d.date <= on)
    if decided.decisions and not decisions:
        return None
    present, bodies = {d.body for d in decisions}, {d.body for d in decided.decisions}
    remarks = tuple(
        _with(remark, answer=None, answered_on=None) if remark.answered_on is not None and remark.answered_on > on else remark
        for remark in decided.remarks
        if remark.by in present or remark.by not in bodies
    )
    return _with(decided, decisions=decisions, remarks=remarks)


def _organisation(organisation: Organisation, on: datetime.date) -> Model:
    """The actors that had begun, none of which names one that had not; agreements and closings by then."""
    listed = [listed.field for listed in ORGANISATION.entries if listed.actor_type is not None]
    coming = {actor.id for field in listed for actor in getattr(organisation, field) if not has_begun(actor, on)}
    updates: dict[str, Any] = {
        field: tuple(_actor(actor, coming, on) for actor in getattr(organisation, field) if actor.id not in coming)
        for field in listed
    }
    channels = tuple(
        _with(channel, closed_on=None) if channel.closed_on is not None and channel.closed_on > on else channel
        for channel in organisation.channels
    )
    return _with(organisation, channels=channels, **updates)


def _actor(actor: Model, coming: set[str], on: datetime.date) -> Model:
    updates: dict[str, Any] = {}
    for field in ("successor", "members", "boards"):
        named = getattr(actor, field, ())
        if coming.intersection(named):
            updates[field] = tuple(name for name in named if name not in coming)
    if getattr(actor, "municipality", None) in coming:
        updates["municipality"] = None
    if hasattr(actor, "agreements"):
        updates["agreements"] = tuple(agreement for agreement in actor.agreements if has_begun(agreement, on))
    return _with(actor, **updates)


TRIMS: dict[str, Trim] = {
    STRATEGY.name: _strategy,
    AREA.name: _area,
    FOLLOWUP.name: _follow_up,
    DECISIONS.name: _decisions,
    ORGANISATION.name: _organisation,
}
"""Kind → its content as it was known on a day; None where there was nothing of it yet."""
