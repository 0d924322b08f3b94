"""A plan that several municipalities have decided together: whose a board is, and what each of them decides and reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.model.records.organisation import BOARD, Board, Partner

if TYPE_CHECKING:
    from vbe.domain.organisation import Organisation
    from vbe.model.records.strategy import BodyDecided, Version

COUNCIL = "council"


def municipality_of(organisation: Organisation, actor: str) -> str | None:
    """The other municipality that an actor is, or is of; None for the repository's own."""
    entry = organisation.find(actor)
    if entry is None:
        return None
    if isinstance(entry.content, Partner):
        return actor
    return entry.content.municipality if isinstance(entry.content, Board) else None


def is_joint(organisation: Organisation) -> bool:
    """Whether boards of several municipalities report on the plan."""
    return any(entry.content.municipality for entry in organisation.corpus.all_of(BOARD))


def boards_for(organisation: Organisation, actor: str) -> tuple[str, ...]:
    """The boards whose part of the follow-up an actor gets, of those that report.

    A board gets its own. In a joint plan a municipality, and the council of one, gets the parts of all its boards.
    """
    entry = organisation.find(actor)
    content = entry.content if entry is not None else None
    is_whole = isinstance(content, Partner) or (isinstance(content, Board) and content.level == COUNCIL)
    if not is_whole or not is_joint(organisation):
        return (actor,)
    home = municipality_of(organisation, actor)
    return tuple(board for board in organisation.reporting_boards if municipality_of(organisation, board) == home)


def readers(organisation: Organisation) -> tuple[str, ...]:
    """Those besides boards that have a part of a joint plan's follow-up: the municipalities, and their councils."""
    actors = [entry.id for entry in organisation.corpus.all_of(BOARD) if entry.content.level == COUNCIL]
    actors += dict.fromkeys(m for e in organisation.corpus.all_of(BOARD) if (m := e.content.municipality))
    return tuple(actor for actor in actors if is_joint(organisation) and boards_for(organisation, actor))


def decisions_for(organisation: Organisation, actor: str, version: Version | None) -> tuple[BodyDecided, ...]:
    """A municipality's own decisions on a version of a joint plan."""
    home = municipality_of(organisation, actor)
    taken = version.decisions if version is not None else ()
    return tuple(decision for decision in taken if municipality_of(organisation, decision.body) == home)
