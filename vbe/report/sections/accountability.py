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
from vbe.report.shapes import cell, column, day, group, listing, paragraph, status, table, table_or
from vbe.report.view import labelled

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from vbe.model.records.area import Commitment
    from vbe.model.records.followup import Remark
    from vbe.report.model import Block, Cell, Flat
    from vbe.report.view import View

ENDING = (END, REVIEW, WAIVED)
"""What ends or must be looked at again."""
HORIZON_MONTHS = 15
"""How far ahead expiring documents are listed."""


def assignments(view: View) -> Iterator[Block]:
    """Each assignment, where it was given, and its report back."""
    given = sorted(((i, c) for i, c in view.corpus.commitments.items() if c.basis), key=lambda pair: by_number(pair[0]))
    heads = (
        column("Uppdrag", width=5),
        column("Givet av", width=3),
        column("Givet i", width=3),
        column("Ansvarig", width=3),
        column("Klart senast", "date", 2),
        column("Läge", "status", 2),
        column("Återrapporterat", "date", 2),
    )
    rows = [_assignment(view, identity, commitment) for identity, commitment in given]
    if rows:
        yield paragraph(view.say("assignments_lead", document=view.document))
    caption = "Uppdrag, var de gavs och hur de har återrapporterats"
    yield table_or("uppdrag", caption, heads, rows, "Inget uppdrag är registrerat.")


def _assignment(view: View, identity: str, commitment: Commitment) -> tuple[Cell, ...]:
    basis = commitment.basis
    back = [e.date for e in commitment.evidence if e.kind == "report_back" and e.date <= view.as_of]
    return (
        commitment_cell(identity, commitment),
        cell(as_read(view.name(basis.given_by), commitment, "basis") if basis else None),
        cell(basis.given_in if basis else None),
        responsible(view, commitment),
        due(view, commitment),
        standing_cell(view, identity),
        day(max(back, default=None), "ej återrapporterat"),
    )


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
    heads = (
        column("Regel", width=4),
        column("Gäller", width=2),
        column("Skäl", width=6),
        column("Beslutat av", width=2),
        column("Till och med", "date", 2),
        column("Läge", "status", 2),
    )
    rows = [
        (
            cell(w.rule, rule_finds(w.rule)),
            cell(capital(_concerned(view, w.record))),
            cell(w.reason, NEVER_DECIDED if w.example else None),
            cell(view.name(w.decided_by)),
            day(w.until),
            _until(view, w.until),
        )
        for w in sorted(view.corpus.profile.waivers, key=lambda w: (w.rule, w.record))
    ]
    return table_or("avsteg-tabell", f"Avsteg från reglerna för {view.document}", heads, rows, "Det finns inga avsteg.")


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
    found = sorted((due.on, due.what, due.who) for due in due_days(view) if due.sort in ENDING and due.on <= until)
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
    heads = (
        column("Synpunkt", width=4),
        column("Från", width=2),
        column("Till", width=2),
        column("Svar senast", "date", 2),
        column("Svar", width=4),
        column("Läge", "status", 2),
    )
    rows = [_remark(view, remark) for remark in last.remarks]
    yield table_or("synpunkter", f"Synpunkter på uppföljningen för {view.year - 1}", heads, rows, "Inga synpunkter lämnades.")


def _remark(view: View, remark: Remark) -> tuple[Cell, ...]:
    answered = remark.answered_on is not None and remark.answered_on <= view.as_of
    concerning = remark.id if remark.commitment is None else f"{remark.id}, {view.quoted(remark.commitment)}"
    if answered:
        state = status("green", f"Besvarad {date(remark.answered_on)}")
    elif remark.due and remark.due < view.as_of:
        state = status("red", "Obesvarad, försenad")
    else:
        state = status("grey", "Ännu inte besvarad")
    return (
        cell(concerning, remark.text),
        cell(view.name(remark.by)),
        cell(view.name(remark.to)),
        day(remark.due),
        cell(remark.answer if answered else None),
        state,
    )
