"""A routine as a card of one A4 page, set as the report's PDF is: accessible, and the same bytes each time."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from vbe.language.swedish import NO_BREAK
from vbe.report.render.pdf import compiled, open_typesetter
from vbe.report.render.places import require_no_hidden

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

TEMPLATE = "site/card.typ"
"""Always ours: a city's own would have to be set in a process apart."""
STANDARDS = ["ua-1", "a-2a"]
DATA = "card.json"
Cards = dict[str, bytes]


def render_cards(pages: Iterable[Mapping[str, Any]], site: Mapping[str, Any], template: bytes, stamp: int) -> Cards:
    """Path of a routine's page → its card. `stamp`: seconds since 1970, of the commit."""
    made = {}
    with open_typesetter(template, {}) as (compiler, folder):
        for page in pages:
            told = card_of(page, site)
            require_no_hidden(told)
            (folder / DATA).write_text(json.dumps(told), "utf-8")
            made[page["path"]] = compiled(compiler, told, TEMPLATE, format="pdf", pdf_standards=STANDARDS, timestamp=stamp)
    return made


def card_of(page: Mapping[str, Any], site: Mapping[str, Any]) -> dict[str, Any]:
    """What stands on the card."""
    it = page["extra"]
    due = f" {it['due']}." if it["due"] else ""
    return {
        "title": page["title"],
        "city": site["name"],
        "owner": it["owner"],
        "warning": " ".join(f"{box['title']}. {box['text']}" for box in it["banners"]),
        "fresh": f"{it['fresh']}.{due}",
        "lead": page["lead"],
        "urgent": f"Bråttom: ring {it['urgent']['text']}",
        "ways": "   ".join(f"{way['note']}: {_whole(way['text'])}" for way in it["ways"]),
        "steps": [_step(step) for step in it["steps"]],
        "limits": list(it["limits"]),
        "made": site["made"],
        "keywords": [site["tool"]],
    }


def _step(step: Mapping[str, Any]) -> dict[str, Any]:
    to = "; ".join(_reached(each) for each in step["to"])
    parts = (("När", step["when"].rstrip(".")), ("Hur fort", step["within"].rstrip(".")), ("Till", to))
    more = " ".join(f"{term}: {text}." for term, text in parts if text)
    return {"who": step["who"]["text"], "does": step["does"], "more": more, "urgent": step["is_urgent"]}


def _reached(actor: Mapping[str, Any]) -> str:
    return f"{actor['text']}, {_whole(actor['contact']['text'])}" if actor["contact"] else str(actor["text"])


def _whole(number: str) -> str:
    """A number that is not broken over two lines."""
    return number.replace(" ", NO_BREAK)
