"""The flat tables of the workbook: one row for each thing, the same columns in all of them, to filter and count in.

A value that is not known or not shown is an empty cell; what is too small to be shown is told as in every other form.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.domain.colours import MARKS
from vbe.domain.labels import STATE_COLOURS, swedish_state
from vbe.language.prose import from_english
from vbe.language.swedish import by_number, capital, folded, order
from vbe.model.records import HOLDERS
from vbe.report.model import Cell
from vbe.report.sections.ahead import known
from vbe.report.sections.since import flat
from vbe.report.series import UNITS, aimed, by_sex, points, reached, target
from vbe.report.shapes import amount, column, table

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator

    from vbe.domain.colours import Colour
    from vbe.model.records.area import Indicator
    from vbe.report.model import Column, Table
    from vbe.report.view import View

EMPTY = Cell(("",))


def sheets(view: View) -> tuple[Table, ...]:
    """Commitments, indicators, documents, the plan, the year before and, for those who get codes, the demands of the text."""
    made = [
        _sheet("Åtgärder", COMMITMENTS, _commitments(view)),
        _sheet("Mätetal", INDICATORS, _indicators(view)),
        _sheet("Rutiner och vägledning", DOCUMENTS, _documents(view)),
        _sheet("Plan", PLAN, _plan(view)),
    ]
    if view.verdicts.since is not None:
        made.append(_sheet(f"Jämfört med {view.verdicts.since.year}", _since(view.verdicts.since.year, view.year), flat(view)))
    if view.cut.codes:
        made.append(_sheet("Krav", DEMANDS, _demands(view)))
    return tuple(made)


def _sheet(title: str, heads: tuple[Column, ...], rows: Iterable[tuple[Cell, ...]]) -> Table:
    return table(f"blad-{title.split(maxsplit=1)[0].lower()}".translate(ASCII), title, heads, rows)


ASCII = str.maketrans("åäö", "aao")
COMMITMENTS = (
    column("Nummer"),
    column("Åtgärd"),
    column("Område"),
    column("Nämnd"),
    column("Förvaltning"),
    column("Status"),
    column("Färg"),
    column("Slutdatum", "date"),
    column("Annan tid"),
    column("Resultat"),
    column("Avvikelse"),
    column("Orsak"),
    column("Nästa steg"),
    column("Nästa steg senast", "date"),
)
INDICATORS = (
    column("Mätetal"),
    column("Område"),
    column("År", "number"),
    column("Värde", "number"),
    column("Visas som"),
    column("Enhet"),
    column("Målvärde", "number"),
    column("Målår", "number"),
    column("Nått"),
    column("Kvinnor"),
    column("Män"),
)
DOCUMENTS = (
    column("Dokument"),
    column("Slag"),
    column("Förvaltning eller nämnd"),
    column("Godkänd", "date"),
    column("Granskad", "date"),
    column("Nästa granskning", "date"),
    column("Läge"),
    column("Färg"),
)
PLAN = (column("Senast", "date"), column("Vad"), column("Vem"))

DEMANDS = (column("Krav"), column("Vad texten kräver"), column("Avsnitt"), column("Färg"))


def _since(before: int, now: int) -> tuple[Column, ...]:
    return (column("Slag"), column("Vad"), column(str(before)), column(str(now)), column("Förändring"), column("Riktning"))


def said(text: str | None) -> Cell:
    """A text on one line; an empty cell where there is none."""
    return Cell((folded(text),)) if text else EMPTY


def on(value: datetime.date | None) -> Cell:
    """A day as a day."""
    return EMPTY if value is None else Cell((value.isoformat(),), value=value.isoformat())


def coloured(colour: Colour) -> Cell:
    """A colour as its word, so that it can be filtered."""
    return Cell((MARKS[colour].word,))


def _commitments(view: View) -> Iterator[tuple[Cell, ...]]:
    """A row for each board that answers for a commitment; one without a board where none does."""
    for number, area in sorted(view.corpus.areas.items()):
        for commitment in sorted(area.commitments, key=lambda c: by_number(c.id)):
            other = None if commitment.deadline else view.due(commitment)
            for board in view.answering[commitment.id] or ("",):
                yield (
                    said((commitment.number or commitment.id) if view.cut.codes else None),
                    said(commitment.text),
                    said(f"{int(number)}. {area.title}"),
                    said(view.name(board) if board else None),
                    said(", ".join(view.name(d) for d in view.departments_of(board)) if board else None),
                    *_part(view, commitment.id, board)[:2],
                    on(commitment.deadline),
                    said(other),
                    *_part(view, commitment.id, board)[2:],
                )


def _part(view: View, identity: str, board: str) -> tuple[Cell, ...]:
    """Status and colour of a board's part, and what it says where the reader gets results."""
    part = view.verdicts.parts.get((identity, board))
    report = view.followed[board].commitments.get(identity) if board in view.followed else None
    shown = report if view.cut.results else None
    return (
        said(capital(part.words) if part else "Ej redovisad"),
        coloured(part.colour if part else view.verdicts.progress[identity].colour),
        said(shown.result if shown else None),
        said(shown.deviation if shown else None),
        said(shown.cause if shown else None),
        said(shown.next_step if shown else None),
        on(shown.next_step_due if shown else None),
    )


