"""The summary in words and figures, and the proposed decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.domain.asking import STATUSES
from vbe.domain.colours import MARKS, tally
from vbe.domain.labels import swedish_value
from vbe.language.swedish import capital, date, order, percent, sentence
from vbe.model.records.followup import CLOSED
from vbe.model.records.routine import GUIDANCE, ROUTINE
from vbe.report import sentences
from vbe.report.model import Callout
from vbe.report.sections.red import reds
from vbe.report.sections.since import compared
from vbe.report.shapes import amount, cell, column, listing, paragraph, table
from vbe.report.view import FEW, labelled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.domain.colours import Colour, Tally
    from vbe.model.records.followup import Remark
    from vbe.report.model import Block, Flat, Table
    from vbe.report.view import View


def summary(view: View) -> Iterator[Block]:
    """Who has answered, what should be decided, and the figures; what is red stands on page one."""
    if not view.answered:
        yield paragraph(" ".join(_unreported(view)))
        return
    yield paragraph(" ".join(_sentences(view)))
    yield from _outdated(view)
    yield figures(view)
    yield statuses(view)
    yield from compared(view)


def _outdated(view: View) -> Iterator[Flat]:
    """A box where most of the routines in force are outdated."""
    if most_are_outdated(view):
        text = view.say("summary_outdated", which=capital(outdated(view)))
        yield Callout("warning", "De flesta rutinerna är inaktuella", text)


def outdated(view: View) -> str:
    """`9 av 14 rutiner`."""
    counts = view.verdicts.documents[ROUTINE.name]
    return f"{counts['red']} av {_in_force(counts)} rutiner"


def most_are_outdated(view: View) -> bool:
    """Whether more than half of the routines in force are outdated."""
    counts = view.verdicts.documents[ROUTINE.name]
    return counts["red"] * 2 > _in_force(counts)


def _in_force(counts: Tally) -> int:
    return counts["green"] + counts["yellow"] + counts["red"]


def opening(view: View) -> str:
    """How many commitments are green on the report's day, and what the others are."""
    counts = tally(s.colour for s in view.verdicts.progress.values())
    when = view.say("result_when", interim=view.is_interim, as_of=date(view.as_of), year=view.year)
    if not view.answered and counts:
        return f"{nobody_told(view)} {sentences.commitments.ungraded(view.say, view.documents_own, sum(counts.values()))}"
    return sentences.commitments.result(view.say, when, view.document, view.documents_own, counts)


def nobody_told(view: View) -> str:
    """That no board has reported, said of a year that goes on and of one that is over."""
    return view.say("nobody_answered", interim=view.is_interim, year=view.year)


def _unreported(view: View) -> Iterator[str]:
    """What can be said all the same: when the answers are due, what was ended before, and how the documents stand."""
    if view.silent:
        yield view.say("summary_due", year=view.year, due_on=date(view.due_on))
    ended = sum(bool(set(verdict.statuses) & set(CLOSED)) for verdict in view.verdicts.progress.values())
    yield from sentences.commitments.ended(view.say, ended)
    yield from sentences.documents.routines(view.say, view.verdicts.documents[ROUTINE.name])


def _sentences(view: View) -> Iterator[str]:
    verdicts = view.verdicts
    if view.is_interim:
        yield view.say("summary_part", as_of=date(view.as_of))
    yield from sentences.commitments.areas(view.say, tally(verdicts.areas.values()))
    yield who_has_answered(view)
    yield from sentences.commitments.late(view.say, sum(verdict.late for verdict in verdicts.progress.values()))
    yield from sentences.documents.routines(view.say, verdicts.documents[ROUTINE.name])
    colours = tally(demand.colour for demand in verdicts.own_demands)
    without = sum(not demand.is_answered for demand in verdicts.demands.values())
    others = len(verdicts.demands) - len(verdicts.own_demands)
    yield from sentences.documents.demands(view.say, view.documents_own, colours, without, others)
    if view.reference("proposal"):
        amount = colour_count(view, "red")
        reds_ = sentences.phrases.reds(amount) if amount else ""
        given = {"interim": view.is_interim, "silent": len(view.silent)}
        yield view.say("summary_proposed", board=capital(view.board), reds=reds_, **given)


def who_has_answered(view: View) -> str:
    """Which part of the boards has answered, and who has not."""
    answered = len(view.boards) - len(view.silent)
    answers = capital(sentences.boards.who_answered(view.say, answered, len(view.boards)))
    return view.say("answers", answered=answers, silent=view.names_inside(list(view.silent)))


def colour_count(view: View, colour: Colour) -> int:
    """How many commitments have a colour."""
    return sum(verdict.colour == colour for verdict in view.verdicts.progress.values())


def figures(view: View) -> Table:
    """The matrix of what is green, yellow, red and grey."""
    verdicts = view.verdicts
    heads = (
        column("Vad", width=3),
        column("Antal", "number"),
        *(column(f"{MARKS[c].symbol} {MARKS[c].word}", "number") for c in ("green", "yellow", "red", "grey")),
    )
    rows = {
        "Åtgärdsområden": tally(verdicts.areas.values()),
        "Åtgärder": tally(s.colour for s in verdicts.progress.values()),
        "Rutiner": verdicts.documents[ROUTINE.name],
        "Vägledningsexempel": verdicts.documents[GUIDANCE.name],
        f"Krav i {view.documents_own} text": tally(demand.colour for demand in verdicts.own_demands),
    }
    # What the plan does not have is not counted as nothing.
    shown = [_figures(name, counts) for name, counts in rows.items() if sum(counts.values())]
    return table("laget-i-siffror", "Läget i siffror", heads, shown)


