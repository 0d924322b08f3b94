"""Every command that writes records says what comes next, and commits what it wrote, and only that, where it is asked to.

The tables name every command there is: a new one is in none of them, and the first test is red until somebody has said which.
"""

from __future__ import annotations

import os
import pkgutil
import shutil
import subprocess
from importlib import import_module
from pathlib import Path

import pytest
import typer

import vbe.cli
from tests.cli.conftest import ENVIRONMENT
from tests.forms.hands import answer, saved, tables_of
from tests.importing.plans import PLANS
from vbe.app.forms.outlet import make_forms
from vbe.cli.options import application
from vbe.commands import COMMANDS
from vbe.scaffold.kinds import BEGINNINGS
from vbe.store.repository import Disk

AREA = "measures/01-samordning.yaml"
WRITING = {
    "new": ["role", "--name", "Säkerhetssamordnaren", "--manager"],
    "review": ["socialforvaltningen/orosanmalan", "--outcome", "no-change", "--on", "2025-03-09"],
    "rename": ["polisen", "polismyndigheten"],
    "fmt": [],
    "validate": ["--fix"],
    "intake": ["../svar.xlsx"],
    "upgrade": [],
    "codeowners": ["--output", "CODEOWNERS"],
    "import": ["../plan.docx", "--into", "../importerad"],
    "init": ["../ny", "--preset", "enkel"],
}
"""Command → the words with which it writes something in the prepared repository."""
READING = {"stale", "history", "verify", "diff", "status", "trace", "show", "explain", "rules", "schema", "lsp"}
MAKING = {"report", "site", "publish", "form"}
"""What these make is made again from the records, and is not part of them."""
WHOSE = ["--name", "Exempelkommun", "--code", "0000"]
BEGUN = {"init": "../ny", "import": "../importerad"}
"""What begins a repository, and where."""
WRITERS = ("scaffold.plan import", "scaffold.within import", "write_atomically", "write_mended", "create_tree")


def prepare(command: str, repository) -> None:
    """What the command needs in order to write something; committed, where it is a part of the repository."""
    root = repository.root
    if command == "fmt":
        repository.edit(AREA, ("title:", "title:   "))
    elif command == "validate":
        (root / AREA).write_bytes(b"\xef\xbb\xbf" + (root / AREA).read_bytes())
    elif command == "intake":
        tables = tables_of(next(iter(make_forms(Disk(root), 2024, "socialnamnden").values())))
        answer(tables, "Åtgärder", "2.1", "Resultat", "Nämnden har utbildat tolv chefer.")
        (root.parent / "svar.xlsx").write_bytes(saved(tables))
    elif command == "upgrade":
        shutil.rmtree(root / "measures")
        shutil.copytree(Path(__file__).parents[1] / "upgrade/format-1", root, dirs_exist_ok=True)
    elif command == "import":
        (root.parent / "plan.docx").write_bytes(PLANS["aims_and_measures"]()[0].content)
    if ask(root, "status", "--short"):
        repository.commit("prepared")


def ask(folder: Path, *words: str) -> str:
    return subprocess.run(["git", *words], cwd=folder, env=os.environ | ENVIRONMENT, capture_output=True, text=True).stdout


@pytest.fixture
def prepared(repository, monkeypatch):
    """The repository, with a committer."""
    config = repository.root.parent / "gitconfig"
    config.write_text("[user]\n\tname = En roll\n\temail = roll@lindvik.example\n", "utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(config))
    return repository


def set_a_trap(root: Path) -> None:
    """A hook, and a filter that git would run over each record that it adds or looks at."""
    hook = root / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\ntouch {root.parent}/ran\n", "utf-8")
    hook.chmod(0o755)
    ask(root, "config", "filter.x.clean", f"touch {root.parent}/ran; cat")
    (root / ".git/info").mkdir(exist_ok=True)
    (root / ".git/info/attributes").write_text("*.yaml filter=x\n", "utf-8")


def test_each_command_is_in_one_of_the_tables():
    assert set(WRITING) | READING | MAKING == set(COMMANDS)
    assert len(WRITING) + len(READING) + len(MAKING) == len(COMMANDS)


def test_those_that_write_records_and_no_others_offer_to_commit():
    assert {name for name in COMMANDS if "--commit" in options_of(name)} == set(WRITING)


def options_of(name: str) -> set[str]:
    """The options of a command; of one with commands below it, those that all of them have."""
    app = application()
    app.add(name)
    command = typer.main.get_command(app).commands[name]
    below = getattr(command, "commands", None) or {name: command}
    if name == "new":
        assert set(below) == set(BEGINNINGS)
    return set.intersection(*({word for each in one.params for word in each.opts} for one in below.values()))


def test_whatever_writes_records_goes_through_the_one_home_of_what_comes_next():
    for module in pkgutil.walk_packages(vbe.cli.__path__, "vbe.cli."):
        text = Path(import_module(module.name).__file__).read_text("utf-8")
        if any(writer in text for writer in WRITERS) and module.name != "vbe.cli.telling":
            assert "tell_next" in text or "tell_begun" in text, module.name


@pytest.mark.parametrize("command", WRITING)
def test_what_comes_next_is_said(command, prepared, vbe):
    prepare(command, prepared)
    before = ask(prepared.root, "rev-parse", "HEAD")
    code, _out, err = vbe(command, *WRITING[command], *(WHOSE if command in BEGUN else ()), "--lang", "sv")
    assert code in (0, 1), err
    assert err.count("Nästa steg: ") == 1
    assert "git" in err.rpartition("Nästa steg: ")[2]
    assert ask(prepared.root, "rev-parse", "HEAD") == before


@pytest.mark.parametrize("command", WRITING)
def test_on_request_it_is_one_commit_of_what_was_written(command, prepared, vbe):
    prepare(command, prepared)
    root = prepared.root
    set_a_trap(root)
    (root / "README.md").write_text("eget\n", "utf-8")
    code, _out, err = vbe(command, *WRITING[command], *(WHOSE if command in BEGUN else ()), "--commit", "--lang", "sv")
    assert code in (0, 1), err
    assert "Nästa steg: " in err
    assert not (root.parent / "ran").exists()
    folder = (root / BEGUN.get(command, ".")).resolve()
    ask(folder, "config", "--remove-section", "filter.x")
    assert ask(folder, "log", "--format=%an").split("\n")[0] == "En roll"
    assert ask(folder, "rev-list", "--count", "HEAD").strip() == (
        "1" if command in BEGUN else "2" if begins_clean(command) else "3"
    )
    assert ask(folder, "status", "--short").split() == ([] if command in BEGUN else ["??", "README.md"])
    subject = ask(folder, "log", "-1", "--format=%s").strip()
    assert 10 < len(subject) <= 72
    assert "Posterna ändrades" not in subject


def begins_clean(command: str) -> bool:
    return command in ("new", "review", "rename", "intake", "codeowners")


@pytest.mark.parametrize("command", WRITING)
def test_nothing_is_written_where_no_commit_could_be_made(command, prepared, vbe, monkeypatch):
    """Something else is staged; or, of a beginning, nobody has said who commits."""
    prepare(command, prepared)
    root = prepared.root
    if command in BEGUN:
        monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    else:
        (root / "README.md").write_text("eget\n", "utf-8")
        ask(root, "add", "README.md")
    before = ask(root, "status", "--short")
    code, _out, err = vbe(command, *WRITING[command], *(WHOSE if command in BEGUN else ()), "--commit")
    assert (code, len(err.strip().splitlines())) == (2, 1)
    assert ask(root, "status", "--short") == before
    assert not (root / BEGUN.get(command, "none")).exists()
