"""`vbe new`: what it writes is right, lies in the one layout, and takes the place of nothing."""

from __future__ import annotations

import os
import pty
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from vbe.cli import run
from vbe.diagnostics import Severity
from vbe.rules.checker import check
from vbe.store.editing.layout import lay_out_all
from vbe.store.loader import load
from vbe.store.repository import Disk

ROOT = Path(__file__).parents[2]
BASE = ROOT / "tests" / "rules" / "base"
AREA = "measures/01-samordning.yaml"

ROUTINE = ["routine", "--department", "socialforvaltningen", "--title", "Råd & stöd: på natten", "--owner-role", "socialchef"]
GUIDANCE = ["guidance", "--board", "socialnamnden", "--title", "Öppet hus", "--owner-role", "socialchef", "--aims", "framja"]
GUIDANCE += ["--what", "Huset är öppet för alla: varje kväll.", "--how", "Personalen finns där."]
COMMITMENT = ["commitment", "--area", "1", "--text", "Nya chefer utbildas.", "--responsible", "socialnamnden", "--priority", "2"]
INDICATOR = ["indicator", "--area", "1", "--id", "nytt-tal", "--title", "Nya chefer", "--definition", "Antal nya chefer."]
INDICATOR += ["--unit", "number", "--direction", "watch", "--source", "Personalregistret", "--owner", "socialnamnden"]
INDICATOR += ["--every-months", "12"]
NEW_AREA = ["area", "--title", "Nytt område", "--purpose", "Till för att prova.", "--aims", "framja", "--lead", "socialnamnden"]
NEW_AREA += ["--text", "Nämnden provar.", "--responsible", "socialnamnden", "--priority", "3"]
EVIDENCE = ["evidence", "--commitment", "2.1", "--kind", "training", "--date", "2024-05-06", "--note", "En dag: för alla."]


@pytest.fixture
def root(tmp_path):
    shutil.copytree(BASE, tmp_path / "r")
    assert run(["fmt", "--root", str(tmp_path / "r")]) == 0
    return tmp_path / "r"


def new(root: Path, *words: str) -> int:
    return run(["new", *words, "--root", str(root)])


