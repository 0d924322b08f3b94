"""`vbe verify` has three answers: the same bytes, the same content from another version, and not the same."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.report.repo import commit, repository, vbe
from vbe.app.publishing import Order, make_report
from vbe.app.refusal import PrivateError
from vbe.app.verifying import verify
from vbe.report.model import UNSEALED
from vbe.report.render import FORMATS, is_sealed, read_provenance, seal
from vbe.report.render.likeness import differing
from vbe.report.render.likeness.page import SHEETS, sum_of_sheet
from vbe.report.render.package import CUSTOM
from vbe.report.render.package import seal as seal_archive
from vbe.store.commit import Commit
from vbe.store.git import Git

HERE = Path(__file__).parents[2]
OLDER = "vbe 0.0.9"


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    return repository(tmp_path_factory.mktemp("kommun") / "lindvik")


@pytest.fixture(scope="module")
def older(tmp_path_factory):
    """A copy of the program, of another version and with other templates."""
    folder = tmp_path_factory.mktemp("program")
    for name in ("vbe", "templates", "schemas"):
        shutil.copytree(HERE / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "vbe" / "__init__.py").write_text('"""Older."""\n\n__version__ = "0.0.9"\n')
    page = folder / "templates" / "report" / "report.html.j2"
    page.write_text(page.read_text().replace('<div class="page', '<div class="leaf page').replace("<main ", "<main\n"))
    sheet = folder / "templates" / "report" / "report.typ"
    sheet.write_text(sheet.read_text().replace("x: 22.5mm)", "x: 25mm)"))
    return folder


def made(town, form: str, program: Path | None = None) -> bytes:
    """The report of 2024, by this program or by one that lies elsewhere."""
    start = "import sys; from vbe.cli import run; sys.exit(run(sys.argv[1:]))"
    command = [sys.executable, "-c", start, "report", "--year", "2024", "--only", "appendix", "--format", form, "-o", "-"]
    done = subprocess.run(
        command, cwd=town, env={"PYTHONPATH": str(program or HERE), "PATH": "/usr/bin:/bin"}, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


@pytest.fixture(scope="module")
def reports(town, older):
    """Form → the report by this version, and by the older one."""
    return {form: (made(town, form), made(town, form, older)) for form in FORMATS}


def answer(town, tmp_path, form: str, content: bytes) -> tuple[int, dict]:
    file = tmp_path / f"r{FORMATS[form].suffix}"
    file.write_bytes(content)
    done = vbe(town, "verify", str(file), "--format", "json", VBE_LANG="en")
    assert done.stderr == b""
    return done.returncode, json.loads(done.stdout)


def proven(town, form: str, content: bytes):
    commit = read_provenance(content, form)["commit"]
    return verify(content, form, Commit(Git.open(town), commit))


def sealed(content: bytes, form: str) -> bytes:
    """A forger computes the sum anew."""
    old = read_provenance(content, form)["seal"].encode()
    if form in ("docx", "xlsx"):
        return seal_archive(repacked(content, CUSTOM, old.decode(), UNSEALED))
    return seal.seal(content.replace(old, UNSEALED.encode()))


def repacked(content: bytes, name: str, old: str, new: str, *, level: int = 6) -> bytes:
    """An archive with another text in one of its parts."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as to,
    ):
        for entry in source.namelist():
            part = source.read(entry).decode("utf-8", "surrogateescape")
            assert entry != name or old in part
            to.writestr(entry, (part.replace(old, new, 1) if entry == name else part).encode("utf-8", "surrogateescape"))
    return out.getvalue()


@pytest.mark.parametrize("form", FORMATS)
def test_every_form_names_the_same_content(reports, form):
    """One digest in all forms and versions: it is of what the report says."""
    now, then = (read_provenance(content, form) for content in reports[form])
    assert now["model"] == then["model"] == read_provenance(reports["json"][0], "json")["model"]
    assert re.fullmatch("[0-9a-f]{64}", now["model"])


@pytest.mark.parametrize("form", FORMATS)
def test_the_three_answers(town, reports, tmp_path, form):
    now, then = reports[form]
    assert answer(town, tmp_path, form, now)[0] == 0
    assert answer(town, tmp_path, form, now)[1]["answer"] == "same"
    code, told = answer(town, tmp_path, form, then)
    assert (code, told["answer"], told["made_with"]) == (0, "same_content", OLDER)
    assert any("git checkout v0.0.9" in line for line in told["messages"])
    assert told["differences"] == []


def test_the_second_answer_in_words(town, reports, tmp_path):
    file = tmp_path / "r.html"
    file.write_bytes(reports["html"][1])
    done = vbe(town, "verify", str(file), VBE_LANG="sv")
    assert done.returncode == 0
    first, *rest = done.stdout.decode().splitlines()
    assert first.startswith("Samma innehåll som version ")
    assert any(OLDER in line for line in rest)
    assert any("git checkout v0.0.9" in line for line in rest)


