"""What two processes read is what one reads, whoever took what, and also where the other one never answers."""

import os
import shutil
import signal
import sys
from pathlib import Path

import pytest

from vbe.cli import run
from vbe.cli.words import root_of
from vbe.store import alongside, reading
from vbe.store.loader import load
from vbe.store.reading import DEFAULT_LIMIT, Readers, abandon, begin, read, read_all
from vbe.store.repository import Disk

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="elsewhere one process does all the work"),
    pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning"),
]
BASE = Path(__file__).parent / "rules" / "base"
ROUTINE = "routines/socialforvaltningen/orosanmalan.yaml"


@pytest.fixture(autouse=True)
def _two_cores(monkeypatch):
    monkeypatch.setattr(alongside, "_has_a_core_to_spare", lambda: True)
    yield
    abandon()


@pytest.fixture
def root(tmp_path):
    """More than enough files, some of them with every sort of fault."""
    shutil.copytree(BASE, tmp_path / "r")
    text = (BASE / ROUTINE).read_text("utf-8")
    for number in range(60):
        broken = text.replace("title:", "titel:" if number % 7 == 0 else "title: [" if number % 11 == 0 else "title:", 1)
        (tmp_path / f"r/routines/socialforvaltningen/rutin-{number}.yaml").write_text(broken, encoding="utf-8")
    (tmp_path / "r/guidance/socialnamnden/bild.png").write_bytes(b"\x89PNG\0")
    (tmp_path / "r/guidance/socialnamnden/brev.eml").write_text("Hej", encoding="utf-8")
    (tmp_path / "r/routines/socialforvaltningen/latin.yaml").write_bytes("title: å".encode("latin-1"))
    (tmp_path / "r/routines/socialforvaltningen/stor.yaml").write_text("#" * (DEFAULT_LIMIT + 1), encoding="utf-8")
    return tmp_path / "r"


def one_by_one(root, limit=DEFAULT_LIMIT):
    source = Disk(root)
    return [read(source, file, limit) for file in source.listing().files]


def test_two_read_what_one_reads(root):
    source = Disk(root)
    files = source.listing().files
    assert Readers(source, files, DEFAULT_LIMIT, 1).finish() == one_by_one(root)


def test_what_was_begun_is_used(root, monkeypatch):
    begin(root)
    expected = one_by_one(root)
    files = Disk(root).listing().files
    monkeypatch.setattr(Readers, "__init__", lambda *_arguments: pytest.fail("begun once more"))
    assert read_all(Disk(root), files, DEFAULT_LIMIT) == expected


def test_what_was_begun_elsewhere_is_not_used(root, tmp_path):
    shutil.copytree(BASE, tmp_path / "other")
    begin(root)
    other = Disk(tmp_path / "other")
    assert read_all(other, other.listing().files, DEFAULT_LIMIT) == one_by_one(tmp_path / "other")
    assert reading._begun is None


def test_few_files_are_not_worth_it(monkeypatch):
    monkeypatch.setattr(reading, "ENOUGH_TO_BEGIN", 1000)
    begin(BASE)
    assert reading._begun is None


def test_where_the_other_process_dies_its_share_is_read_here(root):
    source = Disk(root)
    readers = Readers(source, source.listing().files, DEFAULT_LIMIT, 1)
    os.kill(readers._other._child, signal.SIGKILL)
    assert readers.finish() == one_by_one(root)


def test_what_nobody_asks_for_leaves_nothing_behind(root):
    before = len(os.listdir("/proc/self/fd"))
    for _ in range(5):
        begin(root)
        abandon()
    assert len(os.listdir("/proc/self/fd")) == before
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_a_command_that_fails_beforehand_stops_what_was_begun(root, capsys):
    assert run(["validate", "--no-cache", "--root", str(root), "--format", "sarf"]) == 2
    assert reading._begun is None
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


@pytest.mark.parametrize("kib", [1, 300])
def test_the_profile_sets_the_limit(kib, root):
    profile = root / "vbe.yaml"
    profile.write_text(profile.read_text("utf-8") + f"limits: {{file_kib: {kib}}}\n", encoding="utf-8")
    large = {finding.file for finding in load(Disk(root)).findings if finding.rule == "too-large"}
    assert ("routines/socialforvaltningen/stor.yaml" in large) == (kib == 1)
    assert (len(large) > 1) == (kib == 1)


def test_the_verdict_is_the_same(root, capsys, monkeypatch):
    def verdict():
        code = run(["validate", "--no-cache", "--root", str(root), "--format", "json"])
        return code, capsys.readouterr()

    two = verdict()
    monkeypatch.setattr(alongside, "_has_a_core_to_spare", lambda: False)
    assert verdict() == two
    assert two[0] == 1


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["validate", "--root", "{r}"], True),
        (["validate", "--root={r}"], True),
        (["validate", "--root={r}", "--root", "{r}"], False),
        (["validate", "--root", "{r}/routines"], False),
        (["validate", "--root", "{r}", "--at=HEAD"], False),
        (["validate", "--root", "\0"], False),
    ],
)
def test_the_root_is_told_beforehand_or_not_at_all(words, expected, root):
    assert root_of([word.format(r=root) for word in words]) == (str(root) if expected else None)
