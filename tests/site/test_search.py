"""Search in the real Chromium on 2,000 pages: compounds, å ä ö, slips, groups and the keyboard; the index only when it is needed."""

from __future__ import annotations

import json
import random

import pytest

from tests.render.browser import lacking
from tests.site.browser import drive
from vbe.site.index import search_index
from vbe.site.shapes import Page, prose
from vbe.site.stems import stem, words

PAGES = 2000
SORTS = ("Rutiner", "Krav", "Åtgärder", "Organisation")
FIRST = ("skol", "vård", "hälso", "ungdoms", "brotts", "miljö", "trygghets", "närings", "kultur", "fritids", "äldre", "övnings")
LAST = ("plan", "arbete", "samtal", "ansvar", "enhet", "grupp", "möte", "åtgärd", "utredning", "ledning", "stöd", "öppning")
SAID = ["orosanmälan", "anmälningar", "vårdmöten", "skolsamtl", "Åtgärd", "öppningar", "kxqzw"]


def composed(count: int) -> list[Page]:
    """So many pages of made-up compounds; every hundredth is about a report of concern."""
    chance, found = random.Random(1), []
    for n in range(count):
        told = " ".join(chance.choice(FIRST) + chance.choice(LAST) + chance.choice(("", "en", "er", "s")) for _ in range(60))
        title = f"{SORTS[n % 4]} {n}: {chance.choice(FIRST)}{chance.choice(LAST)}"
        title = f"Orosanmälningar {n}" if n % 100 == 7 else title
        found.append(Page(f"sidor/{n}.html", title, SORTS[n % 4], tuple(prose(told))))
    return found


def told_of(content: bytes) -> dict:
    return json.loads(content.decode().removeprefix("var vbeIndex = ").removesuffix(";\n"))


def test_the_index_names_the_pages_of_each_stem():
    page = Page("a.html", "Anmälan om oro", "Rutiner", tuple(prose("Läraren ringer skolan. Anmälningar görs samma dag.")))
    other = Page("b.html", "Möten", "Krav", tuple(prose("Skolor deltar.")))
    told = told_of(search_index([page, other, Page("c.html", "Sök", "Om", (), is_indexed=False)]))
    assert told["sorts"] == ["Krav", "Rutiner"]
    assert [row[:3] for row in told["pages"]] == [[0, "Möten", "b.html"], [1, "Anmälan om oro", "a.html"]]
    terms = dict(line.split("\t", 1) for line in told["terms"].split("\n"))
    assert terms["anmäl"] == "1\t"
    assert terms["skol"] == "\t0 1"
    assert "samma" not in terms


def test_an_index_of_2000_pages_is_small():
    assert len(search_index(composed(PAGES))) < 600_000


@pytest.mark.skipif(bool(lacking()), reason=lacking())
def test_search_on_2000_pages(staff, tmp_path):
    pages = composed(PAGES)
    files = {path: content for path, content in staff.items() if path.startswith("assets/") or path == "sok.html"}
    vocabulary = sorted({word for page in pages[:300] for word in words(f"{page.title} {page.blocks}")})
    vocabulary += sorted({word for path in ("innehall.html", "krav.html") for word in words(staff[path].decode())})
    steps = [{"do": "type", "words": said} for said in SAID] + [{"do": "stems", "words": vocabulary}]
    *told, stemmed = drive({**files, "sok-index.js": search_index(pages)}, steps, tmp_path)
    assert stemmed == [stem(word) for word in vocabulary]
    found = dict(zip(SAID, told, strict=True))
    for said in SAID[:-1]:
        assert (found[said]["before"], found[said]["after"]) == (2, 3), "the index is loaded when somebody writes, and once"
        assert found[said]["hits"], said
        assert found[said]["walked"][1] == found[said]["walked"][3] != found[said]["walked"][2], said
        assert (found[said]["walked"][0], found[said]["walked"][4]) == (found[said]["hits"][0], "sok"), said
    reports = {page.path for page in pages if page.title.startswith("Oros")}
    assert set(found["orosanmälan"]["hits"]) <= reports
    assert reports & set(found["anmälningar"]["hits"]), "a part of a compound"
    assert any("vårdmöte" in word.lower() for word in found["vårdmöten"]["marked"])
    assert any("skolsamtal" in word.lower() for word in found["skolsamtl"]["marked"]), "a slip"
    assert [group.partition(" (")[0] for group in found["öppningar"]["groups"]].count("Krav") == 1
    assert len(found["öppningar"]["groups"]) == len(SORTS)
    assert found["öppningar"]["more"] == len(SORTS), "the rest of each group is asked for"
    assert found["kxqzw"]["said"].startswith("Inga träffar")
