"""What is red, row by row: page one tells it, and an area refers to page one for what stands there whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vbe.language.swedish import by_number, capital, folded
from vbe.report.shapes import cell, day
from vbe.report.view import short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.model.records.followup import CommitmentReport
    from vbe.report.model import Cell
    from vbe.report.view import View

MOST_ROWS = 7
"""So many red parts are told one by one on page one; the rest stand with their areas."""
FEW_ROWS = 4
"""Where they are no more than this, there is room for more of each."""
LETTERS, LETTERS_OF_FEW = 90, 200
"""So many letters of a cause or a step are shown: the whole stands with the area."""
PAGE_ONE = "page-one"
"""The section that comes first for every reader, and that may stand alone."""


class RedRow(NamedTuple):
    """A commitment that is red, the board whose part it is (None where nobody has told anything), and what is told."""

    commitment: str
    board: str | None
    cells: tuple[Cell, ...]
    is_whole: bool
    """Whether nothing of it was cut."""


def reds(view: View) -> Iterator[str]:
    """The red commitments, by priority and number."""
    red = [identity for identity, s in view.verdicts.progress.items() if s.colour == "red"]
    yield from sorted(red, key=lambda i: (view.corpus.commitments[i].priority or 9, by_number(i)))


def red_rows(view: View) -> list[RedRow]:
    """A row for each board whose part is red; one for all that answer where no board has told anything."""
    parts = [(identity, board) for identity in reds(view) for board in _red_boards(view, identity)]
    most = LETTERS_OF_FEW if len(parts) <= FEW_ROWS else LETTERS
    return [_row(view, identity, board, most) for identity, board in parts]


def told_on_page_one(view: View) -> frozenset[tuple[str, str | None]]:
    """The red parts that page one tells all of; none where the file has no page one."""
    if PAGE_ONE not in view.numbers or not view.answered:
        return frozenset()
    return frozenset((row.commitment, row.board) for row in red_rows(view)[:MOST_ROWS] if row.is_whole)


def _red_boards(view: View, identity: str) -> list[str | None]:
    boards = [board for board, _report in view.reports(identity) if view.verdicts.parts[identity, board].colour == "red"]
    return [*boards] or [None]


def _row(view: View, identity: str, board: str | None, most: int) -> RedRow:
    verdict = view.verdicts.progress[identity] if board is None else view.verdicts.parts[identity, board]
    report = None if board is None else view.followed[board].commitments[identity]
    whose = view.names(view.answering[identity]) if board is None else view.name(board)
    head = (cell(view.numbered(identity)), cell(whose))
    if not view.cut.results:
        return RedRow(identity, board, (*head, cell(capital(verdict.words))), is_whole=True)
    if report is None:
        return RedRow(identity, board, (*head, cell(capital(verdict.words)), cell(None), day(None)), is_whole=True)
    is_whole = all(len(folded(text)) <= most for text in (report.cause, report.next_step) if text)
    return RedRow(identity, board, (*head, *_said(report, most)), is_whole)


def _said(report: CommitmentReport, most: int) -> tuple[Cell, ...]:
    """Cause, next step and its last day."""
    return (_line(report.cause, most), _line(report.next_step, most), day(report.next_step_due))


def _line(text: str | None, most: int) -> Cell:
    return cell(short(text, most) if text and folded(text) else None)
