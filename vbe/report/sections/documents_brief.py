"""Routines and guidance by department, in one table: how many are current, and which must be reviewed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.domain.colours import tally, worst
from vbe.domain.labels import STATE_COLOURS
from vbe.domain.lifecycle import is_over
from vbe.language.swedish import listed, order
from vbe.model.places import OVERALL
from vbe.model.records.routine import GUIDANCE, ROUTINE
from vbe.report import sentences
from vbe.report.shapes import NOT_APPLICABLE, cell, column, paragraph, status, table_or

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vbe.domain.colours import Colour
    from vbe.model.records.routine import Clocked
    from vbe.report.model import Block, Cell
    from vbe.report.view import View

MOST_NAMED = 4
"""So many documents that must be reviewed are named in a row; the rest are counted."""


def documents_brief(view: View) -> Iterator[Block]:
    """One row for each department or board that owns documents."""
    if view.board_only is None:
        yield _lead(view)
    yield owned_documents(view)


def _lead(view: View) -> Block:
    counts = view.verdicts.documents
    guidance = " ".join(sentences.documents.guidance(view.say, counts[GUIDANCE.name]))
    routines = " ".join(sentences.documents.routines(view.say, counts[ROUTINE.name]))
    return paragraph(view.say("documents_lead", routines=routines, guidance=guidance))


def owned_documents(view: View) -> Block:
    """The table: a department or board a row."""
    heads = (
        column("Förvaltning eller nämnd", width=4),
        column("Läge", "status", 2),
        column("Aktuella rutiner", width=2),
        column("Aktuella vägledningsexempel", width=2),
        column("Att granska", width=5),
    )
    rows = [row for owner in _owners(view) if (row := _row(view, owner)) is not None]
    nothing = "Det finns inga rutiner eller vägledningsexempel att visa."
    return table_or("dokument-kort", "Rutiner och vägledningsexempel", heads, rows, nothing, look="cards")


def _owners(view: View) -> list[str]:
    found = {identity.split("/")[0] for identity in (*view.corpus.routines, *view.corpus.guidance)}
    if view.board_only is not None:
        found &= {*view.only, *(department for board in view.only for department in view.departments_of(board))}
    return sorted(found, key=lambda owner: (owner != OVERALL, order(_named(view, owner))))


def _named(view: View, owner: str) -> str:
    return "Hela kommunen" if owner == OVERALL else view.name(owner)


def _row(view: View, owner: str) -> tuple[Cell, ...] | None:
    """A department's documents; nothing where all of them are over."""
    kinds = {ROUTINE.name: _live(view.corpus.routines, owner), GUIDANCE.name: _live(view.corpus.guidance, owner)}
    states = {(kind, i): _colour(view, kind, i) for kind, documents in kinds.items() for i in documents}
    if not states:
        return None
    due = sorted((kinds[kind][i].title for (kind, i), c in states.items() if c in ("red", "yellow")), key=order)
    left = len(due) - MOST_NAMED
    more = [*due[:MOST_NAMED], sentences.phrases.more_documents(left)] if left > 0 else due
    shares = [_share(view, kind, documents) for kind, documents in kinds.items()]
    return (cell(_named(view, owner)), status(worst(states.values()), ""), *shares, cell(listed(more) or "inget nu"))


def _live(documents: Mapping[str, Clocked], owner: str) -> dict[str, Clocked]:
    return {i: d for i, d in documents.items() if i.split("/")[0] == owner and not is_over(d)}


def _colour(view: View, kind: str, identity: str) -> Colour:
    return STATE_COLOURS[view.state(kind, identity)]


def _share(view: View, kind: str, documents: Mapping[str, Clocked]) -> Cell:
    counts = tally(_colour(view, kind, identity) for identity in documents)
    judged = counts["green"] + counts["yellow"] + counts["red"]
    return cell(f"{counts['green'] + counts['yellow']} av {judged}" if judged else NOT_APPLICABLE)
