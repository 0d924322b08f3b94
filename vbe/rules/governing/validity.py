"""For how long a governing document is valid, and who may decide it: what its type says in the profile."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from vbe.domain.required import document_type
from vbe.language import _, did_you_mean, enumerate_words, ngettext
from vbe.rules import Corpus, Finding, Findings, Severity, rule
from vbe.rules.sources import COUNCIL, COVER, Citation

if TYPE_CHECKING:
    from vbe.diagnostics import Route

FILE = "strategy/strategy.yaml"
FIRST_ELECTION = 2014
YEARS_OF_A_TERM = 4


@rule("VBE301", sources=(COVER,))
def unbounded_validity(corpus: Corpus) -> Findings:
    """A document whose type is bounded lacks its first or last day.

    Without both days nobody knows when the document must be renewed, and it goes on being quoted after it has ceased to
    hold.

    Which types are bounded stands in the profile, `document_types`.

    Bad:

        document_type: strategi
        valid_from: 2017-01-01

    Good:

        document_type: strategi
        valid_from: 2017-01-01
        valid_to: 2020-12-31
    """
    strategy, plan_type = corpus.strategy, document_type(corpus)
    if strategy is None or plan_type is None or plan_type.validity != "bounded":
        return
    missing = [name for name in ("valid_from", "valid_to") if getattr(strategy, name) is None]
    if missing:
        message = _("The type “{type}” is valid for a limited time, and {fields} is missing.").format(
            type=plan_type.name, fields=enumerate_words(missing)
        )
        yield Finding(
            FILE, message, _("Write {fields} as the decision has it.").format(fields=" + ".join(missing)), ("document_type",)
        )


@rule("VBE302", Severity.WARNING, sources=(COVER, Citation(f"{COUNCIL}, 5 kap. 9 §")))
def overlong_validity(corpus: Corpus) -> Findings:
    """A document is valid for longer than its type allows, or on into another term of office.

    A bounded document of more than four years goes on into a term of office that decided nothing of it. The council's term
    begins on 15 October of the election year (kommunallagen 5 kap. 9 §: 2014, 2018, 2022 and every fourth year). The rest
    of an election year is not remarked on, because documents often follow the calendar year; nor are four years from
    whatever day. The longest validity stands in the profile, `document_types.….max_years`.

    Bad (five years, across the election of 2018):

        valid_from: 2017-01-01
        valid_to: 2021-12-31

    Good:

        valid_from: 2019-01-01
        valid_to: 2022-12-31
    """
    strategy, plan_type = corpus.strategy, document_type(corpus)
    if strategy is None or plan_type is None or strategy.valid_from is None or strategy.valid_to is None:
        return
    hint = _("Shorten valid_to at the next decision, or explain it with a waiver in vbe.yaml.")
    if plan_type.max_years is not None and strategy.valid_to >= _years_later(strategy.valid_from, plan_type.max_years):
        message = ngettext(
            "The document is valid for more than {count} year.",
            "The document is valid for more than {count} years.",
            plan_type.max_years,
        ).format(count=plan_type.max_years)
        yield Finding(FILE, message, hint, ("valid_to",))
    elif plan_type.validity == "bounded" and (change := _change_of_term(strategy.valid_from, strategy.valid_to)) is not None:
        message = _("The document stays valid after the term of office has changed on {date}.").format(date=change)
        yield Finding(FILE, message, hint, ("valid_to",))


def _years_later(day: datetime.date, years: int) -> datetime.date:
    leap = day.month == 2 and day.day == 29
    return datetime.date(day.year + years, 3, 1) if leap else day.replace(year=day.year + years)


def _change_of_term(first: datetime.date, last: datetime.date) -> datetime.date | None:
    """The first change of council term after the first day, if the period is longer than a term and goes on past that year."""
    if last < _years_later(first, YEARS_OF_A_TERM):
        return None
    year = max(first.year, FIRST_ELECTION)
    year += -(year - FIRST_ELECTION) % YEARS_OF_A_TERM
    change = datetime.date(year, 10, 15)
    if change <= first:
        change = change.replace(year=year + YEARS_OF_A_TERM)
    return change if last.year > change.year else None


@rule("VBE303", sources=(COVER, Citation(f"{COUNCIL}, 5 kap. 1 § och 13 kap. 8 §")))
def wrong_decider(corpus: Corpus) -> Findings:
    """A document is decided by a body that may not decide it, or by nobody.

    What is of principle the council decides (kommunallagen 5 kap. 1 §); the rest as the municipality has decided. What a
    manager approves no political body decides. A court sets aside a decision by the wrong body if somebody appeals in time
    (13 kap. 8 §); else it stands.

    Who decides what stands in the profile, `document_types.….decided_by`.

    Bad:

        document_type: strategi
        decided_by: socialnamnden

    Good:

        document_type: strategi
        decided_by: kommunstyrelsen
    """
    strategy, plan_type = corpus.strategy, document_type(corpus)
    if strategy is None or plan_type is None:
        return
    allowed = {actor for body in plan_type.decided_by for actor in corpus.members(body)}
    named = {"type": plan_type.name, "bodies": enumerate_words(sorted(allowed))}
    if strategy.decided_by is None and allowed:
        message = _("The type “{type}” is decided by {bodies}, and decided_by is missing.").format(**named)
        yield Finding(FILE, message, _("Write decided_by."), ("document_type",))
    deciders: list[tuple[str | None, Route]] = [(strategy.decided_by, ("decided_by",))]
    deciders += [(v.decided_by, ("versions", i, "decided_by")) for i, v in enumerate(strategy.versions)]
    for decider, route in deciders:
        if decider is None or decider in allowed:
            continue
        if plan_type.approved_by_manager:
            message = _("The type “{type}” is approved by a manager; no political body decides it.").format(**named)
            yield Finding(FILE, message, _("Delete decided_by, or correct document_type."), route)
        elif allowed:
            message = _("The type “{type}” is decided by {bodies}, not by “{decider}”.").format(decider=decider, **named)
            yield Finding(FILE, message, _("Correct decided_by or document_type."), route)


@rule("VBE304", Severity.WARNING, sources=(COVER,))
def commitments_in_wrong_type(corpus: Corpus) -> Findings:
    """A document of a type that says what is wanted also carries commitments.

    A document such as a policy says what the municipality wants, and leaves out measures, methods, dates and priorities.
    With them it must be taken to the council each time a date moves.

    Which types carry commitments stands in the profile, `document_types.….carries_commitments`.

    Mend it by moving the commitments to a document that carries them, or by correcting `document_type`.
    """
    plan_type = document_type(corpus)
    if plan_type is None or plan_type.carries_commitments:
        return
    if corpus.commitments:
        message = ngettext(
            "The type “{type}” should not carry commitments, and there is {count} in measures/.",
            "The type “{type}” should not carry commitments, and there are {count} in measures/.",
            len(corpus.commitments),
        ).format(type=plan_type.name, count=len(corpus.commitments))
        yield Finding(FILE, message, _("Correct document_type, or keep the commitments in another."), ("document_type",))


@rule("VBE305", Severity.WARNING, sources=(COVER,))
def needless_end_date(corpus: Corpus) -> Findings:
    """A document that is valid until further notice has a last day.

    A document such as a policy holds until whoever decided it decides otherwise. A last day makes it lapse without any
    decision.

    Bad:

        document_type: policy
        valid_to: 2020-12-31

    Good:

        document_type: policy
        valid_from: 2017-01-01
    """
    strategy, plan_type = corpus.strategy, document_type(corpus)
    if strategy is None or strategy.valid_to is None:
        return
    if strategy.until_further_notice:
        message = _("The document is valid until further notice, and has a last day.")
        yield Finding(FILE, message, _("Delete valid_to, or until_further_notice."), ("valid_to",))
    elif plan_type is not None and plan_type.validity == "until_further_notice":
        message = _("The type “{type}” is valid until further notice.").format(type=plan_type.name)
        yield Finding(FILE, message, _("Delete valid_to, or correct document_type."), ("valid_to",))


@rule("VBE306", sources=(COVER,))
def unknown_document_type(corpus: Corpus) -> Findings:
    """The document is of a type that the profile does not know.

    The type says who decides, for how long, and what the document may hold; without it none of that can be checked. The
    title does not say it: many a “plan” is a guideline.

    Bad:

        document_type: stratgi

    Good:

        document_type: strategi
    """
    strategy, known = corpus.strategy, corpus.profile.document_types
    if strategy is not None and known and strategy.document_type not in known:
        message = _("The profile has no document type “{id}”.").format(id=strategy.document_type)
        hint = did_you_mean(strategy.document_type, known) or _("Add it to document_types in vbe.yaml, or correct it.")
        yield Finding(FILE, message, hint, ("document_type",))
