"""Every situation that git may be in: a right answer or `unknown` with a remedy, never a guess and never a traceback."""

import datetime
import json
import os
import subprocess
import sys
from pathlib import Path
from unittest import mock

import pytest

from tests.git.conftest import verdict
from tests.git.stories import ENVIRONMENT, ID, ROUTINE, Story, routine, run
from vbe.app.assess import judge, read_history
from vbe.cli.files import open_source
from vbe.output.registry import writer
from vbe.rules.checker import examine
from vbe.store.history import NoHistory, versions
from vbe.store.repository import Disk

EDITED = ["edited_since_review"]
NEW = "Ring genast."
DAY = "2017-11-30"


def edited(**options) -> Story:
    story = Story(**options)
    story.commit("2017-01-10", {ROUTINE: routine("2017-01-10")})
    story.commit("2017-02-15", {ROUTINE: routine()})
    story.commit("2017-06-01", {ROUTINE: routine(text=NEW)})
    story.commit("2017-07-01", {"notes.txt": "x\n"})
    return story


def vbe(folder: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The program, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "vbe", *words, "--lang", "en"],
        cwd=folder, env={**os.environ, **environment}, capture_output=True, check=False, encoding="utf-8",
    )  # fmt: skip


def stale(folder: Path, at: str | None = None, *, day: str = DAY, **environment: str) -> tuple[int, dict[str, dict]]:
    """Exit code and the items of the JSON, by id."""
    with mock.patch.dict(os.environ, environment):
        assessment, setting = judge(open_source(folder, at), datetime.date.fromisoformat(day), None)
        items = json.loads(writer("stale", "json")(assessment, setting))["items"]
    return assessment.exit_code, {item["id"]: item for item in items}


def reasons(folder: Path, at: str | None = None, **environment: str) -> list[str]:
    return stale(folder, at, **environment)[1][ID]["reasons"]


class TestShortHistory:
    def test_shallow(self, tmp_path):
        edited().write(tmp_path / "r")
        run(tmp_path, "clone", "-q", "--depth", "1", f"file://{tmp_path}/r", "s")
        code, items = stale(tmp_path / "s")
        assert (code, items[ID]["state"]) == (3, "unknown")
        assert "git fetch --unshallow" in items[ID]["details"][0]["hint"]

    def test_shallow_and_a_day_long_ago(self, tmp_path):
        """What lies behind the first commit of the clone is not known, however late that commit is."""
        edited().write(tmp_path / "r")
        run(tmp_path, "clone", "-q", "--depth", "1", f"file://{tmp_path}/r", "s")
        assert "unknown" in stale(tmp_path / "s", day="2017-03-01")[1][ID]["reasons"]

    def test_shallow_but_long_enough(self, tmp_path):
        """What is seen to have changed has changed, however short the history is."""
        edited().write(tmp_path / "r")
        run(tmp_path, "clone", "-q", "--depth", "3", f"file://{tmp_path}/r", "s")
        assert reasons(tmp_path / "s") == EDITED

    def test_shallow_and_something_else_stale(self, tmp_path):
        edited().write(tmp_path / "r")
        run(tmp_path, "clone", "-q", "--depth", "1", f"file://{tmp_path}/r", "s")
        assert stale(tmp_path / "s", day="2019-01-01")[0] == 1

    def test_grafts(self, tmp_path):
        story = edited()
        folder = story.write(tmp_path / "r")
        (folder / ".git/info/grafts").write_text(f"{story.ids[3]}\n")
        code, items = stale(folder)
        assert (code, items[ID]["state"]) == (3, "unknown")
        assert "graft" in items[ID]["details"][0]["message"]

    def test_replaced_commits_are_not_believed(self, tmp_path):
        story = edited()
        folder = story.write(tmp_path / "r")
        run(folder, "replace", story.ids[3], story.ids[2])
        assert reasons(folder) == EDITED

    def test_a_partial_clone_fetches_nothing(self, tmp_path):
        edited().write(tmp_path / "r")
        run(tmp_path / "r", "config", "uploadpack.allowFilter", "true")
        run(tmp_path, "clone", "-q", "--filter=blob:none", f"file://{tmp_path}/r", "p")
        run(tmp_path / "p", "config", "remote.origin.url", f"file://{tmp_path}/gone")
        code, items = stale(tmp_path / "p")
        assert (code, items[ID]["state"]) == (3, "unknown")
        assert "git fetch" in items[ID]["details"][0]["hint"]