def snapshot(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def assert_right(root: Path) -> None:
    errors = [d for d in check(load(Disk(root))).open if d.severity is Severity.ERROR]
    assert errors == []
    assert [layout.file for layout in lay_out_all(Disk(root), []) if layout.changed or layout.refusal] == []


@pytest.mark.parametrize(
    ("words", "file"),
    [
        (ROUTINE, "routines/socialforvaltningen/rad-stod-pa-natten.yaml"),
        ([*ROUTINE, "--slug", "natt", "--commitments", "2.1", "--commitments", "2.2"], "routines/socialforvaltningen/natt.yaml"),
        ([*ROUTINE[:2], "overall", *ROUTINE[3:]], "routines/overall/rad-stod-pa-natten.yaml"),
        (GUIDANCE, "guidance/socialnamnden/oppet-hus.yaml"),
        ([*COMMITMENT, "--when", "vid behov"], AREA),
        ([*COMMITMENT, "--every-months", "6", "--cause", "Kunskap saknas: ofta.", "--obligations", "O-01-02"], AREA),
        ([*COMMITMENT, "--when", "2026-03-31"], AREA),
        (INDICATOR, AREA),
        ([*NEW_AREA, "--every-months", "12"], "measures/03-nytt-omrade.yaml"),
        (EVIDENCE, "measures/02-stod.yaml"),
        ([*EVIDENCE, "--set", "audience=invanare", "--set", "participants=40"], "measures/02-stod.yaml"),
        (["followup", "--year", "2025", "--board", "socialnamnden"], "followup/2025/socialnamnden.yaml"),
    ],
)
def test_what_is_written_is_right(words, file, root, capsys):
    before = snapshot(root)
    assert new(root, *words) == 0, capsys.readouterr().err
    after = snapshot(root)
    assert file in capsys.readouterr().out.splitlines()
    changed = {name for name in after if after[name] != before.get(name)}
    assert changed == {file} or (words[0] == "area" and changed == {file, "vbe.yaml"})
    assert_right(root)
    if file not in before:
        assert after[file].startswith(b"# yaml-language-server: $schema=../")
    else:
        # Nothing but new lines: every old one is still there, in its order.
        lines = iter(after[file].decode().splitlines())
        assert all(line in lines for line in before[file].decode().splitlines())


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["rutin"], "routine"),
        (["routine"], "--department"),
        ([*ROUTINE, "--owner-role", "socialschef"], "socialchef"),
        ([*ROUTINE, "--slug", "Natt"], "Natt"),
        ([*ROUTINE, "--slug", "orosanmalan"], "orosanmalan.yaml"),
        ([*GUIDANCE, "--board", "socialnamden"], "socialnamnden"),
        ([*COMMITMENT, "--area", "9", "--when", "vid behov"], "9"),
        ([*COMMITMENT, "--priority", "5", "--when", "vid behov"], "5"),
        ([*COMMITMENT, "--when", "vid behov", "--every-months", "3"], "--every-months"),
        (COMMITMENT, "--when"),
        ([*COMMITMENT, "--deadline", "2025-02-30"], "2025-02-30"),
        ([*COMMITMENT, "--when", "vid behov", "--responsible", "medarbetare", "--obligations", "O-99-99"], "O-99-99"),
        ([*INDICATOR, "--id", "moten"], "moten"),
        ([*EVIDENCE, "--commitment", "1.7"], "1.7"),
        ([*EVIDENCE, "--kind", "traning"], "training"),
        ([*EVIDENCE, "--set", "channel=intranatet"], "channel"),
        ([*EVIDENCE, "--set", "participants=många"], "många"),
        ([*EVIDENCE, "--set", "participants"], "participants"),
        ([*EVIDENCE, "--kind", "publication"], "--channel"),
        (["followup", "--year", "2024", "--all-boards"], "kommunstyrelsen.yaml"),
        (["followup", "--year", "2025", "--board", "polisen"], "polisen"),
        (["followup", "--all-boards"], "--year"),
        ([*ROUTINE, "--title", ""], "--title"),
        ([*ROUTINE, "--title", "a\x1b[31m"], "--title"),
        ([*GUIDANCE, "--aims", "framja,forbygga"], "forebygga"),
    ],
)
def test_bad_words_write_nothing(words, said, root, capsys):
    before = snapshot(root)
    capsys.readouterr()
    assert new(root, *words) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert len(captured.err.splitlines()) == 1
    assert said in captured.err
    assert snapshot(root) == before


@pytest.mark.parametrize("title", ["العربية", "😀", "??", "中文"])
@pytest.mark.parametrize("words", [ROUTINE, GUIDANCE, NEW_AREA], ids=lambda words: words[0])
def test_a_title_of_which_no_file_name_can_be_made_asks_for_one(words, title, root, capsys):
    before = snapshot(root)
    words = [*words, "--every-months", "12"] if words is NEW_AREA else list(words)
    words[words.index("--title") + 1] = title
    assert new(root, *words) == 2
    said = capsys.readouterr().err
    assert title in said
    assert "--slug" in said
    assert snapshot(root) == before
    assert new(root, *words, "--slug", "eget") == 0


def test_what_would_not_be_right_is_not_written(root, capsys):
    """A name of a person in the title is found before it reaches the disk, and is not echoed."""
    before = snapshot(root)
    assert new(root, *ROUTINE, "--scope", "Ring 19121212-1212.") == 2
    err = capsys.readouterr().err
    assert "VBE701" in err
    assert "1212" not in err
    assert snapshot(root) == before


def test_a_broken_neighbour_is_no_obstacle(root):
    (root / "guidance/socialnamnden/foraldrastod.yaml").write_text("title: [\n", encoding="utf-8")
    assert new(root, *ROUTINE) == 0
    assert new(root, *COMMITMENT, "--every-months", "6") == 0


def test_dry_run_shows_and_writes_nothing(root, capsys):
    before = snapshot(root)
    capsys.readouterr()
    for words in (ROUTINE, [*COMMITMENT, "--every-months", "6"], ["followup", "--year", "2025", "--all-boards"]):
        assert new(root, *words, "--dry-run") == 0
    assert snapshot(root) == before
    out = capsys.readouterr().out
    assert "+++ b/measures/01-samordning.yaml" in out
    assert "--- followup/2025/socialnamnden.yaml" in out


