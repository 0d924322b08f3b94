"""The sheet of reviews: what is due goes out, and what comes back is recorded as `vbe review` records it."""

import shutil
from pathlib import Path

import pytest

from tests.forms.hands import answer, saved, tables_of
from vbe.app.forms.intake import take_in
from vbe.app.forms.outlet import make_forms
from vbe.app.forms.sentences import sentences
from vbe.cli import run
from vbe.store.repository import Disk

BASE = Path(__file__).parents[1] / "rules" / "base"
BOARD = "socialnamnden"
DOCUMENT = "socialforvaltningen/orosanmalan"
FILE = f"routines/{DOCUMENT}.yaml"
NUMBER = "811218-9876"


@pytest.fixture
def town(tmp_path):
    root = tmp_path / "town"
    shutil.copytree(BASE, root)
    return root


@pytest.fixture
def tables(town):
    return tables_of(make_forms(Disk(town), 2024, BOARD)[f"formular-2024-{BOARD}.xlsx"])


def fill_in(tables, outcome, day="31/1 2025", **more):
    answer(tables, "Granskning", DOCUMENT, "Bedömning", outcome)
    answer(tables, "Granskning", DOCUMENT, "Granskad den", day)
    for column, value in more.items():
        answer(tables, "Granskning", DOCUMENT, column, value)


def taken(town, tables):
    return take_in(Disk(town), {"svar.xlsx": saved(tables)})


def place(column):
    return f"svar.xlsx, Granskning, rad 2, kolumn {column}"


def test_the_form_lists_what_is_due_with_its_role(tables):
    head, *rows = tables["Granskning"]
    assert head == ["Dokument", "Titel", "Slag", "Senast granskad", "Läge", "Bedömning", "Roll", "Granskad den", "Anteckning"]
    assert [row[0] for row in rows] == [DOCUMENT]
    assert rows[0][2] == "rutin"
    assert rows[0][6] == "Socialchefen"


@pytest.mark.parametrize(("word", "outcome"), [("gäller oförändrad", "no-change"), ("Har reviderats ", "revised")])
def test_a_review_comes_in_as_vbe_review_records_it(town, tables, word, outcome, tmp_path):
    fill_in(tables, word, Anteckning="Genomläst med handläggarna.")
    [change] = taken(town, tables).changes
    other = tmp_path / "other"
    shutil.copytree(BASE, other)
    words = ["review", DOCUMENT, "--outcome", outcome, "--on", "2025-01-31", "--note", "Genomläst med handläggarna."]
    assert run([*words, "--root", str(other)]) == 0
    assert (change.file, change.new) == (FILE, (other / FILE).read_bytes())


def test_what_must_be_revised_becomes_under_revision_and_starts_no_clock(town, tables):
    before = (town / FILE).read_text()
    fill_in(tables, "ska revideras", Anteckning="Telefonnumret till jouren är fel.")
    [change] = taken(town, tables).changes
    new = change.new.decode()
    assert "status: under_revision" in new
    assert "Ska revideras (2025-01-31, Socialchefen). Telefonnumret till jouren är fel." in " ".join(new.split())
    assert new.count("outcome:") == before.count("outcome:")


def test_a_review_that_is_there_already_changes_nothing(town, tables, tmp_path):
    fill_in(tables, "gäller oförändrad")
    file = tmp_path / "svar.xlsx"
    file.write_bytes(saved(tables))
    assert run(["intake", str(file), "--root", str(town)]) == 0
    once = (town / FILE).read_bytes()
    assert run(["intake", str(file), "--root", str(town)]) == 0
    assert (town / FILE).read_bytes() == once


def test_a_review_recorded_since_the_form_was_made_is_a_conflict(town, tables):
    fill_in(tables, "gäller oförändrad", "2025-02-28")
    assert run(["review", DOCUMENT, "--outcome", "revised", "--on", "2025-02-01", "--root", str(town)]) == 0
    found = taken(town, tables)
    assert found.changes == []
    said = next(sentences(found))
    assert said.startswith(f"{place('Bedömning')}: formuläret säger ”gäller oförändrad”, men {FILE} har sedan dess ändrats")


@pytest.mark.parametrize(
    ("outcome", "day", "more", "column", "said"),
    [
        ("godkänd", "31/1 2025", {}, "Bedömning", "Skriv ett av orden i listan: gäller oförändrad, har reviderats och ska revideras."),
        ("", "31/1 2025", {}, "Bedömning", "Det står inte vad granskningen ledde till."),
        ("gäller oförändrad", "", {}, "Granskad den", "Granskningens dag saknas."),
        ("gäller oförändrad", "i våras", {}, "Granskad den", "Skriv en dag: 2018-06-30 eller 30/6 2018."),
        ("gäller oförändrad", "2099-01-01", {}, "Granskad den", "2099-01-01 har inte kommit än."),
        ("gäller oförändrad", "31/1 2025", {"Roll": "rådmannen"}, "Bedömning", "Rollen ”rådmannen” finns inte i organisationen."),
        ("gäller oförändrad", "1/1 2001", {}, "Bedömning", f"{DOCUMENT} "),
    ],
)  # fmt: skip
def test_a_row_that_cannot_be_recorded_is_named_at_its_cell(town, tables, outcome, day, more, column, said):
    fill_in(tables, outcome, day, **more)
    found = taken(town, tables)
    [fault] = found.faults
    assert fault.place == place(column)
    assert fault.message.startswith(said)
    assert found.changes == []


@pytest.mark.parametrize("outcome", ["gäller oförändrad", "ska revideras"])
def test_a_person_in_a_note_is_told_at_its_cell_and_never_written(town, tables, outcome, tmp_path, capsys):
    fill_in(tables, outcome, Anteckning=f"Ring {NUMBER}.")
    file = tmp_path / "svar.xlsx"
    file.write_bytes(saved(tables))
    before = (town / FILE).read_bytes()
    assert run(["intake", str(file), "--root", str(town)]) == 1
    shown = " ".join("".join(capsys.readouterr()).split())
    assert f"{place('Anteckning')}: fel:" in shown
    assert NUMBER not in shown
    assert (town / FILE).read_bytes() == before


def test_a_role_is_written_by_its_id_too(town, tables):
    fill_in(tables, "gäller oförändrad", Roll="socialchef")
    [change] = taken(town, tables).changes
    assert b"by: socialchef" in change.new
