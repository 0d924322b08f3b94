"""`vbe init`: what another municipality begins with is right from the first minute, whatever its shape."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from vbe.cli import run
from vbe.errors import VbeError
from vbe.rules.checker import check
from vbe.scaffold.beginnings import presets
from vbe.scaffold.municipality import pattern_of
from vbe.store.editing.layout import lay_out_all
from vbe.store.loader import load
from vbe.store.repository import Disk

ROOT = Path(__file__).parents[2]
NAMED = ["--name", "Lindviks kommun", "--code", "9999", "--preset", "solna"]
KINDS = {"profile", "strategy", "organisation", "obligations", "area", "routine", "guidance", "decisions", "followup"}


def begin(folder: Path, *words: str) -> int:
    return run(["init", str(folder), *NAMED, *words])


def assert_right(folder: Path) -> None:
    """No error, and no remark but on the samples' own words; one layout; a report and a list of what is outdated."""
    corpus = load(Disk(folder))
    assert [(d.code, d.location.file, d.message) for d in check(corpus).open if d.code != "VBE130"] == []
    assert [layout.file for layout in lay_out_all(Disk(folder), []) if layout.changed or layout.refusal] == []
    assert {record.kind for record in corpus.records} <= KINDS
    year = str(corpus.years[-1] if corpus.years else 2027)
    assert run(["stale", "--root", str(folder), "--as-of", f"{year}-12-31"]) in (0, 1, 3)
    if not corpus.years:
        return  # A plan alone: its follow-up is begun when its measures stand there.
    assert run(["report", "--root", str(folder), "--year", year, "-o", str(folder.parent / "report.html")]) == 0


@pytest.mark.parametrize("preset", presets())
def test_every_preset_is_right(preset, tmp_path):
    assert begin(tmp_path / "ny", "--preset", preset, "--year", "2027") == 0
    assert_right(tmp_path / "ny")


@pytest.mark.parametrize("year", [2024, 2025, 2026, 2027, 2028, 2029, 2030])
def test_every_year_is_right(year, tmp_path):
    """A term of office begins every fourth year, in the middle of October."""
    assert begin(tmp_path / "ny", "--preset", "handlingsplan", "--year", str(year)) == 0
    assert {d.code for d in check(load(Disk(tmp_path / "ny"))).open} == {"VBE130"}


@pytest.mark.parametrize("count", [1, 2, 7, 15])
def test_any_number_of_areas_and_boards(count, tmp_path):
    """Nothing knows of twelve areas or five boards."""
    areas = [word for n in range(count) for word in ("--area", f"Område {n}")]
    boards = [word for n in range(count) for word in ("--board", f"Nämnd {n}=Förvaltning {n // 2}")]
    assert begin(tmp_path / "ny", *areas, *boards) == 0
    assert_right(tmp_path / "ny")
    corpus = load(Disk(tmp_path / "ny"))
    assert corpus.profile.areas == len(corpus.areas) == count
    assert len(corpus.follow_ups(corpus.years[-1])) == count + 1


def test_a_municipality_with_nothing_but_an_executive_board(tmp_path):
    assert begin(tmp_path / "ny", "--board", "Kommunstyrelsen=Stadsledningskontoret") == 0
    assert_right(tmp_path / "ny")
    assert "stadsledningskontoret" in load(Disk(tmp_path / "ny")).actors


@pytest.mark.parametrize("number", ["KS/2026:12", "KS 2026/0123", "2026-0012", "KS2026.12", "Ks-2026:7", "123/26"])
def test_any_form_of_case_numbers(number, tmp_path):
    assert re.search(pattern_of(number), number)
    assert begin(tmp_path / "ny", "--case-number", number) == 0
    assert_right(tmp_path / "ny")


