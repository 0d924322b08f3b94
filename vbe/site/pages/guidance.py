"""Guidance examples: preventive ways of working, by aim and by target group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.domain import addresses
from vbe.language.swedish import order
from vbe.model.records.organisation import ACTOR
from vbe.site import freshness
from vbe.site.history import told
from vbe.site.pages.routines import carried, listed
from vbe.site.shapes import Page, facts, item, links, part, prose

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vbe.model.records import Record
    from vbe.model.records.routine import Guidance
    from vbe.site.shapes import Block
    from vbe.site.view import SiteView

RESTS_ON = {"research": "Forskning", "proven_experience": "Beprövad erfarenhet", "own_experience": "Egen erfarenhet"}


def guidance(view: SiteView) -> Iterator[Page]:
    """The list of examples, by aim and by target group, and a page for each."""
    shown = view.examples
    if not shown:
        return
    blocks = [
        *part("Efter syfte", _by_aim(view, shown), "syften"),
        *part("Efter målgrupp", _by_group(view, shown), "malgrupper"),
    ]
    lead = "Exempel på förebyggande arbete, att ta efter i den egna verksamheten."
    yield Page(addresses.EXAMPLES, "Vägledningsexempel", "Vägledning", tuple(blocks), lead)
    for record in shown:
        yield _page(view, record)


def _by_aim(view: SiteView, shown: Iterable[Record[Guidance]]) -> Iterator[Block]:
    for aim, name in view.corpus.profile.aims.items():
        yield from links(name, (listed(view, record) for record in shown if aim in record.content.aims))


def _by_group(view: SiteView, shown: Iterable[Record[Guidance]]) -> Iterator[Block]:
    groups = {group for record in shown for group in record.content.target_group}
    for group in sorted(groups, key=lambda group: order(view.organisation.name(group))):
        mine = (listed(view, record) for record in shown if group in record.content.target_group)
        yield from links(view.organisation.name(group), mine)


def _page(view: SiteView, record: Record[Guidance]) -> Page:
    content = record.content
    blocks = [
        *freshness.banners(view, record),
        *part("Vad", prose(content.what)),
        *part("Hur", prose(content.how)),
        *part("Lärdomar", prose(content.lessons)),
        *facts(
            [
                ("Nämnd", [view.actor(record.owner)]),
                ("Ansvarig", [view.actor(content.owner_role)]),
                ("Syfte", [item(view.aim(aim)) for aim in content.aims]),
                (
                    "Målgrupp",
                    [item(view.organisation.name(group), view.href(ACTOR.name, group)) for group in content.target_group],
                ),
                ("Metod", content.method),
                ("Vilar på", RESTS_ON.get(content.evidence_level or "")),
                ("Aktuell?", f"{freshness.said(view, record)}."),
                ("Nästa granskning", freshness.due(view, record)),
                ("Lagar", [item(law) for law in content.law_refs]),
            ],
            "Om exemplet",
        ),
        *carried(view, content),
        *told(view, record),
    ]
    trail = (("Vägledningsexempel", addresses.EXAMPLES),)
    return Page(
        addresses.page_of(record.kind, record.id), content.title, "Vägledning", tuple(blocks), trail=trail, file=record.file
    )
