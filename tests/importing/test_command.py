"""`vbe import` and `vbe init --from`: a whole repository that is right, or one line and nothing."""

from pathlib import Path

import pytest

from tests.importing.plans import PLANS
from tests.importing.trial import play, told
from vbe.cli import run

WHOSE = ["--name", "Exempelkommun", "--code", "0000"]


@pytest.fixture
def plan(tmp_path):
    file = tmp_path / "plan.docx"
    file.write_bytes(PLANS["aims_and_measures"]()[0].content)
    return file


@pytest.mark.parametrize("command", ["init", "import"])
def test_a_plan_becomes_a_repository_that_validates_and_reports(command, plan, tmp_path, capsys):
    """The trial municipality: one command, then the check and the report."""
    folder = tmp_path / "kommunen"
    words = ["init", str(folder), "--from", str(plan)] if command == "init" else ["import", str(plan), "--into", str(folder)]
    assert run([*words, *WHOSE]) == 0
    said, told = capsys.readouterr()
    assert "14 åtgärder i 3 områden" in said
    assert "Nästa steg:" in told
    assert run(["validate", "--root", str(folder)]) == 0
    assert "0 fel, 0 varningar, 0 avsteg" in capsys.readouterr().out
    report = tmp_path / "rapport.html"
    assert run(["report", "--root", str(folder), "--year", "2026", "-o", str(report)]) == 0
    assert "handlingsplanens 14 åtgärder" in report.read_text("utf-8").replace("\u00a0", " ")
    assert (folder / "followup/2026/socialnamnden.yaml").is_file()


@pytest.mark.parametrize(
    "option",
    [
        ["--preset", "enkel"],
        ["--board", "Socialnämnden"],
        ["--area", "Skola"],
        ["--case-number", "KS 2025/1"],
        ["--paragraph", "4"],
    ],
)
def test_what_the_document_says_is_not_said_beside_it(option, plan, tmp_path, capsys):
    assert run(["init", str(tmp_path / "k"), "--from", str(plan), *WHOSE, *option]) == 2
    err = capsys.readouterr().err
    assert f"{option[0]} kan inte stå bredvid --from" in err
    assert len(err.strip().splitlines()) == 1
    assert not (tmp_path / "k").exists()


def test_persons_can_only_be_left_out_of_a_document(tmp_path, capsys):
    assert run(["init", str(tmp_path / "k"), *WHOSE, "--preset", "enkel", "--leave-out-persons"]) == 2
    assert "--from" in capsys.readouterr().err


def test_what_was_guessed_says_so_and_what_is_empty_stays_empty(plan, tmp_path):
    folder = tmp_path / "k"
    assert run(["import", str(plan), "--into", str(folder), *WHOSE]) == 0
    text = (folder / "measures/01-okad-kunskap-om-valdsbejakande-extremism.yaml").read_text("utf-8")
    assert "# läst som: ”Två gånger per år” (tabell 1, rad 6, kolumn 3)\n    every_months: 6" in text
    assert "deadline: HT 2024" in text
    assert "lead: not_stated" in text
    assert "Medarbetare som möter barn" in text
    assert "purpose: not_stated" in (folder / "measures/03-samverkan-som-fungerar.yaml").read_text("utf-8")
    assert "priority" not in text


@pytest.mark.parametrize("name", ["plan.pdf", "plan.doc", "plan.docx", "plan.txt", "plan"])
def test_what_cannot_be_read_gives_one_line_and_writes_nothing(name, tmp_path, capsys):
    file = tmp_path / name
    file.write_bytes(b"%PDF-1.7 not a plan" if name.endswith("pdf") else b"no plan at all")
    assert run(["import", str(file), "--into", str(tmp_path / "k"), *WHOSE]) == 2
    out, err = capsys.readouterr()
    assert (out, len(err.strip().splitlines())) == ("", 1)
    assert name in err
    assert not (tmp_path / "k").exists()


def test_a_document_without_measures_says_what_is_looked_for(tmp_path, capsys):
    from tests.importing.paper import Paper

    file = tmp_path / "plan.docx"
    file.write_bytes(Paper("Om kommunen").text("Här finns inget att göra.").content)
    assert run(["import", str(file), "--into", str(tmp_path / "k"), *WHOSE]) == 2
    assert "Ingen åtgärd hittades" in capsys.readouterr().err
    assert not (tmp_path / "k").exists()


def test_the_trial_municipality_comes_through_in_three_commands(tmp_path):
    """Eight files by hand, 16 errors and 29 warnings it was; the page tells what it is now, and says what is only estimated."""
    trial = play(tmp_path)
    assert (len(trial.commands), trial.errors, trial.warnings, trial.to_decide, trial.measures) == (3, 0, 0, 0, 14)
    page = (Path(__file__).parents[2] / "docs/importera.md").read_text("utf-8")
    counted = [line for line in told(trial) if "mätt i den" not in line]
    assert [line for line in counted if line not in page] == []
    assert run(["show", "3.4", "--root", str(tmp_path / "alvhult")]) == 0


def test_the_page_about_imports_shows_what_the_command_writes(plan, tmp_path, capsys):
    page = (Path(__file__).parents[2] / "docs/importera.md").read_text("utf-8")
    folder = tmp_path / "alvhult"
    assert run(["import", str(plan), "--into", str(folder), *WHOSE]) == 0
    example = page.partition("```yaml\n")[2].partition("```")[0]
    assert example in (folder / "measures/02-tidiga-insatser-for-barn-och-unga.yaml").read_text("utf-8")
    assert "handlingsplan.docx: 14 åtgärder i 3 områden." in page


def test_the_files_are_in_swedish_whatever_the_user_reads(plan, tmp_path, capsys):
    assert run(["import", str(plan), "--into", str(tmp_path / "a"), *WHOSE]) == 0
    assert run(["import", str(plan), "--into", str(tmp_path / "b"), *WHOSE, "--lang", "en"]) == 0
    assert "14 measures in 3 areas" in capsys.readouterr().out
    files = [*(tmp_path / "a").rglob("*.yaml"), tmp_path / "a/import.md", tmp_path / "a/README.md"]
    first, second = ([(tmp_path / n / file.relative_to(tmp_path / "a")).read_bytes() for file in files] for n in "ab")
    assert len(first) > 8
    assert first == second
