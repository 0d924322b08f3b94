"""Departments and boards: what is ours, and what we report and when."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from vbe.domain import addresses
from vbe.domain.asking import organisation_of
from vbe.domain.freshness.followups import followed_years
from vbe.domain.freshness.months import day_of_year
from vbe.domain.owners import of_commitment, of_document
from vbe.domain.period import handed_in
from vbe.language.swedish import by_number, capital, date, order
from vbe.model.entries import holder_of
from vbe.model.records.area import AREA, COMMITMENT
from vbe.model.records.organisation import BOARD, DEPARTMENT
from vbe.site.pages.actors import contact_row
from vbe.site.pages.areas import commitment_item
from vbe.site.pages.routines import listed as listed_document
from vbe.site.shapes import Page, facts, item, links, prose, with_contents

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vbe.model.entries import Entry
    from vbe.model.records import Record
    from vbe.model.records.organisation import Actor, Board, Department
    from vbe.model.records.routine import Clocked
    from vbe.site.shapes import Block, Item
    from vbe.site.view import SiteView

T = TypeVar("T")
YEARS_TOLD = 3


def organisation(view: SiteView) -> Iterator[Page]:
    """The overview, and a page for each department and board."""
    departments, boards = view.corpus.all_of(DEPARTMENT), view.corpus.all_of(BOARD)
    blocks = [
        *links("Förvaltningar", _living(view, departments)),
        *links("Nämnder och styrelser", _living(view, boards)),
        *links("Övriga", [item("Funktioner, grupper och samverkanspartner", addresses.ACTORS)]),
    ]
    lead = "Vem som ansvarar för vad, och vilka kommunen samverkar med."
    yield Page(addresses.ORGANISATION, "Samverkan och organisation", "Organisation", tuple(blocks), lead)
    organisation_ = view.organisation
    mine = _by_department(
        (e.id, of_commitment(e.content, holder_of(e, AREA), organisation_)) for e in view.corpus.all_of(COMMITMENT)
    )
    documents = _by_department((r, of_document(r, r.content, organisation_)) for r in view.documents)
    for entry in departments:
        yield _department(view, entry, mine.get(entry.id, []), documents.get(entry.id, []))
    for board in boards:
        yield _board(view, board)


def _living(view: SiteView, entries: Iterable[Entry[Actor]]) -> list[Item]:
    """Those that exist on the day first, by name; those that have ended say so."""
    named = sorted(entries, key=lambda entry: (not view.organisation.exists(entry.id), order(entry.content.name)))
    return [{**view.actor(e.id), "note": "" if view.organisation.exists(e.id) else "Finns inte längre"} for e in named]


def _by_department(answered: Iterable[tuple[T, tuple[str, ...]]]) -> dict[str, list[T]]:
    """Department → what it answers for, alone or with others."""
    found: dict[str, list[T]] = {}
    for thing, departments in answered:
        for department in departments:
            found.setdefault(department, []).append(thing)
    return found


def _department(view: SiteView, entry: Entry[Department], commitments: list[str], ours: list[Record[Clocked]]) -> Page:
    department = entry.content
    boards = [board for named in department.boards for board in view.organisation.members(named)]
    blocks = [
        *_ended(view, entry),
        *facts(
            [
                ("Chef", [view.actor(department.head)] if department.head else []),
                ("Nämnd", view.actors(boards)),
                contact_row(view, entry),
            ]
        ),
        *links("Våra rutiner och exempel", [listed_document(view, record) for record in ours], "Inga egna."),
        *links("Våra åtgärder", [commitment_item(view, i) for i in sorted(commitments, key=by_number)], "Inga."),
        *links("Att redovisa", list(_reporting(view, [b for b in boards if view.organisation.exists(b)]))),
        *_calendar(view, entry.id),
    ]
    path, trail = addresses.page_of(DEPARTMENT.name, entry.id), (("Organisation", addresses.ORGANISATION),)
    return Page(path, department.name, "Organisation", with_contents(blocks), trail=trail, words=" ".join(department.aliases))


def _board(view: SiteView, entry: Entry[Board]) -> Page:
    mine = [i for i, boards in view.latest.answering.items() if entry.id in boards]
    examples = [r for r in view.documents if r.owner == entry.id]
    blocks = [
        *_ended(view, entry),
        *facts([("Förvaltning", view.actors(view.organisation.departments_of(entry.id))), contact_row(view, entry)]),
        *links("Att redovisa", list(_reporting(view, [entry.id])) if view.organisation.exists(entry.id) else []),
        *links("Åtgärder som nämnden svarar för", [commitment_item(view, i) for i in sorted(mine, key=by_number)], "Inga."),
        *links("Nämndens vägledningsexempel", [listed_document(view, record) for record in examples]),
        *links("Nämndens uppföljning år för år", list(_extracts(view, entry.id))),
        *_calendar(view, entry.id),
    ]
    path, trail = addresses.page_of(BOARD.name, entry.id), (("Organisation", addresses.ORGANISATION),)
    return Page(
        path, entry.content.name, "Organisation", with_contents(blocks), trail=trail, words=" ".join(entry.content.aliases)
    )


def _extracts(view: SiteView, board: str) -> Iterator[Item]:
    """The board's extract of each year, newest first."""
    for reported in sorted(view.years, reverse=True, key=lambda year: year.year):
        if board in reported.extracts:
            yield item(f"Uppföljning {reported.year}", addresses.follow_up_page(reported.year, board))


def _reporting(view: SiteView, boards: list[str]) -> Iterator[Item]:
    """What to report and when, of the latest years: handed in or due, of whom and when `vbe stale` waits for a report."""
    for year in reversed(followed_years(view.corpus, view.as_of)[-YEARS_TOLD:]):
        reports = handed_in(view.corpus, year, view.as_of)
        asked = organisation_of(view.corpus, year).reporting_boards
        due = day_of_year(year + 1, view.corpus.profile.intervals.follow_up_due)
        for board in (board for board in boards if board in asked or board in reports):
            report = reports.get(board)
            late = report is None and due < view.as_of
            asked_for = "skulle ha lämnats" if late else "lämnas"
            state = f"lämnad {date(report.reported_on)}" if report else f"{asked_for} senast {date(due)}"
            yield item(
                f"{view.organisation.name(board)}, {year}", None, capital(state), "green" if report else "red" if late else "grey"
            )


def _calendar(view: SiteView, actor: str) -> list[Block]:
    """The calendar to subscribe to."""
    if actor not in view.calendars:
        return []
    note = "Prenumerera i kalenderprogrammet, eller öppna filen."
    return links("Kalender", [item("Dagar för granskning och redovisning (ics)", addresses.calendar_of(actor), note)])


def _ended(view: SiteView, entry: Entry[Actor]) -> Iterator[Block]:
    content = entry.content
    if not view.organisation.exists(entry.id):
        since = f"Fanns till och med {date(content.valid_to)}." if content.valid_to else "Finns inte den här dagen."
        yield from prose(since)
    yield from facts([("Efterträdare", view.actors(content.successor))])
