"""What is about persons is stopped before anything is written: no record, no log and no message holds it."""

import re

import pytest

from tests.importing.paper import Paper
from vbe.cli import run
from vbe.importing.people import without_private

WHOSE = ["--name", "Exempelkommun", "--code", "0000"]
HEAD = ("Åtgärd", "Ansvarig", "Tid", "Kontakt")
NUMBER = "19121212-1212"


def folder_of(tmp_path, paper):
    file = tmp_path / "plan.docx"
    file.write_bytes(paper.content)
    return tmp_path / "k", ["import", str(file), "--into", str(tmp_path / "k"), *WHOSE]


@pytest.mark.parametrize("where", ["cell", "text", "hidden", "deleted"])
def test_a_personal_number_stops_everything(where, tmp_path, capsys):
    paper = Paper("Plan 2025").table(HEAD, ("Stöd", "Socialnämnden", "2025", NUMBER if where == "cell" else ""))
    if where == "text":
        paper.text(f"Ärendet gäller {NUMBER}.")
    elif where != "cell":
        paper.paragraph("Se ", (NUMBER, where))
    folder, words = folder_of(tmp_path, paper)
    assert run(words) == 2
    out, err = capsys.readouterr()
    assert "personnummer" in err
    assert ("tabell 1, rad 2, kolumn 4" if where == "cell" else "stycke") in err
    assert "1212" not in out + err
    assert len(err.strip().splitlines()) == 1
    assert not folder.exists()


def test_contacts_and_names_stop_unless_they_may_be_left_out_and_then_the_log_says_where(tmp_path, capsys):
    paper = Paper("Plan 2025").table(
        HEAD,
        ("Stöd till anhöriga", "Anna Andersson, socialchef", "2025", "anna.andersson@kommunen.se, 070-123 45 67"),
        ("Utbilda personal", "Erik Lindqvist", "2025", ""),
    )
    paper.heading("Kontakter").text(
        "Säkerhetssamordnare Maria Johansson nås på 0123-456 78.", "Skriv till kommunen@exempelkommun.se."
    )
    folder, words = folder_of(tmp_path, paper)
    assert run(words) == 2
    err = capsys.readouterr().err
    assert len(err.strip().splitlines()) == 1
    for word in ("plan.docx", "tabell 1, rad 2, kolumn 4 (telefonnummer)", "--leave-out-persons"):
        assert word in err
    assert not folder.exists()
    assert run([*words, "--leave-out-persons"]) == 0
    everything = "\n".join(path.read_text("utf-8") for path in folder.rglob("*") if path.is_file()) + capsys.readouterr().out
    for secret in ("Anna", "Andersson", "070", "Lindqvist", "Maria", "Johansson", "456 78"):
        assert not re.search(rf"\b{secret}\b", everything), secret
    log = (folder / "import.md").read_text("utf-8")
    assert "tabell 1, rad 2, kolumn 4: personlig e-postadress" in log
    assert "tabell 1, rad 2, kolumn 4: telefonnummer" in log
    assert "tabell 1, rad 3, kolumn 2: personnamn" in log
    assert "responsible: [socialchef]" in (folder / "measures").glob("*").__next__().read_text("utf-8")
    assert run(["validate", "--root", str(folder)]) == 0


def test_contacts_of_functions_stop_nothing(tmp_path):
    paper = Paper("Plan 2025").table(HEAD, ("Stöd till anhöriga", "Socialnämnden", "2025", "registrator@exempelkommun.se"))
    paper.heading("Kontakter").table(("Vem", "Telefon"), ("Kontaktcenter", "0123-456 78"), ("Socialjouren", "0123-456 79"))
    folder, words = folder_of(tmp_path, paper)
    assert run(words) == 0
    assert "0123-456 78" in (folder / "import.md").read_text("utf-8")
    assert 'phones: ["0123-456 78", "0123-456 79"]' in (folder / "vbe.yaml").read_text("utf-8")
    assert run(["validate", "--root", str(folder)]) == 0


@pytest.mark.parametrize("said", ["Kontaktcenter, Anna Andersson, 0123-456 78", "Säkerhetssamordnaren 0123-456 78"])
def test_a_telephone_of_one_who_holds_a_role_is_no_function(said, tmp_path, capsys):
    paper = Paper("Plan 2025").table(HEAD, ("Stöd", "Socialnämnden", "2025", said))
    folder, words = folder_of(tmp_path, paper)
    assert run(words) == 2
    assert "456" not in capsys.readouterr().err
    assert not folder.exists()


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Ansvarig är Anna Andersson på enheten.", "Ansvarig är på enheten."),
        ("Per Albin Hansson-skolan", "Per Albin Hansson-skolan"),
        ("Rädda Barnen och Röda Korset", "Rädda Barnen och Röda Korset"),
        ("Solna Stad", "Solna Stad"),
        ("Ansvarig Start Slut", "Ansvarig Start Slut"),
        ("personal Åtgärd Uppföljning", "personal Åtgärd Uppföljning"),
        ("En 17-årig pojke greps i centrum. Kommunen utbildar.", "Kommunen utbildar."),
    ],
)
def test_what_is_a_person_goes_and_the_rest_stays(text, kept):
    assert without_private(text)[0] == kept
