"""The site as people meet it: every sort of page in a real Chromium, judged, walked, searched and opened from a folder."""

from __future__ import annotations

import pytest

from tests.render.browser import lacking
from tests.site.browser import console, drive
from tests.site.test_pages import SEVEN

pytestmark = pytest.mark.skipif(bool(lacking()), reason=lacking())
SORTS = (
    "index.html",
    "rutiner.html",
    "rutiner/overall/misstanke-om-radikalisering.html",
    "vagledning/socialnamnden/generellt-foraldrastod.html",
    "strategin.html",
    "omraden/04.html",
    "atgarder/4.5.html",
    "krav/O-04-05.html",
    "forvaltningar/socialforvaltningen.html",
    "namnder/socialnamnden.html",
    "aktorer.html",
    "uppfoljning/2017.html",
    "uppfoljning/2017/socialnamnden.html",
    "tillganglighet.html",
    "sok.html?q=orosanm%C3%A4lan",
    "innehall.html",
)
WIDTHS = (320, 1280)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_every_sort_of_page_is_accessible(staff, tmp_path, dark):
    steps = [{"do": "judge", "path": path, "width": width} for width in WIDTHS for path in SORTS]
    if not dark:
        steps += [{"do": "judge", "path": path, "width": 768} for path in SORTS[:3]]
    for step, told in zip(steps, drive(staff, steps, tmp_path, dark=dark), strict=True):
        assert told.get("violations") == [], (step, told)
        assert told["dark"] is dark
        assert told["wide"] <= step["width"], step
        assert told["loads"] == [], step


def test_it_is_walked_searched_and_used_by_keyboard_alone(staff, tmp_path):
    walks = [{"do": "walk", "taps": [said]} for said in SEVEN]
    words = ["orosanmälan", "extremism", "radikalisernig", "kxqzw"]
    steps = [*walks, *({"do": "search", "words": each} for each in words), {"do": "keys", "path": "index.html"}]
    told = drive(staff, steps, tmp_path)
    for (said, page), walked in zip(SEVEN.items(), told, strict=False):
        assert (walked["taps"], walked["path"]) == (1, f"/{page}"), said
        assert walked["step"].strip(), said
    concern, extremism, slip, nothing, keys = told[len(walks) :]
    assert "atgarder/5.1.html" in concern["hits"]
    assert any("rutiner/socialforvaltningen/orosanmalan.html" in hit for hit in concern["hits"])
    assert (concern["focused"], concern["moved"], concern["back"]) == (True, True, True)
    assert len(concern["groups"]) >= 3
    assert "atgarder/2.2.html" in extremism["hits"]
    assert any("misstanke-om-radikalisering" in hit for hit in slip["hits"])
    assert nothing["said"].startswith("Inga träffar")
    assert keys["lost"] == []
    assert keys["first"] == "Hoppa till innehållet"


def test_opened_from_a_folder_without_any_network_nothing_is_complained_of(staff, tmp_path):
    for path, content in staff.items():
        place = tmp_path / "site" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    for path in ("index.html", "sok.html", "omraden/04.html", "uppfoljning/2017.html"):
        assert console(tmp_path / "site" / path, tmp_path) == [], path
