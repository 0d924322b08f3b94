"""Page one: the result, where it stands, what is red, what has changed and what is proposed. It stands alone as a form too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.domain.colours import MARKS, tally
from vbe.language.swedish import by_number, capital, date, folded
from vbe.report import sentences
from vbe.report.sections.comments import summarised
from vbe.report.sections.since import counted
from vbe.report.sections.summary import opening, points_to_decide, reds, what_was_decided
from vbe.report.shapes import NOT_APPLICABLE, cell, column, day, group, listing, paragraph, status, table
from vbe.report.view import short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.domain.matrix import Cell as State
    from vbe.model.records.followup import CommitmentReport
    from vbe.report.model import Block, Cell, Flat, Group, Table
    from vbe.report.view import View

MOST_ROWS = 7
"""So many red parts are told one by one; the rest are counted."""
SAID = 90
"""So many letters of a cause or a step are shown: the whole stands in the report."""
NAMED = 6
"""So many commitments that have changed are named; the rest are counted."""


def page_one(view: View) -> Iterator[Block]:
    """The page that answers what is red, why, what changed, what is to be decided, and whose it is."""
    yield paragraph(opening(view), lead=True)
    yield from summarised(view)
    if not view.answered:
        yield _decision(view)
        return
    if view.silent:
        answered = sentences.who_answered(len(view.boards) - len(view.silent), len(view.boards))
        yield paragraph(f"{capital(answered)} har svarat; svar saknas från {view.names_inside(list(view.silent))}.")
    yield matrix(view)
    red = list(reds(view))
    if red:
        title = f"{MARKS['red'].symbol}\u00a0{capital(sentences.reds(len(red)))}"
        yield group("page-one-red", title, _red(view, red))
    else:
        yield group("page-one-red", "Inget är rött", [paragraph("Ingen åtgärd är röd.")])
    yield group("page-one-since", f"Ändrat sedan {view.year - 1}", [paragraph(" ".join(_since(view)))])
    yield _decision(view)


def _decision(view: View) -> Group:
    """What was decided; until then what is proposed."""
    if view.decided is not None:
        return group("page-one-decision", "Beslut", what_was_decided(view))
    board = view.name(view.corpus.profile.executive_board)
    return group("page-one-decision", "Förslag till beslut", [listing(points_to_decide(view, board), ordered=True)])


def matrix(view: View) -> Table:
    """Areas by boards: the worst colour of each board's commitments in an area, and how many have it."""
    boards = view.answering_organisation.reporting_boards
    heads = (column("Område", width=3), *(column(view.name(board), "status") for board in boards))
    rows = [
        (cell(f"{int(number)}. {area.title}"), *(_state(view.verdicts.matrix[number].get(board)) for board in boards))
        for number, area in view.corpus.areas.items()
    ]
    caption = "Läget per åtgärdsområde och nämnd: den sämsta färgen, och hur många av nämndens åtgärder som har den"
    return table("page-one-matrix", caption, heads, rows, look="matrix")


def _state(state: State | None) -> Cell:
    return cell(NOT_APPLICABLE) if state is None else status(state.colour, f"{state.worst} av {state.commitments}")


def _red(view: View, red: list[str]) -> Iterator[Flat]:
    rows = [row for identity in red for row in _red_rows(view, identity)]
    heads = [column("Åtgärd", width=4), column("Ansvarig", width=3)]
    if view.cut.results:
        heads += [column("Orsak", width=5), column("Nästa steg", width=5), column("Senast", "date", 2)]
    else:
        heads += [column("Läge", width=4)]
    yield table("page-one-red-rows", "Det som är rött", heads, rows[:MOST_ROWS], look="cards")
    if len(rows) > MOST_ROWS:
        yield paragraph(sentences.further_rows(len(rows) - MOST_ROWS, view.reference("deviations")))


def _red_rows(view: View, identity: str) -> Iterator[tuple[Cell, ...]]:
    """A row for each board whose part is red; one for all that answer where no board has told anything."""
    named = cell(view.numbered(identity))
    told = [(b, r) for b, r in view.reports(identity) if view.verdicts.parts[identity, b].colour == "red"]
    for board, report in told:
        yield (named, cell(view.name(board)), *_said(view, view.verdicts.parts[identity, board].words, report))
    if not told:
        verdict = view.verdicts.progress[identity]
        yield (named, cell(view.names(view.answering[identity])), *_said(view, verdict.words, None))


def _said(view: View, words: str, report: CommitmentReport | None) -> tuple[Cell, ...]:
    """Cause, next step and its last day; only how it stands where the reader gets no results."""
    if not view.cut.results:
        return (cell(capital(words)),)
    if report is None:
        return (cell(capital(words)), cell(None), day(None))
    return (_line(report.cause), _line(report.next_step), day(report.next_step_due))


def _line(text: str | None) -> Cell:
    return cell(short(text, SAID) if text and folded(text) else None)


def _since(view: View) -> Iterator[str]:
    """How many commitments have got better and worse since last year's report, and which."""
    since = view.verdicts.since
    if since is None:
        yield f"Det finns ingen uppföljning för {view.year - 1} att jämföra med."
        return
    yield f"Då, den {date(since.as_of)}, var {sentences.spread(since.counts)}."
    now = tally(verdict.colour for verdict in view.verdicts.progress.values())
    yield f"Gröna nu: {counted(now['green'] - since.counts['green'])}. Röda nu: {counted(now['red'] - since.counts['red'])}."
    if not since.better and not since.worse:
        yield "Ingen åtgärd har blivit bättre eller sämre."
    for which, word in ((since.better, "bättre"), (since.worse, "sämre")):
        yield from sentences.changed(sorted(which, key=by_number), word, NAMED if view.cut.codes else 0)
