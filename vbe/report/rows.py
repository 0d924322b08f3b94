"""Rows and words that several sections share: a commitment, its status, what went wrong, and who."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.domain.labels import swedish_value
from vbe.language.prose import from_english, one, said
from vbe.language.swedish import capital, date, folded, listed, number
from vbe.model.records.area import AREA
from vbe.report import sentences
from vbe.report.shapes import NOT_APPLICABLE, cell, column, status
from vbe.report.view import EXAMPLE
from vbe.rules import all_rules
from vbe.rules.pages import english_paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.model.records.area import Area, Commitment, Indicator
    from vbe.model.records.evidence import AgreementNote, Dated, DecisionTaken, Meeting, Referral, ReportBack, Training
    from vbe.model.records.followup import CommitmentReport
    from vbe.model.records.obligations import Obligation
    from vbe.report.model import Cell, Column
    from vbe.report.view import View

READING = "vår läsning"
"""Marks a value that the adopted text does not give and that nobody has decided."""
MANY_BOARDS = 4
"""From so many boards on, a cell counts them and does not quote or name them."""


def as_read(text: str, record: Commitment | Area | Indicator | Obligation, *fields: str) -> str:
    """The text, marked where one of these values is our reading and not the adopted text's own word."""
    reading = record.reading
    marked = reading is not None and any(getattr(reading, field) is not None for field in fields)
    return f"{text} ({READING})" if marked and text else text


def commitment_cell(identity: str, commitment: Commitment) -> Cell:
    """The number and the text of a commitment, and below them what else the plan says of it."""
    text = as_read(commitment.text, commitment, "text", AREA.name)
    return cell(f"{commitment.number or identity} {text}", *told_beside(commitment))


def told_beside(commitment: Commitment) -> Iterator[str]:
    """For whom, where, from when, by which days on the way and how it is followed up: a line for each that the plan says."""
    if commitment.target_group:
        yield f"För: {commitment.target_group}."
    if commitment.level:
        yield f"Nivå: {swedish_value(commitment.level)}."
    if commitment.place:
        yield f"Plats: {commitment.place}."
    if commitment.starts_on:
        yield f"Börjar den {date(commitment.starts_on)}."
    for milestone in commitment.milestones:
        reached = f"klart den {date(milestone.done_on)}" if milestone.done_on else f"senast den {date(milestone.date)}"
        yield f"På vägen: {folded(milestone.what).rstrip('.')}, {reached}."
    if commitment.operative_goal:
        yield f"Mål: {folded(commitment.operative_goal)}"
    if commitment.cost:
        costs = (f"{year} {number(amount)} kronor" for year, amount in sorted(commitment.cost.items()))
        yield f"Kostnad: {listed(costs)}."
    if commitment.follow_up:
        yield f"Följs upp: {folded(commitment.follow_up)}"


def responsible(view: View, commitment: Commitment) -> Cell:
    """Who answers for it."""
    others = f"Tillsammans med {view.names_inside(commitment.others)}" if commitment.others else None
    return cell(as_read(view.names(commitment.responsible), commitment, "responsible"), others)


def due(view: View, commitment: Commitment) -> Cell:
    """When it must be done."""
    when = cell(as_read(capital(view.due(commitment)), commitment, "deadline", "every_months", "when"))
    return when if commitment.deadline is None else type(when)(when.lines, None, commitment.deadline.isoformat())


def standing_cell(view: View, identity: str) -> Cell:
    """The mark of a commitment, with the words for it and the boards that have not answered."""
    verdict = view.verdicts.progress[identity]
    return status(verdict.colour, capital(verdict.words))


def board_standing(view: View, identity: str, board: str) -> Cell:
    """The mark of one board's part of a commitment."""
    verdict = view.verdicts.parts[identity, board]
    return status(verdict.colour, capital(verdict.words))