class TestNoHistory:
    def test_no_repository(self, tmp_path):
        folder = edited().write(tmp_path / "r")
        run(tmp_path, "-C", str(folder), "checkout-index", "-a", f"--prefix={tmp_path}/x/")
        code, items = stale(tmp_path / "x", GIT_CEILING_DIRECTORIES=str(tmp_path))
        assert (code, items[ID]["state"]) == (3, "unknown")

    def test_no_commits(self, tmp_path):
        folder = edited().write(tmp_path / "r")
        run(folder, "checkout", "-q", "--orphan", "tom")
        code, items = stale(folder)
        assert (code, items[ID]["state"]) == (3, "unknown")

    def test_no_git(self, tmp_path):
        folder = edited().write(tmp_path / "r")
        done = vbe(folder, "stale", "--as-of", DAY, "--format", "json", PATH="/nonexistent")
        [item] = [item for item in json.loads(done.stdout)["items"] if item["id"] == ID]
        assert (done.returncode, item["state"]) == (3, "unknown")
        assert "git is not installed" in item["details"][0]["message"]

    def test_no_git_and_a_commit_asked_for(self, tmp_path):
        folder = edited().write(tmp_path / "r")
        done = vbe(folder, "stale", "--at", "HEAD", PATH="/nonexistent")
        assert (done.returncode, done.stderr.count("\n")) == (2, 1)

    def test_a_corrupt_repository(self, tmp_path):
        folder = edited().write(tmp_path / "r")
        for thing in [*(folder / ".git/objects").glob("??/*"), *(folder / ".git/objects/pack").glob("*.pack")]:
            thing.chmod(0o644)
            thing.write_bytes(b"x" * thing.stat().st_size)
        code, items = stale(folder)
        assert (code, items[ID]["state"]) == (3, "unknown")

    @pytest.mark.parametrize("number", [1, 2, 3])
    def test_one_version_is_damaged(self, tmp_path, number):
        story = edited()
        folder = story.write(tmp_path / "r")
        unpack(folder)
        oid = run(folder, "rev-parse", f"{story.ids[number]}:{ROUTINE}")
        damaged = folder / ".git/objects" / oid[:2] / oid[2:]
        damaged.chmod(0o644)
        damaged.write_bytes(b"x" * 50)
        # The latest version stands in the work tree too, and of the first one only the review differs.
        assert reasons(folder) == (["unknown"] if number == 2 else EDITED)

    @pytest.mark.parametrize("name", ["config", "HEAD"])
    def test_broken_settings(self, tmp_path, name):
        folder = edited().write(tmp_path / "r")
        (folder / ".git" / name).write_text("[core\n nonsense ///\n")
        code, items = stale(folder, GIT_CEILING_DIRECTORIES=str(tmp_path))
        assert (code, items[ID]["state"]) == (3, "unknown")

    @pytest.mark.skipif(os.geteuid() != 0, reason="only root may give files away")
    def test_somebody_elses_repository(self, tmp_path):
        folder = edited().write(tmp_path / "r")
        for path in [folder, *folder.rglob("*")]:
            os.chown(path, 12345, 12345)
        code, items = stale(folder, HOME=str(tmp_path))
        assert (code, items[ID]["state"]) == (3, "unknown")
        assert "safe.directory" in items[ID]["details"][0]["hint"]
        (tmp_path / ".gitconfig").write_text(f"[safe]\n\tdirectory = {folder}\n")
        assert stale(folder, HOME=str(tmp_path))[1][ID]["reasons"] == EDITED


