"""Everybody without a page of their own: units, functions, groups, partners, whom it is for, and the channels that reach them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.domain import addresses
from vbe.language.swedish import date, listed, order
from vbe.model.records.area import AREA, COMMITMENT
from vbe.model.records.organisation import (
    ACTOR,
    AUDIENCE,
    CHANNEL,
    COLLECTIVE,
    GROUP,
    PARTNER,
    ROLE,
    UNIT,
    Agreement,
    Collective,
    Group,
    Partner,
    Role,
    Unit,
)
from vbe.report.view import short
from vbe.site.shapes import Page, facts, item, part, prose, with_contents
from vbe.site.ways import reached

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vbe.model.entries import Entry
    from vbe.model.records.organisation import Actor
    from vbe.site.shapes import Block, Item
    from vbe.site.view import SiteView

SORTS = {
    UNIT.name: "Enheter",
    ROLE.name: "Funktioner",
    GROUP.name: "Grupper",
    PARTNER.name: "Samverkanspartner och överenskommelser",
    AUDIENCE.name: "Målgrupper",
    COLLECTIVE.name: "Samlingsnamn",
}
"""Type of actor → the heading of its list, in the order of the page; boards and departments have pages of their own."""


def actors(view: SiteView) -> Iterator[Page]:
    """Everybody without a page of their own, by sort, each at a place of its own."""
    groups: dict[str, list[Entry[Actor]]] = {}
    for entry in view.corpus.all_of(ACTOR):
        groups.setdefault(entry.actor_type, []).append(entry)
    blocks: list[Block] = []
    for sort, title in SORTS.items():
        found = [block for entry in sorted(groups.get(sort, ()), key=_name) for block in _actor(view, entry)]
        blocks += part(title, found, f"typ-{sort}")
    blocks += part("Kanaler", (b for channel in sorted(view.corpus.channels) for b in _channel(view, channel)), "kanaler")
    lead = "Funktioner, grupper, målgrupper och de som kommunen samverkar med. Ingen enskild person nämns."
    trail = (("Organisation", addresses.ORGANISATION),)
    yield Page(addresses.ACTORS, "Funktioner och samverkan", "Organisation", with_contents(blocks), lead, trail)


def _name(entry: Entry[Actor]) -> tuple[str, ...]:
    return order(entry.content.name)


def _actor(view: SiteView, entry: Entry[Actor]) -> Iterator[Block]:
    content = entry.content
    rows: list[tuple[str, Iterable[Item] | str | None]] = [contact_row(view, entry)]
    if isinstance(content, Group):
        rows += [
            ("Uppgift", content.mandate),
            ("Sammankallas av", [view.actor(content.convener)] if content.convener else []),
            ("Medlemmar", view.actors(content.members)),
            ("Deltar vid behov", view.actors(content.on_call)),
            ("Samverkar med", view.actors(content.partners)),
        ]
    elif isinstance(content, Partner):
        rows.append(("Partens egen uppgift", content.duty))
    elif isinstance(content, Collective):
        rows.append(("Omfattar", view.actors(content.members)))
    elif isinstance(content, Unit | Role) and content.department:
        rows.append(("Förvaltning", [view.actor(content.department)]))
    rows += [("Kallas också", listed(content.aliases)), ("Efterträdare", view.actors(content.successor))]
    if content.valid_to:
        rows.append(("Fanns till och med", date(content.valid_to)))
    documents, commitments = _named_in(view, entry.id)
    rows += [("Rutiner och exempel", documents), ("Åtgärder", commitments)]
    blocks = facts(rows)
    for agreement in content.agreements if isinstance(content, Partner) else ():
        blocks += _agreement(view, agreement)
    yield {
        "type": "place",
        "id": addresses.place_of(ACTOR.name, entry.id),
        "title": content.name if blocks else "",
        "blocks": blocks or prose(content.name),
    }


def _named_in(view: SiteView, actor: str) -> tuple[list[Item], list[Item]]:
    """The routines and examples that name an actor, of those that have pages, and the commitments."""
    documents: dict[str, Item] = {}
    commitments: dict[str, Item] = {}
    for reference in view.corpus.incoming.get((ACTOR.name, actor), ()):
        record, route = reference.record, reference.route
        if (document := view.by_file.get(record.file)) is not None:
            documents[record.file] = item(document.content.title, addresses.page_of(record.kind, record.id))
        elif record.kind == AREA.name and route[0] == "commitments":
            kept = view.corpus.areas[record.id].commitments[int(route[1])]
            commitments[kept.id] = item(f"{kept.id} {kept.title or short(kept.text)}", view.href(COMMITMENT.name, kept.id))
    return list(documents.values()), list(commitments.values())


def contact_row(view: SiteView, entry: Entry[Actor]) -> tuple[str, list[Item]]:
    """How somebody is reached, where that is known."""
    way = reached(view, entry.id)
    return ("Kontakt", [{**way, "note": ""}] if way else [])


def _agreement(view: SiteView, agreement: Agreement) -> list[Block]:
    return facts(
        [
            ("Syften", [item(purpose) for purpose in agreement.purposes]),
            ("Områden", [item(area) for area in agreement.areas]),
            ("Mål", [item(goal) for goal in agreement.goals]),
            ("Följs upp", agreement.follow_up),
            ("Parter", view.actors(agreement.parties)),
            ("Gäller från", date(agreement.valid_from) if agreement.valid_from else None),
            ("Gäller till och med", date(agreement.valid_to) if agreement.valid_to else None),
            ("Ärendenummer", agreement.case_number),
        ],
        agreement.title,
    ) or facts([("Överenskommelse", agreement.title)])


def _channel(view: SiteView, identity: str) -> Iterator[Block]:
    channel = view.corpus.channels[identity]
    rows: list[tuple[str, Iterable[Item] | str | None]] = [
        ("Sköts av", [view.actor(channel.owner)] if channel.owner else []),
        ("Når", view.actors(channel.audience)),
        ("Kontakt", channel.contact),
        ("Stängd", date(channel.closed_on) if channel.closed_on else None),
    ]
    yield {"type": "place", "id": addresses.place_of(CHANNEL.name, identity), "title": channel.name, "blocks": facts(rows)}
