"""What search knows of each page, as a script: a page opened from a folder may not read any other sort of file.

Words that stand in the title or the excerpt are not told again, so that the index stays small.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from vbe.language.swedish import order
from vbe.report.view import short

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from vbe.site.shapes import Page

WORD = re.compile(r"[^\W_]+(?:[-.:/][^\W_]+)*")
EXCERPT = 90
LEAST = 4
"""Letters of a word that is worth finding, numbers and ids aside."""
COMMON = frozenset(
    [
        "alla",
        "andra",
        "annan",
        "annat",
        "blir",
        "bland",
        "deras",
        "detta",
        "dessa",
        "denna",
        "efter",
        "eller",
        "från",
        "gäller",
        "genom",
        "göra",
        "görs",
        "hade",
        "hela",
        "inte",
        "inom",
        "kommer",
        "kunna",
        "måste",
        "mellan",
        "minst",
        "något",
        "någon",
        "några",
        "också",
        "redan",
        "sedan",
        "samma",
        "skulle",
        "som",
        "svarar",
        "till",
        "under",
        "utan",
        "varje",
        "vara",
        "varit",
        "vilka",
        "vilken",
        "vilket",
        "åtgärd",
        "åtgärder",
        "över",
        "ansvarig",
        "läge",
        "datum",
    ]
)
"""Words that nearly every page has."""


def search_index(pages: Iterable[Page]) -> bytes:
    """`vbePages = [[sort, title, address, excerpt, other words], …]`, by sort and title."""
    shown = sorted((page for page in pages if page.is_indexed), key=lambda page: (order(page.sort), order(page.title)))
    rows = [[page.sort, page.title, page.path, (excerpt := _excerpt(page)), _others(page, excerpt)] for page in shown]
    lines = ",\n".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows)
    # In a script nothing but this ends the line in JavaScript and not in JSON.
    return f"var vbePages = [\n{lines}\n];\n".replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").encode("utf-8")


def _excerpt(page: Page) -> str:
    told = short(page.lead or next(iter(_texts(page.blocks)), ""), EXCERPT)
    return "" if told in page.title else told


def _others(page: Page, excerpt: str) -> str:
    """The page's other words, each once."""
    known = {word.casefold() for word in WORD.findall(f"{page.title} {excerpt}")}
    found: dict[str, None] = {}
    for text in (page.lead, page.words, *_texts(page.blocks)):
        for word in WORD.findall(text):
            folded = word.casefold()
            if (
                folded not in known
                and folded not in COMMON
                and (len(folded) >= LEAST or any(letter.isdigit() for letter in folded))
            ):
                found[folded] = None
    return " ".join(found)


LISTS = frozenset({"links"})
"""Shapes that name other pages, which are found by their own words."""


def _texts(part: Any) -> Iterator[str]:
    """The texts of blocks, without addresses and without what only lists other pages."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, list | tuple):
        for each in part:
            yield from _texts(each)
    elif isinstance(part, dict) and part.get("type") not in LISTS and not part.get("href"):
        for key in ("title", "text", "term", "entries", "items", "rows", "facts", "value", "blocks"):
            if key in part:
                yield from _texts(part[key])
