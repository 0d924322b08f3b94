"""Paths on the command line: looked for where the records are read, on disk or in a commit."""

from __future__ import annotations

import pytest

ROUTINE = "routines/socialforvaltningen/orosanmalan.yaml"


@pytest.fixture
def moved(repository):
    """A routine that the commit before had under another name, and that is now wrong."""
    repository.git("mv", ROUTINE, "routines/socialforvaltningen/oro.yaml")
    repository.edit("routines/socialforvaltningen/oro.yaml", ("status: in_force", "status: in_forse"))
    repository.commit()
    return repository


@pytest.mark.parametrize("path", [ROUTINE, "routines", "routines/socialforvaltningen/", ".", "vbe.yaml"])
def test_what_the_commit_held_need_not_be_on_disk(vbe, moved, path):
    assert vbe("validate", "--at", "HEAD~1", path)[0] == 0


def test_what_is_only_on_disk_is_not_in_the_commit(vbe, moved):
    code, out, err = vbe("validate", "--at", "HEAD~1", "routines/socialforvaltningen/oro.yaml")
    assert (code, out) == (2, "")
    assert "There is no routines/socialforvaltningen/oro.yaml." in err
    code, _out, err = vbe("validate", "--at", "HEAD~1", "routines/socialforvaltningen/orosanmaln.yaml")
    assert code == 2
    assert f"Did you mean “{ROUTINE}”?" in err


def test_a_path_counts_from_the_folder_where_one_stands(vbe, moved, monkeypatch):
    monkeypatch.chdir(moved.root / "routines" / "socialforvaltningen")
    assert vbe("validate", "--at", "HEAD~1", "orosanmalan.yaml")[0] == 0
    assert vbe("validate", "oro.yaml")[0] == 1
    assert "There is no orosanmalan.yaml." in vbe("validate", "orosanmalan.yaml")[2]


def test_a_link_in_a_commit_is_reported_by_its_own_name(vbe, moved):
    (moved.root / "routines" / "link.yaml").symlink_to("/etc/hostname")
    moved.commit()
    (moved.root / "routines" / "link.yaml").unlink()
    code, out, _err = vbe("validate", "--at", "HEAD", "routines/link.yaml")
    assert code == 1
    assert "VBE123" in out
    assert "in_forse" not in out


def test_a_path_outside_the_repository_is_none_in_a_commit_either(vbe, moved):
    assert "is not in the repository" in vbe("validate", "--at", "HEAD", "..")[2]


@pytest.mark.parametrize("command", [["show"], ["trace"], ["history"], ["review", "--outcome", "no-change", "--dry-run"]])
def test_a_file_is_named_alike_in_every_command(vbe, repository, monkeypatch, command):
    """From where one stands, from the root, in full, and as Windows writes it: never another department's."""
    file = repository.root / ROUTINE
    wanted = vbe(*command, ROUTINE)
    assert wanted[0] == 0, wanted
    monkeypatch.chdir(file.parent)
    for name in (file.name, f"./{file.name}", str(file), f"..\\socialforvaltningen\\{file.name}", ROUTINE):
        assert vbe(*command, name) == wanted
    assert vbe("validate", f"..\\socialforvaltningen\\{file.name}")[0] == 0
