"""Columns of indicators, status and comments become records, as far as their words say; guidelines become no measures."""

import pytest

from tests.importing.later_plans import a_table_that_is_followed_up
from tests.importing.paper import Paper
from tests.importing.scoring import lost_words
from vbe.cli import run
from vbe.importing.composing import import_document
from vbe.importing.indicators import unit_of
from vbe.importing.opening import open_document
from vbe.importing.standing import status_of, year_in
from vbe.store.loader import load
from vbe.store.repository import Disk

WHOSE = ["--name", "Exempelkommun", "--code", "0000"]
HEAD = ("Åtgärd", "Ansvarig", "Tid", "Mätetal", "Status", "Kommentar")


@pytest.fixture
def begin(tmp_path, capsys):
    """Import a paper: the folder, and what was said."""

    def act(paper, *more):
        file, folder = tmp_path / "plan.docx", tmp_path / "k"
        file.write_bytes(paper.content)
        code = run(["import", str(file), "--into", str(folder), *WHOSE, *more])
        out, err = capsys.readouterr()
        assert code == 0, err
        return folder, out

    return act


def test_the_years_follow_up_has_what_the_columns_say(begin, capsys):
    folder, _said = begin(a_table_that_is_followed_up()[0])
    corpus = load(Disk(folder))
    reports = corpus.follow_ups(2025)["kommunstyrelsen"].commitments
    assert {identity: report.status for identity, report in reports.items()} == {
        "1.1": "ongoing", "1.2": None, "1.3": "not_started", "2.1": "ongoing", "2.2": "ongoing", "3.1": None, "3.2": None,
    }  # fmt: skip
    assert reports["1.1"].result == "55 % utbildade vid årets slut"
    text = (folder / "followup/2025/kommunstyrelsen.yaml").read_text("utf-8")
    assert "    # läst som: ”Pågår” (tabell 2, rad 2, kolumn 6)\n    status: ongoing\n" in text
    assert "    # läst som: ”Genomförd” (tabell 2, rad 3, kolumn 6)\n    status:\n" in text
    assert "reported_on: 2" not in text.replace("# reported_on", "")
    log = (folder / "import.md").read_text("utf-8")
    assert "Dokumentet säger att åtgärd 1.2 är genomförd: skriv done, dagen och det som visar det" in log
    assert "Inte påbörjad" in log.partition("## Inte använt")[2]
    assert run(["validate", "--root", str(folder)]) == 0
    assert run(["report", "--root", str(folder), "--year", "2025", "-o", str(folder / "r.md")]) == 0
    assert "not_stated" not in (folder / "r.md").read_text("utf-8")
    capsys.readouterr()


def test_indicators_are_records_as_far_as_their_words_go(begin):
    folder, _said = begin(a_table_that_is_followed_up()[0])
    corpus = load(Disk(folder))
    trained = corpus.indicators["andel-utbildade"]
    assert (trained.unit, trained.target, trained.owner) == ("percent", {2026: 80}, "kommunstyrelseforvaltningen")
    assert (trained.definition, trained.source, trained.direction) == ("not_stated", "not_stated", "watch")
    assert corpus.commitments["1.1"].indicators == ("andel-utbildade",)
    assert corpus.indicators["materialet-finns"].unit == "yes_no"
    assert "Mäts med: Antal ungdomar i SSPF" in (folder / "measures/02-unga-i-risk.yaml").read_text("utf-8")


def test_a_status_without_a_year_says_so(begin):
    folder, _said = begin(
        Paper("Plan 2025–2026").table(HEAD, ("Öva", "Kommunstyrelsen", "Årligen", "Enkät", "Pågår", "")), "--year", "2026"
    )
    text = (folder / "followup/2026/kommunstyrelsen.yaml").read_text("utf-8")
    assert "# läst som: ”Pågår” (tabell 1, rad 2, kolumn 5); dokumentet säger inte för vilket år\n    status: ongoing" in text
    assert load(Disk(folder)).indicators == {}
    assert 'notes: "Mäts med: Enkät"' in (folder / "measures/01-plan-2025-2026.yaml").read_text("utf-8")


def test_a_status_in_other_words_stays_in_the_notes(begin):
    row = ("Öva", "Kommunstyrelsen", "Årligen", "", "Gul", "Se protokoll")
    folder, _said = begin(Paper("Plan 2025–2026").table(HEAD, row), "--year", "2026")
    text = (folder / "measures/01-plan-2025-2026.yaml").read_text("utf-8")
    assert "Status: Gul" in text
    assert "Kommentar: Se protokoll" in text
    assert "status:\n" in (folder / "followup/2026/kommunstyrelsen.yaml").read_text("utf-8")