class TestClocks:
    @pytest.mark.parametrize("when", [4_000_000_000, 99_999_999_999, 0, 100])
    def test_dates_that_cannot_be(self, tmp_path, when):
        story = Story()
        story.commit("2017-02-15", {ROUTINE: routine()})
        story.commit(when, {ROUTINE: routine(text=NEW)})
        found = verdict(story.write(tmp_path / "r"), DAY)
        assert [reason.state.value for reason in found.reasons] == ["unknown"]
        assert "cannot be right" in found.reasons[0].message or "inte" in found.reasons[0].message

    def test_an_odd_time_zone(self, tmp_path, states):
        story = Story()
        story.commit("2017-02-15", {ROUTINE: routine()})
        story.commit("2017-06-01", {ROUTINE: routine(text=NEW)}, zone="+9999")
        assert states(story.write(tmp_path / "r")) == EDITED

    def test_the_day_is_the_committers(self, tmp_path, states):
        """Half past midnight in Sweden is still the day before in London; the review was made in Sweden."""
        story = Story()
        story.commit("2017-01-10", {ROUTINE: routine("2017-01-10")})
        story.commit(1487113800, {ROUTINE: routine("2017-01-10", NEW)}, zone="+0100")
        found = verdict(story.write(tmp_path / "r"), DAY)
        assert found.last_change.day.isoformat() == "2017-02-15"

    def test_a_clock_that_went_wrong_after_the_review(self, tmp_path, states):
        """The edit says 2015; it builds on a review of 2017, so it was made after it."""
        story = Story()
        story.commit("2017-02-15", {ROUTINE: routine()})
        story.commit("2015-01-01", {ROUTINE: routine(text=NEW)})
        assert states(story.write(tmp_path / "r")) == EDITED

    def test_a_clock_that_went_wrong_before_the_review(self, tmp_path, states):
        story = Story()
        story.commit("2017-01-10", {ROUTINE: routine("2017-01-10")})
        story.commit("2015-01-01", {ROUTINE: routine("2017-01-10", NEW)})
        story.commit("2017-02-15", {ROUTINE: routine(text=NEW)})
        assert states(story.write(tmp_path / "r")) == ["unknown"]


class TestPlaces:
    def test_detached_head(self, tmp_path):
        folder = edited().write(tmp_path / "r")
        run(folder, "checkout", "-q", "--detach")
        assert reasons(folder) == EDITED

    def test_an_older_commit_checked_out(self, tmp_path):
        story = edited()
        folder = story.write(tmp_path / "r")
        run(folder, "checkout", "-q", story.ids[2])
        assert reasons(folder) == []

    def test_a_linked_work_tree(self, tmp_path):
        folder = edited().write(tmp_path / "r")
        run(folder, "worktree", "add", "-q", str(tmp_path / "w"), "-b", "gren")
        assert reasons(tmp_path / "w") == EDITED

    def test_a_shallow_linked_work_tree(self, tmp_path):
        edited().write(tmp_path / "r")
        run(tmp_path, "clone", "-q", "--depth", "1", f"file://{tmp_path}/r", "s")
        run(tmp_path / "s", "worktree", "add", "-q", str(tmp_path / "w"), "-b", "gren")
        assert reasons(tmp_path / "w") == ["unknown"]

    def test_a_folder_of_a_larger_repository(self, tmp_path):
        folder = edited(prefix="säkerhet/strategi/").write(tmp_path / "r")
        assert reasons(folder) == EDITED

    def test_bare(self, tmp_path):
        edited().write(tmp_path / "r.git", bare=True)
        assert reasons(tmp_path / "r.git", "main") == EDITED

    def test_a_submodule(self, tmp_path):
        edited().write(tmp_path / "inner")
        run(tmp_path, "init", "-q", "outer")
        run(tmp_path / "outer", "-c", "protocol.file.allow=always", "submodule", "add", "-q", f"file://{tmp_path}/inner", "vbe")
        assert reasons(tmp_path / "outer/vbe") == EDITED

    def test_data_in_a_submodule(self, tmp_path):
        """The files are there, but their history is another repository's."""
        folder = edited().write(tmp_path / "r")
        run(folder, "rm", "-rq", "routines")
        inner = Story(base={})
        inner.commit("2017-02-15", {"socialforvaltningen/orosanmalan.yaml": routine()})
        inner.write(tmp_path / "inner")
        run(folder, "-c", "protocol.file.allow=always", "submodule", "add", "-q", f"file://{tmp_path}/inner", "routines")
        run(folder, "commit", "-qm", "x")
        assert reasons(folder) == ["unknown"]
        assert ("VBE", "routines") in {(d.code[:3], d.location.file) for d in examine(open_source(folder, "HEAD")).diagnostics}

    def test_sha256(self, tmp_path):
        run(tmp_path, "init", "-q", "-b", "main", "--object-format=sha256", "r")
        folder = edited().write(tmp_path / "r")
        assert reasons(folder) == EDITED


