"""Routines, guidance and the strategy: what somebody must look at again, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.domain.freshness.model import WORST_FIRST, Due, Freshness, LastChange, Reason, State
from vbe.domain.freshness.months import months_later
from vbe.domain.lifecycle import documents_in_force, latest_version
from vbe.domain.owners import of_document
from vbe.domain.required import plan_first, plan_inside
from vbe.language import _, unmarked
from vbe.model.records import HOLDERS
from vbe.model.records.strategy import STRATEGY
from vbe.store.history import GitClock

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Mapping

    from vbe.domain.freshness.context import AssessmentContext
    from vbe.model.records import Record
    from vbe.model.records.routine import Clocked
    from vbe.model.records.strategy import Strategy


def documents(context: AssessmentContext, clocks: Mapping[str, GitClock]) -> Iterator[Freshness]:
    """Routines and guidance in force."""
    for record in documents_in_force(context.corpus, context.as_of):
        yield _document(context, record, clocks.get(record.file, GitClock()))


def _document(context: AssessmentContext, record: Record[Clocked], clock: GitClock) -> Freshness:
    content = record.content
    months = content.review_interval_months or _interval(context, record.kind)
    review = content.review_on(context.as_of)
    reviewed_on = None if review is None else review.date
    start = reviewed_on or content.approved_on
    due_on = months_later(start, months) if start is not None else None
    reasons = [
        *_declared(context, reviewed_on, content.approved_on, due_on),
        *_harmonised(context, reviewed_on, content.in_line_with(context.as_of)),
        *_edited(reviewed_on, clock),
    ]
    return Freshness(
        id=record.id,
        kind=record.kind,
        title=content.title,
        file=record.file,
        departments=of_document(record, content, context.organisation),
        owner_role=content.owner_role,
        reasons=tuple(reasons),
        reviewed_on=reviewed_on,
        due_on=due_on,
        last_change=_last_change(clock),
        as_of=context.as_of,
        is_example=content.example,
        reviewer=context.organisation.role_in_office(content.owner_role),
    )


def _interval(context: AssessmentContext, kind: str) -> int:
    """Months between two reviews, where the record does not say: the profile's, else the kind's own."""
    months: int = getattr(context.corpus.profile.intervals, kind, HOLDERS[kind].review_months)
    return months


def _declared(
    context: AssessmentContext, reviewed_on: datetime.date | None, approved_on: datetime.date | None, due_on: datetime.date | None
) -> tuple[Reason, ...]:
    """The first clock: the review and its interval."""
    if reviewed_on is None:
        return (Reason(State.NEVER_REVIEWED, _("It has never been reviewed."), due_on=due_on, began_on=approved_on),)
    past, ahead = _("Reviewed {date}; the next review was due {due}."), _("To be reviewed by {due}.")
    return context.reasons(due_on, past, ahead, date=reviewed_on) if due_on is not None else ()


def _harmonised(context: AssessmentContext, reviewed_on: datetime.date | None, version: str | None) -> Iterator[Reason]:
    """The third clock: the strategy's latest version."""
    strategy = context.corpus.strategy
    latest = latest_version(strategy, context.as_of)
    if strategy is None or latest is None:
        return
    plan = plan_inside(context.corpus)
    named = {"version": unmarked(latest.version), "decided": latest.decided_on, "plan": plan}
    later = {version.version for version in strategy.versions if version.decided_on >= latest.decided_on}
    hint = _("Read it against {plan}, then review it with --harmonised.").format(plan=plan)
    if reviewed_on is not None and reviewed_on < latest.decided_on:
        message = _("Reviewed {date}, before version {version} of {plan} was decided ({decided}).")
        yield Reason(State.NOT_HARMONISED, message.format(date=reviewed_on, **named), hint, began_on=latest.decided_on)
    elif version is not None and version not in later:
        message = _("In line with version {old} of {plan}; the latest is {version} ({decided}).")
        lagging = message.format(old=unmarked(version), **named)
        yield Reason(State.NOT_HARMONISED, lagging, hint, began_on=latest.decided_on)


