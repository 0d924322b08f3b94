"""A format is one module and one entry: every list of formats comes from the table, and none can show what it should not."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import fields, is_dataclass
from pathlib import Path
from types import ModuleType

import pytest

from tests.cli.conftest import repository, vbe  # noqa: F401 - fixtures
from vbe.cli.completion import _command
from vbe.language import activate
from vbe.output import media
from vbe.output.boundary import cleaned
from vbe.output.registry import VIEWS, Format, View, names, writer
from vbe.store.loader import load
from vbe.store.repository import Disk

ROOT = Path(__file__).parents[2]
OUTPUT = ROOT / "vbe" / "output"
README = (ROOT / "README.md").read_text(encoding="utf-8")
MAIL = "letter"
"""A view that is written to a folder, in all its formats, and only while nothing private is found; tests/cli/test_mails.py."""
COMMANDS = [name for name in VIEWS if name not in ("plan", "digest", MAIL)]
ASKED = {"trace": ["2.1"], "show": ["orosanmalan"], "history": ["orosanmalan"], "diff": ["HEAD~1", "HEAD"], "verify": ["r.json"]}
DAY = {"stale": ["--as-of", "2026-03-01"], "show": ["--as-of", "2026-03-01"], "status": ["--as-of", "2026-03-01"]}


def test_the_list_and_the_plan_of_what_is_stale_have_the_same_formats():
    """The help of `vbe stale` shows one list for both."""
    assert names("plan") == names("stale")


@pytest.mark.parametrize("name", COMMANDS)
def test_help_names_the_formats_of_the_table(name, vbe):  # noqa: F811
    _code, out, _err = vbe(name, "--help")
    assert "|".join(names(name)) in "".join(out.split())


@pytest.mark.parametrize("name", COMMANDS)
def test_completion_suggests_the_formats_of_the_table(name):
    [form] = [param for param in _command([name]).commands[name].params if "--format" in param.opts]
    assert sorted(form._custom_shell_complete(None, form, "")) == sorted(names(name))


@pytest.mark.parametrize("name", COMMANDS)
def test_the_readme_lists_the_formats_of_the_table(name):
    [listed] = re.findall(rf"^\| `{name}` \| ((?:[a-z-]+(?:, )?)+) \|", README, re.MULTILINE)
    assert tuple(listed.split(", ")) == names(name)


def test_the_readme_lists_the_formats_of_a_plan():
    [listed] = re.findall(r"^\| `stale --plan` \| ((?:[a-z-]+(?:, )?)+) \|", README, re.MULTILINE)
    assert tuple(listed.split(", ")) == names("plan")


def words(view: str) -> list[str]:
    """What asks for a view."""
    stale = {"plan": ["stale", "--plan", "36"], "digest": ["stale"]}
    return stale.get(view, [view, *ASKED.get(view, [])])


@pytest.mark.parametrize("name", [name for name in VIEWS if name not in ("digest", MAIL)])
def test_a_slip_of_the_pen_is_told_what_there_is(name, vbe):  # noqa: F811
    code, out, err = vbe(*words(name), "--format", "jsom")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert all(form in err for form in names(name))


@pytest.mark.parametrize("name", VIEWS)
def test_the_two_words_for_a_terminal_are_one(name):
    assert writer(name, "table")._format == writer(name, "text")._format == VIEWS[name].formats[names(name)[0]]


def test_every_module_that_formats_is_in_the_table():
    written = {view.write for view in VIEWS.values()}
    there = {
        path.relative_to(OUTPUT).with_suffix("").as_posix().replace("/", ".")
        for path in OUTPUT.rglob("*.py")
        if any(re.search(rf"^def {name}\(|as {name}$", path.read_text(encoding="utf-8"), re.MULTILINE) for name in written)
    }
    assert there == {form.module for view in VIEWS.values() for form in view.formats.values()}


def everything(value: object) -> list[str]:
    """Every text that a format could come by, as it is."""
    if isinstance(value, str):
        return [str(value)]
    if isinstance(value, tuple | list):
        return [text for member in value for text in everything(member)]
    if isinstance(value, dict):
        return [text for pair in value.items() for text in everything(pair)]
    if is_dataclass(value):
        return [text for field in fields(value) for text in everything(getattr(value, field.name))]
    return [str(value)]


NUMBER = "19811218" + "-" + "9876"
EVIL = f"Om <script> {NUMBER} @alla"
HARMLESS = {"TERMINAL": [], "MARKDOWN": ["<script>", "@alla"], "WEB": ["<script>"], "CELLS": [], "JSON": []}
"""Medium → what no text in it may hold; the number is masked in all."""


def sent_by_a_stranger(root: Path) -> None:
    """A report of what is committed now, which says of itself what it likes."""
    head = subprocess.run(["git", "rev-parse", "HEAD"], cwd=root, capture_output=True, check=True, text=True).stdout.strip()
    origin = {"tool": EVIL, "commit": head, "year": 2025, "as_of": "2025-12-31", "cut": "", "dirty": False}
    (root / "r.json").write_text(json.dumps({"provenance": origin, "sections": [{"title": EVIL}]}), encoding="utf-8")


@pytest.mark.parametrize("medium", HARMLESS)
@pytest.mark.parametrize(
    "name",
    [name for name, view in VIEWS.items() if name != MAIL and not any("STAMPED" in f.medium for f in view.formats.values())],
)
def test_a_format_that_forgets_everything_shows_nothing(name, medium, vbe, repository, monkeypatch):  # noqa: F811
    """One that writes all it gets as it is: what is private is masked, and nothing is a command to whoever reads it."""
    naive = ModuleType("vbe.output.naive")
    setattr(naive, VIEWS[name].write, lambda *results: " ".join(text for text in everything(results) if text) + "\n")
    monkeypatch.setitem(sys.modules, "vbe.output.naive", naive)
    sent_by_a_stranger(repository.root)
    repository.edit("routines/socialforvaltningen/orosanmalan.yaml", ("title: Orosanmälan", f'title: "{EVIL}"'))
    repository.edit("strategy/organisation.yaml", ("name: Socialchefen", f'name: "Chef {EVIL}"'))
    repository.edit("strategy/organisation.yaml", ("name: Socialnämnden", f'name: "Nämnd {EVIL}"'))
    repository.edit("measures/02-stod.yaml", ("title: ", f'title: "{EVIL}" # '), ("text: ", f'text: "{EVIL}" # '))
    repository.commit("hostile")
    monkeypatch.setitem(VIEWS, name, View(VIEWS[name].write, {"table" if name == "digest" else "naive": Format("naive", medium)}))
    asked = words(name)
    _code, out, err = vbe(*asked, *DAY.get(asked[0], []), "--format", "table" if name == "digest" else "naive")
    assert "•••" in out or "(not shown)" in out, (out, err)
    assert NUMBER not in out
    assert [sign for sign in HARMLESS[medium] if sign in out] == []


def test_no_format_gets_a_record(vbe, repository):  # noqa: F811
    corpus = load(Disk(repository.root))
    for thing in (corpus, corpus.records[0], corpus.records[0].content):
        with pytest.raises(TypeError, match="no plain data"):
            cleaned((thing,), media.TERMINAL)


def test_what_needs_no_change_is_the_same_thing():
    value = ({"a": ("b", 1)}, ["c"], None)
    assert cleaned(value, media.TERMINAL) == value
    assert cleaned(("b", 1), media.TERMINAL) is not None
    one = ("b", 1)
    assert cleaned(one, media.TERMINAL) is one
    activate("sv")


@pytest.mark.parametrize("medium", [name for name, made in vars(media).items() if isinstance(made, media.Medium)])
def test_what_is_not_seen_is_seen_or_escaped(medium):
    made = getattr(media, medium)
    text = made.finish("".join(cleaned(("a\x1b[31m\u202eb", "\n::error::x\n##[debug]"), made)))
    assert made.is_stamped or not set("\x1b\u202e") & set(text)
    assert made.finish is not media.inert or not re.search(r"^\s*::|##\[", text, re.MULTILINE)
