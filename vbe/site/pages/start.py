"""The front page: the way in first. What is urgent, whom to call, what not to do, and a path for each situation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.domain import addresses
from vbe.language.swedish import count, order
from vbe.model.fields import stated
from vbe.model.records.area import AREA
from vbe.model.records.organisation import BOARD, DEPARTMENT
from vbe.model.records.routine import ROUTINE
from vbe.report.view import short
from vbe.site.pages.areas import standing_words
from vbe.site.shapes import Item, Page, item
from vbe.site.ways import EMERGENCY, call, limits, ways_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.site.view import SiteView


def start(view: SiteView) -> Iterator[Page]:
    """The front page."""
    ways, reasons = ways_in(view), list(situations(view))
    worried = "Är du orolig för någon?" if view.is_public else "Oroar du dig för någon?"
    # A plan that knows neither a number nor a routine has no answer to that question, so it does not ask it.
    title = worried if ways or reasons else view.corpus.strategy.title if view.corpus.strategy else view.plan
    extra: dict[str, object] = {
        "urgent": item(EMERGENCY, call(EMERGENCY)),
        "ways": ways,
        "limits": [] if view.is_public else list(limits(view)),
        "situations": reasons,
        "departments": _own(view) if not view.is_public else [],
        "promises": list(_promises(view)) if view.is_public or not reasons else [],
        "standing": standing(view),
        "city": view.corpus.profile.municipality.name,
        "doors": list(_doors(view)),
        "is_public": view.is_public,
    }
    yield Page(addresses.START, title, "Start", (), template="site/start.html.j2", extra=extra, words="hjälp ring larm")


def situations(view: SiteView) -> Iterator[Item]:
    """The situations of the profile whose routine this reader may see; else every overall routine by its title."""
    found = view.corpus.profile.site.situations
    for situation in found:
        href = view.href(ROUTINE.name, situation.routine)
        if href is not None:
            yield item(situation.text, href, view.corpus.routines[situation.routine].title)
    if not found:
        for record in view.overall:
            yield item(record.content.title, addresses.page_of(ROUTINE.name, record.id))


def standing(view: SiteView) -> str:
    """How many commitments go as they should, by the latest follow-up; that nobody has followed up, where so."""
    verdicts = view.latest.verdicts.progress.values()
    if not view.latest.followed or not verdicts:
        return standing_words(view)
    well = sum(verdict.colour == "green" for verdict in verdicts)
    counted = count(len(verdicts), "åtgärd", "åtgärder")
    return f"Enligt uppföljningen för {view.latest.year} går det som det ska med {well} av {counted}."


def _promises(view: SiteView) -> Iterator[Item]:
    """What is to be done, for residents: each area with what it is for."""
    for record in view.corpus.of(AREA):
        yield item(record.content.title, addresses.page_of(AREA.name, record.id), short(stated(record.content.purpose)))


def _own(view: SiteView) -> list[Item]:
    """The departments and boards that exist on the day."""
    kinds = (view.corpus.all_of(DEPARTMENT), view.corpus.all_of(BOARD))
    named = (entry for entries in kinds for entry in sorted(entries, key=lambda entry: order(entry.content.name)))
    return [view.actor(entry.id) for entry in named if view.organisation.exists(entry.id)]


def _doors(view: SiteView) -> Iterator[Item]:
    """The parts of the site."""
    strategy = view.corpus.strategy
    yield item(strategy.title if strategy else view.plan, addresses.STRATEGY_PAGE, "Vad som är beslutat, och när")
    yield item("Åtgärdsområden", addresses.AREAS, "Vad som är lovat och hur det går")
    if view.routines:
        yield item("Rutiner", addresses.ROUTINES, "Steg för steg, för varje förvaltning")
    if view.examples:
        yield item("Vägledningsexempel", addresses.EXAMPLES, "Förebyggande arbete att ta efter")
    if view.years:
        yield item("Uppföljning", addresses.FOLLOW_UPS, "Vad som har gjorts, år för år")
    yield item("Samverkan och organisation", addresses.ORGANISATION, "Vem som gör vad")
    yield item("Ordlista", addresses.WORDS, "Vad orden betyder")
    if view.changes:
        yield item("Senast ändrat", addresses.CHANGES, "Dag för dag")
