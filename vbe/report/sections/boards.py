"""The same commitments as by action area, so that each board finds its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.language.swedish import by_number, date
from vbe.report.model import Callout
from vbe.report.rows import board_standing, due, is_shared
from vbe.report.shapes import NOT_APPLICABLE, cell, column, group, listing, paragraph, status, table, table_or
from vbe.report.view import labelled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.model.records.followup import FollowUp
    from vbe.report.model import Block, Cell, Flat, Group
    from vbe.report.view import View


def boards(view: View) -> Iterator[Block]:
    """Each board."""
    for board in view.boards:
        yield _board(view, board)


def _board(view: View, board: str) -> Group:
    report = view.followed.get(board)
    title = labelled(view.name(board), example=bool(report and report.example))
    return group(f"namnd-{board}", title, _board_blocks(view, board, report))


def _board_blocks(view: View, board: str, report: FollowUp | None) -> Iterator[Flat]:
    expected = sorted((i for i, boards_ in view.answering.items() if board in boards_), key=by_number)
    if report is None and board in view.begun:
        text = view.say("board_begun", year=view.year)
        yield Callout("warning", "Redovisningen är inte lämnad", text)
    elif report is None:
        text = view.say("extract_not_reported", year=view.year)
        yield Callout("warning", "Redovisning saknas", text)
    if report is None:
        if expected:
            yield paragraph(view.say("board_owes"))
            yield listing(view.numbered(identity) for identity in expected)
        return
    yield paragraph(view.say("board_handed_in", on=date(report.reported_on)))
    if report.summary:
        yield paragraph(report.summary)
    yield from _commitments(view, board, report, _known(view, {*report.commitments, *expected}))
    known = _known(view, {*report.commitments})
    notes = [f"{view.numbered(i)}: {note}" for i in known if (note := report.commitments[i].internal_note)]
    if notes:
        yield paragraph(view.say("board_notes"))
        yield listing(notes)


def _known(view: View, identities: set[str]) -> list[str]:
    """In order, and only those that exist: a report on a commitment that is no more is a finding of `validate`."""
    return sorted((i for i in identities if i in view.corpus.commitments), key=by_number)


def _commitments(view: View, board: str, report: FollowUp, identities: list[str]) -> Iterator[Flat]:
    """Where each stands, and what was done unless that stands with the areas already."""
    areas = view.reference("areas")
    heads = [column("Åtgärd", width=5), column("Klart senast", "date", 2), column("Läge", "status", 3)]
    if view.cut.results and not areas:
        heads.append(column("Resultat", width=5))
    reported = [identity for identity in identities if identity in report.commitments]
    rows = [_row(view, board, report, identity) for identity in reported]
    rows = [row[: len(heads)] for row in (*rows, *_untold(view, board, [i for i in identities if i not in reported]))]
    empty = "Nämnden svarar inte för någon åtgärd."
    yield table_or(f"namnd-{board}-atgarder", f"Åtgärder som {view.inside(board)} svarar för", heads, rows, empty)
    if view.cut.results and areas and rows:
        yield from _results(view, board, report, [i for i in identities if i in report.commitments and is_shared(view, i)])


def _results(view: View, board: str, report: FollowUp, identities: list[str]) -> Iterator[Flat]:
    """What many boards report on is told by each in its own place; the rest is with its area."""
    yield paragraph(view.say("board_results", place=view.reference("areas"), some_here=len(identities)))
    if identities:
        heads = (column("Åtgärd", width=4), column("Resultat", width=5))
        rows = [(cell(view.numbered(i)), cell(report.commitments[i].result)) for i in identities]
        caption = f"Vad {view.inside(board)} har gjort i åtgärder som många nämnder redovisar"
        yield table(f"namnd-{board}-resultat", caption, heads, rows)


def _row(view: View, board: str, report: FollowUp, identity: str) -> tuple[Cell, ...]:
    head = (cell(view.numbered(identity)), due(view, view.corpus.commitments[identity]))
    return (*head, board_standing(view, identity, board), cell(report.commitments[identity].result))


def _untold(view: View, board: str, identities: list[str]) -> Iterator[tuple[Cell, ...]]:
    """What the board has not told of: one row for all that stand alike."""
    alike: dict[Cell, list[str]] = {}
    for identity in identities:
        is_judged = (identity, board) in view.verdicts.parts
        standing = board_standing(view, identity, board) if is_judged else status("grey", "Ej redovisad")
        alike.setdefault(standing, []).append(identity)
    for standing, those in alike.items():
        nothing = cell(NOT_APPLICABLE)
        yield (cell(*(view.numbered(identity) for identity in those)), nothing, standing, nothing)
