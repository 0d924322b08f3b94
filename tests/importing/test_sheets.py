"""Plans in Excel, OpenDocument and files of rows come in as those in Word do."""

from pathlib import Path

import pytest

from tests.importing.scoring import lost_words, time_of
from tests.importing.sheets import KEY, rows_of_text, workbook
from vbe.errors import VbeError
from vbe.importing.composing import import_document
from vbe.importing.opening import open_document
from vbe.importing.sheets import shown
from vbe.scaffold.repository import FilesInMemory
from vbe.store.loader import load

FILES = Path(__file__).parent / "files"
FORMS = {
    "plan.xlsx": workbook(),
    "utan-sammanslagning.xlsx": workbook(merge=False, hidden=None, days=False),
    "plan.ods": (FILES / "plan.ods").read_bytes(),
    "plan.xls": (FILES / "plan.xls").read_bytes(),
    "semikolon.csv": rows_of_text(),
    "komma-cp1252.csv": rows_of_text(",", "cp1252"),
    "tabb-utf16.csv": rows_of_text("\t", "utf-16"),
}


@pytest.mark.parametrize("name", FORMS)
def test_a_plan_in_rows_has_its_measures_and_loses_no_word(name):
    document = open_document(name, FORMS[name])
    made = import_document(document, "Exempelkommun", "0000")
    commitments = list(load(FilesInMemory(made.files)).commitments.values())
    assert [(c.text, set(c.responsible), time_of(c)) for c in commitments] == KEY
    assert [area.title for area in made.plan.areas] == ["Kunskap", "Stöd", "Regler"]
    assert lost_words(document, made) == ()


@pytest.mark.parametrize("name", ["plan.xlsx", "plan.ods", "plan.xls"])
def test_title_cover_and_hidden_sheet_of_a_workbook(name):
    made = import_document(open_document(name, FORMS[name]), "Exempelkommun", "0000")
    strategy = load(FilesInMemory(made.files)).strategy
    assert strategy.title == "Handlingsplan mot våldsbejakande extremism 2025–2026"
    assert (strategy.case_number, str(strategy.versions[0].decided_on)) == ("KS 2024/55", "2024-12-02")
    assert "Gammalt utkast" in made.log.decode()
    assert all("Gammalt utkast" not in content.decode() for content in made.files.values())


@pytest.mark.parametrize(("value", "said"), [(2026.0, "2026"), (12.5, "12,5"), (True, "ja"), ("text", "text"), (1e15, "1e+15")])
def test_a_value_is_read_as_it_is_seen(value, said):
    assert shown(value) == said


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 broken", b"\xd0\xcf\x11\xe0" + b"\0" * 600, b"<html></html>"])
@pytest.mark.parametrize("name", ["plan.xlsx", "plan.ods", "plan.xls", "plan.docx"])
def test_what_is_no_workbook_says_so_in_a_line(name, content):
    with pytest.raises(VbeError) as told:
        open_document(name, content)
    assert name in told.value.message
