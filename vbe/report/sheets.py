"""The flat tables of the workbook: one row for each thing, the same columns in all of them, to filter and count in.

A value that is not known or not shown is an empty cell; what is too small to be shown is told as in every other form.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

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
    from collections.abc import Iterable, Iterator, Sequence

    from vbe.domain.colours import Colour
    from vbe.domain.disclosure.numbers import Shown
    from vbe.domain.progress import Progress
    from vbe.model.records import Record
    from vbe.model.records.area import Commitment, Indicator
    from vbe.model.records.followup import CommitmentReport
    from vbe.model.records.obligations import Obligation
    from vbe.model.records.routine import Clocked
    from vbe.report.model import Column, Table
    from vbe.report.sections.dates import Due
    from vbe.report.series import Point
    from vbe.report.shapes import Columns, T
    from vbe.report.view import View

EMPTY = Cell(("",))


def sheets(view: View) -> tuple[Table, ...]:
    """Commitments, indicators, documents, the plan, the year before and, for those who get codes, the demands of the text."""
    tables = [_commitments(view), _indicators(view), _documents(view), _sheet("Plan", known(view), PLAN)]
    if view.verdicts.since is not None:
        tables.append(_since(view, view.verdicts.since.year))
    if view.cut.codes:
        tables.append(_demands(view))
    return tuple(tables)


def _sheet(title: str, things: Iterable[T], columns: Columns[T]) -> Table:
    rows = [tuple(cell_of(thing) for _head, cell_of in columns) for thing in things]
    return _table(title, [head for head, _cell_of in columns], rows)


def _table(title: str, heads: Sequence[Column], rows: Iterable[tuple[Cell, ...]]) -> Table:
    return table(f"blad-{title.split(maxsplit=1)[0].lower()}".translate(ASCII), title, heads, rows)


ASCII = str.maketrans("åäö", "aao")


def _since(view: View, year: int) -> Table:
    heads = map(column, ("Slag", "Vad", str(year), str(view.year), "Förändring", "Riktning"))
    return _table(f"Jämfört med {year}", tuple(heads), flat(view))


def said(text: str | None) -> Cell:
    """A text on one line; an empty cell where there is none."""
    return Cell((folded(text),)) if text else EMPTY


def on(value: datetime.date | None) -> Cell:
    """A day as a day."""
    return EMPTY if value is None else Cell((value.isoformat(),), value=value.isoformat())


def coloured(colour: Colour) -> Cell:
    """A colour as its word, so that it can be filtered."""
    return Cell((MARKS[colour].word,))


class _Part(NamedTuple):
    """A board's part of a commitment; no board where none answers for it, and no report where none is told to this reader."""

    area: str
    commitment: Commitment
    board: str
    progress: Progress | None
    report: CommitmentReport | None


def _parts(view: View) -> Iterator[_Part]:
    for number, area in sorted(view.corpus.areas.items()):
        for commitment in sorted(area.commitments, key=lambda c: by_number(c.id)):
            for board in view.answering[commitment.id] or ("",):
                answer = view.followed[board].commitments.get(commitment.id) if board in view.followed else None
                progress = view.verdicts.parts.get((commitment.id, board))
                yield _Part(f"{int(number)}. {area.title}", commitment, board, progress, answer if view.cut.results else None)


def _commitments(view: View) -> Table:
    """A row for each board that answers for a commitment; one without a board where none does."""
    whole = view.verdicts.progress
    columns: Columns[_Part] = (
        (column("Nummer"), lambda p: said((p.commitment.number or p.commitment.id) if view.cut.codes else None)),
        (column("Åtgärd"), lambda p: said(p.commitment.text)),
        (column("Område"), lambda p: said(p.area)),
        (column("Nämnd"), lambda p: said(view.name(p.board) if p.board else None)),
        (column("Förvaltning"), lambda p: said(", ".join(map(view.name, view.departments_of(p.board))) if p.board else None)),
        (column("Status"), lambda p: said(capital(p.progress.words) if p.progress else "Ej redovisad")),
        (column("Färg"), lambda p: coloured((p.progress or whole[p.commitment.id]).colour)),
        (column("Slutdatum", "date"), lambda p: on(p.commitment.deadline)),
        (column("Annan tid"), lambda p: said(None if p.commitment.deadline else view.due(p.commitment))),
        (column("Resultat"), lambda p: said(p.report.result if p.report else None)),
        (column("Avvikelse"), lambda p: said(p.report.deviation if p.report else None)),
        (column("Orsak"), lambda p: said(p.report.cause if p.report else None)),
        (column("Nästa steg"), lambda p: said(p.report.next_step if p.report else None)),
        (column("Nästa steg senast", "date"), lambda p: on(p.report.next_step_due if p.report else None)),
    )
    return _sheet("Åtgärder", _parts(view), columns)