def test_nothing_of_solna_is_left(tmp_path):
    """Neither its names nor its numbers; the presets share only what any municipality could write."""
    for preset in presets():
        assert begin(tmp_path / preset, "--preset", preset) == 0
        for path in (tmp_path / preset).rglob("*.*"):
            if path.is_file() and "schemas" not in path.parts:
                # The one that is made after Solna's says of each requirement where it stands.
                text = path.read_text(encoding="utf-8").replace("Solnas strategi (KS/2016:365)", "").casefold()
                assert not re.search(r"solna|trygghetsråd|omvårdnads|kompetensn|0184|746 10", text), path


def test_files_for_machines_and_editors(tmp_path):
    assert begin(tmp_path / "ny") == 0
    wanted = [
        ".github/workflows/vbe.yml",
        ".github/workflows/vbe-comment.yml",
        ".github/workflows/vbe-site.yml",
        ".gitlab-ci.yml",
        ".pre-commit-config.yaml",
        "CODEOWNERS",
        ".vscode/settings.json",
    ]
    wanted += ["README.md", ".gitattributes", "schemas/area.schema.json"]
    assert [name for name in wanted if not (tmp_path / "ny" / name).is_file()] == []
    for path in (tmp_path / "ny").rglob("*.yaml"):
        if path.relative_to(tmp_path / "ny").parts[0] in ("strategy", "measures", "routines", "guidance", "followup"):
            line = path.read_text(encoding="utf-8").splitlines()[0]
            schema = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", line)
            assert schema, path
            assert (path.parent / schema[1]).resolve().is_file()
    for path in (tmp_path / "ny").rglob("*"):
        assert not re.search(r"[«»‹›]", path.read_text(encoding="utf-8")) if path.is_file() else True, path
        assert ".tmp" not in path.name


def test_an_empty_folder_that_is_there(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    assert run(["init", *NAMED]) == 0
    assert (tmp_path / "vbe.yaml").is_file()
    assert not list(tmp_path.glob(".*.tmp"))


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--preset", "solan"], "solna"),
        (["--code", "99"], "Skriv dess fyra siffror"),
        (["--name", "a\x1b[31m"], "--name"),
        (["--board", "Nämnden\u200b för allt"], "vbe"),
        (["--name", "Ring 19121212-1212"], "VBE701"),
        (["--name", "å" * 400], "vbe"),
        (["--board", "Ö=X", "--board", "Ö=Y"], "Ö"),
        (["--area", "A", "--area", "a"], "a"),
        (["--case-number", "12", "--case-number-pattern", "^KS"], "12"),
        (["--case-number-pattern", "["], "["),
    ],
)
def test_bad_words_leave_nothing_behind(words, message, tmp_path, capsys):
    assert begin(tmp_path / "ny", *words) == 2
    err = capsys.readouterr().err
    assert len(err.splitlines()) == 1
    assert message in err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("there", ["x.txt", ".gitignore", "vbe.yaml"])
def test_a_folder_that_is_not_empty_is_left_alone(there, tmp_path, capsys):
    (tmp_path / there).write_text("mitt", encoding="utf-8")
    assert begin(tmp_path) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert [path.name for path in tmp_path.iterdir()] == [there]
    assert (tmp_path / there).read_text(encoding="utf-8") == "mitt"


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "x").write_text("mitt", encoding="utf-8")
    assert begin(tmp_path / "x") == 2
    assert (tmp_path / "x").read_text(encoding="utf-8") == "mitt"


def test_nobody_to_ask(tmp_path, capsys):
    assert run(["init", str(tmp_path / "ny"), "--preset", "enkel"]) == 2
    err = capsys.readouterr().err
    assert "--name" in err
    assert "--code" in err
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_written_whole_is_not_written(tmp_path, monkeypatch):
    real = os.fsync

    def full(descriptor: int) -> None:
        full.left -= 1
        if full.left < 0:
            raise OSError(28, "No space left on device")
        real(descriptor)

    full.left = 5
    monkeypatch.setattr(os, "fsync", full)
    assert begin(tmp_path / "ny") == 2
    assert list(tmp_path.iterdir()) == []


