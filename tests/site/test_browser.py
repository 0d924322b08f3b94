"""The site as people meet it: every sort of page in a real Chromium, judged, walked, searched and opened from a folder."""

from __future__ import annotations

import re

import pytest

from tests.render.browser import lacking
from tests.report.repo import commit, repository
from tests.site.browser import console, drive, print_page
from tests.site.reading import Reading
from tests.site.test_pages import SEVEN
from vbe.app.site.making import SiteOrder, make_site
from vbe.site import Edition
from vbe.store.repository import Disk

pytestmark = pytest.mark.skipif(bool(lacking()), reason=lacking())
LISTS = (
    "index.html",
    "vagledning.html",
    "strategin.html",
    "ordlista.html",
    "omraden.html",
    "krav.html",
    "organisation.html",
    "aktorer.html",
    "uppfoljning.html",
    "tillganglighet.html",
    "innehall.html",
    "sok.html?q=orosanm%C3%A4lan",
)
ONES = (
    "vagledning/socialnamnden/generellt-foraldrastod.html",
    "omraden/04.html",
    "atgarder/4.5.html",
    "krav/O-04-05.html",
    "forvaltningar/socialforvaltningen.html",
    "namnder/socialnamnden.html",
    "uppfoljning/2017.html",
    "uppfoljning/2017/socialnamnden.html",
)
STAFF_ONLY = ("rutiner.html", "rutiner/overall/misstanke-om-radikalisering.html")
OTHERS = ("andringar.html", "404.html", "rutiner/overall/oro.html")
"""Of a small site of its own, since they need a history, an address and a record that cannot be read."""
SMALL = "liten/"
WIDTHS = (320, 1280)
KEYED = ("index.html", "sok.html?q=extremism", "uppfoljning/2017.html", "innehall.html", *STAFF_ONLY)


@pytest.fixture(scope="module")
def both(staff, public, tmp_path_factory):
    """Staff's site at the top, residents' and a small one in folders of their own."""
    base = repository(tmp_path_factory.mktemp("browser") / "base")
    with (base / "vbe.yaml").open("a", encoding="utf-8") as profile:
        profile.write(f"\nsite:\n  address: https://lindvik.example/{SMALL}\n")
    broken = next((base / "routines" / "overall").glob("*.yaml"))
    broken.write_text(broken.read_text("utf-8").replace("title: ", "title: Ny "), "utf-8")
    commit(base, "Ändra", "2025-04-02T12:00:00+02:00")
    broken.rename(broken.with_name("oro.yaml")).write_text("title: [", "utf-8")
    small = make_site(Disk(base), SiteOrder(Edition.STAFF)).files
    moved = [(f"{top}{path}", content) for top, files in (("oppen/", public), (SMALL, small)) for path, content in files.items()]
    return {**staff, **dict(moved)}


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_every_sort_of_page_is_accessible(both, tmp_path, dark):
    """Staff's at both widths; residents', made by the same templates, at one width in each scheme."""
    paths = [*LISTS, *ONES, *STAFF_ONLY, *(f"{SMALL}{path}" for path in OTHERS)]
    open_to_all = [f"oppen/{path}" for path in (*LISTS, *ONES)]
    steps = [{"do": "judge", "path": path, "width": width} for width in WIDTHS for path in paths]
    steps += [{"do": "judge", "path": path, "width": WIDTHS[not dark]} for path in open_to_all]
    for step, told in zip(steps, drive(both, steps, tmp_path, dark=dark), strict=True):
        assert told.get("violations") == [], (step, told)
        assert told["dark"] is dark
        assert told["wide"] <= step["width"], step
        assert told["loads"] == [], step


def test_it_is_walked_searched_and_used_by_keyboard_alone(staff, tmp_path):
    walks = [{"do": "walk", "taps": [said]} for said in SEVEN]
    words = ["orosanmälan", "extremism", "radikalisernig", "kxqzw"]
    steps = [*walks, *({"do": "search", "words": each} for each in words)]
    steps += [{"do": "keys", "path": path} for path in KEYED]
    told = drive(staff, steps, tmp_path)
    for (said, page), walked in zip(SEVEN.items(), told, strict=False):
        assert (walked["taps"], walked["path"]) == (1, f"/{page}"), said
        assert walked["step"].strip(), said
    concern, extremism, slip, nothing = told[len(walks) : -len(KEYED)]
    assert "atgarder/5.1.html" in concern["hits"]
    assert any("rutiner/socialforvaltningen/orosanmalan.html" in hit for hit in concern["hits"])
    assert (concern["focused"], concern["moved"], concern["back"]) == (True, True, True)
    assert len(concern["groups"]) >= 3
    assert "atgarder/2.2.html" in extremism["hits"]
    assert any("misstanke-om-radikalisering" in hit for hit in slip["hits"])
    assert nothing["said"].startswith("Inga träffar")
    for path, keys in zip(KEYED, told[-len(KEYED) :], strict=True):
        assert (keys["lost"], keys["unseen"]) == ([], []), path
        assert keys["first"] == "Hoppa till innehållet"


@pytest.fixture(scope="module")
def folder(both, tmp_path_factory):
    """Both sites in a folder, as on a file share."""
    top = tmp_path_factory.mktemp("share")
    for path, content in both.items():
        place = top / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    return top


def test_opened_from_a_folder_without_any_network_nothing_is_complained_of(folder, tmp_path):
    """One browser, without a network, that shows every sort of page of both editions."""
    paths = [*LISTS, *ONES, *STAFF_ONLY, *(f"oppen/{path}" for path in (*LISTS, *ONES))]
    frames = "".join(f'<iframe src="{path}" width="800" height="600"></iframe>' for path in paths)
    (folder / "all.html").write_text(f'<!doctype html><title>all</title><link rel="icon" href="data:,">{frames}', "utf-8")
    assert console(folder / "all.html", tmp_path) == []


def test_what_the_console_complains_of_is_heard(tmp_path):
    (tmp_path / "a.html").write_text(
        "<!doctype html><meta http-equiv=Content-Security-Policy content=\"default-src 'none'\"><script>1</script>", "utf-8"
    )
    (tmp_path / "all.html").write_text('<!doctype html><iframe src="a.html"></iframe>', "utf-8")
    assert any("Content Security Policy" in line for line in console(tmp_path / "all.html", tmp_path))


def test_a_routine_is_printed_on_one_page(staff, folder, tmp_path):
    """By the browser's own printing, the two that say the most."""
    routines = [path for path in staff if path.startswith("rutiner/") and path.endswith(".html")]
    longest = sorted(routines, key=lambda path: len(Reading(staff[path]).text))[-2:]
    for path in longest:
        printed = print_page(folder / path, tmp_path)
        assert len(re.findall(rb"/Type /Page\b", printed)) == 1, path
