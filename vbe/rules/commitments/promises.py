"""A commitment says who, when and how it ranks, and why it is there."""

from __future__ import annotations

from vbe.domain.lifecycle import is_continuous
from vbe.domain.required import is_required, plan_inside
from vbe.language import _
from vbe.language.events import NO_TIME
from vbe.model.records.area import COMMITMENT
from vbe.rules import Corpus, Finding, Findings, Severity, fault, rule
from vbe.rules.sources import ASSIGNMENT, COVER, CRIME, FOLLOW_UP, Citation


@fault("VBE401", sources=(COVER,))
def several_clocks() -> None:
    """A commitment has more than one of `deadline`, `every_months`, `when` and `yearly_on`.

    With two times, nobody knows which one holds.

    Bad:

        deadline: 2017-12-31
        every_months: 12

    Good:

        every_months: 12
    """


@rule("VBE402", sources=(COVER,))
def continuous_without_tolerance(corpus: Corpus) -> Findings:
    """A commitment is continuous, and nothing says how long may pass between two times.

    “Löpande” is not a date: without a tolerance the commitment is never late and never done. Give the commitment its own
    interval, or the municipality one tolerance for all of them. Which words mean continuous stands in the profile,
    `continuous_terms`.

    Bad (when `intervals.continuous` is not set in the profile):

        when: löpande

    Good:

        every_months: 12
    """
    if corpus.profile.intervals.continuous is not None:
        return
    for entry in corpus.all_of(COMMITMENT):
        if entry.content.when is not None and is_continuous(corpus, entry.content):
            message = _("The commitment is continuous, and no tolerance says when it is late.")
            hint = _("Write every_months instead of when, or set intervals.continuous in vbe.yaml.")
            yield Finding(entry.record.file, message, hint, (*entry.route, "when"))


@rule("VBE421", names=("time",), sources=(COVER,))
def missing_time(corpus: Corpus) -> Findings:
    """A commitment says no time at all, or says in words that it has none.

    A municipality may have decided that its plan says when each measure is to be done. Where the adopted text gives no
    time, say so with `when: not_stated`: a word of your own would look adopted. Nothing is late then. Where the time is left
    out, the commitment has the profile's tolerance for what is done all the time. Words that say there is no time are never
    one.

    Bad:

        - id: "2.6"
          when: ingen tid angiven

    Good:

        - id: "2.6"
          deadline: 2018-12-31
    """
    for entry in corpus.all_of(COMMITMENT):
        commitment = entry.content
        if commitment.deadline is None and commitment.interval is None:
            hint = _("Write deadline, every_months or when; where the adopted text says nothing, write when: not_stated.")
            if commitment.when is None and is_required(corpus, "time"):
                message = _("The commitment has no time.")
                yield Finding(entry.record.file, message, hint, entry.route)
            elif commitment.when is not None and NO_TIME.match(commitment.when):
                message = _("“{when}” is not a time.").format(when=commitment.when)
                yield Finding(entry.record.file, message, hint, (*entry.route, "when"))


@rule("VBE403", asks="priority", sources=(COVER,))
def missing_priority(corpus: Corpus) -> Findings:
    """A commitment has no priority.

    Where the municipality has decided that its plan ranks its measures, each has a rank. When money or time runs short,
    somebody must know what comes first.

    Bad:

        - id: "4.5"
          deadline: 2017-12-31

    Good:

        - id: "4.5"
          priority: 1
          deadline: 2017-12-31
    """
    for entry in corpus.all_of(COMMITMENT):
        if entry.content.priority is None:
            message = _("The commitment {id} has no priority.").format(id=entry.id)
            yield Finding(entry.record.file, message, _("Write priority: 1, 2 or 3, as decided."), (*entry.route, "id"))


@rule("VBE404", Severity.WARNING, asks="budget", sources=(ASSIGNMENT, FOLLOW_UP))
def no_budget_link(corpus: Corpus) -> Findings:
    """A commitment is not tied to any plan and budget.

    Where the municipality has decided that its plan is steered through plan and budget, each measure is tied to one. What
    stands in no budget is done only when there is time left.

    Bad:

        - id: "4.5"

    Good:

        - id: "4.5"
          budget_ref: Verksamhetsplan och budget 2018
    """
    for entry in corpus.all_of(COMMITMENT):
        if entry.content.budget_ref is None and entry.content.basis is None:
            message = _("The commitment {id} is not tied to any plan and budget.").format(id=entry.id)
            hint = _("Write budget_ref with the plan and budget and its year, or basis for an assignment.")
            yield Finding(entry.record.file, message, hint, (*entry.route, "id"))