def _edited(reviewed_on: datetime.date | None, clock: GitClock) -> Iterator[Reason]:
    """The second clock: what git knows."""
    if reviewed_on is None:
        return  # There is no review that an edit could have come after.
    if clock.edited:
        if clock.last is None:
            message = _("Changed since the review of {date}; the change is not committed.").format(date=reviewed_on)
        elif clock.last.day is not None and clock.last.day > reviewed_on:
            names = {"date": reviewed_on, "changed": clock.last.day, "commit": clock.last.commit[:10]}
            message = _("Reviewed {date} but changed {changed} (commit {commit}).").format(**names)
        else:
            message = _("Changed after the review of {date} was recorded (commit {commit}).").format(
                date=reviewed_on, commit=clock.last.commit[:10]
            )
        hint = _("See what was changed with `vbe history`, and review it.")
        yield Reason(State.EDITED_SINCE_REVIEW, message, hint, began_on=clock.last.day if clock.last is not None else None)
    elif clock.gap is not None:
        yield Reason(State.UNKNOWN, clock.gap.message, clock.gap.hint)


def _last_change(clock: GitClock) -> LastChange | None:
    if clock.last is None:
        return LastChange(None, None) if clock.edited else None
    return LastChange(clock.last.commit, clock.last.day)


def strategy(context: AssessmentContext, clocks: Mapping[str, GitClock]) -> Iterator[Freshness]:
    """The strategy itself: the end of its validity, and its currency review."""
    for record in context.corpus.of(STRATEGY):
        content: Strategy = record.content
        latest = latest_version(content, context.as_of)
        if content.superseded_by is not None or (content.versions and latest is None):
            continue
        clock = clocks.get(record.file, GitClock())
        decided_on = latest.decided_on if latest is not None else None
        review = content.review_on(context.as_of)
        reviewed_on = None if review is None else review.date
        looks = [day for day in (reviewed_on, content.revised_on, decided_on) if day is not None]
        looked = max(looks, default=None)
        review_due = _next_look(context, content, looked)
        reasons = [*_validity(context, content), *_currency(context, looked, review_due)]
        reasons += _edited(reviewed_on, clock)
        reasons.sort(key=lambda reason: WORST_FIRST.index(reason.state))
        dates = [Due(day, is_end) for day, is_end in ((review_due, False), (content.valid_to, True)) if day is not None]
        # The day that is shown belongs to the state that is shown; while all is well it is the nearest.
        shown = [reason.due_on for reason in reasons if reason.due_on is not None] or sorted(due.day for due in dates)
        organisation = context.organisation
        own = organisation.departments_of(content.owner_role) if content.owner_role else ()
        role = organisation.role_of(content.owner_role) if content.owner_role else None
        yield Freshness(
            id=record.id,
            kind=record.kind,
            title=content.title,
            file=record.file,
            departments=organisation.or_coordinating(own),
            owner_role=role,
            reasons=tuple(reasons),
            reviewed_on=reviewed_on,
            due_on=shown[0] if shown else None,
            last_change=_last_change(clock),
            as_of=context.as_of,
            is_example=content.example,
            reviewer=organisation.role_in_office(role) if role else None,
            dates=tuple(dates),
        )


def _next_look(context: AssessmentContext, content: Strategy, looked: datetime.date | None) -> datetime.date | None:
    """The day by which it is to be looked at again: as it says itself, or an interval after somebody did."""
    stated = content.next_review_on
    if stated is not None and (looked is None or looked < stated):
        return stated
    months = content.review_interval_months or context.corpus.profile.intervals.strategy
    return None if looked is None else months_later(looked, months)


def _validity(context: AssessmentContext, content: Strategy) -> tuple[Reason, ...]:
    """What is said of the last day that it is valid."""
    if content.valid_to is None:
        return ()
    past, ahead = _("{plan} was valid until {date}."), _("{plan} is valid until {date}.")
    hint, plan = _("Decide a new one, or prolong it."), plan_first(context.corpus)
    return context.reasons(content.valid_to, past, ahead, hint, State.EXPIRED, plan=plan)


def _currency(context: AssessmentContext, looked: datetime.date | None, due_on: datetime.date | None) -> tuple[Reason, ...]:
    """What is said of the day by which somebody is to look whether it is still current; `looked`: when somebody did."""
    if due_on is None:
        return (Reason(State.NEVER_REVIEWED, _("It has never been reviewed.")),)
    past = _("A review of whether it is still current was due {due}.")
    if looked is not None:
        past = _("Last decided or reviewed {date}; a review of whether it is still current was due {due}.")
    return context.reasons(due_on, past, _("To be reviewed by {due}: is it still current?"), date=looked)
