"""A plan of two pages in Word is a plan of two pages in print; and a plan that several decide has a place for each to sign."""

from __future__ import annotations

import datetime
import shutil
import subprocess

import pytest

from tests.importing.paper import Paper
from tests.publish.test_again import COVER, HEAD, read
from tests.publish.test_marked import STRATEGY, plan, section
from tests.report.small import edited, tables, words
from vbe.report.governing import compose_plan
from vbe.report.model import Provenance
from vbe.report.render import render
from vbe.report.render.pdf import count_pages
from vbe.store.resources import Templates

AREAS = {
    "Kunskap": ("Medarbetarna vet vad de gör när de blir oroliga.", "Socialnämnden", "Polisen"),
    "Stöd": ("Den som är orolig får hjälp.", "Socialnämnden", ""),
    "Skola": ("Skolan är en plats för samtal.", "Barn- och utbildningsnämnden", ""),
    "Samverkan": ("Kommunen och polisen arbetar ihop.", "Kommunstyrelsen", "Polisen"),
}
TIMES = (("2025-12-31", "Antal utbildade redovisas"), ("Årligen", "Redovisas för kommunstyrelsen"), ("Löpande", ""))


@pytest.fixture(scope="module")
def printed():
    """A handlingsplan of four areas and twelve measures, two pages in Word, as it is printed from its records."""
    paper = Paper("Handlingsplan mot våldsbejakande extremism 2025–2026")
    paper.table(*COVER, ("Dokumentansvarig", "Säkerhetschefen"))
    for name, (aim, who, partner) in AREAS.items():
        rows = [(f"Utbilda de medarbetare som berörs av {name.lower()}, del {n}", who, partner, *TIMES[n]) for n in range(3)]
        paper.heading(name).text(aim).table(HEAD, *rows)
    origin = Provenance("vbe 0", "0" * 40, "2025-03-01T00:00:00+00:00", dirty=False, year=2025, document="plan")
    return render(compose_plan(read(paper.content), on=datetime.date(2025, 3, 1), provenance=origin), "pdf", Templates())


def test_a_plan_of_two_pages_is_printed_on_two(printed):
    assert count_pages(printed) == 2


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext saknas (paketet poppler-utils)")
def test_the_head_of_a_page_names_the_section_that_it_begins_with(printed):
    read = subprocess.run(["pdftotext", "-layout", "-", "-"], input=printed, capture_output=True, check=True).stdout.decode()
    heads = [page.lstrip("\n").split("\n")[0].split() for page in read.split("\f") if page.strip()]
    assert [" ".join(head[1:]) for head in heads] == ["Områden och åtgärder", "Områden och åtgärder"]
    assert "Underskrifter" in read.split("\f")[1]


TOGETHER = """    paragraph: 61
    decisions:
      - body: kommunstyrelsen
        date: 2023-05-15
        paragraph: 61
      - body: kommunfullmaktige
        date: 2023-05-29
        case_number: KF/2023:7
"""


def test_each_body_of_a_joint_plan_and_the_political_owner_have_a_place_to_sign():
    joint = edited(
        STRATEGY,
        ("    paragraph: 61\n", TOGETHER),
        ("owner_role: sakerhetschef", "political_owner: socialnamnden\nowner_role: sakerhetschef"),
    )
    made = plan(joint, marked=False)
    rows = tables(section(made, "signatures"))["underskrifter"].rows
    assert [row[0].lines[0] for row in rows] == ["Kommunstyrelsen", "Kommunfullmäktige", "Socialnämnden", "Säkerhetschefen"]
    box = {fact.term: fact.value for fact in section(made, "cover").blocks[0].facts}
    assert box["Beslutad av"] == (
        "Kommunstyrelsen (den 15\u00a0maj 2023, §\u00a061) och kommunfullmäktige (den 29\u00a0maj 2023, KF/2023:7)"
    )
    assert "Beslutsdatum" not in box
    assert box["Politiskt ansvarig"] == "Socialnämnden"
    assert made.standing.startswith("Beslutad av kommunstyrelsen (den 15")


def test_the_cover_tells_what_the_document_belongs_to():
    beside = (
        "parent: Kommunens budget\nrelated: [Policy mot hot, Krisplan]\nnext_review_on: 2025-05-01\nowner_role: sakerhetschef"
    )
    box = {
        f.term: f.value
        for f in section(plan(edited(STRATEGY, ("owner_role: sakerhetschef", beside)), marked=False), "cover").blocks[0].facts
    }
    assert (box["Hör till"], box["Hör ihop med"], box["Aktualiteten prövas"]) == (
        "Kommunens budget",
        "Policy mot hot; Krisplan",
        "1\u00a0maj 2025",
    )


def test_what_an_area_is_for_is_not_said_twice():
    same = edited(
        "measures/01-samordning.yaml", ("purpose: Kommunen har en grupp som håller ihop arbetet.", "purpose: Samordning")
    )
    group = section(plan(same, marked=False), "areas").blocks[0]
    assert "Samordning" not in [line.rstrip(".") for line in words(group).split("\n")[1:]]
