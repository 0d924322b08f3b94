"""What is remembered is the same as what is found, byte for byte, and is never believed over the files."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from vbe.cli import run

BASE = Path(__file__).parent / "rules" / "base"
ROUTINE = "routines/socialforvaltningen/orosanmalan.yaml"
FORMS = ("text", "json", "sarif", "github", "gitlab", "junit")


@pytest.fixture
def repository(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    shutil.copytree(BASE, tmp_path / "r")
    routine = tmp_path / "r" / ROUTINE
    routine.write_text(routine.read_text(encoding="utf-8").replace("title:", "titel:", 1), encoding="utf-8")
    (tmp_path / "r/guidance/socialnamnden/å.yaml").symlink_to("/etc/passwd")
    (tmp_path / "r/measures/bild.png").write_bytes(b"\x89PNG\x00")
    return tmp_path / "r"


@pytest.fixture
def shown(repository, capsys):
    def show(*arguments):
        code = run(["validate", "--root", str(repository), *arguments])
        return code, capsys.readouterr()

    return show


def entries(repository):
    return list((repository.parent / "cache").rglob("*.json"))


@pytest.fixture
def never_checked(monkeypatch):
    """From here on a check is a failure: only what is remembered may answer."""

    def forbid():
        monkeypatch.setattr("vbe.checker.examine", lambda source: pytest.fail("checked again"))

    return forbid


@pytest.mark.parametrize("form", FORMS)
def test_the_second_run_says_the_same(form, shown, never_checked):
    plain = shown("--format", form, "--no-cache")
    first = shown("--format", form)
    never_checked()
    assert shown("--format", form) == first == plain
    assert first[0] == 1


def test_a_changed_file_is_checked_again(repository, shown):
    assert shown()[0] == 1
    (repository / "measures/bild.png").unlink()
    (repository / "guidance/socialnamnden/å.yaml").unlink()
    (repository / ROUTINE).write_bytes((BASE / ROUTINE).read_bytes())
    assert shown()[0] == 0


def test_the_same_size_and_time_deceive_nobody(repository, shown):
    path = repository / ROUTINE
    before = shown()
    times = (path.stat().st_atime_ns, path.stat().st_mtime_ns)
    path.write_text(path.read_text(encoding="utf-8").replace("titel:", "tytel:", 1), encoding="utf-8")
    os.utime(path, ns=times)
    assert shown() != before


def test_another_language_is_another_verdict(shown):
    swedish = shown("--lang", "sv")
    assert shown("--lang", "en") != swedish
    assert shown("--lang", "sv") == swedish


@pytest.mark.parametrize("damage", [b"", b"\n", b"x" * 40, b"\xff\n{}", b'0\n{"diagnostics": []}', None])
def test_a_damaged_entry_is_as_if_it_were_not_there(damage, repository, shown):
    before = shown()
    [entry] = entries(repository)
    content = entry.read_bytes()
    entry.write_bytes(content[:-7] if damage is None else damage)
    assert shown() == before


def test_an_entry_of_another_form_with_a_right_sum_is_not_believed(repository, shown):
    import hashlib

    before = shown()
    [entry] = entries(repository)
    payload = json.dumps({"files": 1, "texts": [], "diagnostics": [{"code": "VBE101"}]}).encode()
    entry.write_bytes(hashlib.sha256(payload).hexdigest().encode() + b"\n" + payload)
    assert shown() == before


def test_no_place_for_a_cache_is_no_reason_to_fail(shown, monkeypatch):
    before = shown("--no-cache")
    monkeypatch.setenv("XDG_CACHE_HOME", "/dev/null/x")
    assert shown() == before


def test_a_full_disk_leaves_no_half_entry(repository, shown, monkeypatch):
    def fail(_draft, _entry):
        raise OSError(28, "No space left on device")

    before = shown("--no-cache")
    monkeypatch.setattr(Path, "replace", fail)
    assert shown() == before
    assert [path for path in (repository.parent / "cache").rglob("*") if path.is_file()] == []


def test_no_cache_leaves_nothing(repository, shown):
    shown("--no-cache")
    assert not entries(repository)


def test_it_does_not_grow_for_ever(repository, shown, monkeypatch):
    monkeypatch.setattr("vbe.cache.MAX_ENTRIES", 3)
    for number in range(6):
        (repository / ROUTINE).write_text(f"titel: {number}\n", encoding="utf-8")
        shown()
    assert len(entries(repository)) == 3


def test_runs_side_by_side_agree(repository):
    command = [sys.executable, "-m", "vbe", "validate", "--format", "json", "--root", str(repository)]
    processes = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(4)]
    outputs = {process.communicate(timeout=60)[0] for process in processes}
    assert len(outputs) == 1
    assert not list((repository.parent / "cache").rglob("*.tmp"))
