"""`vbe rename`: one id becomes another everywhere, and nothing else changes by a byte."""

import shutil
from pathlib import Path

import pytest

from vbe.app.rename import rename
from vbe.cli import run
from vbe.errors import VbeError
from vbe.scaffold.plan import write
from vbe.store.loader import load
from vbe.store.repository import Disk

TESTS = Path(__file__).parent.parent
RECORDS = ("vbe.yaml", "strategy", "measures", "routines", "guidance", "followup")


@pytest.fixture
def solna(tmp_path):
    for name in RECORDS:
        source = TESTS.parent / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, tmp_path / name)
    return tmp_path


def files(root):
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def renamed(root, old, new):
    found = rename(Disk(root), old, new)
    write(root, list(found.changes))
    return found


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("actor:socialnamnden", "omsorgsnamnden"),
        ("actor:socialforvaltningen", "omsorgsforvaltningen"),
        ("actor:sakerhetschef", "trygghetschef"),
        ("actor:polisen", "polismyndigheten"),
        ("channel:intranatet", "insidan"),
        ("obligation:O-04-05", "O-04-95"),
        ("commitment:4.5", "4.95"),
        ("socialforvaltningen/orosanmalan", "anmala-oro"),
    ],
)
def test_an_id_is_another_everywhere_and_can_go_back(solna, old, new):
    before, errors = files(solna), len(load(Disk(solna)).findings)
    identity = old.partition(":")[2] or old
    found = renamed(solna, old, new)
    after = load(Disk(solna))
    assert len(after.findings) == errors
    assert found.old == identity
    assert not any(reference.id == identity for reference in after.references if reference.refers.kind != "record")
    assert any(entry.id == found.new for entry in after.all_entries)
    assert run(["validate", "--root", str(solna)]) == 0
    kind = old.partition(":")[0] if ":" in old else ""
    renamed(solna, f"{kind}:{found.new}" if kind else found.new, identity)
    assert files(solna) == before


def test_files_move_with_the_board_and_the_department_that_their_paths_name(solna):
    found = renamed(solna, "actor:socialforvaltningen", "omsorgsforvaltningen")
    assert found.moves["routines/socialforvaltningen/orosanmalan.yaml"] == "routines/omsorgsforvaltningen/orosanmalan.yaml"
    assert not (solna / "routines" / "socialforvaltningen").exists()
    found = renamed(solna, "actor:socialnamnden", "omsorgsnamnden")
    assert found.moves["followup/2017/socialnamnden.yaml"] == "followup/2017/omsorgsnamnden.yaml"


def test_quotation_marks_and_comments_stay(solna):
    organisation = solna / "strategy" / "organisation.yaml"
    text = organisation.read_text("utf-8")
    assert "  - id: polisen\n" in text
    organisation.write_text(text.replace("  - id: polisen\n", "  - id: 'polisen'  # polisen i norr\n"), "utf-8")
    found = renamed(solna, "actor:polisen", "polismyndigheten")
    assert "  - id: 'polismyndigheten'  # polisen i norr\n" in organisation.read_text("utf-8")
    line = text[: text.index("  - id: polisen\n")].count("\n") + 1
    assert ("strategy/organisation.yaml", line) not in {(at.file, at.line) for at in found.mentions}


def test_what_a_person_must_look_at_is_listed_and_left(solna, capsys):
    area = next((solna / "measures").glob("04-*.yaml"))
    area.write_text("# Fråga sakerhetschef först.\n" + area.read_text("utf-8"), "utf-8")
    assert run(["rename", "sakerhetschef", "trygghetschef", "--root", str(solna), "--lang", "sv"]) == 0
    output, errors = capsys.readouterr()
    assert f"  {area.relative_to(solna).as_posix()}:1\n" in output
    assert "är ändrade" in errors
    assert area.read_text("utf-8").startswith("# Fråga sakerhetschef först.\n")


def test_a_dry_run_writes_nothing(solna):
    before = files(solna)
    assert run(["rename", "sakerhetschef", "trygghetschef", "--dry-run", "--root", str(solna)]) == 0
    assert files(solna) == before


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("sakerhetschef", "sakerhetschef", "redan"),
        ("sakerhetschef", "polisen", "redan"),
        ("sakerhetschef", "Säkerhets chef", "inget id"),
        ("sakerhetschef", "../utanfor", "inget id"),
        ("area:04", "44", "12 områden"),
        ("sakerhetschefen-som-inte-finns", "ny", "inget med id"),
        ("socialforvaltningen/orosanmalan", "../../utanfor", "inget id"),
        ("socialforvaltningen/orosanmalan", "okandforvaltning/orosanmalan", "rätt"),
        ("4.5", "5.95", "rätt"),
        ("area:04", "fyra", "inget id"),
        ("strategy", "annan", "inget id"),
    ],
)
def test_what_cannot_be_is_refused_in_one_line_and_nothing_is_written(solna, capsys, old, new, said):
    before = files(solna)
    assert run(["rename", old, new, "--root", str(solna), "--lang", "sv"]) == 2
    output, errors = capsys.readouterr()
    assert not output
    assert said in errors, errors
    assert "Traceback" not in errors
    assert files(solna) == before


def test_all_or_nothing_when_a_file_changes_meanwhile(solna):
    found = rename(Disk(solna), "actor:socialnamnden", "omsorgsnamnden")
    profile = solna / "vbe.yaml"
    profile.write_text(profile.read_text("utf-8") + "# ändrad\n", "utf-8")
    before = files(solna)
    with pytest.raises(VbeError):
        write(solna, list(found.changes))
    assert files(solna) == before
