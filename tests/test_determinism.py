"""The same files and the same command give the same bytes: in any time zone, locale, folder, with any hash seed and umask.

`make determinism` runs the whole suite in other surroundings as well.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.git.stories import ENVIRONMENT, ROUTINE
from tests.hostile.situations import place

COMMANDS = [
    *(f"validate --no-cache --format {form}" for form in ("text", "json", "sarif", "github", "gitlab", "junit")),
    *(f"stale --as-of 2025-06-09 --format {form}" for form in ("table", "json", "csv", "md", "ics")),
    *(f"stale --as-of 2025-06-09 --plan 24 --format {form}" for form in ("table", "ics")),
    *(f"diff HEAD~1 --format {form}" for form in ("text", "md", "json")),
    *(f"report --year 2024 --format {form} -o -" for form in ("html", "md", "json", "xlsx", "docx")),
    "history socialforvaltningen/orosanmalan",
    "show socialforvaltningen/orosanmalan --as-of 2025-06-09",
    "trace 1.1",
    "status --as-of 2025-06-09",
    "rules",
    "explain VBE201",
    "schema routine",
    "codeowners",
    "fmt --diff",
    "validate --help",
    "validate --no-cache --at HEAD",
]
WITHOUT_ROOT = ("rules", "explain", "schema", "--help")
RUN_ALL = """
import hashlib, io, json, os, sys
from vbe.cli import run
os.umask(int(sys.argv[1], 8))
told, stdout, encoding = {}, sys.stdout, sys.stdout.encoding
for words in json.load(sys.stdin):
    held = io.BytesIO()
    sys.stdout = io.TextIOWrapper(held, encoding=encoding, write_through=True)
    code = run([word.replace("ROOT", sys.argv[2]) for word in words])
    output = held.getvalue()
    told[" ".join(words)] = [code, len(output), hashlib.sha256(output).hexdigest()]
    sys.stdout = stdout
print(json.dumps(told))
"""
SURROUNDINGS = {
    "here": ("022", {"PYTHONHASHSEED": "0", "TZ": "UTC"}),
    "far east": (
        "077",
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONIOENCODING": "utf-8"},
    ),
    "far west": (
        "000",
        {"PYTHONHASHSEED": "4242", "TZ": "Pacific/Pago_Pago", "LC_ALL": "C.UTF-8", "LANG": "de_DE", "COLUMNS": "200"},
    ),
    "without colours": (
        "027",
        {"TERM": "dumb", "NO_COLOR": "1", "FORCE_COLOR": "", "PYTHONOPTIMIZE": "1", "HOME": "/nonexistent"},
    ),
}


WORDS = [line.split() + ([] if any(word in line for word in WITHOUT_ROOT) else ["--root", "ROOT"]) for line in COMMANDS]


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """Surroundings → what each command says there."""
    folder = place(tmp_path_factory.mktemp("determinism")).folder
    routine = folder / ROUTINE
    routine.write_text(routine.read_text(encoding="utf-8").replace('"2.2"', '"2.9"'), encoding="utf-8")

    def run(name):
        umask, more = SURROUNDINGS[name]
        elsewhere = tmp_path_factory.mktemp("elsewhere") if name != "here" else folder
        root = folder if name != "far west" else Path(os.path.relpath(folder, elsewhere))
        environment = {k: v for k, v in ENVIRONMENT.items() if k not in {"LC_ALL", "LANG", "COLUMNS"}} | more
        done = subprocess.run(
            [sys.executable, "-c", RUN_ALL, umask, str(root)],
            cwd=elsewhere, env=environment, input=json.dumps(WORDS).encode(), capture_output=True, check=False, timeout=300,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr.decode()
        return json.loads(done.stdout)

    return run


@pytest.fixture(scope="module")
def here(told):
    return told("here")


def test_every_command_does_something(here):
    assert len(here) == len(COMMANDS)
    assert {code for code, _size, _digest in here.values()} <= {0, 1}, here
    assert all(size > 20 for _code, size, _digest in here.values()), here


@pytest.mark.parametrize("name", [name for name in SURROUNDINGS if name != "here"])
def test_the_same_bytes_in_other_surroundings(name, told, here):
    there = told(name)
    different = {line for line in here if there[line] != here[line]}
    assert not different
