"""What the profile says of the site is what stands on it: its name, look and addresses, and how accessible it is."""

from __future__ import annotations

import pytest

from tests.site.reading import Reading
from vbe.app.site.making import SiteOrder, make_site
from vbe.site import Edition
from vbe.store.repository import Disk

LOGO = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
OWN = """
site:
  name: Lindvik håller ihop
  address: https://strategi.lindvik.example/
  edit_address: https://git.lindvik.example/strategi/edit/main/{file}
  colour: "#5a1846"
  logo: logo.svg
"""
ASSESSED = """
  accessibility:
    compliance: partial
    assessed_on: 2025-02-03
    method: Kommunikationsenheten gick igenom tjugo sidor med skärmläsare.
    limitations: [Äldre filer i pdf saknar taggar.]
    contact: webb@lindvik.example
"""


def made(base, text, edition=Edition.STAFF):
    with (base / "vbe.yaml").open("a", encoding="utf-8") as profile:
        profile.write(text)
    (base / "templates" / "site").mkdir(parents=True)
    (base / "templates" / "site" / "logo.svg").write_bytes(LOGO)
    return make_site(Disk(base), SiteOrder(edition)).files


@pytest.mark.parametrize("edition", Edition)
def test_the_city_has_its_name_its_colour_and_its_logo(base, edition):
    files = made(base, OWN, edition)
    page = files["index.html"].decode()
    assert "<span>Lindvik håller ihop</span>" in page
    assert 'src="assets/logo.svg"' in page
    assert files["assets/logo.svg"] == LOGO
    assert b"--brand: #5a1846;" in files["assets/site.css"]
    assert b"https://strategi.lindvik.example/omraden.html" in files["sitemap.xml"]


def test_who_works_there_proposes_a_change_and_nobody_else_is_asked_to(base):
    routine = next((base / "routines").rglob("*.yaml")).relative_to(base)
    page = f"rutiner/{routine.parent.name}/{routine.stem}.html"
    address = f"https://git.lindvik.example/strategi/edit/main/{routine.as_posix()}"
    told = Reading(made(base, OWN)[page])
    assert address in told.links
    assert "Föreslå en ändring av sidan" in told.text
    open_to_all = make_site(Disk(base), SiteOrder(Edition.PUBLIC)).files
    assert not any(b"git.lindvik.example" in content for content in open_to_all.values())


def test_a_page_for_what_is_not_there_works_at_any_depth(base):
    files = made(base, OWN.replace("example/\n", "example/start\n"))
    page = Reading(files["404.html"])
    assert "Sidan finns inte" in page.text
    assert all(each.startswith("/start/") for each in page.loads if not each.startswith("data:"))
    assert {"/start/index.html", "/start/innehall.html", "/start/sok.html"} <= set(page.links)
    assert b"404.html" not in files["sitemap.xml"]


def test_the_accessibility_statement_says_what_was_assessed(base):
    told = Reading(made(base, OWN + ASSESSED)["tillganglighet.html"])
    said = told.text.replace("\xa0", " ")
    for sentence in (
        "följer delvis lagen om tillgänglighet till digital offentlig service",
        "3 februari 2025",
        "Kommunikationsenheten gick igenom tjugo sidor med skärmläsare.",
        "Äldre filer i pdf saknar taggar.",
        "webb@lindvik.example",
        "axe-core",
    ):
        assert sentence in said
    assert {"mailto:webb@lindvik.example", "https://www.digg.se/tdosanmalan"} <= set(told.links)


def test_the_accessibility_statement_says_what_nobody_has_assessed(base):
    said = Reading(make_site(Disk(base), SiteOrder(Edition.PUBLIC)).files["tillganglighet.html"]).text
    assert "Kommunen har inte bedömt om webbplatsen följer lagen" in said
    assert "varken någon lista över brister eller någon kontakt" in said
    assert "fullt ut" not in said
    assert "Inga kända brister" not in said
