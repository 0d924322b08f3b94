"""Samples are samples: they are never counted beside a measure of the plan's own, and one that is added to them is none."""

from __future__ import annotations

import pytest

from vbe.cli import run
from vbe.domain.samples import counted, is_sample
from vbe.store.loader import load
from vbe.store.repository import Disk


@pytest.fixture(scope="module")
def plan(tmp_path_factory):
    root = tmp_path_factory.mktemp("plan") / "ny"
    named = ["--name", "Lindviks kommun", "--code", "9999", "--preset", "handlingsplan", "--year", "2027"]
    assert run(["init", str(root), *named]) == 0
    return root


def test_nothing_but_samples_is_shown_as_it_is(plan):
    corpus = load(Disk(plan))
    assert counted(corpus) is corpus
    assert all(is_sample(corpus.areas[entry.record.id], entry.content) for entry in corpus.all_of(_kind()))


def test_beside_a_real_measure_no_sample_is_counted(plan, tmp_path, capsys):
    words = ["new", "commitment", "--root", str(plan), "--area", "1", "--text", "Kommunen ordnar öppna samtal."]
    assert run([*words, "--responsible", "kommunstyrelsen", "--deadline", "2026-06-30", "--priority", "2"]) == 0
    corpus = load(Disk(plan))
    assert [c.id for c in counted(corpus).commitments.values()] == ["1.2"]
    assert not is_sample(corpus.areas["01"], corpus.commitments["1.2"])
    capsys.readouterr()
    assert run(["status", "--root", str(plan), "--lang", "sv"]) == 0
    assert "av 1 åtgärd " in capsys.readouterr().out
    assert run(["report", "--root", str(plan), "--year", "2027", "-o", str(tmp_path / "r.md")]) == 0
    assert "Varje nämnd tar upp arbetet" not in (tmp_path / "r.md").read_text("utf-8")


def _kind():
    from vbe.model.records.area import COMMITMENT

    return COMMITMENT
