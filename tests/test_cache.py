"""What is remembered is the same as what was worked out, byte for byte, and is never believed over the files."""

import hashlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from vbe.cli import run
from vbe.store.cache import memory_of

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
    return [path for path in (repository.parent / "cache").rglob("*") if path.is_file()]


@pytest.fixture
def never_checked(monkeypatch):
    """From here on a check is a failure: only what is remembered may answer."""

    def forbid():
        for work in ("vbe.rules.checker.examine", "vbe.app.assess.judge"):
            monkeypatch.setattr(work, lambda *_arguments: pytest.fail("worked out again"))

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


@pytest.mark.parametrize("damage", [b"", b"\n", b"x" * 40, b"\xff\n{}", b"0\n0 0 fine", None])
def test_a_damaged_entry_is_as_if_it_were_not_there(damage, repository, shown):
    before = shown()
    [entry] = entries(repository)
    content = entry.read_bytes()
    entry.write_bytes(content[:-7] if damage is None else damage)
    assert shown() == before


@pytest.mark.parametrize("payload", [b"", b"0", b"0 0", b"none 0 fine", b"0 0 \xff"])
def test_an_entry_of_another_form_with_a_right_sum_is_not_believed(payload, repository, shown):
    before = shown()
    [entry] = entries(repository)
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
    monkeypatch.setattr(os, "replace", fail)
    assert shown() == before
    assert not entries(repository)


def test_no_cache_leaves_nothing(repository, shown):
    shown("--no-cache")
    assert not entries(repository)


def test_it_does_not_grow_for_ever(repository, shown, monkeypatch):
    monkeypatch.setattr("vbe.store.cache.MAX_ENTRIES", 3)
    for number in range(6):
        (repository / ROUTINE).write_text(f"titel: {number}\n", encoding="utf-8")
        shown()
    assert len(entries(repository)) == 3


def test_runs_side_by_side_agree(repository):
    command = [sys.executable, "-m", "vbe", "validate", "--format", "json", "--root", str(repository)]
    processes = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(4)]
    outputs = {process.communicate(timeout=60)[0] for process in processes}
    assert len(outputs) == 1
    assert not [entry for entry in entries(repository) if entry.suffix == ".tmp"]


def test_a_file_that_changes_meanwhile_is_not_answered_for(repository, shown, monkeypatch):
    from vbe.rules import checker

    examine = checker.examine

    def disturbed(source):
        verdict = examine(source)
        (repository / ROUTINE).write_bytes((BASE / ROUTINE).read_bytes())
        return verdict

    monkeypatch.setattr(checker, "examine", disturbed)
    assert shown()[0] == 1
    assert not entries(repository)


@pytest.mark.parametrize("words", [["--root=."], ["--root", "."], [], ["--root", ".", "routines"], ["--strict"]])
def test_a_repository_is_found_as_without_memory(words, repository, capsys, monkeypatch, never_checked):
    monkeypatch.chdir(repository)
    first = run(["validate", *words]), capsys.readouterr()
    never_checked()
    assert (run(["validate", *words]), capsys.readouterr()) == first
    assert first[0] == 1


def test_the_folder_that_one_stands_in_is_part_of_the_question(repository, capsys, monkeypatch):
    shutil.copytree(BASE, repository.parent / "other")
    monkeypatch.chdir(repository)
    assert run(["validate", "--root", "."]) == 1
    monkeypatch.chdir(repository.parent / "other")
    assert run(["validate", "--root", "."]) == 0
    monkeypatch.chdir(repository / "routines")
    assert run(["validate"]) == 1
    assert len({capsys.readouterr().out, ""}) == 2


@pytest.mark.parametrize(
    "words",
    [
        ["validate", "--root", "{r}", "--root", "{r}"],
        ["validate", "--at", "HEAD", "--root", "{r}"],
        ["validate", "--help"],
        ["validate", "--root", "{r}", "--format", "sarf"],
        ["validate", "--root", "{r}", "--", "routines"],
        ["rules", "--root", "{r}"],
    ],
)
def test_what_cannot_be_told_beforehand_is_not_remembered(words, repository):
    run([word.format(r=repository) for word in words])
    assert not entries(repository)


