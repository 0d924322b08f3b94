"""`vbe new board`, `partner`, `goal`, `obligation` …: a plan is written in without a hand in its files; and `--commit`."""

from __future__ import annotations

import subprocess

import pytest

from vbe.cli import run
from vbe.rules.checker import check
from vbe.store.editing.layout import lay_out_all
from vbe.store.loader import load
from vbe.store.repository import Disk

WORDS = {
    "board": ["--name", "Socialnämnden"],
    "department": ["--name", "Socialförvaltningen", "--boards", "kommunstyrelsen"],
    "role": ["--name", "Säkerhetssamordnaren", "--manager"],
    "partner": ["--name", "Räddningstjänsten", "--kind", "authority", "--duty", "Släcker bränder."],
    "goal": ["--text", "Färre ska utsättas för brott."],
    "agreement": ["--partner", "polisen", "--title", "Samverkan", "--purposes", "Minska brott", "--areas", "Stationen"],
    "obligation": ["--section", "Inledning", "--demand", "Planen följs upp.", "--responsible", "kommunstyrelsen"],
}
WORDS["obligation"] += ["--kind", "must", "--answered-by", "command", "--answer", "vbe report"]
WORDS["agreement"] += ["--goals", "Fyra möten om året", "--follow-up", "Varje år.", "--signed-by", "kommunstyrelsen"]


@pytest.fixture
def root(tmp_path):
    folder = tmp_path / "plan"
    named = ["--name", "Lindviks kommun", "--code", "9999", "--preset", "numrerad", "--examples", "none"]
    assert run(["init", str(folder), *named]) == 0
    return folder


def git(folder, *words: str) -> str:
    return subprocess.run(["git", *words], cwd=folder, capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("kind", WORDS)
def test_each_is_right_and_laid_out(kind, root, capsys):
    assert run(["new", kind, *WORDS[kind], "--root", str(root), "--lang", "sv"]) == 0
    assert "Nästa steg: " in capsys.readouterr().err
    assert [(d.code, d.message) for d in check(load(Disk(root))).open] == []
    assert [layout.file for layout in lay_out_all(Disk(root), []) if layout.changed or layout.refusal] == []
    before = {path: path.read_bytes() for path in root.rglob("*.yaml")}
    assert run(["new", kind, *WORDS[kind], "--root", str(root), "--dry-run"]) == (
        2 if kind in ("board", "department", "role", "partner") else 0
    )
    assert before == {path: path.read_bytes() for path in root.rglob("*.yaml")}


def test_a_measure_says_no_more_than_the_plan(root):
    measure = ["new", "commitment", "--area", "1", "--text", "Kommunen och polisen går vandringar.", "--root", str(root)]
    assert run([*measure, "--responsible", "not_stated", "--with", "polisen"]) == 0
    text = (root / "measures/01-atgarder.yaml").read_text("utf-8")
    assert "responsible: not_stated\n    with: [polisen]\n    when: not_stated\n" in text
    assert "priority" not in text
    assert check(load(Disk(root))).open == ()


def test_what_the_plan_does_not_have_is_not_asked_and_not_taken(root, capsys):
    words = ["new", "commitment", "--area", "1", "--text", "Kommunen gör något.", "--responsible", "kommunstyrelsen"]
    assert run([*words, "--priority", "1", "--root", str(root), "--lang", "sv"]) == 2
    assert "coverage" in capsys.readouterr().err


class TestCommit:
    """One commit, of what was written and nothing else, with what changed as its message."""

    @pytest.fixture
    def kept(self, root):
        git(root, "init", "-q", "-b", "main")
        git(root, "config", "user.name", "En roll")
        git(root, "config", "user.email", "roll@lindvik.example")
        git(root, "add", "-A")
        git(root, "commit", "-q", "-m", "Börja")
        return root

    def test_the_message_is_the_change(self, kept):
        (kept / "README.md").write_text("eget\n", encoding="utf-8")
        assert run(["new", "board", *WORDS["board"], "--root", str(kept), "--commit", "--lang", "sv"]) == 0
        assert git(kept, "log", "-1", "--format=%an: %s").strip() == "En roll: Nämnden ”Socialnämnden” har lagts till"
        assert git(kept, "show", "--name-only", "--format=").split() == ["strategy/organisation.yaml"]
        assert git(kept, "status", "--short").strip() == "M README.md"

    def test_what_is_staged_is_nobodys_but_its_own(self, kept, capsys):
        (kept / "README.md").write_text("eget\n", encoding="utf-8")
        git(kept, "add", "README.md")
        assert run(["new", "goal", *WORDS["goal"], "--root", str(kept), "--commit"]) == 2
        assert len(capsys.readouterr().err.splitlines()) == 1
        assert "goals" not in (kept / "strategy/strategy.yaml").read_text("utf-8")

    def test_nothing_of_the_repository_is_run(self, kept, tmp_path):
        """Neither a hook nor a filter that the repository configures."""
        mark = tmp_path / "ran"
        hook = kept / ".git/hooks/pre-commit"
        hook.write_text(f"#!/bin/sh\ntouch {mark}\n", encoding="utf-8")
        hook.chmod(0o755)
        git(kept, "config", "filter.x.clean", f"touch {mark}; cat")
        (kept / ".git/info").mkdir(exist_ok=True)
        (kept / ".git/info/attributes").write_text("*.yaml filter=x\n", encoding="utf-8")
        assert run(["new", "goal", *WORDS["goal"], "--root", str(kept), "--commit"]) == 0
        assert not mark.exists()
        assert git(kept, "log", "--format=%s").count("\n") == 2

    def test_a_rename_is_one_commit(self, kept):
        assert run(["rename", "polisen", "polismyndigheten", "--root", str(kept), "--commit"]) == 0
        assert git(kept, "status", "--short") == ""
        assert git(kept, "log", "--format=%s").count("\n") == 2
