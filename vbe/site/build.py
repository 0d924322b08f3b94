"""The view → every file of the site: pages, search index, feed, calendars, downloads, assets, and the manifest."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from vbe.domain import addresses
from vbe.errors import VbeError
from vbe.language import _
from vbe.language.swedish import date
from vbe.site.card import TEMPLATE, Card, card_of, setting, sums_of_cards
from vbe.site.feeds import feed, sitemap
from vbe.site.index import search_index
from vbe.site.kept import Kept
from vbe.site.links import dead_links
from vbe.site.pages.about import access, changes, contents, not_found, search
from vbe.site.pages.actors import actors
from vbe.site.pages.areas import areas
from vbe.site.pages.commitments import commitments
from vbe.site.pages.demands import demands
from vbe.site.pages.followups import follow_ups
from vbe.site.pages.guidance import guidance
from vbe.site.pages.organisation import organisation
from vbe.site.pages.routines import ROUTINE_PAGE, missing, routines
from vbe.site.pages.start import start
from vbe.site.pages.strategy import strategy
from vbe.site.parts import parts_of
from vbe.site.render import render_pages, top_of
from vbe.site.shapes import item
from vbe.site.theme import assets
from vbe.site.view import Edition

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vbe.site.shapes import Frame, Item, Page
    from vbe.site.view import SiteView
    from vbe.store.resources import Templates

SORTS: Final = (
    start,
    routines,
    missing,
    guidance,
    strategy,
    areas,
    commitments,
    demands,
    organisation,
    actors,
    follow_ups,
    changes,
    access,
    search,
    not_found,
)
"""Every sort of page; a new one is a function and its line here."""
MAIN = frozenset({addresses.START, addresses.CONTENTS, addresses.CHANGES, addresses.ACCESS})
"""The pages that tell which day and version of the records the site shows."""
EDITIONS = {Edition.PUBLIC: "", Edition.STAFF: "För dig som arbetar här"}


@dataclass(frozen=True, slots=True)
class Site:
    """Path from the site's top → content, without the manifest; and path → what each card was made from, as a sum."""

    files: Mapping[str, bytes]
    cards: Mapping[str, str]


def build_site(view: SiteView, templates: Templates, kept: Kept | None = None) -> Site:
    """Every file of the site. Stops where two things would have the same name, or a link leads nowhere."""
    kept = kept or Kept()
    pages = [page for compose in SORTS for page in compose(view)]
    pages.append(contents(pages))
    pages = [part for page in pages for part in parts_of(page)]
    _require_own_names([page.path for page in pages])
    frame = _frame(view, pages)
    pages = [replace(page, made=_made(view, page.file, frame["made"] if page.path in MAIN else "")) for page in pages]
    cards = [_card(view, page, frame) for page in pages if page.template == ROUTINE_PAGE]
    sums = sums_of_cards(cards, templates[TEMPLATE]) if cards else {}
    files = {path: kept.cards[digest] for path, digest in sums.items() if digest in kept.cards}
    with setting([card for card in cards if card.path not in files], templates) as printed:
        files |= render_pages(pages, frame, templates, kept)
        files |= _others(view, pages, templates)
        for page, href in dead_links({**dict.fromkeys(sums, b""), **files}, frame["top"]):
            raise VbeError(_("The site would have a dead link: {page} leads to {address}.").format(page=page, address=href))
        files |= printed()
    _require_own_names(list(files))
    return Site(dict(sorted(files.items())), sums)


def _card(view: SiteView, page: Page, frame: Frame) -> Card:
    """A routine's card. It bears the day of the routine's own latest version, so that other changes leave it as it is."""
    latest = view.latest_of.get(page.file)
    as_of = page.made or frame["made"]
    stamp = int(datetime.datetime.combine(latest.day, datetime.time(), datetime.UTC).timestamp()) if latest else view.stamp
    return Card(str(page.extra["card"]), card_of(page, {**frame, "made": as_of}), stamp)


def _made(view: SiteView, file: str, site: str) -> str:
    """What the foot of a page tells: its record's own version. So a commit renews only the pages that it changes."""
    latest = view.latest_of.get(file)
    if latest is None:
        return site
    return f"Senast ändrad {date(latest.day)}, version {latest.commit[:12]}."


def _others(view: SiteView, pages: list[Page], templates: Templates) -> dict[str, bytes]:
    """What is no page: what pages load, the search index, feed, sitemap, calendars and downloads."""
    files = assets(templates, view.corpus.profile.site)
    files["sok-index.js"] = search_index(pages)
    files |= {addresses.calendar_of(actor): content for actor, content in view.calendars.items()}
    for year in view.years:
        files |= {addresses.download(year.year, name): content for name, content in year.files.items()}
    base = view.corpus.profile.site.address
    if view.changes:
        files[addresses.FEED] = feed(view, base or "")
    if base:
        files[addresses.SITEMAP] = sitemap([page.path for page in pages if page.is_indexed], base)
    return files


def _frame(view: SiteView, pages: list[Page]) -> Frame:
    """What is the same on every page."""
    profile, provenance = view.corpus.profile, view.provenance
    paths = {page.path for page in pages}
    stamp = f"Uppgifterna gäller per {date(view.as_of)}."
    if provenance.commit:
        stamp += f" Version {provenance.commit[:12]}."
    return {
        "name": profile.site.name or profile.municipality.name,
        "plan": view.corpus.strategy.title if view.corpus.strategy else "",
        "edition": EDITIONS[view.edition],
        "doors": [door for door in _doors(view) if door["href"] in paths],
        "logo": f"assets/{profile.site.logo}" if profile.site.logo else "",
        "edit_address": None if view.is_public else profile.site.edit_address,
        "feed": bool(view.changes),
        "top": top_of(profile.site.address),
        "tool": provenance.tool,
        "made": stamp,
    }


def _doors(view: SiteView) -> list[Item]:
    """The main menu."""
    return [
        item("Start", addresses.START),
        item("Rutiner", addresses.ROUTINES),
        item("Åtgärder", addresses.AREAS),
        item("Vägledning", addresses.EXAMPLES),
        item(view.plan, addresses.STRATEGY_PAGE),
        item("Organisation", addresses.ORGANISATION),
        item("Uppföljning", addresses.FOLLOW_UPS),
    ]


def _require_own_names(paths: list[str]) -> None:
    """Stop where two files would be one on a disk that takes upper and lower case for the same."""
    seen: dict[str, str] = {}
    for path in paths:
        other = seen.get(path.casefold())
        seen[path.casefold()] = path
        if other is not None:
            message = _("Two pages of the site would be the same file: {one} and {other}.")
            raise VbeError(message.format(one=other, other=path), _("Give one of them another id: `vbe rename ID NEW`."))