def test_another_word_is_told_by_its_part(town, reports, tmp_path):
    code, told = answer(town, tmp_path, "md", reports["md"][1].replace("fyra gånger".encode(), "nio gånger".encode()))
    assert (code, told["answer"]) == (1, "different")
    assert any(d["part"].startswith("5 ") and d["change"] == "changed" for d in told["differences"])
    assert "Somebody has changed the file since vbe wrote it." in told["messages"]


FORGED = {
    "a word": lambda page: page.replace("Röd", "Grön"),
    "an added sentence": lambda page: page.replace("</h2>", "</h2><p>Alla har svarat.</p>", 1),
    "a hidden element": lambda page: page.replace("<tr", "<tr hidden", 1),
    "a class that hides": lambda page: page.replace('<span class="line">', '<span class="line hidden">', 1),
    "a style of its own": lambda page: page.replace("<tr", '<tr style="display:none"', 1),
    "a sheet that hides": lambda page: page.replace("</style>", ".red{display:none}</style>", 1),
    "a second sheet": lambda page: page.replace("</style>", "</style><style>.red{display:none}</style>", 1),
    "a shifted column": lambda page: page.replace("<td", "<td></td><td", 1),
    "a wider column": lambda page: page.replace("<td", '<td colspan="2"', 1),
    "a comment that browsers end sooner": lambda page: page.replace("</h2>", "</h2><!-->Alla har svarat.-->", 1),
    "a drawn word": lambda page: page.replace("</h2>", '</h2><img alt="" src="data:image/png;base64,AA==">', 1),
    "a script": lambda page: page.replace("</h2>", "</h2><script>document.body.innerHTML=''</script>", 1),
    "another length of a bar": lambda page: re.sub(r'(<rect class="bar"[^>]*width=")[\d.]+', r"\g<1>1", page, count=1),
    "a folded part": lambda page: page.replace("<h3", "<details><summary>Mer</summary><h3", 1),
    "another colour": lambda page: page.replace('class="mark red"', 'class="mark green"', 1),
}


@pytest.mark.parametrize("how", FORGED)
def test_a_forger_who_names_an_older_version_and_the_right_digest_is_found(town, reports, how):
    page = reports["html"][1].decode()
    changed = FORGED[how](page)
    assert changed != page
    content = sealed(changed.encode(), "html")
    assert is_sealed(content, "html")
    assert read_provenance(content, "html")["model"] == read_provenance(reports["html"][0], "html")["model"]
    assert proven(town, "html", content).answer == "different"


@pytest.mark.parametrize("form", ["md", "json"])
def test_a_word_in_a_text_form_is_found(town, reports, form):
    content = sealed(reports[form][1].replace("fyra gånger".encode(), "nio gånger".encode(), 1), form)
    assert is_sealed(content, form)
    proof = proven(town, form, content)
    assert proof.answer == "different"
    assert "Filen uppger samma innehåll men har det inte." in proof.messages


@pytest.mark.parametrize(
    ("form", "name", "old", "new"),
    [
        ("docx", "word/document.xml", "gånger", "dagar"),
        ("docx", "word/styles.xml", "<w:rPr>", "<w:rPr><w:vanish/>"),
        ("xlsx", "xl/sharedStrings.xml", "Grön", "Röd"),
        ("xlsx", "xl/styles.xml", "#,##0", "&quot;9&quot;"),
        ("xlsx", "xl/workbook.xml", '<sheet name="Åtgärder"', '<sheet state="hidden" name="Åtgärder"'),
    ],
)
def test_what_an_office_file_shows_is_found(town, reports, form, name, old, new):
    content = sealed(repacked(reports[form][1], name, old, new), form)
    assert is_sealed(content, form)
    assert proven(town, form, content).answer == "different"


@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_another_packing_says_the_same(town, reports, form):
    content = repacked(reports[form][0], "[Content_Types].xml", "", "", level=1)
    assert content != reports[form][0]
    assert proven(town, form, content).answer == "same_content"


def test_two_values_under_one_name_say_nothing(reports):
    twice = reports["json"][0].replace(b'"title":', b'"title": "En annan", "title":', 1)
    assert differing(twice, reports["json"][0], "json")


def test_the_sheet_of_today_is_known():
    sheet = (HERE / "templates" / "report" / "report.css").read_text("utf-8")
    assert sum_of_sheet(sheet) in SHEETS.read_text("utf-8").split(), "make docs"


def test_a_masked_report_is_made_again_masked(tmp_path):
    """The file says that it was masked, and what was masked."""
    town = repository(tmp_path / "lindvik")
    board = town / "followup" / "2024" / "socialnamnden.yaml"
    told = board.read_text("utf-8")
    board.write_text(re.sub(r"result: .*", "result: Ring 070-174 06 12.", told, count=1), "utf-8")
    source = Commit(Git.open(town), commit(town, "Svar"))
    made = make_report(source, Order(2024, masked=True, only="appendix"), FORMATS)
    for form, content in made.items():
        assert read_provenance(content, form)["masked"] is True
        assert proven(town, form, content).answer == "same"
    with pytest.raises(PrivateError):
        make_report(source, Order(2024, only="appendix"), ["md"])