def test_numbers_are_never_used_again(root):
    """1.2 is known from a follow-up alone: it was promised once, and is not given to something else."""
    report = root / "followup/2024/kommunstyrelsen.yaml"
    text = report.read_text(encoding="utf-8").replace(
        "commitments:\n", 'commitments:\n  "1.2":\n    status: cancelled\n    cause: x\n'
    )
    report.write_text(text, encoding="utf-8")
    assert new(root, *COMMITMENT, "--every-months", "6") == 0
    assert 'id: "1.3"' in (root / AREA).read_text(encoding="utf-8")


def test_a_list_in_brackets_is_said_not_guessed(root, capsys):
    area = root / AREA
    area.write_text(area.read_text(encoding="utf-8").split("indicators:\n")[0] + "indicators: [{id: a}]\n", encoding="utf-8")
    assert new(root, *INDICATOR) == 2


def test_the_year_after(root):
    """Every board's file: what it answers for, what was left open, no computed value, nothing that has ended."""
    report = root / "followup/2024/socialnamnden.yaml"
    text = report.read_text(encoding="utf-8").replace(
        "result: Rutinen är känd i hela förvaltningen.",
        "result: Rutinen är känd.\n    next_step: Nya medarbetare får den.\n    next_step_due: 2025-05-01",
    )
    report.write_text(text, encoding="utf-8")
    assert new(root, "followup", "--year", "2025", "--all-boards") == 0
    assert_right(root)
    written = (root / "followup/2025/socialnamnden.yaml").read_text(encoding="utf-8")
    assert '"2.1"' not in written  # done in 2024
    assert "# 2024: löpande. Nästa steg, senast 2025-05-01: Nya medarbetare får den." in written
    assert "utbildade: {value: null}" in written
    assert "2024: 100" in written
    assert '"1.1"' in (root / "followup/2025/kommunstyrelsen.yaml").read_text(encoding="utf-8")


def test_all_boards_fills_the_gaps(root, capsys):
    assert new(root, "followup", "--year", "2025", "--board", "socialnamnden") == 0
    kept = (root / "followup/2025/socialnamnden.yaml").read_bytes()
    capsys.readouterr()
    assert new(root, "followup", "--year", "2025", "--all-boards") == 0
    assert capsys.readouterr().out.splitlines() == ["followup/2025/kommunstyrelsen.yaml"]
    assert (root / "followup/2025/socialnamnden.yaml").read_bytes() == kept


def test_no_status_is_filled_in_beforehand(root):
    """What the board said last is a remark: it has said nothing of this year, and nobody says it for it."""
    assert new(root, "followup", "--year", "2025", "--all-boards") == 0
    text = (root / "followup/2025/socialnamnden.yaml").read_text(encoding="utf-8")
    assert "  # 2024: löpande.\n" in text
    reports = load(Disk(root)).follow_ups(2025)
    assert {entry.status for report in reports.values() for entry in report.commitments.values()} == {None}
    assert_right(root)


ADDED = ["--area", "2", "--text", "Nämnden prövar en ny åtgärd.", "--responsible", "socialforvaltningen", "--priority", "1"]


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text,
        lambda text: text.replace("indicators:", "# min egen anteckning\nindicators:"),
        lambda text: text.replace("    status:\n", "    status:   continuous # som förut\n    result:  Rutinen är känd.\n", 1),
        lambda text: text.rstrip("\n"),
        lambda text: re.sub(r"(?s)commitments:\n.*?(?=\nindicators:)", "commitments: {}\n", text),
        lambda text: re.sub(r"(?s)indicators:\n.*", "", text),
        lambda text: text + "\n# sist i filen\n",
    ],
    ids=["as it is", "a comment", "filled in", "no last line end", "emptied", "no indicators", "a comment last"],
)
def test_update_adds_what_is_missing_and_changes_nothing_that_somebody_wrote(root, capsys, change):
    assert new(root, "followup", "--year", "2025", "--all-boards") == 0
    file = root / "followup/2025/socialnamnden.yaml"
    file.write_text(change(file.read_text(encoding="utf-8")), encoding="utf-8")
    assert new(root, "commitment", *ADDED, "--every-months", "12") == 0
    before = file.read_text(encoding="utf-8")
    known = load(Disk(root)).follow_ups(2025)["socialnamnden"]
    capsys.readouterr()
    assert new(root, "followup", "--year", "2025", "--all-boards", "--update") == 0
    assert capsys.readouterr().out.splitlines() == ["followup/2025/socialnamnden.yaml"]
    after = file.read_text(encoding="utf-8")
    lines = iter(after.splitlines())
    kept = [line for line in before.splitlines() if line != "commitments: {}"]
    assert all(any(line == other for other in lines) for line in kept), after
    told = load(Disk(root)).follow_ups(2025)["socialnamnden"]
    assert "Nämnden prövar en ny åtgärd." in after
    assert known.commitments.items() <= told.commitments.items()
    assert {"2.2", "2.3", "2.4"} <= told.commitments.keys()
    assert "utbildade" in told.indicators
    assert new(root, "followup", "--year", "2025", "--all-boards", "--update") == 0
    assert capsys.readouterr().out.splitlines() == ["Det finns inget att lägga till."]
    assert file.read_text(encoding="utf-8") == after


