"""What a page weighs with all that it loads, pictures and fonts aside: at most 150 kB, however many records there are."""

from __future__ import annotations

import posixpath
import re

from vbe.site.kept import Kept
from vbe.site.links import dead_links
from vbe.site.parts import parts_of
from vbe.site.render import render_pages
from vbe.site.shapes import Page, facts, item, links, with_contents
from vbe.store.resources import Templates

MOST = 150_000
LOADED = re.compile(r'<(?:link rel="stylesheet" href|script src)="([^"]+)"')
ENTRY = re.compile(r'<a href="rutiner/forvaltning/(\d+)\.html"')
SITE = {
    "name": "Provköping",
    "plan": "Strategin",
    "edition": "",
    "doors": [item("Rutiner", "rutiner.html")],
    "logo": "",
    "edit_address": None,
    "feed": True,
    "tool": "vbe",
    "made": "Uppgifterna gäller per 1 mars 2018.",
}


def weight(files: dict[str, bytes], path: str) -> int:
    text = files[path].decode()
    loaded = {posixpath.normpath(posixpath.join(posixpath.dirname(path), name)) for name in LOADED.findall(text)}
    assert "assets/site.css" in loaded, path
    return sum(len(files[name]) for name in {path, *loaded})


def long_page(count: int) -> Page:
    """Forty owners with their routines, as on the list of routines, and facts before them."""
    entries = [
        item(
            f"Rutin nummer {n} om misstänkt radikalisering",
            f"rutiner/forvaltning/{n}.html",
            "Granskad 12 juni 2017, gäller",
            "green",
        )
        for n in range(count)
    ]
    lists = [block for n in range(40) for block in links(f"Förvaltning {n}", entries[n::40])]
    return Page("rutiner.html", "Rutiner", "Rutiner", (*facts([("Läge", "Gott")]), *with_contents(lists)), "Vad du ska göra.")


def test_no_page_of_solna_weighs_more(staff, public):
    for files in (staff, public):
        heavy = {path: weight(files, path) for path in files if path.endswith(".html") and "/filer/" not in path}
        assert max(heavy.values()) <= MOST, max(heavy, key=heavy.__getitem__)
        assert b"sok-index.js" not in files["sok.html"], "it is loaded when somebody searches"


def test_a_list_of_2000_is_several_pages(staff):
    pages = list(parts_of(long_page(2000)))
    files = render_pages(pages, SITE, Templates(), Kept()) | {"assets/site.css": staff["assets/site.css"]}
    assert len(pages) > 2
    assert all(weight(files, page.path) <= MOST for page in pages)
    # As few as there can be: all but the last are well filled.
    assert all(weight(files, page.path) > MOST / 2 for page in pages[:-1])
    shown = [int(number) for page in pages for number in ENTRY.findall(files[page.path].decode())]
    assert sorted(shown) == list(range(2000))
    dead = {href for _page, href in dead_links(files) if "-del-" in href or href.startswith("#avsnitt")}
    assert dead == set(), "the list of what is on the page leads to where it went"
    for page in pages:
        links_to = set(re.findall(r'href="([^"#]+)"', files[page.path].decode()))
        assert {other.path for other in pages if other is not page} <= links_to
    assert [page.path for page in pages[:2]] == ["rutiner.html", "rutiner-del-2.html"]
    assert "Läge" in files["rutiner.html"].decode()
    assert [page.is_indexed for page in pages[:3]] == [True, False, False]


def test_a_short_list_is_one_page():
    page = long_page(60)
    assert list(parts_of(page)) == [page]
