"""Six boards' forms go out, three come back from different hands and programs, are checked, written and reported."""

import shutil
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from tests.forms import libreoffice
from tests.forms.hands import answer, saved, tables_of
from vbe.app.forms.intake import take_in
from vbe.app.forms.outlet import make_forms
from vbe.cli import run
from vbe.documents import parse
from vbe.store.repository import Disk

REPOSITORY = Path(__file__).parents[2]
FOLDERS = ("vbe.yaml", "strategy", "measures", "routines", "guidance", "followup", "templates", "schemas")
SOURCE = Disk(REPOSITORY)
SOCIAL = {
    ("Åtgärder", "1.5", "Status"): "ongoing",
    ("Åtgärder", "1.7", "Nästa steg senast"): "2018-06-30",
    ("Åtgärder", "1.7", "Paragraf"): 14,
    ("Åtgärder", "1.9", "Nästa steg senast"): "2018-06-30",
    ("Åtgärder", "1.9", "Avvikelse"): "Planen kom sent.",
    ("Mätetal", "orosanmalningar", "Värde"): 2150,
}
"""What `libreoffice.xba` writes, as it is read."""


@pytest.fixture(scope="module")
def forms():
    return make_forms(SOURCE, 2017, None)


def answers(content, name="svar.xlsx"):
    found = take_in(SOURCE, {name: content})
    assert [fault for fault in found.faults if fault.is_error] == []
    return {(a.cell.sheet.name, a.cell.key, a.cell.column.title): a.new for a in found.answers}


@libreoffice.NEEDED
@pytest.mark.parametrize("ending", ["xlsx", "ods", "xls"])
def test_a_form_that_libreoffice_has_saved_changes_nothing(forms, ending, tmp_path):
    kind = ":Calc MS Excel 2007 XML" if ending == "xlsx" else ""
    content = libreoffice.converted(tmp_path, forms["formular-2017-kommunstyrelsen.xlsx"], ending, kind)
    if ending == "xls":
        from vbe.errors import VbeError

        with pytest.raises(VbeError, match="ingen arbetsbok som går att läsa"):
            answers(content)
    else:
        assert answers(content, f"svar.{ending}") == {}


@libreoffice.NEEDED
def test_libreoffice_types_sorts_moves_inserts_and_hides(forms, tmp_path):
    content = libreoffice.filled_in(tmp_path, forms["formular-2017-socialnamnden.xlsx"])
    head = tables_of(content)["Åtgärder"][0]
    assert head.index("Status") > head.index("Paragraf")
    assert answers(content) == SOCIAL


def typed(content):
    """A hand that types in a program that knows nothing of the form's looks."""
    tables = tables_of(content)
    for key, column, value in (("3.5", "Status", " Pågår"), ("3.5", "Resultat", "Klart.\r\n"), ("3.5", "Paragraf", "§ 7")):
        answer(tables, "Åtgärder", key, column, value)
    return saved(tables)


def test_rich_text_formulas_and_hidden_rows_are_read_as_they_show(forms):
    import xlsxwriter

    tables = tables_of(forms["formular-2017-socialnamnden.xlsx"])
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    for name, rows in tables.items():
        sheet = book.add_worksheet(name)
        for number, row in enumerate(rows):
            for at, value in enumerate(row):
                sheet.write_string(number, at, str(value)) if value != "" else None
        if name == "Åtgärder":
            at = rows[0].index("Resultat")
            sheet.write_rich_string(1, at, "Klart ", book.add_format({"bold": True}), "i tid", ".")
            sheet.write_formula(1, rows[0].index("Paragraf"), "=7+7", None, 14)
            sheet.write_formula(1, rows[0].index("Diarienummer"), '="SN/2018:"&12', None, "SN/2018:12")
            sheet.set_row(1, None, None, {"hidden": True})
            sheet.set_column(at, at, None, None, {"hidden": True})
    book.close()
    key = tables["Åtgärder"][1][0]
    assert answers(out.getvalue()) == {
        ("Åtgärder", key, "Resultat"): "Klart i tid.",
        ("Åtgärder", key, "Paragraf"): 14,
        ("Åtgärder", key, "Diarienummer"): "SN/2018:12",
    }


