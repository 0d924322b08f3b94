"""What the pages say, and that every way in them leads somewhere."""

from __future__ import annotations

import datetime
import html
import re

import pytest

from vbe.app.site.making import SiteOrder, make_site
from vbe.report.render.pdf import count_pages
from vbe.site import Edition
from vbe.site.links import dead_links
from vbe.store.repository import Disk

SEVEN = {
    "Ett brott pågår": "rutiner/overall/pagaende-eller-planerat-brott.html",
    "Jag misstänker": "rutiner/overall/misstanke-om-radikalisering.html",
    "Ett barn": "rutiner/overall/barn-som-kan-fara-illa.html",
    "Någon tänker resa": "rutiner/overall/resa-till-eller-aterkomst-fran-konfliktomrade.html",
    "En anhörig ber": "rutiner/socialforvaltningen/stod-till-anhoriga.html",
    "Någon i kommunen lämnar ett tips": "rutiner/overall/tips-fran-allmanheten-via-kontaktcenter.html",
    "Risken för våld": "rutiner/overall/forhojd-riskbild.html",
}
INDEXES = ("index", "rutiner", "omraden", "krav", "strategin", "organisation", "aktorer", "vagledning", "uppfoljning", "ordlista")


def text_of(page: bytes) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", page.decode())).split())


@pytest.mark.parametrize("edition", ["staff", "public"])
def test_no_link_is_dead(edition, request):
    assert list(dead_links(request.getfixturevalue(edition))) == []


def test_a_dead_link_is_found():
    files = {"a/b.html": b'<a href="../c.html#x">', "c.html": b'<p id="y">', "d.html": b'<a href="nowhere.html">'}
    assert list(dead_links(files)) == [("a/b.html", "../c.html#x"), ("d.html", "nowhere.html")]


def test_everything_has_its_page(staff):
    assert {f"{name}.html" for name in INDEXES} <= staff.keys()
    assert len([p for p in staff if p.startswith("krav/")]) == 138
    assert len([p for p in staff if p.startswith("omraden/")]) == 12
    assert {"sok.html", "innehall.html", "tillganglighet.html", "atgarder/4.5.html", "namnder/socialnamnden.html"} <= staff.keys()


@pytest.mark.parametrize(("said", "page"), SEVEN.items())
def test_a_situation_is_one_tap_from_the_step(staff, said, page):
    start = staff["index.html"].decode()
    assert re.search(rf'<a href="{re.escape(page)}"><strong>{said}', start)
    told = staff[page].decode()
    assert told.index('<h2 id="steg">') < told.index('id="steg-1"') < told.index('<div class="about">')
    assert "tel:112" in told


def test_the_front_page_begins_with_the_way_in(staff):
    told = text_of(staff["index.html"])
    order = [
        "Oroar du dig för någon?",
        "Ring 112",
        "Säkerhetschefen 08-746 10 00",
        "Gör inte så här",
        "på egen hand",
        "Vad har hänt?",
    ]
    places = [told.index(each) for each in order]
    assert places == sorted(places)


def test_a_routine_says_when_it_was_reviewed(staff):
    told = text_of(staff["rutiner/overall/misstanke-om-radikalisering.html"])
    assert "Granskad 20 november 2017, gäller." in told.replace("\xa0", " ")
    assert "Exempel, ej beslutad" in told


def test_the_chain_is_walked_both_ways(staff):
    assert b"../krav/O-04-05.html" in staff["atgarder/4.5.html"]
    assert b"../atgarder/4.5.html" in staff["krav/O-04-05.html"]
    routine = staff["rutiner/overall/misstanke-om-radikalisering.html"]
    assert b"../../krav/O-05-06.html" in routine
    assert b"../rutiner/overall/misstanke-om-radikalisering.html" in staff["krav/O-05-06.html"]


def test_a_board_has_its_extract_its_dates_and_its_calendar(staff):
    page = text_of(staff["namnder/socialnamnden.html"])
    assert "Socialnämnden, 2017 ● Grön Lämnad" in page
    assert staff["kalender/socialnamnden.ics"].startswith(b"BEGIN:VCALENDAR")
    assert "Alla åtgärder" in text_of(staff["uppfoljning/2017/socialnamnden.html"])


def test_every_form_of_the_follow_up_can_be_downloaded(staff):
    files = {p.rsplit(".", 1)[1] for p in staff if p.startswith("uppfoljning/2017/filer/")}
    assert files == {"html", "pdf", "docx", "xlsx", "md", "json"}


def test_every_page_says_its_policy_and_has_no_script_of_its_own(staff):
    for path, page in staff.items():
        if path.endswith(".html") and "/filer/" not in path:
            assert page.count(b'http-equiv="Content-Security-Policy"') == 1, path
            assert not re.search(rb"<script(?![^>]* src=)|<style|(?<!<col)\sstyle=|\son[a-z]+=", page), path
            assert not re.search(rb'(?:src="|<link[^>]*href=")(?:https?:)?//', page), path


def test_a_page_with_all_it_loads_is_small(staff):
    style = len(staff["assets/site.css"])
    for path, page in staff.items():
        if path.endswith(".html") and "/filer/" not in path:
            scripts = re.findall(rb'<script src="(?:\.\./)*([^"]+)"', page)
            assert len(page) + style + sum(len(staff[name.decode()]) for name in scripts) <= 150_000, path


def test_every_routine_has_a_card_of_one_accessible_page(staff):
    cards = {path: content for path, content in staff.items() if path.startswith("rutiner/") and path.endswith(".pdf")}
    assert len(cards) == sum(path.startswith("rutiner/") and path.endswith(".html") for path in staff)
    for path, content in cards.items():
        assert count_pages(content) == 1, path
        assert b"pdfuaid:part" in content, path
        assert f'href="../../{path}"'.encode() in staff[path.replace(".pdf", ".html")]


def test_what_is_late_is_said_to_be_late(solna_records):
    """Of the latest years in force, the boards are asked for each that they have not handed in."""
    files = make_site(Disk(solna_records), SiteOrder(Edition.STAFF, datetime.date(2020, 5, 1))).files
    told = text_of(files["namnder/socialnamnden.html"]).replace("\xa0", " ")
    assert "Socialnämnden, 2019 ■ Röd Skulle ha lämnats senast" in told
    assert "Socialnämnden, 2020 ○ Grå Lämnas senast" in told
