"""`vbe validate --staged`: what is judged is what is committed, as a hook needs it, and not what lies beside it on disk."""

from __future__ import annotations

import os
import subprocess

from tests.cli.conftest import ENVIRONMENT

HALF_WRITTEN = "title: halvfärdig\n"
ROUTINE = "routines/overall/misstanke.yaml"


def test_what_is_not_added_is_not_judged(repository, vbe):
    (repository.root / "routines/overall/utkast.yaml").write_text(HALF_WRITTEN, encoding="utf-8")
    assert vbe("validate")[0] == 1
    assert vbe("validate", "--staged")[0] == 0


def test_what_is_added_and_mended_on_disk_only_is_refused(repository, vbe):
    good = (repository.root / ROUTINE).read_text(encoding="utf-8")
    (repository.root / ROUTINE).write_text(good.replace("sakerhetschef", "saknas"), encoding="utf-8")
    repository.git("add", "-A")
    (repository.root / ROUTINE).write_text(good, encoding="utf-8")
    assert vbe("validate")[0] == 0
    code, out, _err = vbe("validate", "--staged")
    assert code == 1
    assert ROUTINE in out


def test_a_file_that_is_referred_to_but_not_added_is_missed(repository, vbe):
    text = (repository.root / ROUTINE).read_text(encoding="utf-8")
    (repository.root / "routines/overall/ny.yaml").write_text(text, encoding="utf-8")
    repository.edit("routines/kommunledningsforvaltningen/misstanke.yaml", ("overall/misstanke", "overall/ny"))
    repository.git("add", "-u")
    code, out, _err = vbe("validate", "--staged")
    assert code == 1
    assert "VBE201" in out


def test_a_file_that_is_only_announced_is_in_no_commit(repository, vbe):
    (repository.root / "routines/overall/utkast.yaml").write_text(HALF_WRITTEN, encoding="utf-8")
    repository.git("add", "--intent-to-add", "routines/overall/utkast.yaml")
    assert vbe("validate", "--staged")[0] == 0


def test_an_unsettled_conflict_is_told_with_its_file(repository, vbe):
    repository.git("checkout", "-q", "-b", "sida")
    repository.edit(ROUTINE, ("Misstanke om radikalisering", "Misstanke på sidan"))
    repository.commit()
    repository.git("checkout", "-q", "main")
    repository.edit(ROUTINE, ("Misstanke om radikalisering", "Misstanke på stammen"))
    repository.commit()
    subprocess.run(["git", "merge", "sida"], cwd=repository.root, env=os.environ | ENVIRONMENT, check=False, capture_output=True)
    code, out, _err = vbe("validate", "--staged")
    assert code == 1
    assert f"{ROUTINE}\n" in out
    assert "in conflict" in out


def test_the_index_that_git_makes_for_a_part_of_a_commit_is_the_one_that_is_judged(repository, monkeypatch, vbe):
    repository.git("read-tree", "--index-output=.git/part", "HEAD")
    (repository.root / ROUTINE).write_text(HALF_WRITTEN, encoding="utf-8")
    repository.git("add", "-A")
    assert vbe("validate", "--staged")[0] == 1
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/part")
    assert vbe("validate", "--staged")[0] == 0


def test_a_repository_in_a_folder_of_another_is_judged_alike(repository, vbe):
    names = [name for name in os.listdir(repository.root) if name != ".git"]
    (repository.root / "strategi").mkdir()
    for name in names:
        (repository.root / name).rename(repository.root / "strategi" / name)
    repository.git("add", "-A")
    (repository.root / "strategi/routines/overall/utkast.yaml").write_text(HALF_WRITTEN, encoding="utf-8")
    assert vbe("validate", "--root", "strategi")[0] == 1
    assert vbe("validate", "--root", "strategi", "--staged")[0] == 0


def test_a_commit_and_the_index_are_not_asked_for_together(repository, vbe):
    code, _out, err = vbe("validate", "--staged", "--at", "HEAD")
    assert code == 2
    assert "--staged" in err
    assert len(err.splitlines()) == 1
