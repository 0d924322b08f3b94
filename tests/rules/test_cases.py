"""Every rule is shown by a case: what it finds, where exactly, and the nearest thing that it leaves alone."""

from __future__ import annotations

import shutil

import pytest
from rule_cases import BASE, CASE, build, case_folders, check, expectations, findings

from vbe.rules import all_rules

CASES = [pytest.param(folder, id=folder.name) for folder in case_folders()]
RULES = [pytest.param(rule, id=f"{rule.code}-{rule.name}") for rule in all_rules().values()]


def test_base_is_clean(tmp_path):
    shutil.copytree(BASE, tmp_path / "base")
    assert [(d.code, d.location, d.message) for d in check(tmp_path / "base").diagnostics] == []


@pytest.mark.parametrize("folder", CASES)
def test_bad_is_found_at_its_place_and_nothing_else_of_its_family(folder, tmp_path, monkeypatch):
    build(folder / "bad", tmp_path, monkeypatch)
    expected = expectations(folder / "bad")
    codes = {code for code, _file, _line in expected}
    assert CASE.fullmatch(folder.name)["code"] in codes
    verdict = check(tmp_path)
    assert findings(verdict, codes) == expected, "\n".join(f"{d.code} {d.location} {d.message}" for d in verdict.open)


@pytest.mark.parametrize("folder", CASES)
def test_near_miss_is_left_alone(folder, tmp_path, monkeypatch):
    build(folder / "good", tmp_path, monkeypatch)
    family = folder.name[:4]
    assert [f"{d.code} {d.location} {d.message}" for d in check(tmp_path).open if d.code.startswith(family)] == []


@pytest.mark.parametrize("rule", RULES)
def test_rule_has_a_page_and_a_case(rule):
    assert len(rule.page.split("\n\n")) >= 2, "a page says what is found and why it is bad"
    folder = BASE.parent / f"{rule.code}-{rule.name}"
    assert folder.is_dir(), f"write tests/rules/{folder.name}/bad and good"
    for half in ("bad", "good"):
        assert any(path.is_file() for path in (folder / half).rglob("*")), f"{folder.name}/{half} is empty"


def test_cases_change_the_base_by_patches():
    """A copy of a file would miss what the base gets for a new rule; VBE109 needs files with another root."""
    whole = [
        path.relative_to(folder.parent).as_posix()
        for folder in case_folders()
        for half in ("bad", "good")
        for path in (folder / half).rglob("*")
        if (BASE / path.relative_to(folder / half)).is_file()
    ]
    assert [path for path in whole if not path.startswith("VBE109-wrong-root/")] == []


def test_case_folders_belong_to_rules():
    known = {f"{rule.code}-{rule.name}" for rule in all_rules().values()}
    assert {folder.name for folder in case_folders()} <= known


def test_what_points_persons_out_is_never_switched_off_and_its_line_never_shown():
    rules = all_rules()
    private = {code for code, found in rules.items() if found.is_private}
    assert private == {code for code in rules if code.startswith("VBE7")}
    assert {code for code, found in rules.items() if found.is_final} == private | {"VBE603", "VBE604", "VBE605", "VBE622"}
    assert {code for code, found in rules.items() if found.hides_line} == private | {"VBE603", "VBE604", "VBE621", "VBE622"}