def test_from_a_wheel_in_an_empty_environment(tmp_path):
    """Built, installed without network, run from another folder: templates, presets and schemas travel along."""
    built = subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", str(tmp_path / "dist"), str(ROOT)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stderr[-2000:]
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    venv.create(tmp_path / "env", with_pip=True)
    python = tmp_path / "env" / "bin" / "python"
    install = [python, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--disable-pip-version-check", wheel]
    subprocess.run(install, check=True, capture_output=True)
    purelib = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], check=True, capture_output=True, text=True
    ).stdout.strip()
    # The libraries are those of this environment; vbe itself is not found there, because it comes after the wheel's.
    others = [path for path in sys.path if path.endswith("site-packages")]
    (Path(purelib) / "libraries.pth").write_text("\n".join(others) + "\n", encoding="utf-8")

    def vbe(*words: str) -> subprocess.CompletedProcess[str]:
        command = [str(tmp_path / "env" / "bin" / "vbe"), *words]
        clean = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "VBE_LANG")}
        return subprocess.run(command, cwd=tmp_path, env=clean, capture_output=True, text=True, check=False)

    where = subprocess.run(
        [python, "-c", "import vbe; print(vbe.__file__)"], cwd=tmp_path, check=True, capture_output=True, text=True
    )
    assert str(tmp_path) in where.stdout
    begun = vbe("init", "ny", *NAMED)
    assert begun.returncode == 0, begun.stderr
    checked = vbe("validate", "--root", "ny")
    assert checked.returncode == 0, checked.stdout
    assert vbe("fmt", "--check", "--root", "ny").returncode == 0
    written = vbe("new", "followup", "--root", "ny", "--year", "2031", "--all-boards")
    assert written.returncode == 0, written.stderr
    report = vbe("report", "--root", "ny", "--year", "2031", "-o", "rapport.html")
    assert report.returncode == 0, report.stderr
    assert "Lindviks kommun" in (tmp_path / "rapport.html").read_text(encoding="utf-8")


class Within:
    """A git repository that somebody has already, and what `vbe init` makes in a folder of it."""

    def __init__(self, top: Path, monkeypatch):
        self.top = top
        subprocess.run(["git", "init", "-q", "-b", "main", str(top)], check=True)
        monkeypatch.chdir(top)

    def read(self, file: str) -> str:
        return (self.top / file).read_text(encoding="utf-8")


@pytest.fixture
def within(tmp_path, monkeypatch):
    return Within(tmp_path / "kommunen", monkeypatch)


@pytest.mark.parametrize("folder", ["strategi", "arbete/min strategi"])
def test_in_a_repository_the_checks_stand_where_the_services_look(folder, within):
    assert begin(Path(folder), "--year", "2025") == 0
    assert {d.code for d in check(load(Disk(within.top / folder))).open} == {"VBE130"}
    for file in (".github/workflows/vbe.yml", ".gitlab-ci.yml", ".pre-commit-config.yaml", "CODEOWNERS"):
        assert not (within.top / folder / file).exists()
    assert f'--root "$GITHUB_WORKSPACE/{folder}" --format github' in within.read(".github/workflows/vbe.yml")
    assert within.read(".github/workflows/vbe-comment.yml").count(f'--root "$GITHUB_WORKSPACE/text/{folder}"') == 3
    assert '"$GITHUB_WORKSPACE"' not in within.read(".github/workflows/vbe.yml")
    assert within.read(".gitlab-ci.yml").count(f'--root "$CI_PROJECT_DIR/{folder}"') == 7
    assert f'--root "$GITHUB_WORKSPACE/{folder}" -o site' in within.read(".github/workflows/vbe-site.yml")
    assert "git init" not in within.read(f"{folder}/README.md")
    validate, layout = yaml_of(within.read(".pre-commit-config.yaml"))["repos"][0]["hooks"]
    for hook in (validate, layout):
        assert re.match(hook["files"], f"{folder}/routines/overall/ny.yaml")
        assert not re.match(hook["files"], "routines/overall/ny.yaml")


