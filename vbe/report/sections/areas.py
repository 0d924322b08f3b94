"""The heart of the report: commitment by commitment, by action area."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.domain.colours import tally
from vbe.language.swedish import by_number
from vbe.model.fields import stated
from vbe.report import sentences
from vbe.report.model import Callout, Facts
from vbe.report.rows import (
    DEVIATION_COLUMNS,
    as_read,
    commitment_cell,
    deviation_rows,
    due,
    responsible,
    result_cell,
    standing_cell,
)
from vbe.report.sections.areas_brief import waiting
from vbe.report.sections.comments import commented_area
from vbe.report.series import chart, target_text, value_cells, year_columns
from vbe.report.shapes import cell, column, fact, group, listing, paragraph, table, table_of
from vbe.report.view import labelled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from vbe.model.records.area import Area, Commitment
    from vbe.report.model import Block, Cell, Column, Flat, Group
    from vbe.report.view import View


def areas(view: View) -> Iterator[Block]:
    """Each action area."""
    for number, area in sorted(view.corpus.areas.items()):
        yield _area(view, number, area)


def _area(view: View, number: str, area: Area) -> Group:
    title = labelled(f"Område {int(number)}. {area.title}", example=area.example)
    return group(f"omrade-{number}", title, _area_blocks(view, number, area), view.verdicts.areas[number])


def _area_blocks(view: View, number: str, area: Area) -> Iterator[Flat]:
    colour = view.verdicts.areas[number]
    commitments = sorted(area.commitments, key=lambda c: by_number(c.id))
    counts = tally(view.verdicts.progress[c.id].colour for c in commitments)
    if stated(area.purpose):
        yield paragraph(stated(area.purpose))
    if not any(view.verdicts.progress[c.id].statuses for c in commitments):
        yield Callout("warning", "Ingen har redovisat området", view.say("area_unreported", year=view.year))
    boards = {board for c in commitments for board in view.answering[c.id]}
    yield Facts(
        "",
        (
            fact("Leder arbetet", as_read(view.name(area.lead), area, "lead")),
            fact("Svarar för åtgärderna", view.names(view.sorted_names(frozenset(boards)))),
            fact("Områdets läge", sentences.commitments.area_state(view.say, counts), colour),
        ),
    )
    yield _commitments(view, number, commitments)
    silent = waiting(view, [c.id for c in commitments])
    if silent:
        yield paragraph(silent)
    yield from _deviations(view, number, commitments)
    yield from _indicators(view, number, area)
    yield from _uncarried(view, number)
    yield from commented_area(view, number)


def _commitments(view: View, number: str, commitments: list[Commitment]) -> Flat:
    columns: list[tuple[Column, Callable[[Commitment], Cell]]] = [
        (column("Åtgärd", width=5), lambda c: commitment_cell(c.id, c)),
        (column("Ansvarig", width=3), lambda c: responsible(view, c)),
        (column("Klart senast", "date", 2), lambda c: due(view, c)),
        (column("Läge", "status", 2), lambda c: standing_cell(view, c.id)),
    ]
    if view.cut.results:
        columns.append((column("Resultat", width=5), lambda c: result_cell(view, c.id)))
    caption = f"Åtgärder i område {int(number)}"
    return table_of(f"atgarder-{number}", caption, commitments, columns, "Området har inga åtgärder.")


def _deviations(view: View, number: str, commitments: list[Commitment]) -> Iterator[Flat]:
    if not view.cut.results:
        return
    standings = view.verdicts.progress
    wanted = [
        c.id
        for c in commitments
        if standings[c.id].colour in ("red", "yellow") or any(r.deviation for _, r in view.reports(c.id))
    ]
    rows = deviation_rows(view, wanted)
    if rows:
        caption = f"Avvikelser i område {int(number)}, med orsak och nästa steg"
        yield table(f"avvikelser-{number}", caption, DEVIATION_COLUMNS, rows)


def _indicators(view: View, number: str, area: Area) -> Iterator[Flat]:
    if not area.indicators:
        if view.held.indicators:
            yield paragraph(view.say("area_without_indicators"))
        return
    heads = (column("Mätetal", width=4), column("Målvärde", "number", 2), *year_columns(view))
    targets = {i.id: as_read(target_text(view, i), i, "target") for i in area.indicators}
    rows = [(cell(i.title), cell(targets[i.id]), *value_cells(view, i)) for i in area.indicators]
    yield table(f"matetal-{number}", f"Mätetal i område {int(number)}", heads, rows)
    for indicator in area.indicators:
        drawn = chart(view, indicator, number)
        if drawn is not None:
            yield drawn


def _uncarried(view: View, number: str) -> Iterator[Flat]:
    """The demands of the area's part of the text that nothing carries."""
    demands = [o for o in view.corpus.obligations.values() if o.area == int(number)]
    bare = [o for o in demands if not view.verdicts.demands[o.id].is_answered]
    if bare:
        yield paragraph(sentences.documents.bare_demands(view.say, len(bare)))
        yield listing(f"{o.id} {o.demand}" for o in bare)