def _figures(name: str, counts: Tally) -> tuple:  # type: ignore[type-arg]
    return (cell(name), amount(sum(counts.values())), *(amount(counted) for counted in counts.values()))


def statuses(view: View) -> Table:
    """How many commitments are done, under way, late."""
    progress = view.verdicts.progress.values()
    total = len(progress)
    counts = dict.fromkeys(STATUSES, 0)
    for verdict in progress:
        if verdict.statuses:
            counts[verdict.statuses[0]] += 1
    rows = [(capital(swedish_value(s)), n) for s, n in counts.items() if n]
    unreported = sum(not s.statuses for s in progress)
    late = sum(s.late for s in progress)
    rows += [("Ingen redovisning", unreported)] if unreported else []
    rows.append(("Därav försenade", late))
    heads = (column("Status", width=3), column("Antal åtgärder", "number"), column("Andel", "number"))
    return table(
        "atgarder-per-status",
        "Åtgärder per status",
        heads,
        [(cell(word), amount(n), cell(percent(100 * n / total, 0) if total else None)) for word, n in rows],
    )


def proposal(view: View) -> Iterator[Block]:
    """What was decided; until then what the executive board may decide, from what is red, silent or unanswered."""
    if view.decided is not None:
        yield from what_was_decided(view)
        return
    board = view.name(view.corpus.profile.executive_board)
    yield Callout("note", "Att bearbeta", view.say("decision_note"))
    yield paragraph(view.say("decision_lead", board=board))
    yield listing(points_to_decide(view, board), ordered=True)


def what_was_decided(view: View) -> Iterator[Flat]:
    """The decision in place of the proposal, and those of the other bodies that have got the report."""
    decisions = view.corpus.decisions(view.year)
    for decision in decisions.decisions if decisions is not None else ():
        paragraph_ = f", §\u00a0{decision.paragraph}" if decision.paragraph else ""
        head = f"{view.name(decision.body)}, {date(decision.date)}{paragraph_}"
        text = decision.text or view.say("decision_without_text")
        yield paragraph(labelled(f"{head}: {text}", example=bool(decisions and decisions.example)))


def points_to_decide(view: View, board: str) -> Iterator[str]:
    """What the executive board may decide, a sentence each."""
    strategy = view.corpus.strategy
    named = f"”{strategy.title}”" if strategy else view.document
    if view.is_interim:
        yield view.say("decision_interim", board=board, as_of=date(view.as_of), document=named)
    elif view.silent:
        lacking = sentences.boards.who_is_silent(view.say, len(view.silent), len(view.boards))
        yield view.say("decision_note_missing", board=board, missing=lacking, year=view.year, document=named)
    else:
        yield view.say("decision_approve", board=board, year=view.year, document=named)
    for answering_board, red in _red_by_board(view) if view.answered else ():
        yield _urge(view, board, answering_board, red)
    if not view.is_interim:
        yield from _ask_the_silent(view, board)
    if most_are_outdated(view):
        yield view.say("decision_outdated", board=board, which=outdated(view))
    for remark in open_remarks(view):
        yield view.say("decision_remind", board=board, to=view.inside(remark.to), remark=remark.id, text=sentence(remark.text))
    recipients = view.corpus.profile.report_recipients
    if recipients:
        yield view.say("decision_hand_over", board=board, to=view.names_inside(recipients))


def _ask_the_silent(view: View, board: str) -> Iterator[str]:
    """What the executive board asks of its own department and of the other boards that have not reported."""
    executive = view.corpus.profile.executive_board
    others = [silent for silent in view.silent if silent != executive]
    last = view.say("decision_last_day", late=view.as_of > view.due_on, due_on=date(view.due_on))
    if executive in view.silent:
        to = view.names_inside(view.departments_of(executive)) or view.say("decision_own_office")
        yield view.say("decision_report_task", board=board, to=to, last=last, own=view.board, year=view.year)
    if others:
        yield view.say("decision_report_urge", board=board, to=view.names_inside(others), year=view.year, last=last)


def _red_by_board(view: View) -> list[tuple[str, list[str]]]:
    """Board → the red commitments of which its own part is red or not told: what it has in hand asks nothing of it."""
    table_: dict[str, list[str]] = {}
    for identity in reds(view):
        for board in view.answering[identity]:
            part = view.verdicts.parts.get((identity, board))
            if part is None or part.colour == "red":
                table_.setdefault(board, []).append(identity)
    return sorted(table_.items(), key=lambda pair: order(view.name(pair[0])))


def _urge(view: View, board: str, answering_board: str, red: list[str]) -> str:
    which = sentences.commitments.when_done(view.say, len(red), view.names_of(red) if len(red) <= FEW else [])
    if answering_board == view.corpus.profile.executive_board:
        to = view.names_inside(view.departments_of(answering_board)) or view.say("decision_own_office")
        return view.say("decision_task", board=board, to=to, which=which)
    return view.say("decision_urge", board=board, to=view.inside(answering_board), which=which)


def open_remarks(view: View) -> list[Remark]:
    """What was asked when the boards got last year's report, and has no answer yet."""
    decisions = view.corpus.decisions(view.year - 1)
    remarks = decisions.remarks if decisions else ()
    return [r for r in remarks if r.answered_on is None or r.answered_on > view.as_of]
