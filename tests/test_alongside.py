"""What is done in a second process is what would be done in one, also where the second one fails."""

import os
import shutil
import signal
import sys
from pathlib import Path

import pytest

from vbe.rules.checker import examine
from vbe.store import alongside as module
from vbe.store.alongside import ENOUGH_FILES, alongside, without_collecting
from vbe.store.repository import Disk

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="elsewhere one process does all the work"),
    pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning"),
]
BASE = Path(__file__).parent / "rules" / "base"


@pytest.fixture(autouse=True)
def _two_cores(monkeypatch):
    monkeypatch.setattr(module, "_has_a_core_to_spare", lambda: True)


def test_the_work_is_done_in_another_process():
    assert alongside(os.getpid, ENOUGH_FILES)() != os.getpid()


def test_little_work_is_done_here():
    assert alongside(os.getpid, ENOUGH_FILES - 1)() == os.getpid()


def test_without_a_free_core_the_work_is_done_here(monkeypatch):
    monkeypatch.setattr(module, "_has_a_core_to_spare", lambda: False)
    assert alongside(os.getpid, ENOUGH_FILES)() == os.getpid()


@pytest.mark.parametrize(
    "end", [lambda: os._exit(3), lambda: os.kill(os.getpid(), signal.SIGKILL), lambda: lambda: None, lambda: 1 / 0]
)
def test_where_the_other_process_fails_the_work_is_done_here(end):
    here = os.getpid()
    assert alongside(lambda: here if os.getpid() == here else end(), ENOUGH_FILES)() == here


def test_a_failure_here_is_a_failure():
    with pytest.raises(ZeroDivisionError):
        alongside(lambda: 1 / 0, ENOUGH_FILES)()


def test_no_more_processes_are_given(monkeypatch):
    def refuse():
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", refuse)
    before = len(os.listdir("/proc/self/fd"))
    assert alongside(os.getpid, ENOUGH_FILES)() == os.getpid()
    assert len(os.listdir("/proc/self/fd")) == before


def test_a_large_answer_comes_whole():
    assert len(alongside(lambda: "x" * 10_000_000, ENOUGH_FILES)()) == 10_000_000


def test_nothing_is_left_behind():
    before = len(os.listdir("/proc/self/fd"))
    for _ in range(20):
        alongside(lambda: 1, ENOUGH_FILES)()
    assert len(os.listdir("/proc/self/fd")) == before
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_collecting_goes_on_afterwards():
    import gc

    during = []

    def fail():
        during.append(gc.isenabled())
        raise KeyError

    with pytest.raises(KeyError), without_collecting():
        fail()
    assert during == [False]
    assert gc.isenabled()


def test_two_processes_find_the_same_as_one(tmp_path, monkeypatch):
    shutil.copytree(BASE, tmp_path / "r")
    routine = tmp_path / "r/routines/socialforvaltningen/orosanmalan.yaml"
    text = routine.read_text(encoding="utf-8")
    long = f"notes: {'mycket lång text och ' * 30}\n"
    variants = (text, text.replace("title:", "titel:", 1), text + long, "a: [", "\ufeff")
    for number in range(60):
        routine.with_name(f"r-{number}.yaml").write_text(variants[number % len(variants)], encoding="utf-8")
    (tmp_path / "r/measures/stray.txt").write_text("x")
    alone = examine(Disk(tmp_path / "r"))
    monkeypatch.setattr(module, "ENOUGH_FILES", 2)
    together = examine(Disk(tmp_path / "r"))
    assert together == alone
    assert len({d.code for d in alone.diagnostics}) >= 4
