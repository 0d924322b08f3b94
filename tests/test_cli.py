"""The command line as a user meets it: help and complaints in Swedish, exit codes that hold whatever stops the run."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from vbe.cli import run
from vbe.commands import COMMANDS

BASE = Path(__file__).parent / "rules" / "base"
ENGLISH = re.compile(r"\b(Usage|Options|Arguments|Commands|Show this|required|default|the|and|this)\b|<(str|int|path|list)")
HEAVY = ("rich", "jinja2", "babel", "git", "typst", "docxtpl", "xlsxwriter", "icalendar", "pygls")


@pytest.fixture
def repository(tmp_path):
    shutil.copytree(BASE, tmp_path / "r")
    return tmp_path / "r"


def vbe(*words, cwd=BASE, **settings):
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8", **settings.pop("env", {})}
    command = [sys.executable, "-m", "vbe", *words]
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False, **settings)


@pytest.mark.parametrize("words", [["--help"], *([name, "--help"] for name in COMMANDS)], ids=" ".join)
def test_help_is_swedish_and_fits_80_columns(words, capsys):
    assert run(words) == 0
    text = capsys.readouterr().out
    assert text.startswith("Användning: vbe ")
    assert max(map(len, text.splitlines())) <= 80
    assert not ENGLISH.search(text), ENGLISH.search(text)


def test_help_lists_every_command_with_what_it_does(capsys):
    run(["--help"])
    text = capsys.readouterr().out
    for name in COMMANDS:
        assert re.search(rf"^  {name} +\w", text, re.MULTILINE)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["valdate"], "Kommandot ”valdate” finns inte. Menade du ”validate”?"),
        (["zzz"], "Kommandot ”zzz” finns inte. `vbe --help` räknar upp kommandona."),
        (["validate", "--strikt"], "Flaggan ”--strikt” finns inte. Menade du ”--strict”?"),
        (["validate", "--format"], "--format behöver ett värde."),
        (["validate", "--strict=x"], "--strict tar inget värde."),
        (["validate", "--format", "jsn"], "Formatet ”jsn” finns inte. Menade du ”json”? Formaten är text, json, sarif,"),
        (["validate", "measurs"], "measurs finns inte. Menade du ”measures”?"),
        (["validate", "/"], "/ ligger inte i förrådet"),
        (["validate", "--root", "/nosuch"], "vbe.yaml finns inte i /nosuch."),
        (["explain"], "KOD saknas. `vbe explain --help` visar hur det används."),
        (["explain", "a", "b"], "Det är för många ord: b."),
        (["explain", "dangling-referense"], "Regeln ”dangling-referense” finns inte. Menade du ”dangling-reference”?"),
        (["explain", "vbe2O1"], "Regeln ”vbe2O1” finns inte. Menade du ”VBE201”?"),
        (["explain", "VBE999"], "Regeln ”VBE999” finns inte. Koderna är VBE1xx, VBE2xx,"),
        (["explain", "kalle"], "Regeln ”kalle” finns inte. `vbe rules` räknar upp dem."),
        (["schema", "rutine"], "Slaget ”rutine” finns inte. Menade du ”routine”?"),
        (["rules", "--format", "mdx"], "Formatet ”mdx” finns inte. Menade du ”md”?"),
    ],
)
def test_a_slip_is_one_line_that_says_what_was_meant(words, said, capsys, monkeypatch):
    monkeypatch.chdir(BASE)
    assert run(words) == 2
    output, errors = capsys.readouterr()
    assert output == ""
    assert errors.startswith(f"vbe: {said}")
    assert errors.count("\n") == 1


def test_no_command_shows_the_help(capsys):
    assert run([]) == 2
    assert "Kommandon:" in capsys.readouterr().err


def test_explain_takes_code_or_name_in_any_case(capsys):
    pages = set()
    for word in ("VBE201", "vbe201", "dangling-reference", "Dangling-Reference"):
        assert run(["explain", word]) == 0
        pages.add(capsys.readouterr().out)
    (page,) = pages
    assert page.startswith("VBE201 dangling-reference (fel)\n\n")
    assert "    responsible: [socialnamnden]\n" in page


def test_rules_and_schemas_are_json_when_asked(capsys):
    assert run(["rules", "--format", "json"]) == 0
    rules = json.loads(capsys.readouterr().out)["rules"]
    assert {"code", "name", "severity", "summary", "page"} == set(rules[0])
    assert run(["schema", "area"]) == 0
    assert json.loads(capsys.readouterr().out)["$id"] == "area.schema.json"


def test_validate_reports_on_the_paths_it_is_given(repository, capsys, monkeypatch):
    monkeypatch.chdir(repository / "measures")
    (repository / "measures" / "05-tom.yaml").write_text("", encoding="utf-8")
    assert run(["validate", "../routines"]) == 0
    assert run(["validate", "05-tom.yaml"]) == 1
    assert run(["validate", str(repository / "measures")]) == 1
    assert "VBE108" in capsys.readouterr().out


def test_strict_lets_warnings_fail(repository, capsys):
    (repository / "measures" / "utbildning.yaml").write_text("title: x\n", encoding="utf-8")
    assert run(["validate", "--root", str(repository)]) == 0
    assert run(["validate", "--root", str(repository), "--strict"]) == 1
    assert "VBE125 stray-file (varning)" in capsys.readouterr().out


@pytest.mark.parametrize(
    "words", [["validate"], ["validate", "--format", "json"], ["rules"], ["--help"], ["--version"]], ids=" ".join
)
def test_a_full_disk_is_one_line(words):
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "vbe", *words], cwd=BASE, stdout=full, stderr=subprocess.PIPE, encoding="utf-8", check=False
        )
    assert (done.returncode, done.stderr) == (2, "vbe: Systemet svarar: disken är full.\n")


@pytest.mark.parametrize("words", [["rules"], ["rules", "--format", "json"]], ids=" ".join)
def test_a_reader_that_stops_is_no_fault(words):
    with subprocess.Popen([sys.executable, "-m", "vbe", *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1"])
def test_a_narrow_terminal_gets_question_marks_and_a_program_gets_utf8(encoding):
    done = subprocess.run(
        [sys.executable, "-m", "vbe", "explain", "VBE201"],
        env={**os.environ, "PYTHONIOENCODING": encoding, "LC_ALL": "C"},
        capture_output=True,
        check=True,
    )
    assert "som inte finns" in done.stdout.decode(encoding)
    done = subprocess.run(
        [sys.executable, "-m", "vbe", "rules", "--format", "json"],
        env={**os.environ, "PYTHONIOENCODING": encoding, "LC_ALL": "C"},
        capture_output=True,
        check=True,
    )
    assert "å" in json.loads(done.stdout.decode())["rules"][0]["page"]


def test_without_any_output_it_still_runs():
    done = subprocess.run(f"{sys.executable} -m vbe rules >&- 2>&-", shell=True, check=False)
    assert done.returncode == 0


@pytest.mark.parametrize("seconds", [0.05, 0.15, 0.3])
def test_an_interrupt_is_130_and_no_traceback(seconds, repository):
    # A pipe as input, so that the process is still there when the signal comes.
    process = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import time, vbe.cli; print(flush=True); time.sleep(0.01); vbe.cli.main(['validate'])",
        ],
        cwd=repository,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    process.stdout.readline()
    time.sleep(seconds)
    process.send_signal(signal.SIGINT)
    _output, errors = process.communicate(timeout=30)
    assert process.returncode in (130, 0)
    assert "Traceback" not in errors or "Exception ignored" in errors  # while a module lock was being let go


def test_no_colour_and_no_control_characters_in_a_pipe(repository):
    (repository / "measures" / "05-tom.yaml").write_text("", encoding="utf-8")
    done = vbe("validate", cwd=repository)
    assert done.returncode == 1
    assert "\x1b" not in done.stdout


def test_a_clean_run_imports_nothing_it_does_not_use():
    script = "import sys; from vbe.cli import run; code = run(['validate']); print(code, *sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", script], cwd=BASE, capture_output=True, encoding="utf-8", check=True)
    code, *modules = done.stderr.split()
    assert code == "0"
    assert [name for name in HEAVY if name in modules] == []


def test_help_and_version_import_no_model():
    """`main` ends the process before it could be asked what it has imported."""
    for words in (["--help"], ["validate", "--help"], ["--version"]):
        script = f"import sys; from vbe.cli import run; code = run({words}); print(code, *sys.modules, file=sys.stderr)"
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True)
        code, *modules = done.stderr.split()
        assert code == "0"
        assert "vbe.cli.options" in modules
        assert not {"pydantic", "ruamel.yaml", *HEAVY} & set(modules)
