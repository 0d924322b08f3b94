"""Every demand of the text is answered by something in the repository."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.domain.coverage import Coverage
from vbe.language import _
from vbe.model.records.obligations import OBLIGATION
from vbe.rules import Corpus, Finding, Findings, Severity, rule
from vbe.rules.commitments.areas import outside

if TYPE_CHECKING:
    from vbe.model.records.obligations import Obligation


@rule("VBE412")
def unanswered_obligation(corpus: Corpus) -> Findings:
    """Nothing in the repository answers for a demand of the text.

    Each demand says in `answered_by` what carries it: a commitment, a step or prohibition of a routine, a guidance
    example, a part of the organisation or of the fact box, a rule or command of vbe, or a boundary to another actor.
    That record must name the demand in turn. Drafts and what is no longer in force do not count; a demand that stands
    twice in the text (`same_as`) is answered once.

    A demand without an answer is a promise that nobody keeps.

    Bad (when no commitment names O-04-05):

        - id: O-04-05
          answered_by: commitment

    Good (in a file of `measures/`):

        obligations: [O-04-05]
    """
    if not corpus.profile.coverage.obligations:
        return
    coverage = Coverage(corpus)
    for entry in corpus.all_of(OBLIGATION):
        if coverage.counts(entry.id) and not coverage.is_answered(entry.id):
            message, hint = _complaint(entry.content)
            yield Finding(entry.record.file, message.format(id=entry.id), hint.format(id=entry.id), (*entry.route, "id"))


def _complaint(obligation: Obligation) -> tuple[str, str]:
    """What is missing and how to mend it, as texts with a gap for the id."""
    return {
        "commitment": (_("No commitment carries {id}."), _("Name {id} in obligations of a commitment in measures/.")),
        "routine": (
            _("No routine in force carries {id}."),
            _("Name {id} in obligations of a step or prohibition in routines/."),
        ),
        "guidance": (
            _("No guidance example in force carries {id}."),
            _("Name {id} in obligations of an example in guidance/."),
        ),
        "organisation": (
            _("Nothing in the organisation answers for {id}."),
            _("Name {id} in obligations of a group, partner, agreement or channel in strategy/organisation.yaml."),
        ),
        "strategy": (
            _("Nothing in strategy/strategy.yaml answers for {id}."),
            _("Name {id} in obligations of a goal or of the preparation in strategy/strategy.yaml."),
        ),
        "rule": (_("No rule is named that answers for {id}."), _("Write the codes of the rules in answer.")),
        "command": (_("No command is named that answers for {id}."), _("Write the command in answer, such as vbe stale.")),
        "boundary": (
            _("{id} is said to be another's task, and no partner has it."),
            _("Let responsible be partners only, and name {id} in obligations of the partner in strategy/organisation.yaml."),
        ),
    }[obligation.answered_by]


@rule("VBE414", Severity.WARNING)
def one_sided_twin(corpus: Corpus) -> Findings:
    """A demand is said to be the same as another that does not say so in turn, or as itself.

    The text repeats itself in places, and a demand that stands twice is counted once. Both must say so, so that the
    count is the same whichever is read first.

    Bad:

        - id: O-05-05
          same_as: [O-00-32]
        - id: O-00-32

    Good:

        - id: O-05-05
          same_as: [O-00-32]
        - id: O-00-32
          same_as: [O-05-05]
    """
    obligations = corpus.obligations
    for entry in corpus.all_of(OBLIGATION):
        for index, identity in enumerate(entry.content.same_as):
            other = obligations.get(identity)
            route = (*entry.route, "same_as", index)
            if identity == entry.id:
                message, hint = _("The demand is said to be the same as itself."), _("Delete it from same_as.")
                yield Finding(entry.record.file, message, hint, route)
            elif other is not None and entry.id not in other.same_as:
                message = _("{other} does not say that it is the same as {id}.").format(other=identity, id=entry.id)
                hint = _("Write same_as: [{id}] at {other}.").format(id=entry.id, other=identity)
                yield Finding(entry.record.file, message, hint, route)


@rule("VBE415")
def obligation_in_unknown_area(corpus: Corpus) -> Findings:
    """A demand stands under an area that the plan does not have.

    The number of the area says where in the text the demand is found and where its answer is looked for. How many areas
    there are stands in the profile, `areas`.

    Bad (when `areas: 12`):

        area: 13

    Good:

        area: 12
    """
    for entry in corpus.all_of(OBLIGATION):
        area = entry.content.area
        if area is not None and area > corpus.profile.areas:
            yield Finding(
                entry.record.file,
                outside(corpus, area),
                _("Correct area, or areas in vbe.yaml."),
                (*entry.route, "area"),
            )
