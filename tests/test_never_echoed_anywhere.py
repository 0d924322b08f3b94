"""Planted in every text, every id and every path at once: no format of any command, and no answer of the language server, has it.

The numbers belong to nobody and are made when the test runs; the address and the telephone are reserved for fiction.
"""

from __future__ import annotations

import random
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.test_never_echoed import BASE, corpus, hyphened, seen
from vbe.cli import run
from vbe.lsp.cursor import form
from vbe.lsp.snapshot import EditorSource, candidates, describe, entry_at, model_of, refresh, title
from vbe.report.render import FORMATS
from vbe.rules.checker import examine
from vbe.store.loader import load
from vbe.store.repository import Disk

RNG = random.Random(2017)
ADDRESS, PHONE = "fornamn.efternamn@lindvik.example", "070-174 06 05"
TEXT = re.compile(r"(?m)^(\s*(?:- )?[a-z_]+: )([A-ZÅÄÖ][^{}\[\]#\"\n]*[a-zåäö.])$")
IDENTITY = re.compile(r"(?m)^\s*(?:- )?id: ([a-z][a-z-]+)$")


def git(root: Path, *arguments: str) -> None:
    who = ["-c", "user.name=vbe", "-c", "user.email=vbe@lindvik.example", "-c", "init.defaultBranch=main"]
    subprocess.run(["git", *who, *arguments], cwd=root, check=True, capture_output=True)


def commit(root: Path) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "Ändra")


def in_every_text(root: Path, number: str) -> int:
    """Plant in each text of each record, and give how many there were."""
    count = 0
    for path in sorted(root.rglob("*.yaml")):
        text, planted = TEXT.subn(rf"\1\2 {hyphened(number)} {ADDRESS} {PHONE}", path.read_text("utf-8"))
        path.write_text(text, encoding="utf-8")
        count += planted
    return count


def in_every_name(root: Path, number: str) -> int:
    """Plant in each id and in the name of each routine and guidance file, wherever they are named; give how many there were."""
    six, four = number[2:8], number[8:].lower()
    files = sorted(root.rglob("*.yaml"))
    texts = {path: path.read_text("utf-8") for path in files}
    stems = {path.stem for path in files if path.parts[-3] in ("routines", "guidance") or path.parts[-2] == "guidance"}
    folders = {path.parent.name for path in files if path.parts[-3] == "routines"} - {"overall"}
    names = {name for text in texts.values() for name in IDENTITY.findall(text)} | stems | folders
    names |= {path.stem for path in files if path.parts[-3] == "followup"} - {"decisions"}
    whole = re.compile(rf"(?<![\w-])({'|'.join(sorted(names, key=len, reverse=True))})(?![\w-])")
    for path, text in texts.items():
        path.unlink()
        target = root / whole.sub(rf"\1-{six}-{four}", path.relative_to(root).as_posix())
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(whole.sub(rf"\1-{six}-{four}", text), encoding="utf-8")
    return len(names)


PLANTS = {"text": in_every_text, "name": in_every_name}


@pytest.fixture(scope="module", params=PLANTS)
def planted(request, tmp_path_factory) -> tuple[Path, str]:
    """The clean tree in a first commit, the planted one in a second, and a little more on disk."""
    root = tmp_path_factory.mktemp("planted") / "tree"
    number = corpus.number(RNG)
    shutil.copytree(BASE, root)
    git(root, "init", "-q")
    commit(root)
    assert PLANTS[request.param](root, number) > 15
    commit(root)
    profile = root / "vbe.yaml"
    profile.write_text(profile.read_text("utf-8") + "# mer\n", encoding="utf-8")
    return root, number


def outputs(root: Path, capfd, *arguments: str) -> str:
    capfd.readouterr()
    run([arguments[0], "--root", str(root), *arguments[1:]])
    out, err = capfd.readouterr()
    return out + err


def shows(text: str, number: str) -> bool:
    unfolded = text.replace("\r\n ", "")  # lines of a calendar
    return any(seen(each, number) or ADDRESS in each or PHONE in each for each in (text, unfolded))


def identities(root: Path) -> list[str]:
    loaded = load(Disk(root))
    assert len(loaded.records) > 7
    return [entry.id for entry in loaded.all_entries]


def test_no_command_prints_a_name_that_is_asked_for_and_not_there(capfd, tmp_path):
    shutil.copytree(BASE, tmp_path / "tree")
    number = corpus.number(RNG)
    for command in ("show", "trace", "history"):
        text = outputs(tmp_path / "tree", capfd, command, f"chef-{hyphened(number)}")
        assert text
        assert not shows(text, number)


@pytest.mark.parametrize("form", FORMATS)
def test_no_report_is_made(form, planted, capfd):
    root, number = planted
    text = outputs(root, capfd, "report", "--year", "2024", "--format", form, "-o", "-")
    assert text.startswith("vbe: ")
    assert not shows(text, number)


def test_the_language_server_answers_without_it(planted):
    root, number = planted
    desk = EditorSource(root)
    known = refresh(desk, None)
    told = [f"{d.message} {d.hint} {d.replacement} {d.location.file}" for d in known.verdict.diagnostics]
    assert known.corpus is not None
    for entry in known.corpus.all_entries:
        told += [title(entry), describe(entry, known.corpus)]
    routine = next(record.file for record in known.corpus.of_kind("routine"))
    model = model_of(routine)
    refers = form(model, ("owner_role",)).refers
    told += [f"{entry.id} {title(entry)}" for entry in candidates(known.corpus, refers)]
    assert not [text for text in told if shows(text, number)]
    assert entry_at(known.corpus, routine) is not None or len(told) > 30


@pytest.mark.parametrize(
    "text", ["![x](https://exempel.se/a.png)", "[läs](https://exempel.se)", "<img src=x>", "https://exempel.se"]
)
def test_the_language_server_makes_no_picture_and_no_link_of_a_title(text, tmp_path):
    shutil.copytree(BASE, tmp_path / "tree")
    path = tmp_path / "tree" / "routines/socialforvaltningen/orosanmalan.yaml"
    path.write_text(path.read_text("utf-8").replace("title: Orosanmälan", f'title: "Oro {text}"'), encoding="utf-8")
    loaded = refresh(EditorSource(tmp_path / "tree"), None).corpus
    assert loaded is not None
    entry = entry_at(loaded, "socialforvaltningen/orosanmalan")
    assert entry is not None
    shown = describe(entry, loaded)
    assert "Oro" in shown
    assert not re.search(r"(?<!\\)\[|<img|https://", shown)


def test_a_number_behind_an_anchor_or_a_tag_is_in_no_snippet(tmp_path, capfd):
    shutil.copytree(BASE, tmp_path / "tree")
    path = tmp_path / "tree" / "routines/socialforvaltningen/orosanmalan.yaml"
    clean = path.read_text("utf-8")
    for sign in ("&p", "!p", "*p", "&", "!"):
        number = corpus.number(RNG)
        path.write_text(clean.replace("title: Orosanmälan", f"title: {sign}{number} Orosanmälan"), encoding="utf-8")
        assert not shows(outputs(tmp_path / "tree", capfd, "validate"), number), sign
        assert "VBE701" in {d.code for d in examine(Disk(tmp_path / "tree")).diagnostics}
