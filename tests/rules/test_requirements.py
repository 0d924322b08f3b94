"""What another city's plan has is asked of nobody: a rule that the profile switches on is silent where the profile does not."""

from __future__ import annotations

import shutil
from typing import get_args

import pytest
from rule_cases import BASE, build, check

from vbe.cli import run
from vbe.model.document_type import Requirement
from vbe.rules import all_rules
from vbe.rules.pages import markdown_page

ASKING = [pytest.param(rule, id=rule.code) for rule in all_rules().values() if rule.requirements and rule.code != "VBE309"]


@pytest.mark.parametrize("rule", ASKING)
def test_a_plan_that_has_not_decided_it_is_not_asked(rule, tmp_path, monkeypatch):
    """The case where the rule finds something, with the decision taken out of the profile."""
    build(BASE.parent / f"{rule.code}-{rule.name}" / "bad", tmp_path, monkeypatch)
    before = {d.message for d in check(tmp_path).open if d.code == rule.code}
    profile = tmp_path / "vbe.yaml"
    kept = [line for line in profile.read_text("utf-8").splitlines() if line.partition(":")[0].strip() not in rule.requirements]
    profile.write_text("\n".join(kept) + "\n", encoding="utf-8")
    after = {d.message for d in check(tmp_path).open if d.code == rule.code}
    assert before
    assert after < before
    assert not after or rule.code == "VBE421"


def test_the_paragraph_of_a_version_is_asked_only_where_it_is_decided(tmp_path):
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    file, profile = tmp_path / "strategy/strategy.yaml", tmp_path / "vbe.yaml"
    file.write_text(file.read_text("utf-8").replace("    paragraph: 61\n", ""), encoding="utf-8")
    assert [d.code for d in check(tmp_path).open] == ["VBE309"]
    kept = [line for line in profile.read_text("utf-8").splitlines() if not line.startswith("      decision:")]
    profile.write_text("\n".join(kept) + "\n", encoding="utf-8")
    assert check(tmp_path).open == ()


def test_everything_that_can_be_required_is_asked_by_a_rule():
    assert {word for rule in all_rules().values() for word in rule.requirements} == set(get_args(Requirement))


@pytest.mark.parametrize("rule", all_rules().values(), ids=lambda rule: rule.code)
def test_no_page_tells_of_another_citys_cover(rule):
    """Solna's own text is named as a model, never as what binds the reader's plan."""
    page = markdown_page(rule)
    body, _line, _rest = page.partition("\n\n*")
    assert "omslag" not in body
    assert "the strategy's" not in rule.page
    assert "Källa: Solnas" not in page


def test_a_page_says_where_the_rule_is_switched_on(capsys):
    assert run(["explain", "VBE403", "--lang", "sv"]) == 0
    assert "document_types.….requires.priority" in " ".join(capsys.readouterr().out.split())
