"""Assignments, what is red and waived and about to expire, and what was asked last year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.domain.freshness.months import months_later
from vbe.language.swedish import by_number, capital, date
from vbe.model.places import FILE
from vbe.model.records.strategy import STRATEGY
from vbe.report.rows import (
    DEVIATION_COLUMNS,
    as_read,
    commitment_cell,
    deviation_rows,
    due,
    responsible,
    rule_finds,
    standing_cell,
)
from vbe.report.sections.dates import END, NEVER_DECIDED, REVIEW, WAIVED, due_days
from vbe.report.sections.red import reds
from vbe.report.shapes import cell, column, day, group, listing, paragraph, status, table, table_of, table_or
from vbe.report.view import labelled

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from vbe.model.profile import Waiver
    from vbe.model.records.area import Commitment
    from vbe.model.records.followup import Remark
    from vbe.report.model import Block, Cell, Flat
    from vbe.report.shapes import Columns
    from vbe.report.view import View

ENDING = (END, REVIEW, WAIVED)
"""What ends or must be looked at again."""
HORIZON_MONTHS = 15
"""How far ahead expiring documents are listed."""


def assignments(view: View) -> Iterator[Block]:
    """Each assignment, where it was given, and its report back."""
    given = sorted(((i, c) for i, c in view.corpus.commitments.items() if c.basis), key=lambda pair: by_number(pair[0]))
    columns: Columns[tuple[str, Commitment]] = (
        (column("Uppdrag", width=5), lambda pair: commitment_cell(*pair)),
        (column("Givet av", width=3), lambda pair: _given_by(view, pair[1])),
        (column("Givet i", width=3), lambda pair: cell(pair[1].basis.given_in if pair[1].basis else None)),
        (column("Ansvarig", width=3), lambda pair: responsible(view, pair[1])),
        (column("Klart senast", "date", 2), lambda pair: due(view, pair[1])),
        (column("Läge", "status", 2), lambda pair: standing_cell(view, pair[0])),
        (column("Återrapporterat", "date", 2), lambda pair: _reported_back(view, pair[1])),
    )
    if given:
        yield paragraph(view.say("assignments_lead", document=view.document))
    caption = "Uppdrag, var de gavs och hur de har återrapporterats"
    yield table_of("uppdrag", caption, given, columns, "Inget uppdrag är registrerat.")


def _given_by(view: View, commitment: Commitment) -> Cell:
    return cell(as_read(view.name(commitment.basis.given_by), commitment, "basis") if commitment.basis else None)


def _reported_back(view: View, commitment: Commitment) -> Cell:
    back = [e.date for e in commitment.evidence if e.kind == "report_back" and e.date <= view.as_of]
    return day(max(back, default=None), "ej återrapporterat")


def deviations(view: View) -> Iterator[Block]:
    """Everything red, with cause and next step; the waivers; what expires soon."""
    red = list(reds(view))
    if red and view.reference("areas"):
        yield paragraph(view.say("deviations_place", place=view.reference("areas")))
        yield listing(view.numbered(identity) for identity in red)
    elif red and view.cut.results:
        caption = "Röda åtgärder, med orsak och nästa steg"
        yield table("roda-atgarder", caption, DEVIATION_COLUMNS, deviation_rows(view, red, with_text=True))
    elif red:
        rows = [(commitment_cell(i, view.corpus.commitments[i]), standing_cell(view, i)) for i in red]
        yield table("roda-atgarder", "Röda åtgärder", (column("Åtgärd", width=4), column("Läge", "status", 2)), rows)
    else:
        yield paragraph(view.say("none_is_red"))
    yield group("avsteg", "Avsteg", [_waivers(view)])
    yield group("loper-ut", f"Det som löper ut inom {HORIZON_MONTHS} månader", [_expiring(view)])


def _waivers(view: View) -> Flat:
    waivers = sorted(view.corpus.profile.waivers, key=lambda w: (w.rule, w.record))
    columns: Columns[Waiver] = (
        (column("Regel", width=4), lambda w: cell(w.rule, rule_finds(w.rule))),
        (column("Gäller", width=2), lambda w: cell(capital(_concerned(view, w.record)))),
        (column("Skäl", width=6), lambda w: cell(w.reason, NEVER_DECIDED if w.example else None)),
        (column("Beslutat av", width=2), lambda w: cell(view.name(w.decided_by))),
        (column("Till och med", "date", 2), lambda w: day(w.until)),
        (column("Läge", "status", 2), lambda w: _until(view, w.until)),
    )
    return table_of("avsteg-tabell", f"Avsteg från reglerna för {view.document}", waivers, columns, "Det finns inga avsteg.")


def _concerned(view: View, record: str) -> str:
    """What a waiver covers, in words where there are any."""
    if record == "*":
        return "alla som regeln träffar"
    if record == FILE:
        return "kommunens egna inställningar"
    if record in view.corpus.areas:
        return f"område {int(record)}"
    return f"{view.documents_own} faktaruta" if record == STRATEGY.name else view.name(record)


def _until(view: View, until: datetime.date) -> Cell:
    return status("red", "Utgånget") if until < view.as_of else status("green", "Gäller")


def _expiring(view: View) -> Flat:
    until = months_later(view.as_of, HORIZON_MONTHS)
    heads = (column("Dag", "date", 2), column("Vad", width=6), column("Vem", width=3), column("Läge", "status", 2))
    found = sorted((due.on, due.what, due.who) for due in due_days(view) if due.category in ENDING and due.on <= until)
    rows = [(day(when), cell(what), cell(capital(whose)), _passed(view, when)) for when, what, whose in found]
    return table_or("loper-ut-tabell", f"Löper ut eller ska granskas senast {date(until)}", heads, rows, "Inget löper ut.")


def _passed(view: View, when: datetime.date) -> Cell:
    return status("red", "Passerat") if when < view.as_of else status("grey", "Kommer")


def answers(view: View) -> Iterator[Block]:
    """What the receiving bodies asked when they got last year's report, and the answers."""
    last = view.corpus.decisions(view.year - 1)
    if last is None:
        yield paragraph(view.say("answers_no_decision", year=view.year - 1))
        return
    for decision in last.decisions:
        text = decision.text or view.say("decision_without_text")
        yield paragraph(labelled(f"{view.name(decision.body)}, {date(decision.date)}: {text}", example=last.example))
    columns: Columns[Remark] = (
        (column("Synpunkt", width=4), lambda remark: cell(_concerning(view, remark), remark.text)),
        (column("Från", width=2), lambda remark: cell(view.name(remark.by))),
        (column("Till", width=2), lambda remark: cell(view.name(remark.to))),
        (column("Svar senast", "date", 2), lambda remark: day(remark.due)),
        (column("Svar", width=4), lambda remark: cell(remark.answer if _is_answered(view, remark) else None)),
        (column("Läge", "status", 2), lambda remark: _answer_state(view, remark)),
    )
    caption = f"Synpunkter på uppföljningen för {view.year - 1}"
    yield table_of("synpunkter", caption, last.remarks, columns, "Inga synpunkter lämnades.")


def _concerning(view: View, remark: Remark) -> str:
    return remark.id if remark.commitment is None else f"{remark.id}, {view.quoted(remark.commitment)}"


def _is_answered(view: View, remark: Remark) -> bool:
    return remark.answered_on is not None and remark.answered_on <= view.as_of


def _answer_state(view: View, remark: Remark) -> Cell:
    if _is_answered(view, remark):
        return status("green", f"Besvarad {date(remark.answered_on)}")
    if remark.due and remark.due < view.as_of:
        return status("red", "Obesvarad, försenad")
    return status("grey", "Ännu inte besvarad")
