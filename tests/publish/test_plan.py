"""The governing document in print: what it holds, for whom, in which forms, and that it can be made again."""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path

import docx
import pikepdf
import pytest

from tests.publish.test_marked import AREA, plan, section
from tests.report.repo import commit, repository
from tests.report.small import edited, tables, words
from vbe.app.printing import FORMATS, PlanOrder, compile_plan, format_of, make_plan
from vbe.app.publishing import check_templates
from vbe.app.refusal import PrivateError
from vbe.app.verifying import verify
from vbe.errors import VbeError
from vbe.report.render import is_sealed, read_provenance, render
from vbe.report.render.pdf_text import texts as pdf_texts
from vbe.store.commit import Commit
from vbe.store.git import Git
from vbe.store.repository import Disk
from vbe.store.resources import PLAN, Templates, own_texts_of


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    """A repository whose second commit gives a measure another time."""
    folder = repository(tmp_path_factory.mktemp("kommun") / "lindvik")
    file = folder / AREA
    file.write_text(file.read_text().replace("every_months: 3", "every_months: 6", 1))
    commit(folder, "Träffas varje halvår", "2025-05-01T12:00:00+02:00")
    return folder


def head(town) -> Commit:
    return Commit(Git.open(town), "HEAD")


@pytest.fixture(scope="module")
def made(town):
    return make_plan(head(town), PlanOrder("HEAD~1"), FORMATS)


def test_our_reading_is_explained_where_it_is_marked():
    """Solna's text names nobody for much of what it promises; what was read into it is not decided."""
    said = "”Vår läsning” står efter det som strategins antagna text inte säger"
    printed = words(section(compile_plan(Disk(Path(__file__).parents[2]), PlanOrder()), "areas"))
    assert "(vår läsning)" in printed
    assert said in printed
    assert "vår läsning" not in words(section(plan(marked=False), "areas")).lower()


def test_it_holds_cover_purpose_areas_roles_follow_up_and_signatures():
    document = plan(marked=False)
    assert [part.id for part in document.sections] == ["cover", "purpose", "areas", "roles", "follow-up", "signatures"]
    box = {fact.term: fact.value for fact in document.sections[0].blocks[0].facts}
    assert box["Diarienummer"] == "KS/2022:100"
    assert box["Beslutad av"] == "Kommunstyrelsen"
    assert box["Dokumentansvarig"] == "Säkerhetschefen"
    assert box["Gäller för"]
    assert document.standing == "Beslutad av kommunstyrelsen den 15\u00a0maj 2023, §\u00a061"
    assert not document.draft
    assert "Kommunen godtar inte våld som medel för idéer." in words(section(document, "purpose"))
    assert "Kommunstyrelsen följer upp strategin varje år. Resultatet lämnas till kommunfullmäktige." in words(
        section(document, "follow-up")
    )
    assert [row[0].lines[0] for row in tables(section(document, "signatures"))["underskrifter"].rows] == [
        "Kommunstyrelsen",
        "Säkerhetschefen",
    ]
    assert "Ansvarar för åtgärd 1.1." in words(section(document, "roles"))


def test_measures_stand_in_a_table_with_the_words_that_plans_use():
    table = tables(section(plan(marked=False), "areas"))["atgarder-01"]
    assert [head.title for head in table.columns] == ["Nr", "Åtgärd", "Orsak", "Ansvarig", "Tid", "Budget", "Uppföljning"]
    assert [cell.lines[0] for cell in table.rows[0]] == [
        "1.1",
        "Samordningsgruppen träffas varje kvartal.",
        "Lägesbilden från 2022.",
        "Samordningsgruppen och kommunstyrelsen",
        "Varje kvartal",
        "Verksamhetsplan och budget 2023",
        "Antal möten i samordningsgruppen",
    ]


def test_what_the_plan_says_beside_has_columns_and_what_it_leaves_out_has_words():
    changed = edited(
        AREA,
        (
            "    priority: 1\n",
            "    priority: 1\n    with: [socialforvaltningen]\n    number: A1\n    target_group: Alla chefer\n",
        ),
        ("every_months: 3", "when: not_stated"),
        ("responsible: [samordningsgruppen, kommunstyrelsen]", "responsible: not_stated"),
    )
    table = tables(section(plan(changed, marked=False), "areas"))["atgarder-01"]
    row = dict(zip([head.title for head in table.columns], [cell.lines[0] for cell in table.rows[0]], strict=True))
    assert row["Nr"] == "A1"
    assert row["Tillsammans med"] == "Socialförvaltningen"
    assert row["Målgrupp"] == "Alla chefer"
    assert row["Ansvarig"] == row["Tid"] == "Anges inte i planen"


def test_a_document_that_nobody_has_decided_is_a_draft_and_says_so():
    text = edited("strategy/strategy.yaml")["strategy/strategy.yaml"]
    undecided = text[: text.index("versions:")] + text[text.index("goals:") :]
    document = plan({"strategy/strategy.yaml": undecided}, marked=False)
    assert document.draft
    assert "UTKAST" in render(document, "html", Templates()).decode()


