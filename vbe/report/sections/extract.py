"""One board's part of the follow-up, or one municipality's of a joint plan: its measures, what deviates, what is next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.domain.colours import MARKS, tally, worst
from vbe.domain.joint import decisions_for, municipality_of, readers
from vbe.domain.lifecycle import latest_version
from vbe.errors import VbeError
from vbe.language import _, did_you_mean
from vbe.language.swedish import by_number, capital, listed
from vbe.model.records.organisation import ORGANISATION
from vbe.report import sentences
from vbe.report.model import Group
from vbe.report.sections.ahead_brief import ahead_brief
from vbe.report.sections.areas_brief import deviating, deviation_heads
from vbe.report.sections.cover_words import told_decision
from vbe.report.sections.documents_brief import documents_brief
from vbe.report.sections.summary import open_remarks
from vbe.report.shapes import cell, column, group, listing, paragraph, status, table, table_or

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.domain.colours import Colour
    from vbe.report.model import Block, Flat
    from vbe.report.view import View


def require_reader(view: View) -> str:
    """Whom the extract is for; stops where it is no board that answers or reports, and nobody who has such boards."""
    reader = view.board_only or ""
    if view.only:
        return reader
    known = (*view.boards, *readers(view.answering_organisation))
    message = _("No board with the id {name} reports.").format(name=reader)
    if municipality_of(view.answering_organisation, reader) is not None:
        hint = _("Write its boards in {file} with municipality: {name}, and in the profile’s reporting_boards.")
        raise VbeError(message, hint.format(file=ORGANISATION.place.path, name=reader))
    raise VbeError(message, did_you_mean(reader, known) or _("They are {names}.").format(names=", ".join(known)))


def extract(view: View) -> Iterator[Block]:
    """What the reader answers for, deviations first; then its documents and what is ahead."""
    reader = require_reader(view)
    mine = sorted((i for i, boards in view.answering.items() if not set(boards).isdisjoint(view.only)), key=by_number)
    lead = sentences.boards.answers_for(view.say, len(mine), tally(_colour(view, identity) for identity in mine))
    yield paragraph(view.say("extract_lead", board=view.name(reader), told=lead), lead=True)
    yield from _decided(view, reader)
    for board in view.only:
        yield from _told(view, board)
    rows = [row for identity in mine for row in deviating(view, identity)]
    if rows:
        yield group(
            "utdrag-avviker", "Det som avviker", [table("utdrag-avvikelser", "Avvikelser", deviation_heads(view), rows, "cards")]
        )
    yield group("utdrag-atgarder", "Alla åtgärder", [_all(view, mine)])
    if view.held.documents:
        yield group("utdrag-dokument", "Rutiner och vägledning", _flat(documents_brief(view)))
    asked = {r.to: {r.to, *view.organisation.boards_of(r.to)} for r in open_remarks(view)}
    remarks = [r for r in open_remarks(view) if not asked[r.to].isdisjoint((reader, *view.only))]
    if remarks:
        yield group("utdrag-synpunkter", "Att svara på", [listing(r.text for r in remarks)])
    yield group("utdrag-framat", "Det som kommer", _flat(ahead_brief(view)))


def _decided(view: View, reader: str) -> Iterator[Block]:
    """The reader's own decisions on a joint plan."""
    own = decisions_for(view.organisation, reader, latest_version(view.corpus.strategy, view.as_of))
    if own:
        decided = listed(told_decision(view.inside(each.body), each) for each in own)
        yield paragraph(f"{capital(view.document)} är beslutad av {decided}.")


def _told(view: View, board: str) -> Iterator[Block]:
    """What a board says of its year, under its name where there are several."""
    report = view.followed.get(board)
    summary = view.say("extract_not_reported", year=view.year) if report is None else report.summary
    if summary:
        yield paragraph(summary if len(view.only) == 1 else f"{view.name(board)}: {summary}")


def _flat(blocks: Iterator[Block]) -> Iterator[Flat]:
    """The blocks of a short section, none of which is a group."""
    yield from (block for block in blocks if not isinstance(block, Group))


def _colour(view: View, identity: str) -> Colour:
    """How the reader's boards stand with a commitment: as the one that stands worst."""
    parts = [view.verdicts.parts.get((identity, board)) for board in view.only if board in view.answering[identity]]
    return worst(part.colour if part else "grey" for part in parts)


def _all(view: View, mine: list[str]) -> Flat:
    """The reader's commitments, an area a row and a commitment a line."""
    heads = (column("Område", width=3), column("Läge", "status", 2), column("Åtgärder", width=8))
    rows = []
    for number, area in sorted(view.corpus.areas.items()):
        within = [c.id for c in area.commitments if c.id in mine]
        if within:
            colours = {identity: _colour(view, identity) for identity in sorted(within, key=by_number)}
            statuses = [f"{view.numbered(identity)}: {MARKS[colour].word.lower()}" for identity, colour in colours.items()]
            rows.append((cell(f"{int(number)}. {area.title}"), status(worst(colours.values()), ""), cell(*statuses)))
    caption = "Åtgärder som nämnden svarar för" if len(view.only) == 1 else "Åtgärder som nämnderna svarar för"
    return table_or("utdrag-alla", caption, heads, rows, "Nämnden svarar inte för någon åtgärd.", "cards")
