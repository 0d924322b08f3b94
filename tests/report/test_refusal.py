"""No output is made from what the rules of privacy find, nor with what a template adds: every form, every edition, any commit."""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from tests.privacy import number_corpus
from tests.report.repo import commit, repository
from vbe.app.publishing import Order, make_report
from vbe.app.refusal import PrivateError, refuse_private
from vbe.cli import run
from vbe.errors import VbeError
from vbe.report.render import FORMATS
from vbe.report.render.pdf_text import texts
from vbe.store.loader import load
from vbe.store.repository import Disk

RNG = random.Random(3)
FOLLOWUP = "followup/2024/socialnamnden.yaml"
PACKAGED = Path(__file__).parents[2] / "templates"
EDITIONS = (None, "allmanhet")


@pytest.fixture
def own(tmp_path):
    made = repository(tmp_path / "egen")
    profile = made / "vbe.yaml"
    text = profile.read_text("utf-8")
    if "allmanhet" not in text:
        profile.write_text(f"{text}cuts:\n  allmanhet: {{name: Allmänheten, visibility: public}}\n", encoding="utf-8")
    return made


def planted(folder: Path, text: str) -> None:
    path = folder / FOLLOWUP
    old = path.read_text("utf-8")
    assert "Alla chefer gick utbildningen." in old
    path.write_text(old.replace("Alla chefer gick utbildningen.", f'"Alla chefer {text} gick."'), encoding="utf-8")


def report(folder: Path, capfd, *arguments: str) -> tuple[int, str]:
    capfd.readouterr()
    code = run(["report", "--root", str(folder), "--year", "2024", "--lang", "sv", *arguments])
    return code, "".join(capfd.readouterr())


def everything(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if ".git" not in path.parts)


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("{number}", "personnummer"),
        ("fornamn.efternamn@lindvik.example", "personlig e-postadress"),
        ("070-174 06 05", "telefonnummer"),
        ("och en 17-årig elev som greps", "berättelse om en enskild"),
    ],
)
def test_a_person_in_the_records_stops_every_form_of_every_edition(form, edition, text, kind, own, capfd):
    text = text.format(number=number_corpus.number(RNG))
    planted(own, text)
    before = everything(own)
    code, said = report(own, capfd, "--format", form, *(["--for", edition] if edition else []))
    assert code == 2
    assert f"{FOLLOWUP}:" in said
    assert kind in said
    assert text not in said
    assert said.count("\n") == 1
    assert everything(own) == before


def test_a_commit_is_refused_as_the_disk_is(own, capfd):
    text = number_corpus.number(RNG)
    planted(own, text)
    at = commit(own, "Följ upp")
    shutil.copy(Path(__file__).parents[1] / "rules" / "base" / FOLLOWUP, own / FOLLOWUP)
    assert report(own, capfd, "--format", "md", "-o", "-")[0] == 0
    code, said = report(own, capfd, "--format", "md", "-o", "-", "--at", at)
    assert code == 2
    assert text not in said


def test_a_finding_outside_the_report_stops_it_too(own, capfd):
    (own / "measures" / "brev.eml").write_text("Hej\n", encoding="utf-8")
    code, said = report(own, capfd, "--format", "md")
    assert (code, "measures/brev.eml (bilaga)" in said) == (2, True)


@pytest.mark.parametrize(
    ("form", "name", "added"),
    [
        ("html", "report/report.html.j2", "{{{{ '{head}' }}}}{{{{ '-{tail}' }}}}"),
        ("html", "report/report.html.j2", "<p title='{head}-{tail}'></p>"),
        ("pdf", "report/report.typ", "// {head}-{tail}"),
    ],
)
def test_what_an_own_template_adds_is_seen(form, name, added, own, capfd):
    """Also where it stands in two halves, which the search of files does not join: what was rendered is searched."""
    target = own / "templates" / name
    target.parent.mkdir(parents=True)
    text = (PACKAGED / name).read_text("utf-8")
    number = number_corpus.number(RNG)
    target.write_text(f"{text}\n{added.format(head=number[:8], tail=number[8:])}\n", encoding="utf-8")
    code, said = report(own, capfd, "--format", form)
    assert code == 2, said
    assert "personnummer" in said
    assert number[8:] not in said
    assert not (own / "build").exists()


