"""No part of a path in a repository is a link: whatever is read or written there, by whichever command."""

from __future__ import annotations

import os
import shutil

import pytest

from tests.report.repo import commit, git, repository, vbe

SECRET = "hemligt-ur-en-annans-fil"


@pytest.fixture
def town(tmp_path):
    return repository(tmp_path / "lindvik")


@pytest.fixture
def outside(tmp_path):
    folder = tmp_path / "utanför"
    (folder / "report").mkdir(parents=True)
    (folder / "secret").write_text(SECRET)
    (folder / "report" / "report.css").write_text(f"/* {SECRET} */")
    (folder / "report" / "secret.html.j2").write_text(SECRET)
    return folder


def report(town, *arguments):
    return vbe(town, "report", "--year", "2024", "-o", "-", *arguments, VBE_LANG="en")


def refused(done, *names):
    assert done.returncode == 2, done.stdout[-300:]
    assert SECRET.encode() not in done.stdout
    said = done.stderr.decode()
    assert len(said.splitlines()) == 1, said
    assert "is a link and is not followed" in said
    assert all(name in said for name in names), said


def link_templates(town, outside):
    (town / "templates").symlink_to(outside)


def link_folder(town, outside):
    (town / "templates").mkdir()
    (town / "templates" / "report").symlink_to(outside / "report")


def link_file(town, outside):
    (town / "templates" / "report").mkdir(parents=True)
    (town / "templates" / "report" / "report.css").symlink_to(outside / "secret")


def link_dangling(town, outside):
    (town / "templates" / "report").mkdir(parents=True)
    (town / "templates" / "report" / "report.css").symlink_to(outside / "gone")


def include_through_link(town, outside):
    (town / "templates" / "report").mkdir(parents=True)
    (town / "templates" / "report" / "report.html.j2").write_text("{% include 'mine/secret' %}")
    (town / "templates" / "mine").symlink_to(outside)


@pytest.mark.parametrize("act", [link_templates, link_folder, link_file, link_dangling])
@pytest.mark.parametrize("at", [(), ("--at", "HEAD")])
def test_a_template_behind_a_link_is_not_read_from_disk_nor_passed_over_in_a_commit(town, outside, act, at):
    act(town, outside)
    commit(town, "Länk")
    refused(report(town, *at), "templates")


@pytest.mark.parametrize("at", [(), ("--at", "HEAD")])
def test_an_include_leads_nowhere_else(town, outside, at):
    include_through_link(town, outside)
    commit(town, "Länk")
    done = report(town, *at)
    assert done.returncode == 2
    assert SECRET.encode() not in done.stdout + done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("arguments", [(), ("-o", "build/rapport.html"), ("-o", "docs/../build/rapport.html")])
def test_a_report_is_not_written_through_a_folder_that_is_a_link(town, outside, arguments):
    (town / "docs").mkdir()
    (town / "build").symlink_to(outside)
    refused(vbe(town, "report", "--year", "2024", *arguments, VBE_LANG="en"), "build")
    assert sorted(path.name for path in outside.iterdir()) == ["report", "secret"]


def test_a_folder_that_is_a_link_to_nothing_is_told_in_a_line(town, outside):
    (town / "build").symlink_to(outside / "gone")
    refused(vbe(town, "report", "--year", "2024", VBE_LANG="en"), "build")
    assert not (outside / "gone").exists()


def test_the_manifest_and_every_file_of_a_set_are_looked_at_before_one_is_written(town, outside):
    (town / "build").mkdir()
    (town / "build" / "MANIFEST.sha256").symlink_to(outside / "secret")
    refused(vbe(town, "report", "--year", "2024", "--format", "md,json", VBE_LANG="en"), "MANIFEST.sha256")
    assert (outside / "secret").read_text() == SECRET
    assert [path.name for path in (town / "build").iterdir()] == ["MANIFEST.sha256"]


def test_a_users_own_links_outside_the_repository_are_followed(town, tmp_path):
    (tmp_path / "verklig").mkdir()
    (tmp_path / "genväg").symlink_to(tmp_path / "verklig")
    (tmp_path / "hit").symlink_to(town)
    assert vbe(tmp_path / "hit", "report", "--year", "2024", "-o", str(tmp_path / "genväg" / "r.html")).returncode == 0
    assert (tmp_path / "verklig" / "r.html").is_file()
    refused_inside = tmp_path / "hit" / "build"
    refused_inside.symlink_to(tmp_path / "verklig")
    refused(vbe(tmp_path, "report", "--year", "2024", "--root", "hit", VBE_LANG="en"), "build")


@pytest.mark.parametrize("arguments", [("--check",), ("-o", ".github/CODEOWNERS")])
def test_codeowners_are_not_read_or_written_through_a_link(town, outside, arguments):
    made = vbe(town, "codeowners").stdout
    (outside / "CODEOWNERS").write_bytes(made)
    (town / ".github").symlink_to(outside)
    done = vbe(town, "codeowners", *arguments, VBE_LANG="en")
    assert done.returncode == 2
    assert "/.github is a link and is not followed" in done.stderr.decode().splitlines()[-1]
    assert (outside / "CODEOWNERS").read_bytes() == made


@pytest.mark.parametrize("folder", ["routines", "routines/socialforvaltningen"])
@pytest.mark.parametrize("command", [("fmt",), ("review", "socialforvaltningen/orosanmalan"), ("validate",)])
def test_records_behind_a_link_are_neither_read_nor_written(town, tmp_path, folder, command):
    moved = tmp_path / "flyttad"
    shutil.move(town / folder, moved)
    (town / folder).symlink_to(moved)
    before = {path: path.read_bytes() for path in moved.rglob("*.yaml")}
    done = vbe(town, *command, VBE_LANG="en")
    assert b"Traceback" not in done.stderr
    assert {path: path.read_bytes() for path in moved.rglob("*.yaml")} == before


@pytest.mark.parametrize("part", ["routines", "strategy/organisation.yaml", "measures", "followup/2024/decisions.yaml"])
@pytest.mark.parametrize("line", ["vbe show ", "vbe stale --department "])
def test_completion_reads_by_the_same_door(town, tmp_path, part, line):
    place = town / part
    if place.exists():
        place.rename(tmp_path / "flyttad")
    else:
        (tmp_path / "flyttad").mkdir()
    place.parent.mkdir(exist_ok=True)
    target = tmp_path / "endless"
    target.symlink_to("/dev/zero")
    place.symlink_to(target if place.suffix else tmp_path / "flyttad")
    environment = {"_VBE_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(line.count(" "))}
    done = vbe(town, **environment)
    assert done.stderr == b""
    assert done.returncode in (0, 1)
    if part == "routines":
        assert b"orosanmalan" not in done.stdout


def test_completion_opens_no_device(town):
    file = town / "strategy" / "organisation.yaml"
    file.unlink()
    os.mkfifo(file)
    environment = {"_VBE_COMPLETE": "complete_bash", "COMP_WORDS": "vbe stale --department ", "COMP_CWORD": "3"}
    assert vbe(town, **environment).stderr == b""


def test_what_git_holds_is_a_link_in_these_tests(town, outside):
    link_file(town, outside)
    commit(town, "Länk")
    assert "120000" in git(town, "ls-tree", "-r", "HEAD", "templates")
