"""What is promised again and again: continuous commitments by their latest evidence, and the situation picture."""

from __future__ import annotations

import datetime
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from vbe.domain.asking import finished
from vbe.domain.evidence import pieces
from vbe.domain.freshness.model import Freshness, Reason, State
from vbe.domain.freshness.months import months_later, next_of_year
from vbe.domain.lifecycle import is_continuous
from vbe.domain.owners import of_commitment
from vbe.domain.samples import is_sample
from vbe.domain.shown import Shown
from vbe.language import _
from vbe.model.entries import holder_of
from vbe.model.records.area import AREA, COMMITMENT, Area
from vbe.model.records.evidence import SituationPicture
from vbe.model.records.organisation import CHANNEL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.domain.freshness.context import AssessmentContext
    from vbe.model.entries import Entry
    from vbe.model.records.area import Commitment

PICTURE = "situation_picture"
MILESTONE = "milestone"
YEAR = 12


def commitments(context: AssessmentContext) -> Iterator[Freshness]:
    """Every commitment that runs without end, from the day the strategy was both decided and valid."""
    strategy = context.corpus.strategy
    decided = min((v.decided_on for v in strategy.versions), default=None) if strategy is not None else None
    starts = (strategy.valid_from, decided) if strategy is not None else ()
    began = max((day for day in starts if day is not None), default=None)
    if began is not None and context.as_of < began:
        return
    shown, over = Shown(context.corpus, context.as_of), finished(context.corpus, context.as_of)
    for entry in context.corpus.all_of(COMMITMENT):
        if entry.id in over:
            continue
        latest = shown.latest(entry.id)
        deadline = entry.content.deadline
        if deadline is not None and (entry.content.then_every_months is None or latest is None):
            yield _deadline(context, entry, deadline)
        yield from _milestones(context, entry)
        months = _months(context, entry.content)
        if months is None or _has_picture(context, entry.content) or (deadline is not None and latest is None):
            continue
        start = max((day for day in (began, entry.content.starts_on) if day is not None), default=None)
        channels = _checked_channels(context, entry.content)
        if channels:
            yield from (_channel(context, entry, channel, months, start) for channel in channels)
        else:
            yield _commitment(context, entry, months, latest, start)


def _has_picture(context: AssessmentContext, commitment: Commitment) -> bool:
    """Whether a situation picture is noted: it has its own clock then, and one thing has one clock."""
    return any(evidence.kind == PICTURE and evidence.date <= context.as_of for evidence in commitment.evidence)


def _checked_channels(context: AssessmentContext, commitment: Commitment) -> tuple[str, ...]:
    """The open channels that each answer the same demand of a commitment, where there are several: each is looked at."""
    for demand in commitment.obligations:
        open_ones = tuple(
            identity
            for identity, channel in context.corpus.channels.items()
            if demand in channel.obligations and (channel.closed_on is None or channel.closed_on >= context.as_of)
        )
        if len(open_ones) > 1:
            return open_ones
    return ()


def _channel(
    context: AssessmentContext, entry: Entry[Commitment], channel: str, months: int, began: datetime.date | None
) -> Freshness:
    """A channel's own clock: the latest evidence that names it. Whoever owns the channel is asked."""
    named = [e.date for e in entry.content.evidence if getattr(e, "channel", None) == channel and e.date <= context.as_of]
    start = max(named, default=began)
    due_on = months_later(start, months) if start is not None else None
    content = context.corpus.channels[channel]
    asked = tuple(actor for actor in (content.owner, holder_of(entry, AREA).lead) if actor)
    organisation = context.organisation
    return Freshness(
        id=f"{entry.id}/{channel}",
        kind=CHANNEL.name,
        title=f"{content.name}: {entry.content.title or entry.content.text}",
        file=entry.record.file,
        departments=next(filter(None, (organisation.departments_of(actor) for actor in asked)), organisation.or_coordinating(())),
        owner_role=next(filter(None, (organisation.role_of(actor) for actor in asked)), None),
        reasons=_evidence(context, max(named, default=None), due_on),
        due_on=due_on,
        as_of=context.as_of,
        is_example=holder_of(entry, AREA).example,
    )


def _months(context: AssessmentContext, commitment: Commitment) -> int | None:
    """How old the latest evidence may be; None for what is done once, or when something happens."""
    intervals = context.corpus.profile.intervals
    if commitment.interval is not None:
        return commitment.interval + intervals.tolerance
    return intervals.continuous if is_continuous(context.corpus, commitment) else None


