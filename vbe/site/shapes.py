"""The shapes of a page, as plain data: what templates loop over. Texts are plain Swedish, never markup.

A page is a list of blocks; the report's own shapes (`vbe.report.model`) stand among these, made plain. Every address is
from the site's top; the template puts the way up in front of it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypedDict, cast

from vbe.domain.colours import MARKS
from vbe.language.swedish import folded
from vbe.report.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from vbe.domain.colours import Colour

Block = dict[str, object]


class Item(TypedDict):
    """A text that may lead somewhere, what goes with it in small, and the mark of its colour."""

    text: str
    href: str
    note: str
    mark: dict[str, object] | None


class Reached(Item):
    """An actor of a step, and how it is reached."""

    contact: Item | None


class StepShape(TypedDict):
    """A step of a routine: who does what, when, how fast and to whom."""

    who: Item
    does: str
    when: str
    within: str
    to: list[Reached]
    is_urgent: bool


class RoutineShape(TypedDict):
    """What stands on a routine's page above its blocks, and on its card."""

    steps: list[StepShape]
    limits: list[str]
    urgent: Item
    ways: list[Item]
    fresh: str
    due: str
    mark: dict[str, object]
    owner: str
    banners: list[Block]
    card: str
    """The card's path."""


class Frame(TypedDict):
    """What is the same on every page."""

    name: str
    plan: str
    edition: str
    doors: list[Item]
    """The main menu."""
    logo: str
    edit_address: str | None
    feed: bool
    top: str
    tool: str
    made: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page: where it lies, what it is called and of which sort it is, and what it shows."""

    path: str
    title: str
    sort: str
    """What search results are grouped by: `Rutiner`, `Åtgärder` …"""
    blocks: tuple[Block, ...]
    lead: str = ""
    trail: tuple[tuple[str, str], ...] = ()
    """Title and address of the pages above, outermost first."""
    template: str = "site/page.html.j2"
    words: str = ""
    """What else it is found by."""
    file: str = ""
    """The record's file, for proposing a change; empty for a page of several."""
    extra: Mapping[str, object] = field(default_factory=dict)
    made: str = ""
    """When its record was changed last, or what the whole site was made from: in small at the foot."""
    is_indexed: bool = True
    """Whether search and the list of contents hold it."""


def item(text: str, href: str | None = None, note: str = "", colour: Colour | None = None, word: str = "") -> Item:
    """A text that may lead somewhere; what goes with it is said in small. `word` is said beside the colour's symbol."""
    return {"text": folded(text), "href": href or "", "note": folded(note), "mark": mark(colour, word) if colour else None}


def mark(colour: Colour, word: str = "") -> dict[str, object]:
    """The mark of a colour, as plain data; with a word of its own where the colour's name would say too little."""
    return {**plain(MARKS[colour]), **({"word": word} if word else {})}


def prose(*texts: str | None, lead: bool = False) -> list[Block]:
    """Paragraphs; none for what is empty."""
    return [{"type": "paragraph", "text": folded(text), "lead": lead} for text in texts if text and text.strip()]


def items_of(block: Block) -> list[Item]:
    """The items of a list; none where it is another shape."""
    return cast("list[Item]", block.get("items", []))


def links(title: str, items: Iterable[Item], empty: str = "") -> list[Block]:
    """A list under a heading; nothing, or the sentence for it, where it is empty."""
    kept = list(items)
    if not kept and not empty:
        return []
    return [{"type": "links", "title": title, "items": kept, "empty": empty, "id": ""}]


LEAST_HEADINGS = 4


def with_contents(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Blocks with a list of their headings before them, each a way to it; as they are where there are few."""
    placed, items = [], []
    for number, block in enumerate(blocks, start=1):
        place = block.get("id") or f"avsnitt-{number}"
        placed.append({**block, "id": place} if block.get("title") else block)
        if block.get("title"):
            items.append({"text": block["title"], "href": f"#{place}"})
    if len(items) < LEAST_HEADINGS:
        return tuple(placed)
    return ({"type": "contents", "items": items}, *placed)


def facts(rows: Iterable[tuple[str, Iterable[Item] | str | None]], title: str = "") -> list[Block]:
    """Terms and what they are, each a text or several items; a term without anything is left out."""
    shown = [
        {"term": term, "items": [item(value)] if isinstance(value, str) else list(value)}
        for term, value in rows
        if value is not None and value != ""
    ]
    kept = [row for row in shown if row["items"]]
    return [{"type": "linkfacts", "title": title, "rows": kept, "id": ""}] if kept else []


def banner(kind: Literal["note", "warning", "example"], title: str, text: str, items: Iterable[Item] = ()) -> Block:
    """A box that must not be overlooked."""
    return {"type": "banner", "kind": kind, "title": title, "text": folded(text), "items": list(items)}


def part(title: str, blocks: Iterable[Block], identity: str = "") -> list[Block]:
    """Blocks under a heading; nothing where there are none."""
    kept = list(blocks)
    return [{"type": "part", "title": title, "blocks": kept, "id": identity}] if kept else []
