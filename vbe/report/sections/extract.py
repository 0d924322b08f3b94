"""One board's part of the follow-up: what it answers for, what deviates, its documents, and what it must do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.domain.colours import MARKS, tally, worst
from vbe.errors import VbeError
from vbe.language import _, did_you_mean
from vbe.language.swedish import by_number
from vbe.report import sentences
from vbe.report.model import Group
from vbe.report.sections.ahead_brief import ahead_brief
from vbe.report.sections.areas_brief import deviating, deviation_heads
from vbe.report.sections.documents_brief import documents_brief
from vbe.report.sections.summary import open_remarks
from vbe.report.shapes import cell, column, group, listing, paragraph, status, table, table_or

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.domain.colours import Colour
    from vbe.report.model import Block, Flat
    from vbe.report.view import View


def require_board(view: View) -> str:
    """The board that the extract is for; stops where it is none that answers or reports."""
    board = view.board_only or ""
    if board in view.boards:
        return board
    message = _("No board with the id {name} reports.").format(name=board)
    raise VbeError(message, did_you_mean(board, view.boards) or _("They are {names}.").format(names=", ".join(view.boards)))


def extract(view: View) -> Iterator[Block]:
    """The board's commitments, deviations first; then its documents and what is ahead."""
    board = require_board(view)
    mine = sorted((i for i, boards in view.answering.items() if board in boards), key=by_number)
    told = sentences.answers_for(view.say, len(mine), tally(_colour(view, identity, board) for identity in mine))
    yield paragraph(view.say("extract_lead", board=view.name(board), told=told), lead=True)
    report = view.followed.get(board)
    if report is None:
        yield paragraph(view.say("extract_not_reported", year=view.year))
    elif report.summary:
        yield paragraph(report.summary)
    rows = [row for identity in mine for row in deviating(view, identity)]
    if rows:
        yield group(
            "utdrag-avviker", "Det som avviker", [table("utdrag-avvikelser", "Avvikelser", deviation_heads(view), rows, "cards")]
        )
    yield group("utdrag-atgarder", "Alla åtgärder", [_all(view, board, mine)])
    yield group("utdrag-dokument", "Rutiner och vägledning", _flat(documents_brief(view)))
    remarks = [r for r in open_remarks(view) if r.to == board or board in view.organisation.boards_of(r.to)]
    if remarks:
        yield group("utdrag-synpunkter", "Att svara på", [listing(r.text for r in remarks)])
    yield group("utdrag-framat", "Det som kommer", _flat(ahead_brief(view)))


def _flat(blocks: Iterator[Block]) -> Iterator[Flat]:
    """The blocks of a short section, none of which is a group."""
    yield from (block for block in blocks if not isinstance(block, Group))


def _colour(view: View, identity: str, board: str) -> Colour:
    part = view.verdicts.parts.get((identity, board))
    return part.colour if part else "grey"


def _all(view: View, board: str, mine: list[str]) -> Flat:
    """The board's commitments, an area a row and a commitment a line."""
    heads = (column("Område", width=3), column("Läge", "status", 2), column("Åtgärder", width=8))
    rows = []
    for number, area in sorted(view.corpus.areas.items()):
        within = [c.id for c in area.commitments if c.id in mine]
        if within:
            colours = {identity: _colour(view, identity, board) for identity in sorted(within, key=by_number)}
            said = [f"{view.numbered(identity)}: {MARKS[colour].word.lower()}" for identity, colour in colours.items()]
            rows.append((cell(f"{int(number)}. {area.title}"), status(worst(colours.values()), ""), cell(*said)))
    return table_or(
        "utdrag-alla", "Åtgärder som nämnden svarar för", heads, rows, "Nämnden svarar inte för någon åtgärd.", "cards"
    )
