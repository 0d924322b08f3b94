"""The demands of the strategy's text: the list by section, and for each what carries it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.domain import addresses
from vbe.domain.labels import swedish_value
from vbe.language.swedish import capital
from vbe.model.records import DOCUMENT_KINDS
from vbe.model.records.area import COMMITMENT
from vbe.model.records.obligations import OBLIGATION
from vbe.report.sections.appendices import HIDDEN, answered_words
from vbe.report.view import short
from vbe.site.pages.areas import commitment_item
from vbe.site.pages.commitments import demand_item, documents_of
from vbe.site.shapes import Page, facts, item, links, with_contents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.domain.demands import Demand
    from vbe.model.entries import Entry
    from vbe.model.records.obligations import Obligation
    from vbe.site.shapes import Item
    from vbe.site.view import SiteView

TITLE = 90


def demands(view: SiteView) -> Iterator[Page]:
    """The list by section of the text, and a page for each demand."""
    entries = view.corpus.all_of(OBLIGATION)
    if not entries:
        return
    sections: dict[str, list[Item]] = {}
    for entry in entries:
        demand = view.latest.verdicts.demands.get(entry.id)
        note = answered_words(demand) if demand and view.tells_states else ""
        sections.setdefault(entry.content.section, []).append({**demand_item(view, entry.id), "note": note})
    blocks = [block for section, items in sections.items() for block in links(section, items)]
    lead = f"Allt som {view.latest.documents_own} text kräver, i textens ordning, och vad som svarar mot det."
    yield Page(
        addresses.DEMANDS,
        f"{capital(view.latest.documents_own)} krav",
        "Krav",
        with_contents(blocks),
        lead,
        ((view.plan, addresses.STRATEGY_PAGE),),
    )
    for entry in entries:
        yield _page(view, entry)


def _page(view: SiteView, entry: Entry[Obligation]) -> Page:
    content, demand = entry.content, view.latest.verdicts.demands.get(entry.id)
    state = [item(answered_words(demand), colour=demand.colour)] if demand and view.tells_states else []
    blocks = [
        *facts(
            [
                ("Läge", state),
                ("Avsnitt i texten", content.section),
                ("Vem kravet riktas till", view.actors(content.responsible)),
                ("Till vem", view.actors(content.recipient)),
                ("När", content.when),
                ("Hur bindande", capital(swedish_value(content.kind))),
                ("Lagar", [item(law) for law in content.law_refs]),
                ("Samma krav på annan plats", [demand_item(view, i) for i in content.same_as if i in view.corpus.obligations]),
            ]
        ),
        *links("Det som bär kravet", list(_carriers(view, entry, demand)) if demand else []),
    ]
    title = f"{entry.id} {short(content.demand, TITLE)}"
    trail = ((view.plan, addresses.STRATEGY_PAGE), ("Krav", addresses.DEMANDS))
    path = addresses.page_of(OBLIGATION.name, entry.id)
    return Page(path, title, "Krav", tuple(blocks), content.demand, trail, file=entry.record.file)


def _carriers(view: SiteView, entry: Entry[Obligation], demand: Demand) -> Iterator[Item]:
    """What carries the demand; what this reader may not see is named as such, once."""
    hidden = False
    seen: set[str] = set()
    for each in (*documents_of(view, entry),):
        seen.add(each["href"])
        yield each
    for bearer in demand.covered_by:
        href = view.href(bearer.kind, bearer.id)
        if href is None:
            hidden = hidden or bearer.kind in DOCUMENT_KINDS
        elif href not in seen:
            seen.add(href)
            yield (
                commitment_item(view, bearer.id) if bearer.kind == COMMITMENT.name else _other(view, bearer.kind, bearer.id, href)
            )
    if hidden:
        yield item(capital(HIDDEN))
    for answer in entry.content.answer if entry.content.answered_by in TOOLS else ():
        yield item(f"{TOOLS[entry.content.answered_by]} {answer}")


TOOLS = {"rule": "Verktygets kontroll", "command": "Kommandot"}


def _other(view: SiteView, kind: str, identity: str, href: str) -> Item:
    entry = view.corpus.find(kind, identity)
    content = entry.content if entry is not None else None
    return item(str(getattr(content, "title", None) or getattr(content, "name", identity)), href)
