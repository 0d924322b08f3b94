"""What a run of `vbe validate` does before it has found anything: counted, never timed."""

import json
import os
import shutil
import subprocess
import sys
from itertools import permutations
from pathlib import Path

import pytest
import typer

from vbe.cli import validate
from vbe.cli.argv import plain_validate
from vbe.cli.checking import Asked
from vbe.cli.options import application

ROOT = Path(__file__).parents[2]
BASE = ROOT / "tests" / "rules" / "base"
WORDS = (
    *("--strict", "--all", "--show-waived", "--cache", "--no-cache", "--format", "json", "--lang", "sv", "measures", "a b"),
    *("--fix", "--staged", "--commit", "-h", "--", "", "-", "--format=json", "--root", "--at", "HEAD", "-x", "--limits-from"),
)


@pytest.fixture(scope="module")
def command():
    app = application()
    app.add("validate")
    return typer.main.get_command(app)


def parsed(command, words, monkeypatch):
    """How the parser calls the check."""
    calls = []
    monkeypatch.setattr(validate, "check", lambda asked: calls.append(asked) or 0)
    with command.make_context("vbe", list(words)) as context:
        command.invoke(context)
    return calls


def test_what_is_read_without_the_parser_is_what_the_parser_reads(command, monkeypatch):
    read = 0
    for count, vocabulary in enumerate(((), WORDS, WORDS[:11], WORDS[5:10])):
        for words in permutations(vocabulary, count):
            plain = plain_validate(["validate", *words])
            if plain is None:
                continue
            read += 1
            files, shown = plain
            assert parsed(command, ["validate", *words], monkeypatch) == [Asked([Path(file) for file in files], **shown)], words
    assert read > 100


@pytest.mark.parametrize(
    "words",
    [
        *([], ["--lang", "sv", "validate"], ["stale"], ["validate", "--fix"], ["validate", "--help"], ["validate", "--strickt"]),
        *(["validate", "--format"], ["validate", "--format", "--all"], ["validate", "--", "a"], ["validate", ""]),
    ],
)
def test_everything_else_is_left_to_the_parser(words):
    assert plain_validate(words) is None


COUNTING = """
import collections, json, os, sys
opened, root = collections.Counter(), os.getcwd()
def count(event, what):
    if event in ("open", "os.scandir", "os.listdir") and isinstance(what[0], (str, os.PathLike)):
        place = os.path.abspath(what[0])
        if place == root or place.startswith(root + os.sep):
            opened[os.path.relpath(place, root)] += 1
from vbe.cli import run
sys.addaudithook(count)
code = run(sys.argv[1:])
print(json.dumps([code, opened]), file=sys.stderr)
"""


@pytest.mark.parametrize("words", [["validate", "--no-cache"], ["validate", "--format", "json", "measures"]])
def test_each_file_is_opened_once_and_each_folder_listed_once(words, tmp_path):
    for name in ("strategy", "measures", "routines", "guidance", "followup", "templates"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "vbe.yaml", tmp_path)
    (tmp_path / "templates" / "report" / "own.css").write_text("p { margin: 0 }\n", encoding="utf-8")
    (tmp_path / "README.md").write_text("Läs mig.\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", COUNTING, *words], cwd=tmp_path, capture_output=True, encoding="utf-8", check=True
    )
    code, opened = json.loads(done.stderr.splitlines()[-1])
    assert code == 0
    there = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")} | {"."}
    assert opened.keys() == there
    assert {place: count for place, count in opened.items() if count != 1} == {}


UNUSED = (
    *("typer", "gettext", "importlib.metadata", "email", "tempfile", "subprocess", "zipfile", "html", "json"),
    *("vbe.cli.options", "vbe.cli.next_step", "vbe.store.git", "vbe.store.past", "vbe.model.forgiving", "vbe.privacy.markup"),
)
"""What only another form of the run needs: options, a commit, an own letterhead, another format."""


def modules_after(words, **environment):
    """The exit code of a run of `vbe` in the rule base, and the modules that it has imported."""
    script = f"import sys; from vbe.cli import run; code = run({words}); print(code, *sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=BASE,
        capture_output=True,
        encoding="utf-8",
        check=True,
        env={**os.environ, **environment},
    )
    code, *modules = done.stderr.splitlines()[-1].split()
    return int(code), set(modules)


def test_a_clean_validate_needs_no_parser():
    code, modules = modules_after(["validate", "--no-cache"])
    assert code == 0
    assert "vbe.rules.checker" in modules
    assert [name for name in UNUSED if name in modules] == []


def test_no_plugin_of_pydantic_runs_in_ours(tmp_path):
    """Whatever else is installed may bring one: its code would run in each model, with what stands in the records."""
    told = tmp_path / "told"
    (tmp_path / "foreign.py").write_text(f"open({str(told)!r}, 'w').close()\nplugin = None\n", encoding="utf-8")
    known = tmp_path / "foreign-1.dist-info"
    known.mkdir()
    (known / "METADATA").write_text("Metadata-Version: 2.1\nName: foreign\nVersion: 1\n", encoding="utf-8")
    (known / "entry_points.txt").write_text("[pydantic]\nforeign = foreign:plugin\n", encoding="utf-8")
    environment = {"PYTHONPATH": str(tmp_path), "PYDANTIC_DISABLE_PLUGINS": ""}
    program = "import pydantic; pydantic.TypeAdapter(int)"
    subprocess.run([sys.executable, "-c", program], capture_output=True, check=False, env={**os.environ, **environment})
    assert told.exists(), "this is how a plugin is found"
    told.unlink()
    for words in (["validate"], ["stale", "--strict"], ["schema"]):
        modules_after(words, **environment)
        assert not told.exists(), words