def by_board(view: View, identity: str, field: str) -> tuple[str, ...]:
    """What the boards say in a field, each after its name where they are several."""
    reports = view.reports(identity)
    answers = [(board, getattr(report, field)) for board, report in reports if getattr(report, field)]
    if len(reports) < 2:
        return tuple(text for _, text in answers)
    return tuple(f"{view.name(board)}: {text}" for board, text in answers)


def is_shared(view: View, identity: str) -> bool:
    """Whether so many boards report on a commitment that each says it in its own place."""
    return len(view.reports(identity)) >= MANY_BOARDS


def result_cell(view: View, identity: str) -> Cell:
    """What was done, in the boards' words; where many boards report, how many, and where their words are."""
    if not is_shared(view, identity):
        return cell(*by_board(view, identity, "result"))
    place = view.reference("boards")
    return cell(sentences.boards.told_by(view.say, len(view.reports(identity)), place))


def next_step(report: CommitmentReport) -> str | None:
    """The next step and when it is due; nothing where there is none."""
    step = folded(report.next_step or "")
    if not step:
        return None
    due_on = said("senast {date}", date=date(report.next_step_due)) if report.next_step_due else one("datum saknas")
    return f"{step.rstrip('.')} ({due_on})."


DEVIATION_COLUMNS: tuple[Column, ...] = (
    column("Åtgärd", width=3),
    column("Läge", "status", 2),
    column("Avvikelse", width=3),
    column("Orsak", width=3),
    column("Nästa steg och när", width=3),
)


def deviation_rows(view: View, identities: list[str], *, with_text: bool = False) -> list[tuple[Cell, ...]]:
    """One row for each board's deviation; one for what is red where nobody has told of any."""
    rows: list[tuple[Cell, ...]] = []
    for identity in identities:
        commitment = view.corpus.commitments[identity]
        head = commitment_cell(identity, commitment) if with_text else cell(view.numbered(identity))
        reports = [(b, r) for b, r in view.reports(identity) if _deviates(view, identity, b, r)]
        for board, report in reports:
            named = cell(*head.lines, view.name(board)) if len(view.reports(identity)) > 1 else head
            mark = board_standing(view, identity, board)
            rows.append((named, mark, cell(report.deviation), cell(report.cause), cell(next_step(report))))
        if not reports and view.verdicts.progress[identity].colour == "red":
            nothing = cell(NOT_APPLICABLE)
            rows.append((head, standing_cell(view, identity), cell(unanswered(view, identity)), nothing, nothing))
    return rows


def _deviates(view: View, identity: str, board: str, report: CommitmentReport) -> bool:
    return view.verdicts.parts[identity, board].colour in ("red", "yellow") or bool(report.deviation)


def unanswered(view: View, identity: str) -> str:
    """Which boards have said nothing about a commitment."""
    missing = view.verdicts.progress[identity].missing_from
    if not missing:
        return ""
    if len(missing) >= MANY_BOARDS:
        return sentences.boards.silent_boards(view.say, len(missing))
    return f"Svar saknas från {view.names_inside(list(missing))}."


def titled(title: str, *, example: bool) -> Cell:
    """A record's title, and on a line of its own that it is an example."""
    return cell(title, EXAMPLE if example else None)


def said_cell(piece: Dated, *texts: str | None) -> Cell:
    """The texts of a piece of evidence, and that it is an example."""
    return cell(*texts, EXAMPLE if piece.example else None)


def told_cell(identity: str, piece: Meeting | Training | AgreementNote | DecisionTaken | Referral | ReportBack) -> Cell:
    """What a piece of evidence for a commitment says; where it says nothing, of which commitment it is."""
    return said_cell(piece, piece.note or f"Åtgärd {identity}")


def rule_finds(code: str) -> str | None:
    """What a rule finds, in a line."""
    known = all_rules().get(code)
    return from_english(next(english_paragraphs(known))) if known else None


def rule_named(code: str) -> str:
    """A rule inside a sentence: its code, and in quotation marks what it finds."""
    finds = rule_finds(code)
    return f"{code} (”{finds.rstrip('.')}”)" if finds else code
