"""A changed document imported again: the difference is shown, numbers stay, and no edit is written over."""

import pytest

from tests.importing.paper import Paper
from vbe.cli import run

WHOSE = ["--name", "Exempelkommun", "--code", "0000"]
HEAD = ("Åtgärd", "Ansvarig", "Tid")
TRAIN = ("Utbilda personal i skola och socialtjänst", "Socialnämnden", "2025")
PICTURE = ("Ta fram en gemensam lägesbild", "Kommunstyrelsen", "Årligen")
SUPPORT = ("Ge stöd till anhöriga som är oroliga", "Socialnämnden", "Löpande")
FIRST, SECOND = "measures/01-kunskap.yaml", "measures/02-stod.yaml"


def paper(knowledge=(TRAIN, PICTURE), support=(SUPPORT,), **areas):
    made = Paper("Handlingsplan 2025–2026")
    for heading, rows in {"Kunskap": knowledge, "Stöd": support, **areas}.items():
        made.heading(heading).table(HEAD, *rows)
    return made


@pytest.fixture
def imported(tmp_path, capsys):
    """Import a plan into a folder that is kept between calls: exit code and what was said."""

    def act(made):
        file = tmp_path / "plan.docx"
        file.write_bytes(made.content)
        code = run(["import", str(file), "--into", str(tmp_path / "k"), *WHOSE])
        out, err = capsys.readouterr()
        return code, out + err, tmp_path / "k"

    code, said, _folder = act(paper())
    assert code == 0, said
    return act