@libreoffice.NEEDED
def test_six_go_out_three_come_back_and_the_year_is_reported(forms, tmp_path, capsys):
    assert len(forms) == 6
    root = tmp_path / "town"
    root.mkdir()
    subprocess.run(["cp", "-r", *(REPOSITORY / folder for folder in FOLDERS), root], check=True)
    assert run(["form", "--year", "2017", "--all-boards", "-o", str(tmp_path / "ut"), "--root", str(root)]) == 0
    out = {path.stem.split("-", 2)[2]: path.read_bytes() for path in (tmp_path / "ut").iterdir()}
    assert len(out) == 6
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
    back = {
        "social.xlsx": libreoffice.filled_in(tmp_path / "a", out["socialnamnden"]),
        "skola.xlsx": typed(out["barn-och-utbildningsnamnden"]),
        "kultur.ods": libreoffice.converted(tmp_path / "b", out["kultur-och-fritidsnamnden"], "ods"),
    }
    for name, content in back.items():
        (tmp_path / name).write_bytes(content)
    files = [str(tmp_path / name) for name in back]
    assert run(["intake", *files, "--dry-run", "--root", str(root)]) == 0
    shutil.copytree(root, tmp_path / "dry")
    assert run(["intake", *files, "--root", str(root)]) == 0
    social = parse("x", (root / "followup/2017/socialnamnden.yaml").read_bytes())[0].value
    school = parse("x", (root / "followup/2017/barn-och-utbildningsnamnden.yaml").read_bytes())[0].value
    assert social["commitments"]["1.5"]["status"] == "ongoing"
    assert social["indicators"]["orosanmalningar"]["value"] == 2150
    assert (school["commitments"]["3.5"]["status"], school["commitments"]["3.5"]["result"]) == ("ongoing", "Klart.")
    differing = subprocess.run(
        ["diff", "-rq", REPOSITORY / "followup", root / "followup"], capture_output=True, text=True, check=False
    )
    assert len(differing.stdout.splitlines()) == 2
    capsys.readouterr()
    assert run(["validate", "--root", str(root)]) == 0
    words = [
        "report",
        "--year",
        "2017",
        "--only",
        "appendix",
        "--as-of",
        "2018-03-31",
        "--root",
        str(root),
        "-o",
        str(tmp_path / "rapport.md"),
    ]
    assert subprocess.run([sys.executable, "-m", "vbe", *words], check=False, capture_output=True).returncode == 0
    assert "2 150" in (tmp_path / "rapport.md").read_text().replace("\u00a0", " ")


def test_the_workbook_is_accessible(forms):
    """A title and a language; the first sheet says what to do; heads that stay, are named, and come first on each page."""
    from xml.etree import ElementTree

    with zipfile.ZipFile(BytesIO(forms["formular-2017-socialnamnden.xlsx"])) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml")}
    core = parts["docProps/core.xml"]
    assert "<dc:title>Uppföljning 2017: Socialnämnden</dc:title>" in core
    assert "<dc:language>sv-SE</dc:language>" in core
    book = ElementTree.fromstring(parts["xl/workbook.xml"])
    space = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
    sheets = [(s.get("name"), s.get("state")) for s in book.findall("m:sheets/m:sheet", space)]
    assert [name for name, state in sheets if state is None] == ["Börja här", "Nämnden", "Åtgärder", "Mätetal", "Granskning"]
    assert sheets[-1] == ("vbe", "veryHidden")
    names = {(n.get("localSheetId"), n.get("name")) for n in book.findall("m:definedNames/m:definedName", space)}
    for number in (1, 2, 3, 4):
        page = parts[f"xl/worksheets/sheet{number + 1}.xml"]
        assert 'state="frozen"' in page
        assert "mergeCell" not in page
        assert {(str(number), "_xlnm.Print_Titles"), (str(number), "Title")} <= names
