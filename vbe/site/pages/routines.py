"""A routine: what to do, step by step, and what not to do; then how fresh it is, and what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.domain import addresses
from vbe.language.swedish import capital, date, order
from vbe.model.places import OVERALL
from vbe.model.records.area import COMMITMENT
from vbe.model.records.obligations import OBLIGATION
from vbe.model.records.routine import ROUTINE
from vbe.report.view import labelled, short
from vbe.site import freshness
from vbe.site.history import told
from vbe.site.shapes import Page, banner, facts, item, links, mark, with_contents
from vbe.site.ways import EMERGENCY, call, reached, ways_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.model.records import Record
    from vbe.model.records.routine import Clocked, Routine, Step
    from vbe.site.shapes import Block, Item, RoutineShape, StepShape
    from vbe.site.view import SiteView

LISTED_TEXT = 110
ROUTINE_PAGE = "site/routine.html.j2"


def routines(view: SiteView) -> Iterator[Page]:
    """The list of routines, by who owns them, and a page for each."""
    if not view.routines:
        return
    groups: dict[str, list[Item]] = {}
    for record in view.routines:
        groups.setdefault(owner_name(view, record), []).append(listed(view, record))
    first = owner_name_of(view, OVERALL)
    blocks = [b for name in sorted(groups, key=lambda n: (n != first, order(n))) for b in links(name, groups[name])]
    yield Page(addresses.ROUTINES, "Rutiner", "Rutiner", with_contents(blocks), "Vad du ska göra, steg för steg.")
    for record in view.routines:
        yield routine(view, record)


def owner_name_of(view: SiteView, owner: str) -> str:
    """The department that a folder is named after."""
    return "Övergripande rutiner" if owner == OVERALL else view.organisation.name(owner)


def owner_name(view: SiteView, record: Record) -> str:
    """Whose a document is."""
    return owner_name_of(view, record.owner)


def listed(view: SiteView, record: Record[Clocked]) -> Item:
    """A document in a list, with how fresh it is."""
    words = freshness.said(view, record)
    note = ". ".join(part for part in (words, freshness.due(view, record)) if part)
    title = labelled(record.content.title, example=record.content.example)
    href = addresses.page_of(record.kind, record.id)
    return item(title, href, note, freshness.colour_of(view, record), freshness.word_of(view, record))


def routine(view: SiteView, record: Record[Routine]) -> Page:
    """One routine's page."""
    content = record.content
    extra: RoutineShape = {
        "steps": [_step(view, step) for step in content.steps],
        "limits": [limit.text for limit in content.prohibitions],
        "urgent": item(EMERGENCY, call(EMERGENCY)),
        "ways": ways_in(view)[:1],
        "fresh": freshness.said(view, record),
        "due": freshness.due(view, record),
        "mark": mark(freshness.colour_of(view, record), freshness.word_of(view, record)),
        "owner": owner_name(view, record),
        "banners": list(freshness.banners(view, record)),
        "card": addresses.card_of(record.id),
    }
    return Page(
        addresses.page_of(record.kind, record.id),
        content.title,
        "Rutiner",
        tuple(_about(view, record)),
        content.scope or "",
        (("Rutiner", addresses.ROUTINES),),
        template=ROUTINE_PAGE,
        file=record.file,
        extra=extra,
        words=" ".join(t for s in content.steps for t in (s.does, s.when or "")) + " " + " ".join(extra["limits"]),
    )


def _step(view: SiteView, step: Step) -> StepShape:
    """A step: who does what, when, to whom, with numbers."""
    return {
        "who": view.actor(step.who),
        "does": step.does,
        "when": step.when or "",
        "within": capital(step.within or ""),
        "to": [{**view.actor(actor), "contact": reached(view, actor)} for actor in step.to],
        "is_urgent": EMERGENCY in step.does,
    }


def _about(view: SiteView, record: Record[Routine]) -> Iterator[Block]:
    """What stands below the steps."""
    content = record.content
    based = (
        [item(view.corpus.routines[content.based_on].title, view.href(ROUTINE.name, content.based_on))]
        if (content.based_on in view.corpus.routines)
        else []
    )
    yield from facts(
        [
            ("Ansvarig", [view.actor(content.owner_role)]),
            ("Gäller för", owner_name(view, record)),
            ("Godkänd", _approved(view, content)),
            ("Aktuell?", f"{freshness.said(view, record)}."),
            ("Nästa granskning", freshness.due(view, record)),
            ("Bygger på", based),
            ("Stöd till rutinen", view.actors(content.supported_by)),
            ("Lagar", [item(law) for law in content.law_refs]),
            ("Finns också på", [item(view.corpus.channels[c].name) for c in content.published_at if c in view.corpus.channels]),
        ],
        "Om rutinen",
    )
    yield from carried(view, content)
    yield from told(view, record)


def _approved(view: SiteView, content: Clocked) -> str | None:
    if content.approved_on is None:
        return None
    by = f" av {view.organisation.inside(content.approved_by)}" if content.approved_by else ""
    return f"{date(content.approved_on)}{by}"


def carried(view: SiteView, content: Clocked) -> Iterator[Block]:
    """The commitments and demands that a document carries, as links."""
    commitments = [
        item(f"{i} {view.corpus.commitments[i].title or short(view.corpus.commitments[i].text)}", view.href(COMMITMENT.name, i))
        for i in content.commitments
        if i in view.corpus.commitments
    ]
    yield from links("Åtgärder som den genomför", commitments)
    named = dict.fromkeys(
        (
            *content.obligations,
            *(o for step in getattr(content, "steps", ()) for o in step.obligations),
            *(o for limit in getattr(content, "prohibitions", ()) for o in limit.obligations),
        )
    )
    demands = [
        item(f"{i} {short(view.corpus.obligations[i].demand, LISTED_TEXT)}", view.href(OBLIGATION.name, i))
        for i in named
        if i in view.corpus.obligations
    ]
    yield from links(f"Krav i {view.latest.document} som den bär", demands)


def missing(view: SiteView) -> Iterator[Page]:
    """A page in the place of each record that could not be read: it must not look as if there were nothing."""
    for lost in view.missing:
        if lost.kind in addresses.FOLDERS:
            text = "Filen har ett fel och kan inte visas. Den som sköter filerna behöver rätta den."
            box = banner("warning", "Sidan saknas", text)
            yield Page(addresses.page_of(lost.kind, lost.id), "Sidan kan inte visas", "Saknas", (box,), is_indexed=False)
