"""What every routine must hold, and what no step may ask of an employee."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from vbe.domain.lifecycle import held
from vbe.language import _
from vbe.model.places import OVERALL
from vbe.model.records.organisation import DEPARTMENT
from vbe.model.records.routine import ROUTINE
from vbe.rules import Corpus, Finding, Findings, Severity, rule
from vbe.rules.sources import DUTY, text_area

if TYPE_CHECKING:
    from vbe.model.records import Record
    from vbe.model.records.routine import Prohibition, Step


def _carried(corpus: Corpus, record: Record, field: str) -> set[str] | None:
    """The demands that a routine's steps or prohibitions carry, with those of the overall routines it builds on.

    None where it builds on one that cannot be read: what it has from there is not known.
    """
    carried: set[str] = set()
    seen: set[str] = set()
    identity: str | None = record.id
    while identity is not None and identity not in seen:
        seen.add(identity)
        routine = corpus.routines.get(identity)
        if routine is None:
            return None
        if identity != record.id and not identity.startswith(f"{OVERALL}/"):
            break
        parts: Iterable[Step | Prohibition] = getattr(routine, field)
        carried.update(obligation for part in parts for obligation in part.obligations)
        identity = routine.based_on
    return carried


@rule("VBE502", sources=(DUTY, text_area(1), text_area(3), text_area(5), text_area(11)))
def missing_step(corpus: Corpus) -> Findings:
    """A routine lacks a step that every routine must have.

    Whatever else a routine says, a municipality may demand that some things are always done: the contact point is called,
    the group is told, a child who may be at risk is reported, the police are called when a crime is under way. A routine
    that builds on an overall one (`based_on`) has the steps of that one too. Drafts are not checked.

    Which steps stands in the profile, `coverage.required_steps`; a step carries one by naming its demand.

    Bad:

        steps:
          - {who: medarbetare, does: Pratar med sin chef.}

    Good:

        steps:
          - who: medarbetare
            does: Kontaktar säkerhetschefen.
            to: [sakerhetschef]
            obligations: [O-04-17]
    """
    required = corpus.profile.coverage.required_steps
    for record in held(corpus, ROUTINE) if required else ():
        part = OVERALL if record.owner == OVERALL else DEPARTMENT.name
        carried = _carried(corpus, record, "steps")
        for step in required:
            if step.applies_to in ("all", part) and carried is not None and carried.isdisjoint(step.any_of):
                message = _("A step is missing: {what}.").format(what=step.what)
                hint = _("Add a step with obligations: [{id}], or build on an overall routine that has it (based_on).").format(
                    id=step.any_of[0]
                )
                yield Finding(record.file, message, hint, ("steps" if record.content.steps else "title",))


@rule("VBE503", sources=(text_area(11),))
def missing_prohibition(corpus: Corpus) -> Findings:
    """A routine does not state a limit that every routine must state.

    A municipality may say what single employees may not do, such as that they do not act on their own. It protects both
    them and the one who is suspected. A routine that builds on an overall one (`based_on`) has the limits of that one too.
    Drafts are not checked.

    Which limits stands in the profile, `coverage.required_prohibitions`.

    Bad:

        prohibitions: []

    Good:

        prohibitions:
          - {text: Ingen medarbetare agerar på egen hand., obligations: [O-11-06]}
    """
    required = corpus.profile.coverage.required_prohibitions
    for record in held(corpus, ROUTINE) if required else ():
        carried = _carried(corpus, record, "prohibitions")
        for limit in required:
            if carried is not None and carried.isdisjoint(limit.any_of):
                message = _("A limit is missing: {what}.").format(what=limit.what)
                hint = _("Add a prohibition with obligations: [{id}], or build on an overall routine that has it (based_on).")
                route = ("prohibitions" if record.content.prohibitions else "title",)
                yield Finding(record.file, message, hint.format(id=limit.any_of[0]), route)


@rule("VBE506", sources=(text_area(5), text_area(11)))
def other_contact_point(corpus: Corpus) -> Findings:
    """A step sends a suspicion to someone else than the one contact point.

    There is one role to contact, so that nothing falls between two (the areas on support and on overall routines). A
    step that carries a demand whose recipient is the contact point must lead there, or be taken by it. The contact point
    stands in the profile, `coverage.contact_point`.

    Bad:

        - who: medarbetare
          does: Kontaktar enhetschefen.
          to: [enhetschef]
          obligations: [O-04-17]

    Good:

        - who: medarbetare
          does: Kontaktar säkerhetschefen.
          to: [sakerhetschef]
          obligations: [O-04-17]
    """
    point = corpus.profile.coverage.contact_point
    if point is None:
        return
    leading = {o.id for o in corpus.obligations.values() if point in o.recipient}
    for record in corpus.of(ROUTINE):
        for index, step in enumerate(record.content.steps):
            if step.to and point not in step.to and step.who != point and not leading.isdisjoint(step.obligations):
                message = _("The step leads to someone else than the contact point “{id}”.").format(id=point)
                hint = _("Write to: [{id}], or take away the demand that the step does not carry.").format(id=point)
                yield Finding(record.file, message, hint, ("steps", index, "to"))


@rule("VBE511", Severity.NOTE, sources=(text_area(1), text_area(5), text_area(11)))
def step_without_time(corpus: Corpus) -> Findings:
    """A step that every routine must have does not say how fast.

    Words such as “quickly” and “at once” are read in many ways. What they mean must stand in the routine: minutes, the same
    day, the next working day.

    Bad:

        - {who: medarbetare, does: Kontaktar säkerhetschefen.}

    Good:

        - {who: medarbetare, does: Kontaktar säkerhetschefen., within: genast}
    """
    required = {obligation for step in corpus.profile.coverage.required_steps for obligation in step.any_of}
    for record in held(corpus, ROUTINE) if required else ():
        for index, step in enumerate(record.content.steps):
            if step.within is None and not required.isdisjoint(step.obligations):
                message = _("The step does not say how fast it is taken.")
                yield Finding(record.file, message, _("Write within, such as genast."), ("steps", index, "does"))
