"""Samples are samples: they are never counted beside a measure of the plan's own, and one that is added to them is none."""

from __future__ import annotations

import json
import shutil

import pytest

from tests.forms.hands import tables_of
from tests.report.repo import commit, git
from vbe.app.forms.outlet import make_forms
from vbe.app.site.making import SiteOrder, make_site
from vbe.cli import run
from vbe.domain.samples import counted, is_sample
from vbe.model.records.routine import ROUTINE
from vbe.site import Edition
from vbe.store.commit import Commit
from vbe.store.git import Git
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


@pytest.fixture(scope="module")
def mixed(plan, tmp_path_factory):
    """The plan with a measure, an indicator and a demand of its own, under git; and the words of all its samples."""
    root = tmp_path_factory.mktemp("mixed") / "ny"
    shutil.copytree(plan, root)
    samples = words_of(load(Disk(root)))
    words = ["new", "commitment", "--root", str(root), "--area", "1", "--text", "Kommunen ordnar öppna samtal."]
    assert run([*words, "--responsible", "kommunstyrelsen", "--deadline", "2026-06-30", "--priority", "2"]) == 0
    words = ["new", "indicator", "--root", str(root), "--area", "1", "--id", "samtal", "--title", "Samtal som hölls"]
    words += ["--definition", "Antal samtal under året.", "--unit", "number", "--direction", "watch", "--source", "Anteckningar"]
    assert run([*words, "--owner", "kommunstyrelsen", "--every-months", "12"]) == 0
    words = ["new", "obligation", "--root", str(root), "--section", "Främja", "--area", "1", "--demand", "Kommunen samtalar."]
    words += ["--responsible", "kommunstyrelsen", "--kind", "must", "--answered-by", "command", "--answer", "vbe report"]
    assert run(words) == 0
    words = ["new", "routine", "--root", str(root), "--department", "overall", "--title", "Vem som gör vad"]
    assert run([*words, "--owner-role", "sakerhetschef"]) == 0
    git(root, "init", "--quiet", "--initial-branch=main")
    commit(root, "Börja")
    return root, samples


def words_of(corpus):
    """What the samples say: measures, indicators, demands, and the names of routines."""
    texts = [c.text for c in corpus.commitments.values()] + [i.title for i in corpus.indicators.values()]
    texts += [o.demand for o in corpus.obligations.values()]
    return [*texts, *(record.content.title for record in corpus.of(ROUTINE))]


def test_beside_a_real_measure_no_sample_is_counted(mixed):
    corpus = counted(load(Disk(mixed[0])))
    assert list(corpus.commitments) == ["1.2"]
    assert list(corpus.indicators) == ["samtal"]
    assert [demand.demand for demand in corpus.obligations.values()] == ["Kommunen samtalar."]
    assert [record.content.title for record in corpus.of(ROUTINE)] == ["Vem som gör vad"]
    assert counted(corpus) is corpus


def test_a_measure_that_is_added_to_samples_is_none(mixed):
    whole = load(Disk(mixed[0]))
    assert not is_sample(whole.areas["01"], whole.commitments["1.2"])
    assert not counted(whole).areas["01"].example
    assert counted(whole).areas["02"].example


def test_what_something_of_the_plans_own_names_is_the_plans(mixed, tmp_path):
    root = tmp_path / "ny"
    shutil.copytree(mixed[0], root)
    area = root / "measures/01-framja.yaml"
    clock = "    deadline: 2026-06-30\n"
    area.write_text(area.read_text("utf-8").replace(clock, f"{clock}    obligations: [O-01-01]\n"), "utf-8")
    assert "O-01-01" in counted(load(Disk(root))).obligations


OUTPUTS = {
    "status": ["status", "--format", "json"],
    "stale": ["stale", "--all", "--as-of", "2028-12-31", "--format", "md"],
    "plan": ["stale", "--plan", "12", "--format", "md"],
    "report": ["report", "--year", "2027", "--format", "md"],
    "publish": ["publish", "--format", "html"],
}


@pytest.mark.parametrize("output", OUTPUTS)
def test_no_output_speaks_of_a_sample(output, mixed, tmp_path, capsys):
    root, samples = mixed
    where = ["-o", str(tmp_path / "out")] if output in ("report", "publish") else []
    assert run([*OUTPUTS[output], "--root", str(root), "--lang", "sv", *where]) in (0, 1)
    said = (tmp_path / "out").read_text("utf-8") if where else capsys.readouterr().out
    said = " ".join(said.replace("\u00a0", " ").split())
    assert len(said) > 100
    assert [words for words in samples if words in said] == []


def test_the_measure_of_its_own_is_no_example_on_the_list(mixed, capsys):
    assert run(["stale", "--all", "--as-of", "2028-12-31", "--format", "json", "--root", str(mixed[0])]) == 1
    told = {item["id"]: item for item in json.loads(capsys.readouterr().out)["items"]}
    assert told["1.2"]["example"] is False


def test_the_site_speaks_of_no_sample(mixed):
    root, samples = mixed
    made = make_site(Commit(Git.open(root), "HEAD"), SiteOrder(Edition.STAFF))
    told = {name: content.decode("utf-8", "replace") for name, content in made.files.items() if name.endswith(".html")}
    assert [(name, words) for name, text in told.items() for words in samples if words in text] == []
    assert any("öppna samtal" in text for text in told.values())


def test_nobody_is_asked_about_a_sample(mixed, capsys):
    root, samples = mixed
    assert run(["new", "followup", "--root", str(root), "--year", "2028", "--board", "kommunstyrelsen", "--dry-run"]) == 0
    forms = make_forms(Disk(root), 2028, None)
    asked = [capsys.readouterr().out, *(str(tables_of(content)) for content in forms.values())]
    assert [words for text in asked for words in samples if words in text] == []
    board = tables_of(forms["formular-2028-kommunstyrelsen.xlsx"])
    assert all("öppna samtal" in text for text in (asked[0], str(board)))  # Another board hands in that it had nothing.


def _kind():
    from vbe.model.records.area import COMMITMENT

    return COMMITMENT
