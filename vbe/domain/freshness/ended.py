"""What has an end: agreements, actors that are still named, and waivers."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from vbe.domain.freshness.model import Freshness, Reason, State
from vbe.domain.lifecycle import has_begun, has_ended, is_over
from vbe.domain.owners import departments
from vbe.language import _, enumerate_first, enumerate_words, unmarked
from vbe.language.letters import hyphenated
from vbe.model.entries import holder_of
from vbe.model.places import FILE
from vbe.model.profile import PROFILE, WAIVER
from vbe.model.records import HOLDERS
from vbe.model.records.organisation import ACTOR, ORGANISATION, PARTNER
from vbe.model.records.routine import Clocked
from vbe.model.records.strategy import STRATEGY

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator

    from vbe.domain.freshness.context import AssessmentContext
    from vbe.model.entries import Entry
    from vbe.model.profile import Profile
    from vbe.model.records.organisation import Agreement, Partner
    from vbe.model.references import Reference

HISTORICAL = frozenset(
    {"evidence", "reviews", "preparation", "versions", "successor", "signed_by", "parties", "decision", "basis"}
)
"""Parts of a record that tell what once happened: they name whoever it was then."""
MAX_NAMED = 6


def _unique(names: Iterable[str]) -> list[str]:
    """The names, of which the second of the same is numbered; one that is added last alters none of those before it."""
    taken: set[str] = set()
    numbers: Counter[str] = Counter()
    unique = []
    for name in names:
        each = name
        while each in taken:
            numbers[name] += 1
            each = f"{name}-{numbers[name] + 1}"
        taken.add(each)
        unique.append(each)
    return unique


def agreements(context: AssessmentContext) -> Iterator[Freshness]:
    """Agreements with partners that have an end, unless a later one has taken over."""
    for entry in context.corpus.all_of(PARTNER):
        partner = entry.content
        for agreement, name in zip(partner.agreements, agreement_names(partner), strict=True):
            if (
                agreement.valid_to is not None
                and has_begun(agreement, context.as_of)
                and not _is_replaced(agreement, partner, context.as_of)
            ):
                yield _agreement(context, entry, agreement, name)


def agreement_names(partner: Partner) -> list[str]:
    """What each agreement is called in an id. All are named, also those not listed: a name must not depend on the day."""
    return _unique(hyphenated(agreement.title) or "x" for agreement in partner.agreements)


def _is_replaced(agreement: Agreement, partner: Partner, as_of: datetime.date) -> bool:
    began = agreement.valid_from or agreement.valid_to
    assert began is not None
    later = [other.valid_from for other in partner.agreements if other is not agreement and other.valid_from is not None]
    return any(began < start <= as_of for start in later)


def _agreement(context: AssessmentContext, entry: Entry[Partner], agreement: Agreement, name: str) -> Freshness:
    assert agreement.valid_to is not None
    organisation = context.organisation
    past, soon = _("The agreement ended {date}."), _("The agreement ends {date}.")
    hint = _("Agree anew, or note the agreement that replaced it.")
    roles = (organisation.role_of(actor) for actor in agreement.signed_by)
    return Freshness(
        id=f"{entry.id}/{name}",
        kind="agreement",
        title=f"{agreement.title} ({entry.content.name})",
        file=entry.record.file,
        departments=organisation.or_coordinating(organisation.departments_of(*agreement.signed_by)[:1]),
        owner_role=next((role for role in roles if role), None),
        reasons=context.reasons(agreement.valid_to, past, soon, hint, State.EXPIRED),
        due_on=agreement.valid_to,
        as_of=context.as_of,
        is_example=holder_of(entry, ORGANISATION).example,
    )


def actors(context: AssessmentContext) -> Iterator[Freshness]:
    """Actors that have ended and that something in force still names."""
    corpus, organisation = context.corpus, context.organisation
    for entry in corpus.all_of(ACTOR):
        if not has_ended(entry.content, context.as_of):
            continue
        end = entry.content.valid_to
        namers = _namers(context, entry.id)
        if not namers:
            continue
        message = _("Ended {date} but is still named by {namers}.").format(date=end, namers=enumerate_first(namers, MAX_NAMED))
        successors = enumerate_words(unmarked(organisation.name(actor)) for actor in entry.content.successor)
        hint = _("Name {successors} instead.").format(successors=successors) if successors else _("Name whoever took over.")
        yield Freshness(
            id=entry.id,
            kind=ACTOR.name,
            title=entry.content.name,
            file=entry.record.file,
            departments=departments(entry, organisation),
            owner_role=organisation.role_of(organisation.coordinating),
            reasons=(Reason(State.EXPIRED, message, hint, end),),
            due_on=end,
            as_of=context.as_of,
            is_example=holder_of(entry, ORGANISATION).example,
        )


def _namers(context: AssessmentContext, actor: str) -> list[str]:
    references = context.corpus.incoming.get((ACTOR.name, actor), ())
    return list(dict.fromkeys(_named(context, r) for r in references if _is_live(context, r)))


def _named(context: AssessmentContext, reference: Reference) -> str:
    """What names it: its id, or words for the two records whose id is only that of their kind."""
    words = {PROFILE.name: _("the municipality’s profile"), STRATEGY.name: _("the plan’s fact box")}
    subject = _subject(context, reference)
    return words.get(subject, subject)


def _subject(context: AssessmentContext, reference: Reference) -> str:
    return context.corpus.entry_at(reference.record, reference.route).id


def _is_live(context: AssessmentContext, reference: Reference) -> bool:
    """Whether the naming holds today: not what once happened, and not from something that has ended itself."""
    record = reference.record
    if HOLDERS[record.kind].tells_past or HISTORICAL & set(reference.route):
        return False
    if isinstance(record.content, Clocked) and is_over(record.content):
        return False
    if record.kind == ORGANISATION.name:
        namer = context.corpus.find(ACTOR, _subject(context, reference))
        return namer is None or not has_ended(namer.content, context.as_of)
    return True


def waiver_names(profile: Profile) -> list[str]:
    """What each waiver is called in an id."""
    return _unique(f"{waiver.rule}/{waiver.record}" for waiver in profile.waivers)


def waivers(context: AssessmentContext) -> Iterator[Freshness]:
    """Departures from the rules that were allowed until a day."""
    allowed = context.corpus.profile.waivers
    for waiver, name in zip(allowed, waiver_names(context.corpus.profile), strict=True):
        past, soon = _("The departure was allowed until {date}."), _("The departure is allowed until {date}.")
        hint = _("Mend what is departed from, or decide anew.")
        yield Freshness(
            id=name,
            kind=WAIVER.name,
            title=waiver.reason,
            file=FILE,
            departments=context.departments_of(waiver.decided_by),
            owner_role=waiver.decided_by,
            reasons=context.reasons(waiver.until, past, soon, hint, State.EXPIRED),
            due_on=waiver.until,
            as_of=context.as_of,
            is_example=waiver.example,
        )
