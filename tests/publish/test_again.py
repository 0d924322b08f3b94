"""Import → publish → import: what is printed in Word is read again as the records that it was printed from."""

from __future__ import annotations

import datetime

import pytest

from tests.importing.paper import Paper
from tests.report.small import Memory
from vbe.app.importing import begin_from
from vbe.report.governing import compose_plan
from vbe.report.model import Provenance
from vbe.report.render import render
from vbe.store.loader import load
from vbe.store.resources import Templates

HEAD = ("Åtgärd", "Ansvarig", "Tillsammans med", "Tid", "Uppföljning")
KNOWLEDGE = (
    ("Utbilda personal i skola och socialtjänst", "Socialnämnden", "Polisen", "2025", "Antal utbildade redovisas"),
    ("Ta fram en gemensam lägesbild", "Kommunstyrelsen", "Polisen", "Årligen", "Redovisas för kommunstyrelsen"),
)
SUPPORT = (
    ("Ge stöd till anhöriga som är oroliga", "Socialnämnden", "", "Löpande", ""),
    ("Öppna en telefonlinje för råd", "Socialnämnden", "", "2026-06-30", "Antal samtal redovisas"),
)
COVER = (
    ("Dokumenttyp", "Handlingsplan"),
    ("Diarienummer", "KS/2024:112"),
    ("Beslutad av", "Kommunfullmäktige"),
    ("Beslutsdatum", "2024-12-02"),
    ("Giltighetstid", "2025-01-01 – 2026-12-31"),
)
WHOSE = {"name": "Exempelkommun", "code": "0000"}


def read(content: bytes):
    files = begin_from("plan.docx", content, WHOSE, 2025).files
    held = {name: text.decode() for name, text in files.items() if name.endswith(".yaml") and not name.startswith(".")}
    return load(Memory(held))


@pytest.fixture(scope="module")
def both():
    """The records that a plan became, and those that it became once they had been printed."""
    paper = Paper("Handlingsplan 2025–2026")
    paper.table(*COVER).heading("Kunskap").text("Medarbetarna vet vad de gör.").table(HEAD, *KNOWLEDGE)
    paper.heading("Stöd").text("Den som är orolig får hjälp.").table(HEAD, *SUPPORT)
    first = read(paper.content)
    origin = Provenance("vbe 0", "0" * 40, "2025-03-01T00:00:00+00:00", dirty=False, year=2025, document="plan")
    printed = compose_plan(first, on=datetime.date(2025, 3, 1), provenance=origin)
    return first, read(render(printed, "docx", Templates()))


def test_every_area_and_measure_comes_back_as_it_was(both):
    first, again = both
    assert len(first.commitments) == 4
    assert again.areas.keys() == first.areas.keys()
    for number, area in first.areas.items():
        told = again.areas[number]
        assert (told.title, told.purpose) == (area.title, area.purpose)
        assert [measure.model_dump(exclude={"reading", "notes"}) for measure in told.commitments] == [
            measure.model_dump(exclude={"reading", "notes"}) for measure in area.commitments
        ]


def test_the_cover_comes_back_as_it_was(both):
    first, again = both
    assert first.strategy
    assert again.strategy
    for field in ("title", "document_type", "case_number", "valid_from", "valid_to", "decided_by", "versions"):
        assert getattr(again.strategy, field) == getattr(first.strategy, field), field