def _commitment(
    context: AssessmentContext, entry: Entry[Commitment], months: int, latest: datetime.date | None, began: datetime.date | None
) -> Freshness:
    """A commitment that comes back, by the latest day that it was shown to be kept."""
    start = latest or began
    due_on = _first_round(context, entry.content) if latest is None else None
    if entry.content.yearly_on and start is not None:
        due_on = next_of_year(entry.content.yearly_on, latest, start)
    if due_on is None:
        due_on = months_later(start, months) if start is not None else None
    return _freshness(context, entry, due_on, _evidence(context, latest, due_on))


def _deadline(context: AssessmentContext, entry: Entry[Commitment], due_on: datetime.date) -> Freshness:
    """A commitment that is done once, and that its boards have not all reported as done, cancelled or replaced."""
    hint = _("Report it as done in the follow-up, or what the next step is and when.")
    return _freshness(context, entry, due_on, _by(context, due_on, hint))


def _by(context: AssessmentContext, due_on: datetime.date, hint: str) -> tuple[Reason, ...]:
    """What is said of something that is to be done by a day."""
    return context.reasons(due_on, _("It was to be done by {due}."), _("To be done by {due}."), hint)


def _milestones(context: AssessmentContext, entry: Entry[Commitment]) -> Iterator[Freshness]:
    """What is to be there on the way and is not there yet, by its day."""
    counts = Counter(milestone.date for milestone in entry.content.milestones)
    for number, milestone in enumerate(entry.content.milestones, 1):
        if milestone.done_on is not None and milestone.done_on <= context.as_of:
            continue
        whole = _freshness(context, entry, milestone.date, _by(context, milestone.date, _("Write done_on at the milestone.")))
        name = milestone.date.isoformat() + (f"-{number}" if counts[milestone.date] > 1 else "")
        yield replace(whole, id=f"{entry.id}/{name}", kind=MILESTONE, title=milestone.what)


def _freshness(
    context: AssessmentContext, entry: Entry[Commitment], due_on: datetime.date | None, reasons: tuple[Reason, ...]
) -> Freshness:
    commitment, area = entry.content, context.corpus.areas[entry.record.id]
    return Freshness(
        id=entry.id,
        kind=COMMITMENT.name,
        title=commitment.text,
        file=entry.record.file,
        departments=of_commitment(commitment, area, context.organisation),
        owner_role=_asks(context, commitment, area),
        reasons=reasons,
        due_on=due_on,
        as_of=context.as_of,
        is_example=is_sample(area, entry.content),
    )


def _asks(context: AssessmentContext, commitment: Commitment, area: Area) -> str | None:
    """The role that must act: where several departments answer for it, whoever leads the area asks them."""
    organisation, responsible = context.organisation, context.organisation.answerable(commitment)
    alone = len(organisation.departments_of(*responsible)) == 1
    roles = (organisation.role_of(actor) for actor in (*(responsible if alone else ()), area.lead))
    return next((role for role in roles if role), None)


def _first_round(context: AssessmentContext, commitment: Commitment) -> datetime.date | None:
    """The end of the first year of what is measured in certain years only: a survey that is made in even years."""
    named = [context.corpus.indicators.get(identity) for identity in commitment.indicators]
    years = [found.first_year for found in named if found is not None and found.first_year is not None]
    if commitment.every_months is None or commitment.every_months <= YEAR or not years or len(years) < len(named):
        return None
    return datetime.date(min(years), 12, 31)


def _evidence(context: AssessmentContext, latest: datetime.date | None, due_on: datetime.date | None) -> tuple[Reason, ...]:
    hint, never = _("Add what was done under `evidence` in the commitment."), _("Nothing shows that it has been done.")
    if due_on is None:
        return (Reason(State.NEVER_REVIEWED, never, hint),)
    ahead = _("To be shown to be done by {due}.")
    if latest is None:
        return context.reasons(due_on, never, ahead, hint, State.NEVER_REVIEWED)
    past = _("Last shown to be done {date}; the next time was due {due}.")
    return context.reasons(due_on, past, ahead, hint, date=latest)


def situation_picture(context: AssessmentContext) -> Iterator[Freshness]:
    """The latest situation picture that is noted; where none is, the rules of `vbe validate` say so."""
    noted = [piece for piece in pieces(context.corpus, SituationPicture) if piece.content.date <= context.as_of]
    if not noted:
        return
    latest = max(noted, key=lambda piece: piece.content.date)
    entry, made_on = latest.entry, latest.content.date
    due_on = months_later(made_on, context.corpus.profile.intervals.situation_picture)
    past, ahead = _("The situation picture is of {date}; a new one was due {due}."), _("A new situation picture is due {due}.")
    reasons = context.reasons(due_on, past, ahead, _("Make a new one, and note its date as evidence."), date=made_on)
    whole = _freshness(context, entry, due_on, reasons)
    yield replace(whole, id=f"{PICTURE}/{entry.id}", kind=PICTURE, title=_("Situation picture"))
