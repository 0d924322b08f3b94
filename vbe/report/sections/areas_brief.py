"""Half a page an area: what it is for, what deviates and why, how many go as planned, and the values with something to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.domain.colours import tally
from vbe.language.prose import said
from vbe.language.swedish import by_number, capital, listed
from vbe.model.fields import stated
from vbe.report import sentences
from vbe.report.rows import as_read
from vbe.report.sections.comments import commented_area
from vbe.report.sections.red import told_on_page_one
from vbe.report.series import points, reached, target_text
from vbe.report.shapes import NOT_APPLICABLE, cell, column, day, group, listing, paragraph, status, table
from vbe.report.view import FEW, short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.model.records.area import Area, Indicator
    from vbe.report.model import Block, Cell, Column, Flat
    from vbe.report.view import View

PURPOSE = 220
"""So many letters of an area's purpose are shown; the whole stands in the appendix."""


def areas_brief(view: View) -> Iterator[Block]:
    """Each action area, with what deviates."""
    for number, area in sorted(view.corpus.areas.items()):
        title = f"Område {int(number)}. {area.title}"
        yield group(f"omrade-{number}-kort", title, area_in_brief(view, number, area), view.verdicts.areas[number])


def area_in_brief(view: View, number: str, area: Area) -> Iterator[Flat]:
    """Purpose, counts, deviations, and the indicators that say something."""
    progress = view.verdicts.progress
    commitments = sorted((c.id for c in area.commitments), key=by_number)
    counts = tally(progress[identity].colour for identity in commitments)
    if stated(area.purpose):
        yield paragraph(f"{short(stated(area.purpose), PURPOSE).rstrip('.')}.")
    state = (
        sentences.commitments.behind(view.say, counts),
        *sentences.commitments.as_planned(view.say, counts["green"], len(commitments)),
        *_others(view, commitments),
    )
    lead = view.say("area_lead", who=as_read(view.name(area.lead), area, "lead"))
    yield paragraph(" ".join(text for text in (*state, lead) if text))
    elsewhere = told_on_page_one(view)
    red = [identity for identity in commitments if any(identity == other for other, _board in elsewhere)]
    if red:
        yield paragraph(view.say("area_red", which=view.named(red)))
    rows = [row for identity in commitments for row in deviating(view, identity, elsewhere)]
    if rows:
        yield table(f"avviker-{number}", f"Det som avviker i område {int(number)}", deviation_heads(view), rows, look="cards")
    yield from commented_area(view, number)
    values = [text for indicator in area.indicators if (text := said_of(view, indicator))]
    if values:
        yield listing(values)


def deviation_heads(view: View) -> list[Column]:
    """The columns of what deviates."""
    if not view.cut.results:
        return [column("Åtgärd", width=5), column("Läge", "status", 2), column("Svarar för åtgärden", width=3)]
    return [
        column("Åtgärd", width=4),
        column("Läge", "status", 3),
        column("Orsak", width=4),
        column("Nästa steg", width=4),
        column("Senast", "date", 2),
    ]


def deviating(
    view: View, identity: str, elsewhere: frozenset[tuple[str, str | None]] = frozenset()
) -> Iterator[tuple[Cell, ...]]:
    """A row for each board that tells of something red or yellow; one for all where what is red has been told by nobody.

    `elsewhere`: the commitments, and the boards whose parts of them, that stand in another place of the file.
    """
    several = len(view.reports(identity)) > 1
    verdict = view.verdicts.progress[identity]
    is_begun = False
    for board, report in view.reports(identity):
        part = view.verdicts.parts[identity, board]
        if part.colour not in ("red", "yellow") or (view.only and board not in view.only):
            continue
        is_begun = True
        if (identity, board) in elsewhere:
            continue
        if not view.cut.results:
            yield (cell(view.numbered(identity)), status(part.colour, capital(part.words)), cell(view.name(board)))
            continue
        named = cell(view.numbered(identity), view.name(board) if several and len(view.only) != 1 else None)
        step = (cell(report.next_step), day(report.next_step_due))
        yield (named, status(part.colour, capital(part.words)), cell(report.cause or report.deviation), *step)
    if not is_begun and verdict.colour == "red" and (identity, None) not in elsewhere:
        head = (cell(view.numbered(identity)), status(verdict.colour, capital(verdict.words)))
        boards = view.names(view.answering[identity])
        yield (
            (*head, cell(boards))
            if not view.cut.results
            else (*head, cell(view.say("board_has_not_answered", boards=boards)), cell(None), day(None))
        )


def _others(view: View, commitments: list[str]) -> Iterator[str]:
    """Which wait for a board's answer, and which nobody can judge yet."""
    progress = view.verdicts.progress
    grey = [i for i in commitments if progress[i].colour == "grey"]
    if missing := waiting(view, commitments):
        yield missing
    if grey and len(grey) < len(commitments):
        yield view.say("area_not_judged", which=view.named(grey))


def waiting(view: View, commitments: list[str]) -> str:
    """Which boards' answers on these commitments are waited for; nothing where none is."""
    progress = view.verdicts.progress
    found = [i for i in commitments if progress[i].colour == "yellow" and progress[i].missing_from]
    return view.say("area_waiting", which=_silent_by_board(view, found)) if found else ""


def _silent_by_board(view: View, waiting: list[str]) -> str:
    """`från miljönämnden om ”Möten” (2.2) och från …`: the boards that have not answered, each with what it owes."""
    owed: dict[str, list[str]] = {}
    for identity in waiting:
        for board in view.verdicts.progress[identity].missing_from:
            owed.setdefault(board, []).append(identity)
    ordered = view.sorted_names(frozenset(owed))
    most = FEW if sum(map(len, owed.values())) <= FEW else 0
    return listed(
        said("från {board} om {measures}", board=view.inside(board), measures=listed(view.names_of(owed[board], most)))
        for board in ordered
    )


def said_of(view: View, indicator: Indicator) -> str:
    """An indicator's value in a line; nothing where it has no target of the year and has not moved."""
    series = points(view, indicator)
    now, before = series[-1].shown, series[-2].shown
    met = reached(view, indicator)
    moved = now.value is not None and before.value is not None and now.value != before.value
    if met is None and not moved:
        return ""
    was = f", {before.text} året före" if before.text != NOT_APPLICABLE and before.value is not None else ""
    aim = "" if met is None else f". Målvärdet {target_text(view, indicator)} är {'nått' if met else 'inte nått'}"
    return f"{indicator.title}: {now.text}{was}{aim}."
