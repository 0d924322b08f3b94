"""A page with a list that is too long to be fetched at once → several: the first keeps the address, the others follow it."""

from __future__ import annotations

import posixpath
from dataclasses import replace
from typing import TYPE_CHECKING

from vbe.site.shapes import item, items_of, links

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.site.shapes import Block, Item, Page

MAX_BYTES = 100_000
"""Letters and markup of the lists on a page. With the rest of it, its style and its scripts it stays below 150 kB."""
PLAIN = "site/page.html.j2"
ENTRY, MARKED = 60, 115
"""Markup of an entry, and of its mark."""
LEAST = 4_000
"""Room that is worth beginning a list in."""


def parts_of(page: Page) -> Iterator[Page]:
    """The page, and what does not fit on it. Only lists move; what can be linked to stays where it is."""
    parts: list[list[Block]] = [[]]
    room = MAX_BYTES
    for block in page.blocks:
        if block["type"] != "links":
            parts[0].append(block)
            continue
        if room < LEAST:
            parts.append([])
            room = MAX_BYTES
        for piece, cost in _pieces(block, room):
            if cost > room:
                parts.append([])
                room = MAX_BYTES
            parts[-1].append(piece)
            room -= cost
    if len(parts) == 1:
        yield page
        return
    paths = [page.path, *(f"{page.path.removesuffix('.html')}-del-{number}.html" for number in range(2, len(parts) + 1))]
    parts[0] = [_led(block, paths, parts) for block in parts[0]]
    for number, (path, blocks) in enumerate(zip(paths, parts, strict=True), 1):
        others = [_part(paths, parts, other) for other in range(1, len(parts) + 1) if other != number]
        contents = (*blocks, *links("Fler delar av listan", others))
        if number == 1:
            yield replace(page, blocks=contents)
        else:
            trail = (*page.trail, (page.title, page.path))
            title = f"{page.title}, del {number} av {len(parts)}"
            plain = replace(page, path=path, title=title, blocks=contents, lead="", trail=trail, is_indexed=False)
            yield replace(plain, template=PLAIN, extra={}, words="")


def _led(block: Block, paths: list[str], parts: list[list[Block]]) -> Block:
    """The list of what is on the page, leading to the part where each now begins. All parts lie in one folder."""
    if block["type"] != "contents":
        return block
    begins: dict[str, str] = {}
    for path, blocks in zip(paths[1:], parts[1:], strict=True):
        for each in blocks:
            begins.setdefault(f"#{each.get('id')}", posixpath.basename(path))
    stays = {f"#{each.get('id')}" for each in parts[0]}
    items = [{**each, "href": ("" if each["href"] in stays else begins[each["href"]]) + each["href"]} for each in items_of(block)]
    return {**block, "items": items}


def _pieces(block: Block, room: int) -> Iterator[tuple[Block, int]]:
    """A list in pieces, the first of which fits in the room, and what each costs."""
    kept: list[Item] = []
    cost = len(str(block["title"]))
    for each in items_of(block):
        more = cost_of(each)
        if kept and cost + more > room:
            yield {**block, "items": kept}, cost
            kept, cost, room = [], len(str(block["title"])), MAX_BYTES
        kept.append(each)
        cost += more
    yield {**block, "items": kept}, cost


def cost_of(entry: Item) -> int:
    """About how many bytes an entry takes on a page."""
    return len(f"{entry['text']}{entry['href']}{entry['note']}".encode()) + ENTRY + (MARKED if entry["mark"] else 0)


def _part(paths: list[str], parts: list[list[Block]], number: int) -> Item:
    """Another part, by its number and what its lists begin with."""
    begins = next((block for block in parts[number - 1] if block["type"] == "links"), None)
    entries = items_of(begins) if begins else []
    note = f"Börjar med {entries[0]['text']}" if entries else ""
    return item(f"Del {number}", paths[number - 1], note)
