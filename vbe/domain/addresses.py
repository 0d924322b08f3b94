"""Where in the site each thing has its page: paths from the site's top with `/`, in Swedish, without å, ä and ö.

A folder's own list lies beside it (`rutiner.html` beside `rutiner/`), so no id can collide with it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vbe.domain.lifecycle import in_force
from vbe.model.places import RESERVED
from vbe.model.records.area import AREA, COMMITMENT, INDICATOR
from vbe.model.records.followup import FOLLOWUP
from vbe.model.records.obligations import OBLIGATION
from vbe.model.records.organisation import ACTOR, BOARD, CHANNEL, DEPARTMENT
from vbe.model.records.routine import GUIDANCE, ROUTINE, Clocked
from vbe.model.records.strategy import STRATEGY

if TYPE_CHECKING:
    from vbe.model.corpus import Corpus

START, SEARCH, CONTENTS = "index.html", "sok.html", "innehall.html"
ROUTINES, EXAMPLES, AREAS = "rutiner.html", "vagledning.html", "omraden.html"
DEMANDS, STRATEGY_PAGE, WORDS = "krav.html", "strategin.html", "ordlista.html"
ORGANISATION, ACTORS, FOLLOW_UPS = "organisation.html", "aktorer.html", "uppfoljning.html"
NOT_FOUND = "404.html"
CHANGES, FEED, ACCESS, SITEMAP = "andringar.html", "andringar.xml", "tillganglighet.html", "sitemap.xml"
FOLDERS = {
    ROUTINE.name: "rutiner",
    GUIDANCE.name: "vagledning",
    AREA.name: "omraden",
    COMMITMENT.name: "atgarder",
    OBLIGATION.name: "krav",
    FOLLOWUP.name: "uppfoljning",
    BOARD.name: "namnder",
    DEPARTMENT.name: "forvaltningar",
}
"""Kind, or type of actor → the folder of its pages."""
PLACES = {ACTOR.name: "aktor", CHANNEL.name: "kanal", INDICATOR.name: "matt"}
"""Kind without pages of its own → the word that its places begin with."""
PUBLISHED = re.compile(r"https://[A-Za-z0-9.-]+(?::\d{1,5})?(?:/[A-Za-z0-9._~/-]*)?")
"""An address that needs no escaping anywhere."""
UNSAFE = re.compile(r"[^a-z0-9-]+")


def anchor(identity: str) -> str:
    """An id as the name of a place in a page."""
    return UNSAFE.sub("-", identity.lower()).strip("-")


def place_of(kind: str, identity: str) -> str:
    """The place of an actor, channel or indicator on a page. Each begins with its kind's word: no id can be a heading's."""
    return f"{PLACES[kind]}-{anchor(identity)}"


def named(identity: str) -> str:
    """An id as the name of a file. What Windows takes for a device gets a sign that no id ends with."""
    return "/".join(f"{part}-" if part.lower() in RESERVED else part for part in identity.split("/"))


def page_of(kind: str, identity: str) -> str:
    """The page of an entry of a kind, or of an actor of a type, that has pages of its own."""
    return f"{FOLDERS[kind]}/{named(identity)}.html"


def follow_up_page(year: int, board: str = "") -> str:
    """The follow-up of a year, or a board's extract of it."""
    return page_of(FOLLOWUP.name, f"{year}/{board}" if board else str(year))


def calendar_of(actor: str) -> str:
    """The calendar of a board or a department."""
    return f"kalender/{named(actor)}.ics"


def card_of(routine: str) -> str:
    """The printable card of a routine."""
    return f"rutiner/{named(routine)}.pdf"


def address(corpus: Corpus, kind: str, identity: str) -> str | None:
    """Where something that is in the corpus is read about; None for what is not there, or has no place in the site."""
    entry = corpus.find(kind, identity)
    if entry is None:
        return None
    own = entry.actor_type if kind == ACTOR.name else kind
    if own in FOLDERS:
        return page_of(own, identity)
    if kind in PLACES:
        page = page_of(AREA.name, entry.record.id) if kind == INDICATOR.name else ACTORS
        return f"{page}#{place_of(kind, identity)}"
    return STRATEGY_PAGE if kind == STRATEGY.name else None


def download(year: int, name: str) -> str:
    """A file of a year's follow-up."""
    return f"uppfoljning/{year}/filer/{name}"


def site_link(corpus: Corpus, kind: str, identity: str) -> str:
    """The page of something in the site that is published; empty where the profile gives no address, or that edition hides it."""
    site, path, entry = corpus.profile.site, address(corpus, kind, identity), corpus.find(kind, identity)
    if site.address is None or path is None or entry is None or PUBLISHED.fullmatch(site.address) is None:
        return ""
    document = entry.content if isinstance(entry.content, Clocked) else None
    if site.edition == "public" and document is not None and (document.audience == "internal" or not in_force(document)):
        return ""
    return f"{site.address.rstrip('/')}/{path}"
