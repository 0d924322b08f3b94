"""What search knows of each page, as a script: a page opened from a folder may not read any other sort of file.

The words are stems already, and for each the pages that have it: the browser has nothing left to work out but what is sought.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from vbe.language.swedish import order
from vbe.report.view import short
from vbe.site.stems import stem, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vbe.site.shapes import Page

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
EXCERPT = 90
LEAST = 4
"""Letters of a word that is worth finding, numbers and ids aside."""
COMMON = frozenset((
    "alla", "andra", "annan", "annat", "blir", "bland", "deras", "detta", "dessa", "denna", "efter", "eller", "från", "gäller",
    "genom", "göra", "görs", "hade", "hela", "inte", "inom", "kommer", "kunna", "måste", "mellan", "minst", "något", "någon",
    "några", "också", "redan", "sedan", "samma", "skulle", "som", "svarar", "till", "under", "utan", "varje", "vara", "varit",
    "vilka", "vilken", "vilket", "åtgärd", "åtgärder", "över", "ansvarig", "läge", "datum",
))  # fmt: skip
"""Words that nearly every page has."""


def search_index(pages: Iterable[Page]) -> bytes:
    """`vbeIndex = {sorts, pages: [[number of the sort, title, address, excerpt], …], terms}`, by sort and title.

    `terms` is a line for each stem: the stem, the pages with it in the title, and those with it in the text. The pages are
    numbered in order; each number is told as its distance from the one before, in base 36.
    """
    shown = sorted((each for each in pages if each.is_indexed), key=lambda each: (order(each.sort), order(each.title)))
    sorts = {sort: number for number, sort in enumerate(dict.fromkeys(page.sort for page in shown))}
    found: dict[str, tuple[list[int], list[int]]] = {}
    rows = []
    for number, page in enumerate(shown):
        excerpt = _excerpt(page)
        rows.append([sorts[page.sort], page.title, page.path, excerpt])
        titled = {stem(word) for word in words(page.title)}
        in_text = _stems(excerpt, page.lead, page.words, *_texts(page.blocks))
        for which, stems in enumerate((titled, in_text - titled)):
            for each in stems:
                found.setdefault(each, ([], []))[which].append(number)
    terms = "\n".join("\t".join((each, *map(distances, found[each]))) for each in sorted(found))
    data = {"sorts": list(sorts), "pages": rows, "terms": terms}
    # In a script nothing but these ends the line in JavaScript and not in JSON.
    script = f"var vbeIndex = {json.dumps(data, ensure_ascii=False, separators=(',', ':'))};\n"
    return script.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").encode()


def _stems(*texts: str) -> set[str]:
    """The stems of what is worth finding."""
    return {stem(word) for text in texts for word in words(text) if _is_worth(word.casefold())}


def _is_worth(word: str) -> bool:
    return word not in COMMON and (len(word) >= LEAST or any(letter.isdigit() for letter in word))


def distances(numbers: list[int]) -> str:
    """Rising numbers, each as its distance from the one before (the first from 0), in base 36."""
    return " ".join(_in_36(number - before) for before, number in zip((0, *numbers), numbers, strict=False))


def _in_36(number: int) -> str:
    rest, digit = divmod(number, len(DIGITS))
    return (_in_36(rest) if rest else "") + DIGITS[digit]


def _excerpt(page: Page) -> str:
    text = short(page.lead or next(iter(_texts(page.blocks)), ""), EXCERPT)
    return "" if text in page.title else text


LISTS = frozenset({"links"})
"""Shapes that name other pages, which are found by their own words."""


def _texts(part: object) -> Iterator[str]:
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