class TestSurroundings:
    def test_variables_of_another_repository(self, tmp_path):
        """As in a hook of another repository, which git tells its children about."""
        folder = edited().write(tmp_path / "r")
        other = Story(base={"x.txt": "x\n"})
        other.commit("2017-01-01")
        other.write(tmp_path / "o")
        environment = {
            "GIT_DIR": f"{tmp_path}/o/.git",
            "GIT_WORK_TREE": f"{tmp_path}/o",
            "GIT_INDEX_FILE": f"{tmp_path}/o/.git/index",
        }
        assert reasons(folder, **environment) == EDITED

    @pytest.mark.parametrize(
        "setting",
        [
            "log.showRoot=false",
            "diff.renames=false",
            "diff.relative=true",
            "diff.orderFile=/nonexistent",
            "color.ui=always",
            "log.follow=true",
        ],
    )
    def test_settings_that_alter_the_log(self, tmp_path, setting):
        former = "routines/socialforvaltningen/oro.yaml"
        story = Story()
        story.commit("2017-02-15", {former: routine()})
        story.commit("2017-04-01", {former: routine(text=NEW)})
        story.commit("2017-06-01", rename=(former, ROUTINE))
        folder = story.write(tmp_path / "r")
        run(folder, "config", *setting.split("=", 1))
        assert reasons(folder) == EDITED

    def test_a_time_zone_far_away(self, tmp_path):
        folder = edited().write(tmp_path / "r")
        words = ("stale", "--as-of", DAY, "--format", "json")
        assert vbe(folder, *words, TZ="Pacific/Kiritimati").stdout == vbe(folder, *words, TZ="UTC").stdout


class TestAt:
    def test_an_older_commit(self, tmp_path):
        story = edited()
        folder = story.write(tmp_path / "r")
        before = sorted((p, p.stat().st_mtime_ns) for p in folder.rglob("*"))
        assert reasons(folder, story.ids[2]) == []
        assert reasons(folder, "HEAD~1") == EDITED
        assert before == sorted((p, p.stat().st_mtime_ns) for p in folder.rglob("*"))

    def test_the_work_tree_is_not_read(self, tmp_path):
        folder = edited().write(tmp_path / "r")
        (folder / ROUTINE).unlink()
        (folder / "vbe.yaml").unlink()
        assert reasons(folder, "main") == EDITED

    @pytest.mark.parametrize(
        ("name", "hint"), [("mian", "main"), ("v1.O", "v1.0"), ("--all", "git log"), ("a\nb", "git log"), ("", "git log")]
    )
    def test_an_unknown_commit(self, tmp_path, name, hint):
        folder = edited().write(tmp_path / "r")
        run(folder, "tag", "v1.0")
        for command in ("stale", "validate") if name == "mian" else ("stale",):
            done = vbe(folder, command, f"--at={name}")
            assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
            assert hint in done.stderr

    def test_links_and_large_files_in_a_commit(self, tmp_path):
        folder = edited().write(tmp_path / "r")
        (folder / "routines/socialforvaltningen/lank.yaml").symlink_to("/etc/passwd")
        (folder / "routines/socialforvaltningen/stor.yaml").write_text("title: " + "x" * 400_000)
        run(folder, "add", "-A")
        run(folder, "commit", "-qm", "x")
        verdicts = [examine(open_source(folder, at)) for at in (None, "HEAD")]
        found = [{(d.code, d.location.file) for d in each.diagnostics} for each in verdicts]
        assert found[0] == found[1]
        assert {file for _code, file in found[0]} >= {f"routines/socialforvaltningen/{name}.yaml" for name in ("lank", "stor")}