def yaml_of(text: str) -> dict:
    from ruamel.yaml import YAML

    return YAML(typ="safe").load(text)


def test_in_a_repository_the_hooks_refuse_what_is_wrong_and_pass_what_is_right(within):
    """What pre-commit would run, from where it runs it."""
    assert begin(Path("arbete/min strategi"), "--year", "2025") == 0
    subprocess.run(["git", "add", "-A"], check=True)
    hook = yaml_of(within.read(".pre-commit-config.yaml"))["repos"][0]["hooks"][0]
    program, *words = shlex.split(hook["entry"])
    assert program == "vbe"
    assert run(words) == 0
    (within.top / "arbete/min strategi/routines/overall/fel.yaml").write_text("title: fel\n", encoding="utf-8")
    assert run(words) == 0
    subprocess.run(["git", "add", "-A"], check=True)
    assert run(words) == 1


def test_what_stands_at_the_top_already_is_left_alone_and_told(within, capsys):
    (within.top / ".gitlab-ci.yml").write_text("bygg: {script: make}\n", encoding="utf-8")
    assert begin(Path("strategi"), "--year", "2025") == 0
    assert within.read(".gitlab-ci.yml") == "bygg: {script: make}\n"
    assert "$CI_PROJECT_DIR/strategi" in within.read("strategi/.gitlab-ci.yml")
    assert "strategi/.gitlab-ci.yml" in capsys.readouterr().err


def test_a_folder_whose_name_a_script_would_obey_is_refused_before_anything_is_written(within, capsys):
    assert begin(Path("$(id)"), "--year", "2025") == 2
    assert sorted(path.name for path in within.top.iterdir()) == [".git"]
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_nothing_is_left_at_the_top_where_the_folder_cannot_be_written(within, monkeypatch):
    def fail(_folder, _files):
        raise VbeError("full")

    monkeypatch.setattr("vbe.scaffold.within.create_tree", fail)
    assert begin(Path("strategi"), "--year", "2025") == 2
    assert [path.name for path in within.top.rglob("*") if path.is_file() and ".git" not in path.parts] == []


def test_the_layout_alone_makes_no_change_red(tmp_path, capsys):
    """What GitHub's step, GitLab's job and the hook run over a right edit that is not in the one layout."""
    assert begin(tmp_path / "ny") == 0
    file = tmp_path / "ny/strategy/organisation.yaml"
    file.write_text(file.read_text("utf-8").replace("name: Socialnämnden", 'name:   "Socialnämnden"'), encoding="utf-8")
    assert run(["validate", "--root", str(tmp_path / "ny")]) == 0
    assert run(["fmt", "--check", "--root", str(tmp_path / "ny")]) == 1
    capsys.readouterr()
    assert run(["fmt", "--check", "--notice", "--root", str(tmp_path / "ny"), "--lang", "sv"]) == 0
    assert "`vbe fmt`" in capsys.readouterr().err
    hook = yaml_of((tmp_path / "ny/.pre-commit-config.yaml").read_text("utf-8"))["repos"][0]["hooks"][1]
    assert hook["entry"] == "vbe fmt --check --notice"
    assert "fmt --check --notice" in (tmp_path / "ny/.gitlab-ci.yml").read_text("utf-8")
    steps = yaml_of((tmp_path / "ny/.github/workflows/vbe.yml").read_text("utf-8"))["jobs"]["validate"]["steps"]
    command = steps[-1]["run"].replace('vbe/bin/python -I -m vbe fmt --check --root "$GITHUB_WORKSPACE"', "(exit $CODE)")
    for code, wanted in ((0, 0), (1, 0), (2, 1)):
        done = subprocess.run(
            ["bash", "-e", "-c", command], env={"RUNNER_TEMP": str(tmp_path), "CODE": str(code)}, capture_output=True, check=False
        )
        assert done.returncode == wanted
