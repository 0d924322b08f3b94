"""A routine as a card of one A4 page, set as the report's PDF is: accessible, and the same bytes each time.

Cards take more of the processor than all pages together. The typesetter works outside Python, so they are set by threads
of their own while the pages are made, and a card whose input is as it was is not set again.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from importlib.metadata import version
from typing import TYPE_CHECKING, NamedTuple, cast

from vbe.documents.templates import faults
from vbe.language.swedish import NO_BREAK
from vbe.report.render import require_closed
from vbe.report.render.apart import run_apart
from vbe.report.render.pdf import STANDARDS, compiled, count_pages, open_typesetter
from vbe.report.render.places import require_no_hidden

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from vbe.site.shapes import Frame, Page, Reached, RoutineShape, StepShape
    from vbe.store.resources import Templates

TEMPLATE = "site/card.typ"
DATA = "card.json"
SIZES = (12, 11.5, 11, 10.5, 10, 9.5, 9, 8.5, 8)
"""Points of the letters, the largest first; what does not fit with the smallest goes on to another page."""
PAGE = 180 * 272 * (72 / 25.4) ** 2
"""Square points that a card has for its text."""
NARROWEST = 0.4
"""The least room that a letter takes: a share of its size squared, so that no size is passed over that might fit."""
MOST_THREADS = 4
AT_ONCE = 500
"""Cards that a process apart sets: what it answers has a limit."""
LIBRARIES = ("typst", "font-source-sans-pro")
"""What a card's bytes depend on besides its input and vbe."""


class Card(NamedTuple):
    """A card to set: its path in the site, what stands on it, and the seconds since 1970 that it bears."""

    path: str
    told: dict[str, object]
    stamp: int


def sums_of_cards(cards: Sequence[Card], template: bytes) -> dict[str, str]:
    """Path → SHA-256 of all that a card is made from."""
    base = hashlib.sha256(template + "".join(f"\0{name} {version(name)}" for name in LIBRARIES).encode())
    found = {}
    for card in cards:
        total = base.copy()
        total.update(json.dumps([card.told, card.stamp], sort_keys=True).encode())
        found[card.path] = total.hexdigest()
    return found


@contextmanager
def setting(cards: Sequence[Card], templates: Templates) -> Iterator[Callable[[], dict[str, bytes]]]:
    """Set cards while something else is done; what is given waits for them, and is path → card.

    With a city's own template it is done in processes apart.
    """
    template = templates[TEMPLATE]
    own = TEMPLATE in templates.own_names and template != templates.packaged[TEMPLATE].read_bytes()
    if own:
        require_closed(f"templates/{TEMPLATE}", faults(TEMPLATE, template))
        parts = [cards[start : start + AT_ONCE] for start in range(0, len(cards), AT_ONCE)]
    else:
        count = min(MOST_THREADS, os.cpu_count() or 1)
        parts = [cards[start::count] for start in range(count) if cards[start:]]
    pool = ThreadPoolExecutor(max(1, min(MOST_THREADS, len(parts))))
    try:
        shares = [pool.submit(_set_apart if own else set_cards, part, template) for part in parts]
        yield lambda: {path: content for share in shares for path, content in share.result().items()}
    finally:
        pool.shutdown(cancel_futures=True)


def _set_apart(cards: Sequence[Card], template: bytes) -> dict[str, bytes]:
    answer: dict[str, str] = json.loads(run_apart("vbe.site.card:answer_cards", (cards, template)))
    return {path: base64.b64decode(content) for path, content in answer.items()}


def answer_cards(order: tuple[Sequence[Card], bytes]) -> bytes:
    """In the child: path → card in base 64, as JSON."""
    cards = {path: base64.b64encode(content).decode() for path, content in set_cards(*order).items()}
    return json.dumps(cards).encode()


def set_cards(cards: Sequence[Card], template: bytes) -> dict[str, bytes]:
    """Path → card."""
    drawn: dict[str, bytes] = {}
    with open_typesetter(template, {}) as (compiler, folder):
        for card in cards:
            require_no_hidden(card.told)
            for size in _sizes(card.told):
                texts = {**card.told, "size": size}
                (folder / DATA).write_text(json.dumps(texts), "utf-8")
                content = compiled(compiler, texts, STANDARDS, card.stamp, TEMPLATE)
                drawn[card.path] = content
                if count_pages(content) == 1:
                    break
    return drawn


def _sizes(card_texts: Mapping[str, object]) -> Iterator[float]:
    """The sizes to try, without those that surely give two pages."""
    steps = cast("list[Mapping[str, str]]", card_texts["steps"])
    texts = [str(card_texts["lead"]), *cast("list[str]", card_texts["limits"]), *(step["does"] + step["more"] for step in steps)]
    letters = sum(map(len, texts))
    yield from (size for size in SIZES if size == SIZES[-1] or letters * NARROWEST * size**2 <= PAGE)


def card_of(page: Page, site: Frame) -> dict[str, object]:
    """What stands on the card of a routine's page."""
    it = cast("RoutineShape", page.extra)
    due = f" {it['due']}." if it["due"] else ""
    return {
        "title": page.title,
        "city": site["name"],
        "owner": it["owner"],
        "warning": " ".join(f"{box['title']}. {box['text']}" for box in it["banners"]),
        "fresh": f"{it['fresh']}.{due}",
        "lead": page.lead,
        "urgent": f"Bråttom: ring {it['urgent']['text']}",
        "ways": "   ".join(f"{way['note']}: {_whole(way['text'])}" for way in it["ways"]),
        "steps": [_step(step) for step in it["steps"]],
        "limits": list(it["limits"]),
        "made": site["made"],
        "keywords": [site["tool"]],
    }


def _step(step: StepShape) -> dict[str, object]:
    to = "; ".join(_reached(each) for each in step["to"])
    parts = (("När", step["when"].rstrip(".")), ("Hur fort", step["within"].rstrip(".")), ("Till", to))
    more = " ".join(f"{term}: {text}." for term, text in parts if text)
    return {"who": step["who"]["text"], "does": step["does"], "more": more, "urgent": step["is_urgent"]}


def _reached(actor: Reached) -> str:
    return f"{actor['text']}, {_whole(actor['contact']['text'])}" if actor["contact"] else str(actor["text"])


def _whole(number: str) -> str:
    """A number that is not broken over two lines."""
    return number.replace(" ", NO_BREAK)