def contents(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_same_document_changes_nothing(imported, tmp_path):
    before = contents(tmp_path / "k")
    code, said, folder = imported(paper())
    assert code == 0, said
    assert contents(folder) == before
    assert "Inget har skrivits" in said or "Inget skrivs" in said


def test_a_new_measure_first_gets_a_new_number_and_the_others_keep_theirs(imported):
    new = ("Öppna en väg in för den som är orolig", "Kommunstyrelsen", "2026-03-31")
    code, said, folder = imported(paper(knowledge=(new, TRAIN, PICTURE)))
    assert code == 0, said
    text = (folder / FIRST).read_text("utf-8")
    numbered = {line.split('"')[1]: text.split("\n")[n + 1] for n, line in enumerate(text.split("\n")) if "- id:" in line}
    assert new[0] in numbered["1.3"]
    assert TRAIN[0] in numbered["1.1"]
    assert new[0] in said
    assert run(["validate", "--root", str(folder)]) == 0


def test_an_edit_is_never_written_over(imported):
    _code, _said, folder = imported(paper())
    file = folder / FIRST
    edited = file.read_text("utf-8").replace("deadline: 2025", "deadline: 2025-06-30")
    file.write_text(edited, encoding="utf-8")
    code, said, _folder = imported(paper(knowledge=((TRAIN[0], TRAIN[1], "2026"), PICTURE), support=((*SUPPORT[:2], "Årligen"),)))
    assert code == 1
    assert file.read_text("utf-8") == edited
    assert "2026" in said
    assert FIRST in said
    assert "every_months: 12" in (folder / SECOND).read_text("utf-8")


def test_an_edit_that_the_document_does_not_touch_stays_in_peace(imported):
    _code, _said, folder = imported(paper())
    file = folder / FIRST
    file.write_text(file.read_text("utf-8").replace("lead: not_stated", "lead: socialnamnden"), encoding="utf-8")
    edited = file.read_text("utf-8")
    code, said, _folder = imported(paper(support=((*SUPPORT[:2], "Årligen"),)))
    assert code == 0, said
    assert file.read_text("utf-8") == edited


def test_a_new_area_comes_in_though_the_profile_was_edited(imported):
    _code, _said, folder = imported(paper())
    profile = folder / "vbe.yaml"
    profile.write_text(profile.read_text("utf-8").replace("name: Exempelkommun", "name: Exempelstaden"), encoding="utf-8")
    code, said, _folder = imported(paper(Dialog=(("Möt föreningar i en årlig dialog", "Socialnämnden", "Årligen"),)))
    assert code == 0, said
    assert "name: Exempelstaden" in profile.read_text("utf-8")
    assert "areas: 3" in profile.read_text("utf-8")
    assert (folder / "measures/03-dialog.yaml").is_file()
    assert run(["validate", "--root", str(folder)]) == 0


def test_a_log_that_somebody_has_written_in_is_left(imported):
    _code, _said, folder = imported(paper())
    log = folder / "import.md"
    log.write_text("Klart med punkt 1.\n" + log.read_text("utf-8"), encoding="utf-8")
    code, said, _folder = imported(paper(support=((*SUPPORT[:2], "Årligen"),)))
    assert code == 0, said
    assert log.read_text("utf-8").startswith("Klart med punkt 1.")
    assert "Vad som blev av" in (folder / "import-2.md").read_text("utf-8")


def test_what_would_be_wrong_is_not_written_at_all(imported):
    _code, _said, folder = imported(paper())
    file = folder / "strategy/organisation.yaml"
    file.write_text(file.read_text("utf-8").replace("name: Socialnämnden", "name: Social- och omsorgsnämnden"), encoding="utf-8")
    before = contents(folder)
    code, said, _folder = imported(paper(support=(("Starta en anhörigträff", "Tekniska nämnden", "2026"),)))
    assert code == 1
    assert contents(folder) == before
    assert "Tekniska nämnden" in said


def rows_of(folder, file):
    return [line.partition(": ")[2] for line in (folder / file).read_text("utf-8").splitlines() if "text: " in line]


def test_a_measure_that_the_document_no_longer_has_stays_with_a_comment(imported, capsys):
    """The follow-up that the import began speaks of it; its number is never given to anything else."""
    _code, _said, folder = imported(paper())
    new = ("Öva krisledningen tillsammans med polisen", "Socialnämnden", "2026")
    code, said, _folder = imported(paper(knowledge=(PICTURE, new)))
    assert code == 0, said
    text = (folder / FIRST).read_text("utf-8")
    assert f'  - id: "1.1"\n    # Dokumentet har inte längre den här posten.\n    text: {TRAIN[0]}' in text
    assert rows_of(folder, FIRST) == [PICTURE[0], new[0], TRAIN[0]]
    assert '- id: "1.3"\n    text: Öva' in text
    assert "Dokumentet har inte längre 1.1" in (folder / "import.md").read_text("utf-8")
    assert run(["validate", "--root", str(folder)]) == 0
    before = contents(folder)
    code, said, _folder = imported(paper(knowledge=(PICTURE, new)))
    assert (code, contents(folder)) == (0, before), said
    code, said, _folder = imported(paper(knowledge=(TRAIN, PICTURE, new)))
    assert code == 0, said
    assert "Dokumentet har inte längre" not in (folder / FIRST).read_text("utf-8")


def test_a_measure_moved_in_the_document_is_told_as_moved(imported):
    _code, _said, folder = imported(paper())
    code, said, _folder = imported(paper(knowledge=(TRAIN,), support=(SUPPORT, PICTURE)))
    assert code == 0, said
    assert rows_of(folder, SECOND) == [SUPPORT[0], PICTURE[0]]
    assert "åtgärd 1.2 på ett annat ställe nu" in (folder / "import.md").read_text("utf-8")
    assert run(["validate", "--root", str(folder)]) == 0


def test_an_actor_that_only_an_edited_file_names_stays(imported):
    _code, _said, folder = imported(paper(support=(SUPPORT, ("Lys upp torget", "Tekniska nämnden", "2026"))))
    file = folder / SECOND
    edited = file.read_text("utf-8").replace("lead: not_stated", "lead: tekniska-namnden")
    file.write_text(edited, encoding="utf-8")
    code, said, _folder = imported(paper(knowledge=(TRAIN, PICTURE, ("Ny utbildning för chefer", "Socialnämnden", "2026"))))
    assert code == 1, said
    assert file.read_text("utf-8") == edited
    assert "Ny utbildning" in (folder / FIRST).read_text("utf-8")
    assert "id: tekniska-namnden" in (folder / "strategy/organisation.yaml").read_text("utf-8")
    assert run(["validate", "--root", str(folder)]) == 0


def test_a_renamed_id_is_known_again(imported, capsys):
    _code, _said, folder = imported(paper())
    assert run(["rename", "1.2", "1.9", "--root", str(folder)]) == 0
    edited = (folder / FIRST).read_bytes()
    capsys.readouterr()
    code, said, _folder = imported(paper(support=((*SUPPORT[:2], "Årligen"),)))
    assert code == 0, said
    assert (folder / FIRST).read_bytes() == edited
    assert "every_months: 12" in (folder / SECOND).read_text("utf-8")
    code, said, _folder = imported(paper(knowledge=(TRAIN, (*PICTURE[:2], "2027")), support=((*SUPPORT[:2], "Årligen"),)))
    assert code == 0, said
    text = (folder / FIRST).read_text("utf-8")
    assert '- id: "1.9"\n    text: Ta fram en gemensam lägesbild' in text
    assert "deadline: 2027" in text
    assert '"1.2"' not in text


def test_a_measure_moved_or_deleted_here_never_comes_back_by_itself(imported):
    _code, _said, folder = imported(paper())
    file = folder / FIRST
    text = file.read_text("utf-8")
    cut = text.index('  - id: "1.2"')
    file.write_text(text[:cut].rstrip() + "\n", encoding="utf-8")
    followup = next((folder / "followup").rglob("kommunstyrelsen.yaml"))
    followup.unlink()
    edited = file.read_bytes()
    code, said, _folder = imported(paper(support=((*SUPPORT[:2], "Årligen"),)))
    assert code == 0, said
    assert file.read_bytes() == edited
    code, said, _folder = imported(paper(knowledge=(TRAIN, (*PICTURE[:2], "2027")), support=((*SUPPORT[:2], "Årligen"),)))
    assert code == 1
    assert file.read_bytes() == edited
    assert PICTURE[0] in said


def test_a_column_more_comes_into_what_nobody_has_changed(imported):
    _code, _said, folder = imported(paper())
    file = folder / FIRST
    file.write_text(file.read_text("utf-8").replace("deadline: 2025", "deadline: 2025-06-30"), encoding="utf-8")
    edited = file.read_text("utf-8")
    made = Paper("Handlingsplan 2025–2026")
    for heading, rows in (("Kunskap", (TRAIN, PICTURE)), ("Stöd", (SUPPORT,))):
        made.heading(heading).table((*HEAD, "Målgrupp"), *((*row, "Alla") for row in rows))
    code, said, _folder = imported(made)
    assert code == 1
    assert "target_group: Alla" in (folder / SECOND).read_text("utf-8")
    assert file.read_text("utf-8") == edited
    assert FIRST in said


def test_records_that_no_import_has_made_are_left_alone(tmp_path, capsys):
    folder, file = tmp_path / "k", tmp_path / "plan.docx"
    assert run(["init", str(folder), *WHOSE, "--preset", "handlingsplan"]) == 0
    file.write_bytes(paper().content)
    before = contents(folder)
    capsys.readouterr()
    assert run(["import", str(file), "--into", str(folder)]) == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 1
    assert contents(folder) == before