def unpack(folder: Path) -> None:
    """Have every object in a file of its own."""
    for pack in list((folder / ".git/objects/pack").glob("*.pack")):
        content = pack.read_bytes()
        for part in (folder / ".git/objects/pack").glob(f"{pack.stem}.*"):
            part.unlink()
        subprocess.run(["git", "unpack-objects", "-q"], cwd=folder, env=ENVIRONMENT, input=content, check=True)


HOSTILE = {
    "core.fsmonitor": "{marker}",
    "core.hooksPath": "{hooks}",
    "core.pager": "{marker}",
    "core.editor": "{marker}",
    "core.sshCommand": "{marker}",
    "core.alternateRefsCommand": "{marker}",
    "diff.external": "{marker}",
    "diff.x.command": "{marker}",
    "diff.x.textconv": "{marker}",
    "filter.x.clean": "{marker}",
    "filter.x.smudge": "{marker}",
    "filter.x.process": "{marker}",
    "gpg.program": "{marker}",
    "log.showSignature": "true",
    "alias.log": "!{marker}",
    "alias.ls-tree": "!{marker}",
    "uploadpack.packObjectsHook": "{marker}",
    "credential.helper": "!{marker}",
    "merge.x.driver": "{marker}",
    "sequence.editor": "{marker}",
    "pager.log": "{marker}",
    "trailer.x.command": "{marker}",
    "remote.origin.url": "ext::{marker}",
    "remote.origin.promisor": "true",
    "remote.origin.uploadpack": "{marker}",
    "remote.origin.partialclonefilter": "blob:none",
    "extensions.partialClone": "origin",
    "core.repositoryFormatVersion": "1",
}


@pytest.mark.parametrize("command", ["stale", "stale at", "validate at", "history"])
@pytest.mark.parametrize("missing", [False, True])
def test_nothing_that_the_repository_configures_is_run(tmp_path, command, missing):
    story = edited()
    folder = story.write(tmp_path / "r")
    marker = tmp_path / "marker.sh"
    marker.write_text(f"#!/bin/sh\ntouch {tmp_path}/RAN\n")
    marker.chmod(0o755)
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    for hook in ("post-index-change", "post-checkout", "reference-transaction", "fsmonitor-watchman", "pre-auto-gc"):
        (hooks / hook).symlink_to(marker)
        (folder / ".git/hooks").mkdir(exist_ok=True)
        (folder / ".git/hooks" / hook).symlink_to(marker)
    (folder / ".gitattributes").write_text("* diff=x filter=x merge=x\n")
    (folder / ".git/info/attributes").write_text("* diff=x filter=x merge=x\n")
    if missing:
        unpack(folder)
        old = run(folder, "rev-parse", f"{story.ids[1]}:{ROUTINE}")
        (folder / ".git/objects" / old[:2] / old[2:]).unlink()
    for name, value in HOSTILE.items():
        run(folder, "config", name, value.format(marker=marker, hooks=hooks))
    if command == "history":
        history = read_history(Disk(folder))
        assert isinstance(history, NoHistory) or versions(history, ROUTINE)
    elif command == "validate at":
        examine(open_source(folder, "HEAD"))
    else:
        stale(folder, "HEAD" if command == "stale at" else None)
    assert not (tmp_path / "RAN").exists()


def test_the_marker_would_have_told(tmp_path):
    """The trap works: plain git does run it."""
    folder = edited().write(tmp_path / "r")
    marker = tmp_path / "marker.sh"
    marker.write_text(f"#!/bin/sh\ntouch {tmp_path}/RAN\n")
    marker.chmod(0o755)
    run(folder, "config", "core.fsmonitor", str(marker))
    run(folder, "status", check=False)
    assert (tmp_path / "RAN").exists()
