"""A new rule of the kind "X is missing" touches its own files, and the base that has X from then on: no other rule's case."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest
import rule_cases
from rule_cases import BASE, build, case_folders, check

import vbe.rules
from vbe.diagnostics import Finding, Severity
from vbe.model.records.area import COMMITMENT
from vbe.rules import all_rules, rule, rules_by_name
from vbe.store import repository
from vbe.store.loader import load

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from vbe.model.corpus import Corpus

FAMILY = "VBE4"


def untitled_commitment(corpus: Corpus) -> Iterator[Finding]:
    """A commitment has no title.

    Lists are easier to read with one.
    """
    for entry in corpus.all_of(COMMITMENT):
        if entry.content.title is None:
            yield Finding(entry.record.file, "The commitment has no title.", route=(*entry.route, "id"))


@pytest.fixture
def toy(monkeypatch):
    """The rule, registered as any other for as long as a test lasts."""
    all_rules()
    monkeypatch.setattr(vbe.rules, "_registry", dict(vbe.rules._registry))
    rule("VBE499", Severity.WARNING)(untitled_commitment)
    all_rules.cache_clear()
    rules_by_name.cache_clear()
    yield all_rules()["VBE499"]
    all_rules.cache_clear()
    rules_by_name.cache_clear()


@pytest.fixture
def titled_base(tmp_path, monkeypatch) -> Path:
    """The base as whoever adds the rule leaves it: each of its commitments has a title."""
    base = tmp_path / "titled"
    shutil.copytree(BASE, base)
    for path in (base / "measures").glob("*.yaml"):
        titled = re.sub(r"(?m)^    cause: .*$", r"\g<0>\n    title: Kort namn", path.read_text(encoding="utf-8"))
        path.write_text(titled, encoding="utf-8")
    monkeypatch.setattr(rule_cases, "BASE", base)
    return base


@pytest.mark.usefixtures("toy")
def test_the_rule_is_run_and_the_base_lacks_what_it_asks_for():
    assert {(d.code, d.name) for d in check(BASE).open} == {("VBE499", "untitled-commitment")}


@pytest.mark.usefixtures("toy")
def test_the_base_that_has_it_is_clean(titled_base):
    assert check(titled_base).open == ()


@pytest.mark.usefixtures("titled_base")
def test_no_case_of_the_family_is_touched(toy, tmp_path, monkeypatch):
    halves = [folder / half for folder in case_folders() if folder.name.startswith(FAMILY) for half in ("bad", "good")]
    assert len(halves) > 40
    for half in halves:
        root = tmp_path / f"{half.parent.name}-{half.name}"
        build(half, root, monkeypatch)
        assert list(toy.check(load(repository.Disk(root), strict=True))) == [], half
