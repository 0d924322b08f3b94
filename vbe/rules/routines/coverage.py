"""Who must have a routine or a guidance example has one."""

from __future__ import annotations

from vbe.domain.lifecycle import held
from vbe.domain.samples import counted
from vbe.language import _, enumerate_words
from vbe.model.places import FILE, OVERALL
from vbe.model.records.organisation import ORGANISATION
from vbe.model.records.routine import GUIDANCE, ROUTINE
from vbe.rules import Corpus, Finding, Findings, Severity, rule
from vbe.rules.sources import ASSIGNMENT, text_area


@rule("VBE501", sources=(ASSIGNMENT,))
def department_without_routine(corpus: Corpus) -> Findings:
    """A department that must have a routine of its own has none that holds.

    Without a routine for their own work, a department's staff do not know what to do on the day it is needed. Drafts and
    what is no longer in force do not count.

    Which departments stands in the profile, `coverage.routine_departments`.

    Mend it by writing `routines/<department>/<name>.yaml`; `vbe new routine` begins one.
    """
    if ROUTINE.name in corpus.incomplete:
        return
    owners = {record.owner for record in held(counted(corpus), ROUTINE)}
    for index, department in enumerate(corpus.profile.coverage.routine_departments):
        if department not in owners and department in corpus.actors:
            message = _("The department “{id}” has no routine in force.").format(id=department)
            hint = _("Write one in routines/{id}/.").format(id=department)
            yield Finding(FILE, message, hint, ("coverage", "routine_departments", index))


@rule("VBE510", Severity.WARNING, sources=(text_area(11),))
def unpublished_routine(corpus: Corpus) -> Findings:
    """An overall routine is not published where the staff look.

    A routine that is not found, for example on the intranet, is not followed.
    Which channels stands in the profile, `coverage.routine_channels`; where none stands there, any channel will do.

    Bad:

        published_at: []

    Good:

        published_at: [intranatet]
    """
    wanted = corpus.profile.coverage.routine_channels
    for record in held(corpus, ROUTINE):
        if record.owner != OVERALL:
            continue
        published = record.content.published_at
        route = ("published_at",) if published else ("title",)
        missing = [channel for channel in wanted if channel not in published]
        if missing:
            message = _("The routine is not published at {channels}.").format(channels=enumerate_words(missing))
            yield Finding(record.file, message, _("Publish it there and add the channel to published_at."), route)
        elif not published:
            message = _("The routine is not published anywhere.")
            yield Finding(record.file, message, _("Publish it and write the channel in published_at."), route)


@rule("VBE512", sources=(ASSIGNMENT, text_area(10)))
def board_without_guidance(corpus: Corpus) -> Findings:
    """A board that must have a guidance example has none that holds.

    Prevention is where most of the work is done, and the examples of it are what others learn from.

    Which boards stands in the profile, `coverage.guidance_boards`.

    Mend it by writing `guidance/<board>/<name>.yaml`; `vbe new guidance` begins one.
    """
    if {GUIDANCE.name, ORGANISATION.name} & corpus.incomplete:
        return
    owners = {record.owner for record in held(counted(corpus), GUIDANCE)}
    for index, named in enumerate(corpus.profile.coverage.guidance_boards):
        for board in sorted(corpus.members(named)):
            if board not in owners and board in corpus.actors:
                message = _("The board “{id}” has no guidance example in force.").format(id=board)
                hint = _("Write one in guidance/{id}/.").format(id=board)
                yield Finding(FILE, message, hint, ("coverage", "guidance_boards", index))


@rule("VBE513", Severity.WARNING, asks="aims", sources=(text_area(10),))
def guidance_without_aim(corpus: Corpus) -> Findings:
    """A guidance example does not say which aim it serves.

    Where the plan is divided into aims, an example without one is found by nobody who looks for it, and is not counted.

    Bad:

        title: Öppna mötesplatser

    Good:

        title: Öppna mötesplatser
        aims: [framja]
    """
    for record in corpus.of(GUIDANCE):
        if not record.content.aims:
            message = _("The guidance example names no aim.")
            hint = _("Write aims: {aims}.").format(aims=_(" or ").join(corpus.profile.aims))
            yield Finding(record.file, message, hint, ("title",))


@rule("VBE514", Severity.WARNING, asks="aims", sources=(text_area(10),))
def aim_without_guidance(corpus: Corpus) -> Findings:
    """No guidance example in force serves one of the aims.

    The examples together show how the municipality serves the plan's aims. Where an aim has none, that part of the work
    rests on the single employee.

    Mend it by writing an example for the aim, or by naming the aim in `aims` of one that serves it.
    """
    if GUIDANCE.name in corpus.incomplete or not corpus.profile.coverage.guidance_boards:
        return
    served = {aim for record in held(counted(corpus), GUIDANCE) for aim in record.content.aims}
    for aim in corpus.profile.aims:
        if aim not in served:
            message = _("No guidance example in force serves the aim “{id}”.").format(id=aim)
            yield Finding(FILE, message, _("Name it in aims of an example in guidance/."), ("aims", aim), on_key=True)
