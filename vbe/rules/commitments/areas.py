"""All areas are there, each promises something, and every board has a part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.domain.lifecycle import lives_within
from vbe.domain.organisation import Organisation
from vbe.domain.required import plan_first, plan_inside
from vbe.language import _, enumerate_words, ngettext
from vbe.model.fields import NOT_STATED
from vbe.model.places import FILE
from vbe.model.records.area import AREA, COMMITMENT
from vbe.model.records.organisation import ACTOR, BOARD, COLLECTIVE, ORGANISATION
from vbe.rules import Corpus, Finding, Findings, Severity, rule
from vbe.rules.sources import ASSIGNMENT, COVER, FOLLOW_UP, adopted, text_area

if TYPE_CHECKING:
    from vbe.model.records.organisation import Actor

WITH_DUTIES = ("executive", "board")


@rule("VBE406", Severity.WARNING, asks="aims", sources=(adopted("Inledning"),))
def unserved_aim(corpus: Corpus) -> Findings:
    """No area serves one of the aims.

    Where the municipality has decided that its plan serves all its aims, one that no area serves is only a word. The aims
    stand in the profile, `aims`.

    Mend it by naming the aim in `aims` of the areas that serve it, or by deleting it from the profile.
    """
    if AREA.name in corpus.incomplete or not corpus.areas:
        return
    served = {aim for area in corpus.areas.values() for aim in area.aims}
    served |= {aim for commitment in corpus.commitments.values() for aim in commitment.aims}
    for aim in corpus.profile.aims if NOT_STATED not in served else ():
        if aim not in served:
            message = _("No area serves the aim “{id}”.").format(id=aim)
            yield Finding(FILE, message, _("Name it in aims of an area in measures/."), ("aims", aim), on_key=True)


@rule("VBE409", sources=(ASSIGNMENT,))
def wrong_area_numbers(corpus: Corpus) -> Findings:
    """The areas are not numbered from 1 to as many as the profile says.

    A gap means that an area of the plan has been lost; a number too many, that something stands here that was never
    decided. How many there are stands in the profile, `areas`.

    Bad (when `areas: 12`):

        measures/13-ny.yaml

    Good:

        measures/12-forhojd-riskbild.yaml
    """
    wanted = set(range(1, corpus.profile.areas + 1))
    found = set()
    for record in corpus.of(AREA):
        number = int(record.id)
        found.add(number)
        if number not in wanted:
            yield Finding(record.file, outside(corpus, number), _("Correct the number in the file name, or areas in vbe.yaml."))
    missing = sorted(wanted - found)
    if missing and AREA.name not in corpus.incomplete:
        message = _("Area {numbers} is missing in measures/.").format(numbers=enumerate_words(str(n) for n in missing))
        yield Finding(FILE, message, _("Write the missing files, or correct areas."), ("areas",))


@rule("VBE410", asks="measures", sources=(ASSIGNMENT,))
def empty_area(corpus: Corpus) -> Findings:
    """An area has no commitment.

    An area without a commitment is a heading. Nobody has promised anything, and nothing can be followed up.

    Bad:

        title: Stöd till anhöriga
        commitments: []

    Good:

        title: Stöd till anhöriga
        commitments:
          - id: "6.1"
            text: …
            responsible: [socialforvaltningen]
            priority: 1
            every_months: 12
    """
    for record in corpus.of(AREA):
        if not record.content.commitments:
            yield Finding(record.file, _("The area has no commitment."), _("Write at least one in commitments."), ("title",))


@rule("VBE411", Severity.WARNING, asks="all_boards", sources=(FOLLOW_UP,))
def idle_board(corpus: Corpus) -> Findings:
    """A board has no commitment, neither itself nor through a department that serves it.

    Where the municipality has decided that all boards carry out the plan, a board with nothing to do has nothing to report,
    and its operations are left out.

    Mend it by naming the board, its department or a collective that covers them in `responsible` of a commitment.
    """
    if {AREA.name, ORGANISATION.name} & corpus.incomplete or not corpus.commitments:
        return
    organisation = Organisation(corpus, None)
    busy = {board for c in corpus.commitments.values() for board in organisation.boards_of(*organisation.answerable(c))}
    for entry in corpus.all_of(BOARD):
        board = entry.content
        if board.level in WITH_DUTIES and not board.municipality and entry.id not in busy and _lives_in_the_period(corpus, board):
            message = _("The board “{id}” has no commitment.").format(id=entry.id)
            hint = _("Name it in responsible of a commitment in measures/.")
            yield Finding(entry.record.file, message, hint, (*entry.route, "id"))


@rule("VBE417", sources=(COVER,))
def absent_responsible(corpus: Corpus) -> Findings:
    """Who answers for a commitment does not exist at any time while the plan is valid.

    A department that was formed later or had already ended cannot have promised anything.

    Bad (when the plan is valid 2017–2020 and the department began in 2021):

        responsible: [forvaltningen-for-arbetsmarknad]

    Good:

        responsible: [kompetensforvaltningen]
    """
    for entry in corpus.all_of(COMMITMENT):
        for index, name in enumerate(entry.content.responsible):
            actor = corpus.actors.get(name)
            if actor is not None and not _lives_in_the_period(corpus, actor):
                message = _("“{id}” does not exist while {plan} is valid.").format(id=name, plan=plan_inside(corpus))
                hint = _("Name who answered for it then, or correct valid_from and valid_to of the actor.")
                yield Finding(entry.record.file, message, hint, (*entry.route, "responsible", index))


@rule("VBE422", sources=(FOLLOW_UP, text_area(10)))
def unasked_responsible(corpus: Corpus) -> Findings:
    """A collective answers for a commitment, and one of its members is not asked.

    “All boards” means all of them. A board in a collective that answers for a commitment is one of the boards that report
    (`coverage.reporting_boards`), and a department one of those that must have a routine
    (`coverage.routine_departments`). Where the executive board has not decided whether one is meant, a waiver says so.

    Bad (when `samtliga-namnder` covers three boards and one of them is `tekniska-namnden`):

        reporting_boards: [kommunstyrelsen, socialnamnden]

    Good:

        reporting_boards: [kommunstyrelsen, socialnamnden, tekniska-namnden]
    """
    coverage = corpus.profile.coverage
    for field, kind, asked in (
        ("reporting_boards", "board", coverage.reporting_boards),
        ("routine_departments", "department", coverage.routine_departments),
    ):
        covered = {member for actor in asked for member in corpus.members(actor)}
        if not asked or not covered:
            continue
        for member, (collective, commitment) in sorted(_in_collectives(corpus, kind).items()):
            if member not in covered:
                message = _("“{collective}” answers for {commitment}, and “{member}” is not asked.").format(
                    collective=collective, commitment=commitment, member=member
                )
                hint = _("Add it here, take it out of the collective, or write a waiver in vbe.yaml.")
                yield Finding(FILE, message, hint, ("coverage", field))


def _in_collectives(corpus: Corpus, kind: str) -> dict[str, tuple[str, str]]:
    """Member → the collective that it is in and the first commitment that names that; advisory boards are left out."""
    found: dict[str, tuple[str, str]] = {}
    for entry in corpus.all_of(COMMITMENT):
        for name in entry.content.responsible:
            named = corpus.find(ACTOR, name)
            if named is None or named.actor_type != COLLECTIVE.name:
                continue
            for member in corpus.members(name):
                actor = corpus.find(ACTOR, member)
                level = getattr(actor.content, "level", "board") if actor is not None else ""
                if (
                    actor is not None
                    and actor.actor_type == kind
                    and level != "advisory"
                    and _lives_in_the_period(corpus, actor.content)
                ):
                    found.setdefault(member, (name, entry.id))
    return found


def _lives_in_the_period(corpus: Corpus, actor: Actor) -> bool:
    """Whether an actor exists on some day of the strategy's validity; what is not known counts as yes."""
    strategy = corpus.strategy
    return strategy is None or lives_within(actor, strategy.valid_from, strategy.valid_to)


def outside(corpus: Corpus, number: int) -> str:
    """That an area has a number that the plan has no area for."""
    areas = corpus.profile.areas
    message = ngettext(
        "{plan} has {count} area, and this is number {number}.",
        "{plan} has {count} areas, and this is number {number}.",
        areas,
    )
    return message.format(plan=plan_first(corpus), count=areas, number=number)
