"""Every writing command stopped at every step and at many random moments: each file is as it was or as it should be."""

import contextlib
import os
import random
import re
import shutil
import time
from pathlib import Path

import pytest

from tests.crash.faults import BROKEN, COUNT, FULL, Layer, interrupted, killed, spoilt, tree
from vbe.cli import run

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="the copy of this process is a fork"),
    pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning"),
]
BASE = Path(__file__).parent.parent / "rules" / "base"
ROUTINE = "routines/socialforvaltningen/orosanmalan.yaml"
ID = "socialforvaltningen/orosanmalan"
LITTER = re.compile(r"(.*/)?\.[^/]+\.vbe-[^/]+\.tmp(/.*)?\Z")
SOME = 6
MOMENTS = 12
COMMANDS = {
    "review": ["review", ID, "--outcome", "no-change", "--by", "socialchef", "--on", "2025-06-09"],
    "fmt": ["fmt", "routines"],
    "new": ["new", "routine", "--department", "socialforvaltningen", "--title", "Ny rutin", "--owner-role", "socialchef",
            "--commitments", "2.2"],
    "init": ["init", "town", "--name", "Provköpings kommun", "--code", "9999", "--preset", "riktlinje", "--year", "2025"],
    "report": ["report", "--year", "2024", "-o", "build/report.json"],
    "report over another": ["report", "--year", "2024", "-o", "report.md", "--force"],
    "codeowners": ["codeowners", "-o", "CODEOWNERS"],
}  # fmt: skip
STOPS = {"killed": killed, "full disk": FULL, "broken disk": BROKEN, "interrupted": interrupted}


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    """The repository before a command and after it, for each command."""
    before = tmp_path_factory.mktemp("model") / "r"
    shutil.copytree(BASE, before)
    (before / "out").mkdir()
    (before / "report.md").write_text("En äldre rapport.\n", encoding="utf-8")
    organisation = before / "strategy/organisation.yaml"
    text = organisation.read_text(encoding="utf-8")
    organisation.write_text(text.replace("manager: true", 'manager: true\n    handle: "@konto"'), encoding="utf-8")
    for path in before.rglob("*.yaml"):  # something for fmt to do, everywhere
        path.write_text(path.read_text(encoding="utf-8").replace(": ", ":   ", 1), encoding="utf-8")
    known = {}

    def after(name):
        if name not in known:
            folder = tmp_path_factory.mktemp("after") / "r"
            shutil.copytree(before, folder)
            shutil.copytree(before, folder.parent / "warm")
            with contextlib.chdir(folder.parent / "warm"):
                assert run(COMMANDS[name]) == 0  # so that the copies of this process need not import anything
            start = time.monotonic()
            counting = Layer(0, killed)
            code, said = spoilt(COMMANDS[name], folder, counting)
            assert code == 0, said
            known[name] = tree(folder), time.monotonic() - start, int((folder.parent / COUNT).read_text())
            assert known[name][0] != tree(before)
        return known[name]

    return before, after


@pytest.fixture
def attempt(model, tmp_path):
    """Run a command with something going wrong; check what must always hold; give exit code, words and leftovers."""
    before, after = model
    old = tree(before)
    count = 0

    def spoil(name, **options):
        nonlocal count
        count += 1
        folder = tmp_path / str(count) / "r"
        shutil.copytree(before, folder)
        new = after(name)[0]
        code, said = spoilt(COMMANDS[name], folder, **options)
        assert "Traceback" not in said
        left = []
        for file, content in tree(folder).items():
            if LITTER.search(file):
                left.append(folder / file)
            else:
                assert content in (old.get(file), new.get(file)), file
        assert set(old) <= set(tree(folder))
        if code == 0 and not left:
            assert tree(folder) == new
        return code, said, left, folder

    return spoil


def steps(count):
    """All steps of a short command; of a long one the first, the last and some between."""
    if count <= 3 * SOME:
        return range(1, count + 1)
    between = random.Random(count).sample(range(SOME + 1, count - SOME + 1), SOME)
    return [*range(1, SOME + 1), *sorted(between), *range(count - SOME + 1, count + 1)]


@pytest.mark.parametrize("stop", STOPS)
@pytest.mark.parametrize("name", COMMANDS)
def test_stopped_at_every_step(name, stop, attempt, model):
    codes = []
    for step in steps(model[1](name)[2]):
        code, said, left, folder = attempt(name, layer=Layer(step, STOPS[stop]))
        codes.append(code)
        if stop != "killed":
            assert not left
            assert code in {0, 2, 130}
            if code:
                assert said.startswith("vbe: ")
                assert said.count("\n") == 1
            if code == 130:
                assert stop == "interrupted"
        shutil.rmtree(folder.parent)
    print(name, stop, len(codes), "steps", sorted(set(codes)))
    assert len(codes) >= 3
    assert {"killed": -9, "interrupted": 130}.get(stop, 2) in codes


@pytest.mark.parametrize("name", COMMANDS)
def test_killed_at_random_moments(name, attempt, model):
    took = model[1](name)[1]
    rng = random.Random(name)
    for _ in range(MOMENTS):
        code, _said, _left, folder = attempt(name, kill_after=rng.uniform(0, took * 1.2))
        assert code in {0, -9}
        shutil.rmtree(folder.parent)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_second_run_finishes_and_clears_up(name, attempt, model):
    for step in range(1, 400):
        code, _said, left, folder = attempt(name, layer=Layer(step, killed))
        assert code != 0, "it never leaves anything behind"
        if left:
            break
    for path in folder.rglob(".*.tmp"):  # what is younger than an hour may belong to a run beside ours
        os.utime(path, (1, 1))
    code, said = spoilt(COMMANDS[name], folder)
    assert code == 0, said
    assert tree(folder) == model[1](name)[0]
