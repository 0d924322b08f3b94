"""The heart of the report: commitment by commitment, by action area and by board."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.report.model import Callout, Facts
from vbe.report.rows import (
    DEVIATION_COLUMNS,
    board_standing,
    commitment_cell,
    deviation_rows,
    due,
    own_result_cell,
    responsible,
    result_cell,
    short,
    spread,
    standing_cell,
)
from vbe.report.series import YEARS, chart, target_text, value_cells
from vbe.report.shapes import cell, column, fact, group, listing, paragraph, status, table, table_or
from vbe.report.swedish import by_number, count, date, listed
from vbe.report.verdicts import tally
from vbe.report.view import labelled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.records.area import Area, Commitment
    from vbe.records.followup import FollowUp
    from vbe.report.model import Block, Cell, Flat, Group
    from vbe.report.view import View


def areas(view: View) -> Iterator[Block]:
    """Section 5: each action area."""
    for number, area in sorted(view.corpus.areas.items()):
        yield _area(view, number, area)


def _area(view: View, number: str, area: Area) -> Group:
    title = labelled(f"Område {int(number)}. {area.title}", example=area.example)
    return group(f"omrade-{number}", title, _area_blocks(view, number, area), view.verdicts.areas[number])


def _area_blocks(view: View, number: str, area: Area) -> Iterator[Flat]:
    colour = view.verdicts.areas[number]
    commitments = sorted(area.commitments, key=lambda c: by_number(c.id))
    counts = tally(view.verdicts.standings[c.id].colour for c in commitments)
    yield paragraph(area.purpose)
    if not any(view.verdicts.standings[c.id].statuses for c in commitments):
        yield Callout(
            "warning", "Ingen har redovisat området", f"För {view.year} finns ingen redovisning av åtgärderna i området."
        )
    boards = {board for c in commitments for board in view.answering[c.id]}
    yield Facts(
        "",
        (
            fact("Leder arbetet", view.name(area.lead)),
            fact("Svarar för åtgärderna", view.names(view.sorted_names(frozenset(boards)))),
            fact(
                "Områdets läge",
                f"{spread(counts) or 'inga'} av {count(len(commitments), 'åtgärd', 'åtgärder')}",
                colour,
            ),
        ),
    )
    yield _commitments(view, number, commitments)
    yield from _deviations(view, number, commitments)
    yield from _indicators(view, number, area)
    yield from _uncarried(view, number)


def _commitments(view: View, number: str, commitments: list[Commitment]) -> Flat:
    heads = [
        column("Åtgärd", width=5),
        column("Ansvarig", width=3),
        column("Klart senast", "date", 2),
        column("Läge", "status", 2),
    ]
    if view.cut.results:
        heads.append(column("Resultat", width=5))
    rows = [_row(view, commitment) for commitment in commitments]
    empty = "Området har inga åtgärder."
    return table_or(f"atgarder-{number}", f"Åtgärder i område {int(number)}", heads, rows, empty)


def _row(view: View, commitment: Commitment) -> tuple[Cell, ...]:
    row = (
        commitment_cell(commitment.id, commitment),
        responsible(view, commitment),
        due(view, commitment),
        standing_cell(view, commitment.id),
    )
    return (*row, result_cell(view, commitment.id)) if view.cut.results else row


def _deviations(view: View, number: str, commitments: list[Commitment]) -> Iterator[Flat]:
    if not view.cut.results:
        return
    standings = view.verdicts.standings
    wanted = [
        c.id
        for c in commitments
        if standings[c.id].colour in ("red", "yellow") or any(r.deviation for _, r in view.reports(c.id))
    ]
    if wanted:
        caption = f"Avvikelser i område {int(number)}, med orsak och nästa steg"
        yield table(f"avvikelser-{number}", caption, DEVIATION_COLUMNS, deviation_rows(view, wanted))


def _indicators(view: View, number: str, area: Area) -> Iterator[Flat]:
    if not area.indicators:
        yield paragraph("Området saknar mätetal.")
        return
    years = [column(str(year), "number") for year in range(view.year - YEARS + 1, view.year + 1)]
    heads = (column("Mätetal", width=4), column("Målvärde", "number", 2), *years)
    rows = [(cell(i.title), cell(target_text(i, view.year)), *value_cells(view, i)) for i in area.indicators]
    yield table(f"matetal-{number}", f"Mätetal i område {int(number)}", heads, rows)
    for indicator in area.indicators:
        drawn = chart(view, indicator, number)
        if drawn is not None:
            yield drawn


def _uncarried(view: View, number: str) -> Iterator[Flat]:
    """The demands of the area's part of the text that nothing carries."""
    demands = [o for o in view.corpus.obligations.values() if o.area == int(number)]
    bare = [o for o in demands if not view.verdicts.carried[o.id].carriers and view.verdicts.carried[o.id].colour == "red"]
    if bare:
        them = "det" if len(bare) == 1 else "dem"
        yield paragraph(f"{count(len(bare), 'krav', 'krav')} i områdets text har inget som bär {them}:")
        yield listing(f"{o.id} {o.demand}" for o in bare)


