"""Boards have departments, departments have boards, and the coordination group has those it needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.language import _, enumerate_words
from vbe.model.records.organisation import BOARD, DEPARTMENT, GROUP
from vbe.rules import Corpus, Finding, Findings, rule
from vbe.rules.sources import text_area

if TYPE_CHECKING:
    from vbe.model.records.organisation import Department

STAFFED = ("executive", "board")
"""Boards that have a department; the council and advisory bodies have none of their own."""


@rule("VBE319", asks="departments")
def board_without_department(corpus: Corpus) -> Findings:
    """No department serves a board.

    Where the municipality has decided that each board has a department, what a board without one has promised is nobody's
    work. A board that still exists needs a department that still exists. The boards of another municipality, in a joint
    plan, have theirs there.

    Bad:

        boards:
          - id: socialnamnden
        departments: []

    Good:

        boards:
          - id: socialnamnden
        departments:
          - id: socialforvaltningen
            boards: [socialnamnden]
    """
    served: dict[str, list[Department]] = {}
    for department in (entry.content for entry in corpus.all_of(DEPARTMENT)):
        for board in {member for named in department.boards for member in corpus.members(named)}:
            served.setdefault(board, []).append(department)
    for entry in corpus.all_of(BOARD):
        if entry.content.level not in STAFFED or entry.content.municipality is not None:
            continue
        departments = served.get(entry.id, [])
        if entry.content.valid_to is None and departments and all(d.valid_to is not None for d in departments):
            message = _("The board “{id}” has only departments that have ended.").format(id=entry.id)
        elif not departments:
            message = _("No department serves the board “{id}”.").format(id=entry.id)
        else:
            continue
        hint = _("Name the board in boards of the department that serves it.")
        yield Finding(entry.record.file, message, hint, (*entry.route, "id"))


@rule("VBE320")
def department_without_board(corpus: Corpus) -> Findings:
    """A department serves no board.

    Every department answers to a political body. With none, nobody follows up what the department does.

    Bad:

        - id: socialforvaltningen
          name: Socialförvaltningen

    Good:

        - id: socialforvaltningen
          name: Socialförvaltningen
          boards: [socialnamnden]
    """
    for entry in corpus.all_of(DEPARTMENT):
        if not entry.content.boards:
            message = _("The department “{id}” serves no board.").format(id=entry.id)
            yield Finding(entry.record.file, message, _("Name its boards in boards."), (*entry.route, "id"))


@rule("VBE323", sources=(text_area(1),))
def incomplete_coordination_group(corpus: Corpus) -> Findings:
    """The coordination group lacks one of its functions, or another role convenes it.

    The profile says who is in the group and who calls it (`coverage.coordination`). Without one of them a question
    falls between chairs. What the group must hold stands in the profile, `coverage.coordination`.

    Bad:

        - id: samverkansgruppen
          members: [socialforvaltningen]

    Good:

        - id: samverkansgruppen
          convener: sakerhetschef
          members: [sakerhetschef, socialforvaltningen, kommunpolisen]
    """
    wanted = corpus.profile.coverage.coordination
    entry = corpus.find(GROUP, wanted.group) if wanted is not None else None
    if wanted is None or entry is None:
        return
    group = entry.content
    if group.convener != wanted.convener:
        message = _("The group is to be convened by “{role}”.").format(role=wanted.convener)
        route = (*entry.route, "id" if group.convener is None else "convener")
        yield Finding(entry.record.file, message, _("Write convener: {role}.").format(role=wanted.convener), route)
    present = {actor for member in group.members for actor in (member, *corpus.members(member))}
    missing = [member for member in wanted.members if member not in present]
    if missing:
        message = _("The group lacks {members}.").format(members=enumerate_words(missing))
        route = (*entry.route, "members" if group.members else "id")
        yield Finding(entry.record.file, message, _("Add them to members."), route)