@rule("VBE405", Severity.WARNING, asks="cause", sources=(Citation(f"{CRIME}, 5 §"),))
def no_cause(corpus: Corpus) -> Findings:
    """Nothing says which problem a commitment answers.

    Measures follow from the situation picture (lag 2023:196, 5 §). Without the cause nobody can say whether the measure
    fits, or when it has done its work. Write the problem in general terms, never the content of the situation picture
    and never a case.

    Bad:

        - id: "4.5"

    Good:

        - id: "4.5"
          cause: Chefer vet inte vem de ska kontakta vid en misstanke.
    """
    for entry in corpus.all_of(COMMITMENT):
        pictured = any(evidence.kind == "situation_picture" for evidence in entry.content.evidence)
        if entry.content.cause is None and not pictured:
            message = _("The commitment {id} does not say which problem it answers.").format(id=entry.id)
            yield Finding(entry.record.file, message, _("Write cause, in general terms."), (*entry.route, "id"))


@rule("VBE407", Severity.NOTE, asks="priority")
def flat_priorities(corpus: Corpus) -> Findings:
    """More than half of the commitments have the highest priority.

    A ranking must rank. When most things come first, nothing does.

    Mend it by giving priority 1 only to what must be done even if nothing else is.
    """
    ranked = [entry for entry in corpus.all_of(COMMITMENT) if entry.content.priority is not None]
    first = [entry for entry in ranked if entry.content.priority == 1]
    if len(ranked) >= 4 and 2 * len(first) > len(ranked):
        message = _("{first} of {all} commitments have priority 1; this is the first of them.").format(
            first=len(first), all=len(ranked)
        )
        entry = first[0]
        yield Finding(entry.record.file, message, _("Let priority 1 be rare."), (*entry.route, "priority"))


@rule("VBE408", Severity.WARNING)
def deadline_outside_period(corpus: Corpus) -> Findings:
    """A deadline lies before the plan begins or after it ends.

    A plan binds only while it is valid. What is to be done afterwards nobody has promised.

    Bad (when the plan is valid 2017–2020):

        deadline: 2021-06-30

    Good:

        deadline: 2020-12-31
    """
    strategy = corpus.strategy
    if strategy is None:
        return
    for entry in corpus.all_of(COMMITMENT):
        deadline = entry.content.deadline
        if deadline is None:
            continue
        early = strategy.valid_from is not None and deadline < strategy.valid_from
        late = strategy.valid_to is not None and deadline > strategy.valid_to
        if early or late:
            message = _("The deadline {date} lies outside the time that {plan} is valid.").format(
                date=deadline, plan=plan_inside(corpus)
            )
            hint = _("Correct deadline, or valid_from and valid_to in strategy/strategy.yaml.")
            yield Finding(entry.record.file, message, hint, (*entry.route, "deadline"))


@rule("VBE416", Severity.NOTE)
def assignment_without_basis(corpus: Corpus) -> Findings:
    """A commitment carries out an assignment and does not say who gave it.

    An assignment is reported back to the body that gave it. Without `basis` nobody knows where, and the assignment stays
    open.

    Bad:

        - id: "7.3"
          obligations: [O-07-07]

    Good:

        - id: "7.3"
          obligations: [O-07-07]
          basis:
            given_by: kommunfullmaktige
            given_in: Verksamhetsplan och budget 2017
    """
    obligations = corpus.obligations
    for entry in corpus.all_of(COMMITMENT):
        if entry.content.basis is not None:
            continue
        for index, identity in enumerate(entry.content.obligations):
            obligation = obligations.get(identity)
            if obligation is not None and obligation.kind == "assignment" and obligation.answered_by == "commitment":
                message = _("{id} is an assignment, and the commitment does not say who gave it.").format(id=identity)
                hint = _("Write basis with given_by and given_in.")
                yield Finding(entry.record.file, message, hint, (*entry.route, "obligations", index))
                break