def boards(view: View) -> Iterator[Block]:
    """Section 6: the same commitments, so that each board finds its own."""
    for board in view.boards:
        yield _board(view, board)


def _board(view: View, board: str) -> Group:
    report = view.followed.get(board)
    title = labelled(view.name(board), example=bool(report and report.example))
    return group(f"namnd-{board}", title, _board_blocks(view, board, report))


def _board_blocks(view: View, board: str, report: FollowUp | None) -> Iterator[Flat]:
    expected = sorted((i for i, boards_ in view.answering.items() if board in boards_), key=by_number)
    if report is None:
        text = f"Nämnden har inte lämnat någon redovisning för {view.year}."
        yield Callout("warning", "Redovisning saknas", text)
        if expected:
            yield paragraph(f"Nämnden svarar för {'åtgärd' if len(expected) == 1 else 'åtgärderna'} {listed(expected)}.")
        return
    if board in view.answered:
        yield paragraph(f"Redovisningen lämnades {date(report.reported_on)}.")
    else:
        text = f"Nämnden har börjat fylla i men inte lämnat sin redovisning för {view.year}."
        yield Callout("warning", "Redovisningen är inte lämnad", text)
    if report.summary:
        yield paragraph(report.summary)
    heads = [column("Åtgärd", width=5), column("Klart senast", "date", 2), column("Läge", "status", 2)]
    if view.cut.results:
        heads.append(column("Resultat", width=5))
    rows = [_board_row(view, board, identity) for identity in _known(view, {*report.commitments, *expected})]
    empty = "Nämnden svarar inte för någon åtgärd."
    yield table_or(f"namnd-{board}-atgarder", f"Åtgärder som {view.inside(board)} svarar för", heads, rows, empty)
    notes = [f"{i}: {r.internal_note}" for i, r in report.commitments.items() if r.internal_note]
    if notes:
        yield paragraph("Interna anteckningar, inte för spridning:")
        yield listing(notes)


def _known(view: View, identities: set[str]) -> list[str]:
    """In order, and only those that exist: a report on a commitment that is no more is a finding of `validate`."""
    return sorted((i for i in identities if i in view.corpus.commitments), key=by_number)


def _board_row(view: View, board: str, identity: str) -> tuple[Cell, ...]:
    commitment = view.corpus.commitments[identity]
    report = view.followed[board].commitments.get(identity)
    head = (cell(f"{identity} {short(commitment.text)}"), due(view, commitment))
    if report is None:
        row = (*head, status("grey", "Ej redovisad"))
        return (*row, cell(None)) if view.cut.results else row
    row = (*head, board_standing(view, identity, board))
    if not view.cut.results:
        return row
    return (*row, own_result_cell(view, identity, report))