def test_colours_are_not_remembered_for_a_file(repository, shown, monkeypatch):
    plain = shown()
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("vbe.output.styles.has_colour", lambda: True)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    coloured = shown()
    assert "\x1b[" in coloured[1].out
    assert shown() == coloured
    monkeypatch.undo()
    monkeypatch.setenv("XDG_CACHE_HOME", str(repository.parent / "cache"))
    assert shown() == plain


def git(repository, *words, day="2024-03-01T12:00:00"):
    stamp = {"GIT_AUTHOR_DATE": day, "GIT_COMMITTER_DATE": day}
    identity = ["-c", "user.name=r", "-c", "user.email=r@l.example"]
    subprocess.run(["git", *identity, *words], cwd=repository, check=True, capture_output=True, env={**os.environ, **stamp})


@pytest.fixture
def committed(repository):
    shutil.rmtree(repository)
    shutil.copytree(BASE, repository)
    git(repository, "init", "-q", "-b", "main")
    git(repository, "add", ".")
    git(repository, "commit", "-q", "-m", "first")
    return repository


def stale(repository, capsys, *words):
    code = run(["stale", "--root", str(repository), "--as-of", "2025-03-01", *words])
    return code, capsys.readouterr()


@pytest.mark.parametrize("words", [[], ["--format", "json"], ["--format", "ics"], ["--plan", "6"], ["--only", "overdue"]])
def test_stale_says_the_same_the_second_time(words, committed, capsys, never_checked):
    plain = stale(committed, capsys, "--no-cache", *words)
    first = stale(committed, capsys, *words)
    never_checked()
    assert stale(committed, capsys, *words) == first == plain


def test_a_commit_makes_stale_look_again(committed, capsys):
    before = stale(committed, capsys, "--format", "json")
    routine = committed / ROUTINE
    routine.write_text(routine.read_text("utf-8").replace("title: ", "title: Ny ", 1), encoding="utf-8")
    git(committed, "commit", "-q", "-a", "-m", "second", day="2025-01-01T12:00:00")
    changed = stale(committed, capsys, "--format", "json")
    assert "edited_since_review" in changed[1].out
    git(committed, "reset", "-q", "--hard", "HEAD~1")
    assert stale(committed, capsys, "--format", "json") == before


def test_another_day_is_another_question(committed, monkeypatch):
    def keys():
        found = []
        for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago"):  # it is never the same day in both
            monkeypatch.setenv("TZ", zone)
            time.tzset()
            found.append(memory_of(["stale"], str(committed), history=True)._key)
        return found

    east, west = keys()
    assert east != west
    monkeypatch.undo()
    time.tzset()


def test_a_list_of_commits_to_pass_over_is_part_of_the_question(committed, capsys):
    routine = committed / ROUTINE
    routine.write_text(routine.read_text("utf-8").replace("title: ", "title: Ny ", 1), encoding="utf-8")
    git(committed, "commit", "-q", "-a", "-m", "second", day="2025-01-01T12:00:00")
    assert "edited_since_review" in stale(committed, capsys, "--format", "json")[1].out
    latest = subprocess.run(["git", "rev-parse", "HEAD"], cwd=committed, capture_output=True, text=True, check=True).stdout
    (committed / ".git-blame-ignore-revs").write_text(latest, encoding="utf-8")
    assert "edited_since_review" not in stale(committed, capsys, "--format", "json")[1].out


def test_what_git_cannot_tell_is_asked_again(committed, capsys):
    clone = committed.parent / "shallow"
    subprocess.run(["git", "clone", "-q", "--depth", "1", f"file://{committed}", str(clone)], check=True)
    assert "unknown" in stale(clone, capsys, "--format", "json")[1].out
    shutil.rmtree(committed / ".git")
    assert "unknown" in stale(committed, capsys, "--format", "json")[1].out
    assert not entries(committed)
