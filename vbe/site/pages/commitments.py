"""A commitment: what is promised, by whom and when, how it goes, and the chain around it in both directions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.domain import addresses
from vbe.domain.labels import swedish_value
from vbe.language.swedish import capital, date
from vbe.model.records.area import AREA, COMMITMENT, INDICATOR
from vbe.model.records.obligations import OBLIGATION
from vbe.model.records.organisation import BOARD
from vbe.report.view import short
from vbe.site.pages.areas import named, standing_words
from vbe.site.pages.routines import listed as listed_document
from vbe.site.shapes import Page, facts, item, links

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.domain.colours import Colour
    from vbe.model.entries import Entry
    from vbe.model.records.area import Commitment
    from vbe.site.shapes import Block, Item
    from vbe.site.view import SiteView


def commitments(view: SiteView) -> Iterator[Page]:
    """A page for each commitment."""
    for entry in view.corpus.all_of(COMMITMENT):
        yield _page(view, entry)


def _page(view: SiteView, entry: Entry[Commitment]) -> Page:
    commitment, area = entry.content, view.corpus.areas[entry.record.id]
    blocks = [
        *_facts(view, entry),
        *links(
            f"Krav i {view.latest.document}",
            [demand_item(view, i) for i in commitment.obligations if i in view.corpus.obligations],
        ),
        *links("Rutiner och vägledning", documents_of(view, entry)),
        *links("Det som visar att det är gjort", _evidence(view, commitment)),
        *links("Mätetal", _indicators(view, commitment)),
        *links("Nämndernas redovisningar", _reports(view, entry.id)),
    ]
    title = f"{entry.id} {commitment.title or short(commitment.text, 90)}"
    trail = (("Åtgärdsområden", addresses.AREAS), (area.title, addresses.page_of(AREA.name, entry.record.id)))
    path = addresses.page_of(COMMITMENT.name, entry.id)
    return Page(path, title, "Åtgärder", tuple(blocks), commitment.text, trail, file=entry.record.file)


def _facts(view: SiteView, entry: Entry[Commitment]) -> list[Block]:
    """What is said of a commitment in the plan, and how it goes."""
    commitment, area = entry.content, view.corpus.areas[entry.record.id]
    progress = view.latest.verdicts.progress.get(entry.id)
    state = []
    if progress is not None and view.tells_states:
        state.append(item(capital(progress.words), colour=progress.colour, note=standing_words(view)))
    rows: list[tuple[str, list[Item] | str | None]] = [
        ("Läge", state),
        ("Ansvarig", view.actors(commitment.responsible)),
        ("Tillsammans med", view.actors(commitment.others)),
        ("Börjar", date(commitment.starts_on) if commitment.starts_on else None),
        ("När", capital(view.latest.due(commitment))),
        ("På vägen", _milestones(commitment)),
        ("För vem", commitment.target_group),
        ("Nivå", capital(swedish_value(commitment.level or ""))),
        ("Var", commitment.place),
        ("Följs upp", commitment.follow_up),
        ("Planens eget nummer", commitment.number),
        ("Vad som ska uppnås", commitment.operative_goal),
        ("Varför", commitment.cause),
        ("Uppdrag", _basis(view, commitment)),
        ("Ingår i budget", commitment.budget_ref),
        ("Lagar", [item(law) for law in commitment.law_refs]),
        ("Område", [item(named(entry.record.id, area), addresses.page_of(AREA.name, entry.record.id))]),
    ]
    return facts(rows)


def _milestones(commitment: Commitment) -> list[Item]:
    """What is to be there on the way, by day."""
    steps = sorted(commitment.milestones, key=lambda step: step.date)
    return [item(f"{date(s.date)}: {s.what}", None, f"Klart {date(s.done_on)}" if s.done_on else "") for s in steps]


def _basis(view: SiteView, commitment: Commitment) -> str | None:
    basis = commitment.basis
    return f"{view.organisation.name(basis.given_by)}, {basis.given_in}" if basis else None


def demand_item(view: SiteView, identity: str) -> Item:
    """A demand in a list."""
    demand = view.corpus.obligations[identity]
    answer = view.latest.verdicts.demands.get(identity)
    href = view.href(OBLIGATION.name, identity)
    colour: Colour | None = (answer.colour if answer else "grey") if view.tells_states else None
    return item(f"{identity} {short(demand.demand, 120)}", href, f"Avsnitt: {demand.section}", colour)


def documents_of(view: SiteView, entry: Entry) -> list[Item]:
    """The routines and examples that name an entry, of those that this reader may see."""
    naming = sorted({reference.record.file for reference in view.corpus.incoming.get((entry.kind, entry.id), ())})
    return [listed_document(view, view.by_file[file]) for file in naming if file in view.by_file]


def _evidence(view: SiteView, commitment: Commitment) -> list[Item]:
    """What has been done, newest first; the public is told day and sort."""
    pieces = sorted((p for p in commitment.evidence if p.date <= view.as_of), key=lambda piece: piece.date, reverse=True)
    notes = ("" if view.is_public else getattr(piece, "note", None) or "" for piece in pieces)
    return [item(f"{date(p.date)}: {swedish_value(p.kind)}", note=note) for p, note in zip(pieces, notes, strict=True)]


def _indicators(view: SiteView, commitment: Commitment) -> list[Item]:
    known = (i for i in commitment.indicators if i in view.corpus.indicators)
    return [item(view.corpus.indicators[i].title, view.href(INDICATOR.name, i)) for i in known]


def _reports(view: SiteView, identity: str) -> list[Item]:
    """What each board has said of it in the latest follow-up; the words only where this reader may see them."""
    found = []
    for board, report in view.latest.reports(identity):
        words = [f"{view.organisation.name(board)} {view.latest.year}: {swedish_value(report.standing)}."]
        words += [part for part in (report.result, report.deviation, report.next_step) if part]
        found.append(item(words[0], addresses.page_of(BOARD.name, board), " ".join(words[1:])))
    return found