class _Value(NamedTuple):
    """An indicator's value of a year, its target, whether that was reached, and what is told of women and of men."""

    area: str
    indicator: Indicator
    point: Point
    aim: tuple[int, float | bool] | None
    reached: bool | None
    by_sex: tuple[str, ...]


def _values(view: View) -> Iterator[_Value]:
    for number, area in sorted(view.corpus.areas.items()):
        for indicator in area.indicators:
            aim = target(indicator, view.year)
            sexes = [values for _sex, values in by_sex(view, indicator)]
            for at, point in enumerate(points(view, indicator)):
                met = reached(view, indicator) if point.year == view.year else None
                texts = tuple(values[at].text for values in sexes) or ("", "")
                yield _Value(f"{int(number)}. {area.title}", indicator, point, aim, met, texts)


def _indicators(view: View) -> Table:
    """A row for each indicator and year; a number only where the value may be shown."""
    columns: Columns[_Value] = (
        (column("Mätetal"), lambda v: said(v.indicator.title)),
        (column("Område"), lambda v: said(v.area)),
        (column("År", "number"), lambda v: Cell((str(v.point.year),), value=v.point.year)),
        (column("Värde", "number"), lambda v: _number(v.point.shown)),
        (column("Visas som"), lambda v: said(v.point.shown.text)),
        (column("Enhet"), lambda v: said(UNITS[v.indicator.unit])),
        (column("Målvärde", "number"), lambda v: _aim(view, v.indicator, v.aim)),
        (column("Målår", "number"), lambda v: Cell((str(v.aim[0]),), value=v.aim[0]) if v.aim else EMPTY),
        (column("Nått"), lambda v: said({True: "ja", False: "nej", None: None}[v.reached])),
        (column("Kvinnor"), lambda v: said(v.by_sex[0])),
        (column("Män"), lambda v: said(v.by_sex[1])),
    )
    return _sheet("Mätetal", _values(view), columns)


def _number(shown: Shown) -> Cell:
    return EMPTY if shown.value is None else Cell((shown.text,), value=shown.value)


def _aim(view: View, indicator: Indicator, aim: tuple[int, float | bool] | None) -> Cell:
    """A target as a number; an empty cell where it is none, or is too small to be shown, as for a value."""
    shown = aimed(view, indicator, aim) if aim and not isinstance(aim[1], bool) else None
    return EMPTY if shown is None or shown.value is None else amount(shown.value)


def _documents(view: View) -> Table:
    due = {key: judged.due_on for key, judged in view.verdicts.freshness.items()}
    columns: Columns[Record[Clocked]] = (
        (column("Dokument"), lambda r: said(r.content.title)),
        (column("Slag"), lambda r: said(capital(from_english(HOLDERS[r.kind].label)))),
        (column("Förvaltning eller nämnd"), lambda r: said(view.name(r.owner))),
        (column("Godkänd", "date"), lambda r: on(r.content.approved_on)),
        (column("Granskad", "date"), lambda r: on(review.date if (review := r.content.review_on(view.as_of)) else None)),
        (column("Nästa granskning", "date"), lambda r: on(due.get((r.kind, r.id)))),
        (column("Läge"), lambda r: said(capital(swedish_state(view.state(r.kind, r.id))))),
        (column("Färg"), lambda r: coloured(STATE_COLOURS[view.state(r.kind, r.id)])),
    )
    documents = sorted(view.corpus.documents, key=lambda record: order(record.content.title))
    return _sheet("Rutiner och vägledning", documents, columns)


PLAN: Columns[Due] = (
    (column("Senast", "date"), lambda due: on(due.on)),
    (column("Vad"), lambda due: said(due.what)),
    (column("Vem"), lambda due: said(capital(due.who))),
)


def _demands(view: View) -> Table:
    columns: Columns[Obligation] = (
        (column("Krav"), lambda o: said(o.id)),
        (column("Vad texten kräver"), lambda o: said(o.demand)),
        (column("Avsnitt"), lambda o: said(o.section)),
        (column("Färg"), lambda o: coloured(view.verdicts.demands[o.id].colour)),
    )
    return _sheet("Krav", view.corpus.obligations.values(), columns)
