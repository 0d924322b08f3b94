"""What is no answer is refused in one line or at its cell, and nothing is written; what both sides changed is left."""

import subprocess
from pathlib import Path

import pytest

from tests.forms.hands import answer, saved, tables_of
from vbe.app.forms.intake import take_in
from vbe.app.forms.outlet import make_forms
from vbe.cli import run
from vbe.errors import VbeError
from vbe.language import activate
from vbe.store.repository import Disk

REPOSITORY = Path(__file__).parents[2]
BOARD = "socialnamnden"
FILE = f"followup/2017/{BOARD}.yaml"
FOLDERS = ("vbe.yaml", "strategy", "measures", "routines", "guidance", "followup", "templates", "schemas")
NUMBER = "811218-9876"


@pytest.fixture(autouse=True)
def _swedish():
    activate("sv")
    yield
    activate("sv")


@pytest.fixture(scope="module")
def base():
    return tables_of(make_forms(Disk(REPOSITORY), 2017, BOARD)[f"formular-2017-{BOARD}.xlsx"])


@pytest.fixture
def tables(base):
    return {name: [list(row) for row in rows] for name, rows in base.items()}


@pytest.fixture
def town(tmp_path):
    """A copy of the records, without git."""
    root = tmp_path / "town"
    root.mkdir()
    subprocess.run(["cp", "-r", *(REPOSITORY / folder for folder in FOLDERS), root], check=True)
    return root


def fact(tables, name, value):
    next(row for row in tables["vbe"] if row[0] == name)[3] = value


def refused(tables, **more):
    with pytest.raises(VbeError) as why:
        take_in(Disk(REPOSITORY), {"svar.xlsx": saved(tables)}, **more)
    assert "\n" not in why.value.message
    return why.value.message


def faults(tables):
    found = take_in(Disk(REPOSITORY), {"svar.xlsx": saved(tables)})
    assert not found.changes or any(fault.is_error for fault in found.faults)
    return [(fault.place, fault.message) for fault in found.faults]


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("municipality", "0180", "svar.xlsx gäller en annan kommun (0180)."),
        ("commit", "0" * 40, "svar.xlsx är gjord ur en version som inte finns i den här historiken (000000000000)."),
        ("form", "99", "svar.xlsx är gjord av en nyare version av vbe"),
        ("board", "byggnadsnamnden", "svar.xlsx gäller en nämnd som inte finns här: byggnadsnamnden."),
        ("year", "i fjol", "Det dolda bladet i svar.xlsx har ändrats."),
    ],
)
def test_a_form_from_elsewhere_is_refused_in_one_line(tables, name, value, said):
    fact(tables, name, value)
    assert refused(tables).startswith(said)


def test_a_form_of_another_year_than_asked_for(tables):
    assert refused(tables, year=2018) == "svar.xlsx är formuläret för 2017."


def test_a_workbook_that_is_no_form(tables):
    del tables["vbe"]
    assert refused(tables) == "svar.xlsx är inget formulär från vbe."


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"Nr;Status\n", b"\xd0\xcf\x11\xe0"])
def test_what_is_no_workbook(content):
    with pytest.raises(VbeError, match=r"svar\.xlsx är ingen arbetsbok som går att läsa\."):
        take_in(Disk(REPOSITORY), {"svar.xlsx": content})


def test_a_row_that_is_gone_one_that_stands_twice_and_one_that_is_unknown(tables):
    rows = tables["Åtgärder"]
    lost = rows.pop(1)
    assert refused(tables) == f"svar.xlsx, Åtgärder: raden {lost[0]} är borta."
    rows += [lost, list(lost)]
    assert refused(tables) == (f"svar.xlsx, Åtgärder, rad {len(rows)}: raden står två gånger, även på rad {len(rows) - 1}.")
    rows[-1][0] = "99.1"
    assert refused(tables) == f"svar.xlsx, Åtgärder, rad {len(rows)}: raden säger inte vad den svarar på."


def test_a_column_that_is_gone(tables):
    rows = tables["Åtgärder"]
    at = rows[0].index("Orsak")
    rows[0][at] = "Skäl"
    assert refused(tables) == "svar.xlsx, Åtgärder: kolumnen Orsak är borta."


def row_of(tables, key, sheet="Åtgärder"):
    return next(number for number, row in enumerate(tables[sheet], 1) if row[0] == key)


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [
        ("Status", "på gång", "Skriv ett av orden i listan: ej påbörjad"),
        ("Nästa steg senast", "snart", "Skriv en dag: 2018-06-30 eller 30/6 2018."),
        ("Genomförd den", "juni 2018", "Skriv en dag: 2018-06-30 eller 30/6 2018."),
        ("Paragraf", "fjorton", "Skriv ett tal: 2 150, 12,5 eller 92 %."),
        ("Paragraf", 14.5, "Skriv ett heltal."),
        ("Status", "", "Status saknas."),
    ],
)
def test_a_cell_that_cannot_be_read_is_named(tables, column, value, said):
    answer(tables, "Åtgärder", "5.1", column, value)
    [(place, message)] = faults(tables)
    assert place == f"svar.xlsx, Åtgärder, rad {row_of(tables, '5.1')}, kolumn {column}"
    assert message.startswith(said)


