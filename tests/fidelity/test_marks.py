"""“Vår läsning” stands beside what the adopted text does not say, in the report and where a record is shown, and nowhere else."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.render.solna import corpus, solna
from tests.report.small import section, tables, words
from vbe.report.model import Facts, Group

ROOT = Path(__file__).parents[2]
MARK = "(vår läsning)"


@pytest.fixture(scope="module")
def made():
    return solna()


def _rows(made) -> dict[str, tuple[str, str, str]]:
    """Number → the text, who and when, as the areas tell them."""
    found = {}
    for identity, table in tables(section(made, "areas")).items():
        if identity.startswith("atgarder-"):
            for row in table.rows:
                text, who, when = (" ".join(cell.lines) for cell in row[:3])
                found[text.split(" ")[0]] = (text, who, when)
    return found


def test_who_is_responsible_by_our_reading_is_marked(made):
    rows = _rows(made)
    assert len(rows) == 75
    assert rows["8.1"][1] == f"Kultur- och fritidsnämnden {MARK}"
    assert rows["9.1"][1] == "Samverkansgruppen"
    assert sum(who.endswith(MARK) for _text, who, _when in rows.values()) == 39


def test_a_day_that_the_text_does_not_give_is_marked_and_a_missing_time_is_told(made):
    rows = _rows(made)
    assert rows["8.4"][2].replace("\u00a0", " ") == f"31 december 2017 {MARK}"
    assert rows["2.6"][2] == "Ingen tid angiven"
    assert rows["4.6"][2] == "Löpande"
    assert MARK not in rows["1.10"][2]


def test_what_stands_in_an_area_by_our_reading_is_marked(made):
    rows = _rows(made)
    assert all(rows[number][0].endswith(MARK) for number in ("1.9", "1.10", "1.11", "2.4", "3.3"))
    assert not rows["1.1"][0].endswith(MARK)


def test_who_leads_an_area_is_marked_where_the_text_names_none(made):
    groups = [block for block in section(made, "areas").blocks if isinstance(block, Group)]
    leads = {
        g.id: f.value for g in groups for b in g.blocks if isinstance(b, Facts) for f in b.facts if f.term == "Leder arbetet"
    }
    told = {identity: str(value) for identity, value in leads.items()}
    assert len(told) == 12
    marked = [identity for identity, value in told.items() if MARK in value]
    assert marked == [f"omrade-{number:02d}" for number in (1, 2, 3, 5, 6, 7, 8, 10)]
    assert "Stadsledningsförvaltningen" in told["omrade-04"]


def test_a_demand_and_a_target_that_are_read_are_marked(made):
    told = {row[0].lines[0]: row[1].lines[0] for row in tables(section(made, "traceability"))["sparbarhet"].rows}
    assert told["O-00-31"].endswith(MARK)
    assert not told["O-00-32"].endswith(MARK)
    assert f"100\u00a0% (2017) {MARK}" in words(section(made, "indicators"))


def test_the_day_of_the_decision_says_that_it_is_not_from_the_minutes(made):
    assert "10\u00a0april 2017 (dagen är inte hämtad ur protokollet)" in words(section(made, "background"))


def _reasons(corpus) -> list[str]:
    records = (*corpus.areas.values(), *corpus.commitments.values(), *corpus.indicators.values(), *corpus.obligations.values())
    read = [record.reading for record in (*records, *corpus.strategy.versions) if record.reading is not None]
    return [reason for reading in read for field in type(reading).model_fields if (reason := getattr(reading, field))]


def test_every_reason_stands_in_the_report_and_once(made):
    table = tables(section(made, "glossary"))["vara-lasningar"]
    told = [row[1].lines[0] for row in table.rows]
    assert set(told) == set(_reasons(corpus()))
    assert len(told) == len(set(told)) >= 50
    why = {row[1].lines[0]: row[0].lines for row in table.rows}
    assert why["Texten säger staden. Nämnden fick uppdraget om bidragsreglerna."] == (
        "Vem som leder område 7",
        "Ansvarig för åtgärderna 7.1, 7.2 och 7.3",
    )


@pytest.mark.parametrize("cut", ["ks", "trygghetsradet", "personal", "webb"])
def test_whoever_reads_a_mark_is_told_what_it_means_and_where_the_reasons_are(cut):
    made = solna(cut)
    marks = [part.id for part in made.sections if MARK in words(part)]
    assert bool(marks) == (cut in ("ks", "trygghetsradet"))
    assert not marks or "Skälen står sist i bilagan." in words(section(made, "about"))
    assert "vara-lasningar" in tables(section(solna(), "glossary"))


def test_every_field_of_a_reading_has_its_words():
    from vbe.model.records import reading
    from vbe.report.sections.readings import VALUES

    models = [made for made in vars(reading).values() if isinstance(made, type) and made.__name__.endswith("Reading")]
    assert len(models) == 5
    assert {field for model in models for field in model.model_fields} == set(VALUES)


def test_who_gave_an_assignment_by_our_reading_is_marked(made):
    rows = tables(section(made, "assignments"))["uppdrag"].rows
    given = {row[0].lines[0].split(" ")[0]: row[1].lines[0] for row in rows}
    assert {number for number, by in given.items() if by.endswith(MARK)} == {"2.7", "7.4", "8.4"}


def test_show_tells_why():
    command = [sys.executable, "-m", "vbe", "show", "8.1", "--lang", "sv"]
    told = subprocess.run(command, capture_output=True, cwd=ROOT, check=True).stdout.decode("utf-8")
    assert "vår läsning:" in told
    assert "Nämnden fick uppdraget om tillträdesreglerna." in " ".join(told.split())