def test_a_new_status_in_a_document_imported_again_is_told_and_never_written(begin, tmp_path, capsys):
    row = ("Öva", "Kommunstyrelsen", "Årligen", "", "Pågår", "")
    folder, _said = begin(Paper("Plan 2025–2026").table(HEAD, row), "--year", "2026")
    file = folder / "followup/2026/kommunstyrelsen.yaml"
    before, log = file.read_bytes(), (folder / "import.md").read_bytes()
    again = ["import", str(tmp_path / "plan.docx"), "--into", str(folder)]
    assert run(again) == 0
    assert (folder / "import.md").read_bytes() == log
    (tmp_path / "plan.docx").write_bytes(Paper("Plan 2025–2026").table(HEAD, (*row[:4], "Avbruten", "")).content)
    assert run(again) == 0
    assert file.read_bytes() == before
    assert "Dokumentet säger ”Avbruten” om åtgärd 1.1" in (folder / "import.md").read_text("utf-8")
    capsys.readouterr()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Pågår", "ongoing"), ("Ej påbörjad", "not_started"), ("Genomfört 2025", "done"), ("Klart", "done"), ("Utgår", "cancelled"),
        ("Löpande", "continuous"), ("Delvis klar", "ongoing"), ("Grön", ""), ("", ""), ("Rutinen är på gång men behöver skrivas om", ""),
    ],
)  # fmt: skip
def test_words_of_status(text, status):
    assert status_of(text) == status


@pytest.mark.parametrize(("head", "year"), [("Status 2025", 2025), ("Status", None), ("Status 2024–2025", None)])
def test_the_year_of_a_head(head, year):
    assert year_in(head) == year


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Antal utbildade chefer", "number"), ("Andel skolor", "percent"), ("85 % av personalen", "percent"), ("Rutin finns", "yes_no"),
        ("Trygghetsindex", "index"), ("Enkät", ""), ("Uppföljning i årsredovisningen", ""),
    ],
)  # fmt: skip
def test_what_an_indicator_is_counted_in(text, unit):
    assert unit_of(text) == unit


def guidelines():
    paper = Paper("Riktlinjer för att upptäcka våldsbejakande extremism")
    paper.text("Antagen av kommunstyrelsen 2024-03-04, § 31", "Dnr KS 2023/77")
    paper.heading("Syfte").text("Riktlinjerna hjälper den som möter unga att se tidiga tecken.")
    paper.heading("Tecken att vara uppmärksam på").items(
        "Ny umgängeskrets", "Svartvit syn på omvärlden", "Symboler och hälsningar"
    )
    paper.heading("Kontakter").table(
        ("Funktion", "Telefon", "E-post"),
        ("Kontaktcenter", "0123-456 78", "kontaktcenter@exempelkommun.se"),
        ("Säkerhetssamordnare Maria Johansson", "0123-456 90", "maria.johansson@exempelkommun.se"),
        ("Polisen", "114 14", ""),
    )
    return paper


def test_guidelines_without_measures_are_a_repository_without_measures(begin, tmp_path, capsys):
    file = tmp_path / "plan.docx"
    file.write_bytes(guidelines().content)
    assert run(["import", str(file), "--into", str(tmp_path / "k"), *WHOSE]) == 2
    assert "kolumn 3 (personlig e-postadress)" in capsys.readouterr().err
    folder, said = begin(guidelines(), "--leave-out-persons")
    corpus = load(Disk(folder))
    assert len(corpus.commitments) == 0
    assert [area.purpose for area in corpus.areas.values()] == ["not_stated"]
    assert (corpus.strategy.document_type, corpus.strategy.versions[0].paragraph) == ("riktlinje", 31)
    everything = "\n".join(path.read_text("utf-8") for path in folder.rglob("*") if path.is_file())
    assert "Johansson" not in everything
    assert "0123-456 90" not in everything
    assert "Svartvit syn på omvärlden" in (folder / "import.md").read_text("utf-8")
    assert "Ingen åtgärd hittades" in (folder / "import.md").read_text("utf-8")
    assert run(["validate", "--root", str(folder)]) == 0
    assert "vbe new commitment" in said
    assert run(["publish", "--root", str(folder), "--format", "docx", "-o", str(folder / "p.docx")]) == 0
    capsys.readouterr()


def test_no_word_of_guidelines_is_lost():
    document = open_document("plan.docx", guidelines().content)
    made = import_document(document, "Exempelkommun", "0000", leave_out=True)
    assert lost_words(document, made) == ()