def test_nothing_internal_is_in_it():
    noted = edited(
        AREA,
        ("    priority: 1\n", "    priority: 1\n    notes: Hemligt om mötet.\n"),
        ("    unit: number\n", "    unit: number\n    guard: Hemligt om antal.\n"),
    )
    assert "Hemligt" not in words(plan(noted, marked=False))
    for form in FORMATS:
        for marked in (False, True):
            assert b"Hemligt" not in unpacked(render(plan(noted, noted, marked=marked), form, Templates()), form)


def unpacked(content: bytes, form: str) -> bytes:
    """Every byte of a file as it is read: the parts of a Word file, the texts and the properties of a PDF."""
    if form == "pdf":
        return "\n".join(pdf_texts(content)).encode() + content
    if form == "docx":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return b"\n".join(archive.read(name) for name in archive.namelist())
    return content


def test_it_is_refused_where_a_person_stands_in_the_files(town, tmp_path):
    folder = shutil.copytree(town, tmp_path / "annan")
    file = folder / AREA
    file.write_text(file.read_text().replace("Kommunen har en grupp", "Kommunen har en grupp (ring 070-174 06 58)"))
    with pytest.raises(PrivateError):
        make_plan(Disk(folder), PlanOrder(), ["html"])
    commit(folder, "Ett telefonnummer")
    file.write_text(file.read_text().replace(" (ring 070-174 06 58)", ""))
    with pytest.raises(PrivateError):
        make_plan(Disk(folder), PlanOrder("HEAD"), ["html"])


def test_the_same_files_give_the_same_bytes(town, made):
    assert make_plan(head(town), PlanOrder("HEAD~1"), FORMATS) == made
    assert all(is_sealed(content, form) for form, content in made.items())


@pytest.mark.parametrize("form", FORMATS)
def test_it_is_verified_by_its_bytes_and_found_out_when_changed(town, made, form):
    content = made[form]
    told = read_provenance(content, form)
    assert told["document"] == "plan"
    assert told["marked"] == Git.open(town).resolve("HEAD~1")
    assert verify(content, form, head(town)).answer == "same"
    other = make_plan(head(town), PlanOrder(), [form])[form]
    assert verify(other, form, head(town)).answer == "same"
    if form == "html":
        assert verify(content.replace(b"Varje halv", b"Varje kvart"), form, head(town)).answer == "different"


def test_the_pdf_claims_to_be_for_everybody_and_for_the_archive(made):
    with pikepdf.open(io.BytesIO(made["pdf"])) as pdf, pdf.open_metadata() as about:
        assert about["pdfuaid:part"] == "1"
        assert (about["pdfaid:part"], about["pdfaid:conformance"]) == ("2", "A")


def test_word_has_real_headings_and_tables_that_repeat_their_head(made):
    document = docx.Document(io.BytesIO(made["docx"]))
    styles = {p.text: p.style.name for p in document.paragraphs}
    assert styles["Områden och åtgärder"] == "Heading 1"
    assert styles["1. Samordning"] == "Heading 2"
    measures = next(table for table in document.tables if table.rows[0].cells[1].text == "Åtgärd")
    assert [cell.text for cell in measures.rows[0].cells] == [
        "Nr",
        "Åtgärd",
        "Orsak",
        "Ansvarig",
        "Tid",
        "Budget",
        "Uppföljning",
        "Ändring",
    ]
    assert measures.rows[1].cells[-1].text.startswith("± Ändrad")


def test_another_form_is_guessed_at():
    with pytest.raises(VbeError) as fault:
        format_of("dox")
    assert "docx" in fault.value.hint


def test_its_own_texts_are_checked_and_printed_as_they_are_written(town, tmp_path):
    own = tmp_path / "egen"
    shutil.copytree(town, own)
    file = own / "templates" / own_texts_of(PLAN)
    file.parent.mkdir(parents=True)
    begin = '{% extends "publish/text/texts.j2" %}\n'
    file.write_text(begin + "{% block duty_to %}{{ to }} får veta hur det går.{% endblock %}", encoding="utf-8")
    assert check_templates(Disk(own)) == ((f"duty_to (templates/{own_texts_of(PLAN)})",), [])
    assert "kommunfullmäktige får veta hur det går" in make_plan(Disk(own), PlanOrder(), ["html"])["html"].decode()
    file.write_text(begin + "{% block duty_two %}x{% endblock %}{% block duty %}{{ who }}{% endblock %}", encoding="utf-8")
    _none, faults = check_templates(Disk(own))
    assert [fault.split(": ")[0] for fault in faults] == [f"templates/{own_texts_of(PLAN)}:2"] * 2
    with pytest.raises(VbeError):
        make_plan(Disk(own), PlanOrder(), ["html"])
