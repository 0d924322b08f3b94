"""Page one: the result, where it stands, what is red, what has changed and what is proposed. It stands alone as a form too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.domain.colours import MARKS, tally
from vbe.language.swedish import capital, date
from vbe.report import sentences
from vbe.report.sections.comments import summarised
from vbe.report.sections.red import MOST_ROWS, red_rows
from vbe.report.sections.summary import opening, points_to_decide, what_was_decided, who_has_answered
from vbe.report.shapes import NOT_APPLICABLE, cell, column, group, listing, paragraph, status, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.domain.matrix import Cell as State
    from vbe.report.model import Block, Cell, Flat, Group, Table
    from vbe.report.sections.red import RedRow
    from vbe.report.view import View

MAX_NAMED = 4
"""So many commitments that have changed are named; the rest are counted."""


def page_one(view: View) -> Iterator[Block]:
    """The page that answers what is red, why, what changed, what is to be decided, and whose it is."""
    yield paragraph(opening(view), lead=True)
    yield from summarised(view)
    if not view.answered:
        yield _decision(view)
        return
    if view.silent:
        yield paragraph(who_has_answered(view))
    yield matrix(view)
    rows = red_rows(view)
    if rows:
        red = len({row.commitment for row in rows})
        title = f"{MARKS['red'].symbol}\u00a0{capital(sentences.phrases.reds(red))}"
        yield group("page-one-red", title, _red(view, rows))
    else:
        yield group("page-one-red", "Inget är rött", [paragraph(view.say("none_is_red"))])
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
    return cell(NOT_APPLICABLE) if state is None else status(state.colour, f"{state.worst}\u00a0av\u00a0{state.commitments}")


def _red(view: View, rows: list[RedRow]) -> Iterator[Flat]:
    heads = [column("Åtgärd", width=4), column("Ansvarig", width=3)]
    if view.cut.results:
        heads += [column("Orsak", width=5), column("Nästa steg", width=5), column("Senast", "date", 2)]
    else:
        heads += [column("Läge", width=4)]
    shown = [row.cells for row in rows[:MOST_ROWS]]
    caption = "Orsak, nästa steg och sista dag" if view.cut.results else "Vem som svarar för det, och läget"
    yield table("page-one-red-rows", caption, heads, shown, look="cards")
    if len(rows) > MOST_ROWS:
        place = view.reference("areas-brief") or view.reference("areas")
        yield paragraph(sentences.commitments.further_rows(view.say, len(rows) - MOST_ROWS, place))


def _since(view: View) -> Iterator[str]:
    """How many commitments have got better and worse since last year's report, and which."""
    since = view.verdicts.since
    if since is None:
        yield view.say("since_nothing", year=view.year - 1)
        return
    yield view.say("since_then", as_of=date(since.as_of), colours=sentences.phrases.spread(since.counts, words=True))
    now = tally(verdict.colour for verdict in view.verdicts.progress.values())
    yield sentences.commitments.moved(view.say, now["green"] - since.counts["green"], now["red"] - since.counts["red"])
    if not since.better and not since.worse:
        yield view.say("since_same")
    for which, word in ((since.better, "bättre"), (since.worse, "sämre")):
        named = view.names_of(which, MAX_NAMED) if len(which) <= MAX_NAMED else []
        yield from sentences.commitments.changed(view.say, len(which), word, named)
