"""What is said of the site itself: what has changed in it, how accessible it is, and everything in it by the alphabet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.domain import addresses
from vbe.language.swedish import date, order
from vbe.site.shapes import Page, facts, item, links, part, prose, with_contents
from vbe.site.ways import CALLED, call

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vbe.site.view import SiteView

COMPLIANCE = {
    "full": "Webbplatsen följer lagen om tillgänglighet till digital offentlig service fullt ut.",
    "partial": "Webbplatsen följer delvis lagen om tillgänglighet till digital offentlig service.",
    "none": "Webbplatsen följer inte lagen om tillgänglighet till digital offentlig service.",
}
TESTED = (
    "Varje sorts sida prövas med axe-core i Chromium, i ljust och mörkt läge, 320 till 1280 bildpunkter bred.",
    "Sidorna går att använda med bara tangentbord. Allt utom sökningen fungerar utan JavaScript.",
    "Inget hämtas från andra webbplatser, och inga kakor används.",
)
"""What the program's own suite tests; what a person has tested stands in the profile."""
AUTHORITY = "Myndigheten för digital förvaltning, Digg, har tillsyn över att lagen följs."
REPORT = "https://www.digg.se/tdosanmalan"
NOT_ASSESSED = (
    "Kommunen har inte bedömt om webbplatsen följer lagen om tillgänglighet till digital offentlig service.",
    "Därför finns här varken någon lista över brister eller någon kontakt för frågor om tillgänglighet.",
)


def changes(view: SiteView) -> Iterator[Page]:
    """What has changed, day by day."""
    if not view.changes:
        return
    blocks = [block for day in view.changes for block in links(date(day.day), [item(text, href) for text, href in day.sentences])]
    blocks += links("Prenumerera", [item("Flöde (Atom)", addresses.FEED, "För den som vill få veta när något ändras.")])
    yield Page(addresses.CHANGES, "Senast ändrat", "Om webbplatsen", tuple(blocks), "Vad som har ändrats, dag för dag.")


def access(view: SiteView) -> Iterator[Page]:
    """The accessibility statement, from the profile's facts and what the program tests."""
    accessibility, name = view.corpus.profile.site.accessibility, view.corpus.profile.municipality.name
    blocks = prose(f"{name} står bakom den här webbplatsen. Den ska kunna användas av alla.")
    if accessibility is None:
        blocks += prose(" ".join(NOT_ASSESSED))
    else:
        blocks += prose(COMPLIANCE[accessibility.compliance])
        blocks += facts([("Bedömd", date(accessibility.assessed_on)), ("Så bedömdes den", accessibility.method)])
        blocks += links("Det som inte är tillgängligt", [item(text) for text in accessibility.limitations], "Inga kända brister.")
        contact = item(
            accessibility.contact,
            call(accessibility.contact) if CALLED.fullmatch(accessibility.contact) else None,
            "Frågor och synpunkter",
        )
        blocks += links("Om något inte går att använda", [contact])
    blocks += links("Det som prövas automatiskt", [item(text) for text in TESTED])
    blocks += part("Tillsyn", [*prose(AUTHORITY), *links("", [item("Anmäl brister till Digg", REPORT)])])
    yield Page(addresses.ACCESS, "Tillgänglighetsredogörelse", "Om webbplatsen", tuple(blocks))


def search(_view: SiteView) -> Iterator[Page]:
    """The search page; what fills it is a script."""
    yield Page(addresses.SEARCH, "Sök", "Om webbplatsen", (), template="site/search.html.j2", is_indexed=False)


def not_found(view: SiteView) -> Iterator[Page]:
    """What a web server shows in the place of a page that is not there. Only where the site's address is known: it is shown
    at any depth, so its links begin at the top of the server."""
    if view.corpus.profile.site.address:
        ways = [
            item("Till startsidan", addresses.START),
            item("Sök på webbplatsen", addresses.SEARCH),
            item("Innehåll A–Ö", addresses.CONTENTS),
        ]
        text = "Adressen kan vara felskriven, eller så har sidan tagits bort eller bytt namn."
        yield Page(addresses.NOT_FOUND, "Sidan finns inte", "Om webbplatsen", tuple(links("", ways)), text, is_indexed=False)


def contents(pages: Iterable[Page]) -> Page:
    """Every page, by sort and by the alphabet: the way to everything without a script."""
    groups: dict[str, list[Page]] = {}
    for page in pages:
        if page.is_indexed:
            groups.setdefault(page.sort, []).append(page)
    blocks = [
        block
        for sort in sorted(groups, key=order)
        for block in links(sort, [item(p.title, p.path) for p in sorted(groups[sort], key=lambda page: order(page.title))])
    ]
    return Page(addresses.CONTENTS, "Innehåll A–Ö", "Om webbplatsen", with_contents(blocks), is_indexed=False)