SPLIT = {
    "two texts": "#text(weight: 700)[{a}]#text(fill: red)[{b}]",
    "computed": '#("{a}" + "{b}")',
    "a picture's description": '#figure(rect(), alt: "{a}" + "{b}")',
    "a link": '#link("https://lindvik.example/" + "{a}" + "{b}")[mer]',
    "the footer": '#set page(footer: [#("{a}" + "{b}")])\n#pagebreak()',
    "turned": '#rotate(90deg)[#("{a}" + "{b}")]',
    "apart by a blank": "#text(size: 9pt)[{a}] #text(size: 9pt)[{b}]",
    "stretched": '#text(tracking: 3pt)[#("{a}" + "{b}")]',
}


@pytest.mark.parametrize("way", SPLIT)
def test_a_finished_pdf_is_taken_apart(way, own, capfd):
    """No file holds the number: the template puts it together while the page is set."""
    target = own / "templates" / "report" / "report.typ"
    target.parent.mkdir(parents=True)
    text = (PACKAGED / "report" / "report.typ").read_text("utf-8")
    number = number_corpus.number(RNG)
    added = SPLIT[way].replace("{a}", number[:8]).replace("{b}", number[8:])
    target.write_text(f"{text}\n{added}\n", encoding="utf-8")
    assert run(["validate", "--root", str(own), "--lang", "sv"]) == 0
    code, said = report(own, capfd, "--format", "pdf")
    assert code == 2, said
    assert "pdf (personnummer)" in said
    assert number[8:] not in said
    assert not (own / "build").exists()


def test_the_text_of_a_pdf_is_what_others_read_in_it(own, tmp_path):
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    made = make_report(Disk(own), Order(2024), ["pdf"])["pdf"]
    (tmp_path / "a.pdf").write_bytes(made)
    read = subprocess.run(["pdftotext", str(tmp_path / "a.pdf"), "-"], capture_output=True, text=True, check=True).stdout
    words = set(re.findall(r"\w{2,}", read))
    assert len(words) > 200
    ours = set(re.findall(r"\w{2,}", "\n".join(texts(made))))
    # Letters that are spread out are words of their own to pdftotext, and one word to us.
    assert len(words - ours) < 4, words - ours


def test_a_pdf_that_cannot_be_read_is_not_written(own):
    made = make_report(Disk(own), Order(2024), ["pdf"])["pdf"]
    broken = (made.replace(b"/ToUnicode", b"/Nowhere"), b"%PDF-1.7\n", made.replace(b"\nstream\nx", b"\nstream\ny"))
    for content in broken:
        with pytest.raises(VbeError, match=r"kan inte genomsökas|cannot be searched"):
            refuse_private(load(Disk(own)), {"pdf": content})


@pytest.mark.parametrize("form", ["html", "md", "json", "docx", "xlsx", "pdf"])
def test_an_internal_edition_can_be_masked(form, own, capfd, tmp_path):
    number = number_corpus.number(RNG)
    planted(own, f"{number} och 070-174 06 05")
    made = make_report(Disk(own), Order(2024, masked=True), [form])[form]
    refuse_private(load(Disk(own)), {form: made})
    code, said = report(own, capfd, "--format", form, "--masked", "-o", str(tmp_path / f"x{FORMATS[form].suffix}"))
    assert (code, number in said) == (0, False)


def test_a_public_edition_cannot(own, capfd):
    planted(own, number_corpus.number(RNG))
    code, said = report(own, capfd, "--for", "allmanhet", "--masked")
    assert code == 2
    assert "intern" in said


def test_an_office_file_is_searched_in_all_its_parts(own):
    corpus = load(Disk(own))
    made = make_report(Disk(own), Order(2024), ["docx"])["docx"]
    refuse_private(corpus, {"docx": made})
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(made)) as archive, zipfile.ZipFile(out, "w") as changed:
        for part in archive.namelist():
            tail = b"</cp:coreProperties>"
            changed.writestr(part, archive.read(part).replace(tail, b"<dc:description>070-174 06 05</dc:description>" + tail))
    with pytest.raises(PrivateError, match=r"telefonnummer|phone number"):
        refuse_private(corpus, {"docx": out.getvalue()})


def test_a_function_on_the_list_may_be_shown(own):
    corpus = load(Disk(own))
    listed = corpus.profile.contacts.phones[0]
    refuse_private(corpus, {"x": f"Ring {listed}."})
    with pytest.raises(PrivateError):
        refuse_private(corpus, {"x": "Ring 070-174 06 05."})