def _indicators(view: View) -> Iterator[tuple[Cell, ...]]:
    """A row for each indicator and year; a number only where the value may be shown."""
    for number, area in sorted(view.corpus.areas.items()):
        for indicator in area.indicators:
            aim = target(indicator, view.year)
            sexes = [values for _sex, values in by_sex(view, indicator)]
            for at, point in enumerate(points(view, indicator)):
                met = reached(view, indicator) if point.year == view.year else None
                shown = point.shown
                yield (
                    said(indicator.title),
                    said(f"{int(number)}. {area.title}"),
                    Cell((str(point.year),), value=point.year),
                    EMPTY if shown.value is None else Cell((shown.text,), value=shown.value),
                    said(shown.text),
                    said(UNITS[indicator.unit]),
                    _aim(view, indicator, aim) if aim and not isinstance(aim[1], bool) else EMPTY,
                    Cell((str(aim[0]),), value=aim[0]) if aim else EMPTY,
                    said({True: "ja", False: "nej", None: None}[met]),
                    *((said(values[at].text) for values in sexes) if sexes else (EMPTY, EMPTY)),
                )


def _aim(view: View, indicator: Indicator, aim: tuple[int, float | bool]) -> Cell:
    """A target as a number; an empty cell where it is too small to be shown, as for a value."""
    shown = aimed(view, indicator, aim)
    return EMPTY if shown.value is None else amount(shown.value)


def _documents(view: View) -> Iterator[tuple[Cell, ...]]:
    for record in sorted(view.corpus.documents, key=lambda record: order(record.content.title)):
        judged = view.verdicts.freshness.get((record.kind, record.id))
        state = view.state(record.kind, record.id)
        review = record.content.review_on(view.as_of)
        yield (
            said(record.content.title),
            said(capital(from_english(HOLDERS[record.kind].label))),
            said(view.name(record.owner)),
            on(record.content.approved_on),
            on(review.date if review else None),
            on(judged.due_on if judged else None),
            said(capital(swedish_state(state))),
            coloured(STATE_COLOURS[state]),
        )


def _plan(view: View) -> Iterator[tuple[Cell, ...]]:
    for due in known(view):
        yield (on(due.on), said(due.what), said(capital(due.who)))


def _demands(view: View) -> Iterator[tuple[Cell, ...]]:
    for obligation in view.corpus.obligations.values():
        colour = view.verdicts.demands[obligation.id].colour
        yield (said(obligation.id), said(obligation.demand), said(obligation.section), coloured(colour))
