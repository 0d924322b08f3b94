"""docs/i-webblasaren.md: what its pictures show of vbe is what vbe says of that change."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.report.repo import commit, git
from vbe.cli import run

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "i-webblasaren.md").read_text("utf-8")
PICTURES = re.findall(r"!\[(.+)\]\((bilder/webblasaren-\d-\w+\.svg)\)", PAGE)
FILE = "measures/04-utbildning.yaml"


def texts(picture: str) -> list[str]:
    return ["".join(each.itertext()) for each in ElementTree.parse(DOCS / picture).iter("{http://www.w3.org/2000/svg}text")]


@pytest.fixture
def plan(tmp_path):
    """The plan of the pictures: measure 4.5 of its fourth area, under git."""
    root = tmp_path / "plan"
    areas = [word for title in ("Ett", "Två", "Tre", "Utbildning") for word in ("--area", title)]
    named = ["--name", "Lindviks kommun", "--code", "9999", "--board", "Socialnämnden=Socialförvaltningen"]
    assert run(["init", str(root), "--preset", "omraden", *named, *areas]) == 0
    measure = ["new", "commitment", "--root", str(root), "--area", "4", "--responsible", "socialforvaltningen"]
    for text in ("A.", "B.", "C.", "D.", "Nya chefer utbildas."):
        assert run([*measure, "--text", text, "--deadline", "2026-12-31"]) == 0
    git(root, "init", "--quiet", "--initial-branch=main")
    commit(root, "Börja")
    return root


def edit(root: Path, old: str, new: str) -> None:
    """Another word in the last measure."""
    before, _old, after = (root / FILE).read_text("utf-8").rpartition(old)
    (root / FILE).write_text(before + new + after, "utf-8")


def test_each_step_has_a_picture_with_its_marks_in_the_text():
    assert len(PICTURES) == 4
    marks = [mark for _said, picture in PICTURES for mark in texts(picture) if re.fullmatch(r"\d", mark)]
    assert marks == re.findall(r"\*\*\((\d)\)\*\*", PAGE) == list("1234567")
    assert all(len(said) > 20 for said, _picture in PICTURES)


def test_the_sentence_on_the_change_is_the_programs(plan, capsys):
    edit(plan, "2026-12-31", "2027-06-30")
    capsys.readouterr()
    assert run(["diff", "--root", str(plan), "--format", "md", "--lang", "sv"]) == 0
    said = capsys.readouterr().out
    shown = [text for text in texts(PICTURES[2][1]) if "4.5" in text or "2027-06-30" in text]
    assert len(shown) == 2
    assert all(text in said for text in shown)


def test_the_finding_at_the_line_is_the_programs(plan, capsys):
    edit(plan, "socialforvaltningen", "socialforvaltning")
    capsys.readouterr()
    assert run(["validate", "--root", str(plan), "--format", "github", "--lang", "sv"]) == 1
    said = capsys.readouterr().out
    shown = [text for text in texts(PICTURES[3][1]) if "”" in text or text.startswith("VBE")]
    assert len(shown) == 3
    assert all(text in said for text in shown)