def test_what_a_rule_says_is_said_with_the_heads_of_the_form(tables):
    answer(tables, "Åtgärder", "5.1", "Avvikelse", "Planen kom sent.")
    found = take_in(Disk(REPOSITORY), {"svar.xlsx": saved(tables)})
    [fault] = found.faults
    assert (fault.place, fault.is_error) == (f"svar.xlsx, Åtgärder, rad {row_of(tables, '5.1')}, kolumn Avvikelse", False)
    assert fault.message == "En avvikelse utan Orsak och Nästa steg."
    assert len(found.changes) == 1


def test_a_sign_that_cannot_be_seen_is_named(tables):
    answer(tables, "Åtgärder", "5.1", "Resultat", "Se \u200bbilagan.")
    [(place, message)] = faults(tables)
    assert place == f"svar.xlsx, Åtgärder, rad {row_of(tables, '5.1')}, kolumn Resultat"
    assert message == "Texten innehåller ett tecken som inte syns; skriv orden på nytt."


def test_a_share_is_per_cent(base):
    tables = tables_of(make_forms(Disk(REPOSITORY), 2017, "kommunstyrelsen")["formular-2017-kommunstyrelsen.xlsx"])
    share = next(row[0] for row in tables["Mätetal"] if row[2] == "procent")
    for value, said in ((0.92, "Skriv andelen i procent"), ("112 %", "En andel ligger mellan 0 och 100 procent.")):
        answer(tables, "Mätetal", share, "Värde", value)
        [(place, message)] = faults(tables)
        assert place.endswith("kolumn Värde")
        assert message.startswith(said)


@pytest.mark.parametrize("text", [f"Ring {NUMBER}.", "Skriv till anna.svensson@solna.se."])
def test_a_person_is_never_written_nor_shown(town, tables, text, tmp_path, capsys):
    fact(tables, "commit", "")
    answer(tables, "Åtgärder", "5.1", "Resultat", text)
    file = tmp_path / "svar.xlsx"
    file.write_bytes(saved(tables))
    before = (town / FILE).read_bytes()
    assert run(["intake", str(file), "--root", str(town)]) == 1
    shown = " ".join("".join(capsys.readouterr()).split())
    assert f"svar.xlsx, Åtgärder, rad {row_of(tables, '5.1')}, kolumn Resultat: fel:" in shown
    for word in (NUMBER, "anna", "Anna", "Svensson"):
        assert word not in shown
    assert (town / FILE).read_bytes() == before


def test_what_both_have_changed_is_shown_and_left_and_the_rest_is_written(town, tables, tmp_path, capsys):
    fact(tables, "commit", "")
    answer(tables, "Åtgärder", "1.5", "Status", "pågår")
    answer(tables, "Åtgärder", "1.7", "Status", "pågår")
    file = tmp_path / "svar.xlsx"
    file.write_bytes(saved(tables))
    path = town / FILE
    path.write_text(path.read_text().replace('"1.5":\n    status: continuous', '"1.5":\n    status: not_started'))
    assert run(["intake", str(file), "--dry-run", "--root", str(town)]) == 1
    assert '"1.7":\n    status: continuous' in path.read_text()
    assert run(["intake", str(file), "--root", str(town)]) == 1
    shown = " ".join(capsys.readouterr().out.split())
    assert "formuläret säger ”pågår”, men followup/2017/socialnamnden.yaml har sedan dess ändrats till ”ej påbörjad”" in shown
    text = path.read_text()
    assert '"1.5":\n    status: not_started' in text
    assert '"1.7":\n    status: ongoing' in text


def test_forms_are_never_written_over_what_somebody_has_filled_in(town, tables, tmp_path, capsys):
    words = ["form", "--year", "2017", "--board", BOARD, "-o", str(tmp_path / "ut"), "--root", str(town)]
    assert run(words) == 0
    assert run(words) == 0
    path = tmp_path / "ut" / f"formular-2017-{BOARD}.xlsx"
    path.write_bytes(saved(tables))
    assert run(words) == 2
    assert "skrivs inte över" in " ".join(capsys.readouterr().err.split())
    assert run([*words, "--force"]) == 0


def test_no_form_is_made_of_files_with_a_person_in_them(town, tmp_path, capsys):
    path = town / FILE
    path.write_text(path.read_text().replace("Rutinerna anger tider", f"Rutinerna {NUMBER} anger tider"))
    assert run(["form", "--year", "2017", "--all-boards", "-o", str(tmp_path / "ut"), "--root", str(town)]) == 2
    assert NUMBER not in "".join(capsys.readouterr())
    assert not (tmp_path / "ut").exists()