def test_update_begins_the_files_that_are_not_there(root, capsys):
    assert new(root, "followup", "--year", "2025", "--board", "socialnamnden") == 0
    capsys.readouterr()
    assert new(root, "followup", "--year", "2025", "--all-boards", "--update") == 0
    assert capsys.readouterr().out.splitlines() == ["followup/2025/kommunstyrelsen.yaml"]


def test_update_says_what_stands_in_its_way(root, capsys):
    assert new(root, "followup", "--year", "2025", "--all-boards") == 0
    assert new(root, "followup", "--year", "2025", "--board", "socialnamnden") == 2
    assert "--update" in capsys.readouterr().err
    file = root / "followup/2025/socialnamnden.yaml"
    for text, said in (
        ('commitments: {"2.2": {status: ongoing}}\n', "commitments"),
        ("commitments: [\n", "socialnamnden.yaml"),
        ("x: 1\n", "fel"),
    ):
        file.write_text(text, encoding="utf-8")
        capsys.readouterr()
        assert new(root, "followup", "--year", "2025", "--all-boards", "--update") == 2
        told = capsys.readouterr().err
        assert told.count("\n") == 1
        assert said in told
        assert file.read_text(encoding="utf-8") == text


def test_solna_the_year_after(tmp_path):
    for name in ("vbe.yaml", "strategy", "measures", "routines", "guidance", "followup"):
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copyfile)(source, tmp_path / name)
    assert new(tmp_path, "followup", "--year", "2018", "--all-boards") == 0
    assert_right(tmp_path)
    corpus = load(Disk(tmp_path))
    boards = corpus.profile.coverage.reporting_boards
    assert sorted(corpus.follow_ups(2018)) == sorted(boards)
    written = {identity for report in corpus.follow_ups(2018).values() for identity in report.indicators}
    computed = {identity for identity, indicator in corpus.indicators.items() if indicator.computed}
    assert computed
    assert not written & computed


def test_somebody_is_asked(root):
    """On a terminal: what is missing is asked for, and a word that is not known is asked for again."""
    answers = ["socialforvaltning", "socialforvaltningen", "En ny rutin", "socialchef"]
    assert converse(root, ["new", "routine", "--root", str(root)], answers) == 0
    assert (root / "routines/socialforvaltningen/en-ny-rutin.yaml").is_file()
    assert_right(root)


def test_the_kind_of_evidence_leads_to_more_questions(root):
    answers = ["1.1", "publication", "2024-06-01", "intranatet"]
    assert converse(root, ["new", "evidence", "--root", str(root)], answers) == 0
    assert "channel: intranatet" in (root / AREA).read_text(encoding="utf-8")


def converse(root: Path, words: list[str], answers: list[str]) -> int:
    """Run the program on a terminal of its own and type the answers."""
    main, terminal = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "vbe", *words], stdin=terminal, stdout=terminal, stderr=terminal, cwd=root, close_fds=True
    )
    os.close(terminal)
    os.write(main, "".join(f"{answer}\n" for answer in answers).encode())
    try:
        code = process.wait(timeout=60)
    finally:
        process.kill()
        os.close(main)
    return code
