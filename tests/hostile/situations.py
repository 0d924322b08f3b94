"""States that a repository's git may be in, each made from the same small history; and a marker that tells when anything ran."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.git.stories import ENVIRONMENT, ROUTINE, Story, run
from tests.git.test_situations import HOSTILE, unpack

CLEAN = Path(__file__).parent.parent / "rules" / "base"
FILES = {path.relative_to(CLEAN).as_posix(): path.read_text(encoding="utf-8") for path in sorted(CLEAN.rglob("*.yaml"))}
TEXT = FILES[ROUTINE]
EVIL = "\x1b[31mRÖD\x1b[0m\n::error file=x::y\n##[error]z \u202egnirts <script>alert(1)</script> =1+1 [link=http://x]"
HOOKS = ("post-index-change", "post-checkout", "reference-transaction", "fsmonitor-watchman", "pre-auto-gc", "post-commit")


@dataclass
class Place:
    """A repository to be spoilt: its folder, its commits, the program that would leave a marker, and the environment."""

    folder: Path
    ids: dict[int, str]
    marker: Path
    environment: dict[str, str]

    @property
    def git(self) -> Path:
        return self.folder / ".git"

    def object(self, name: str) -> Path:
        """The file of an object."""
        unpack(self.folder)
        oid = run(self.folder, "rev-parse", name)
        return self.git / "objects" / oid[:2] / oid[2:]

    def ran(self) -> bool:
        return (self.marker.parent / "RAN").exists()


def edited(word: str) -> str:
    """The routine with another word in a step."""
    return TEXT.replace("    does: ", f"    does: {word.capitalize()}, ", 1)


def place(folder: Path) -> Place:
    """A small history of a clean repository: a routine that is written, reviewed and edited."""
    story = Story(base=FILES)
    story.commit("2024-01-10", {ROUTINE: TEXT.replace("- date: ", "- date: 2024-01-10 # ")})
    story.commit("2024-06-10", {ROUTINE: TEXT})
    story.commit("2025-06-01", {ROUTINE: edited("genast")})
    story.write(folder / "r")
    marker = folder / "marker.sh"
    marker.write_text(f"#!/bin/sh\ntouch {folder}/RAN\n")
    marker.chmod(0o755)
    return Place(folder / "r", story.ids, marker, {})


SITUATIONS: dict[str, Callable[[Place], None]] = {}


def situation(make: Callable[[Place], None]) -> Callable[[Place], None]:
    SITUATIONS[make.__name__.replace("_", " ")] = make
    return make


@situation
def nothing_wrong(_at: Place) -> None: ...


@situation
def hostile_settings(at: Place) -> None:
    hooks = at.marker.parent / "hooks"
    hooks.mkdir()
    (at.git / "hooks").mkdir(exist_ok=True)
    for hook in HOOKS:
        (hooks / hook).symlink_to(at.marker)
        (at.git / "hooks" / hook).symlink_to(at.marker)
    (at.folder / ".gitattributes").write_text("* diff=x filter=x merge=x ident working-tree-encoding=UTF-16\n")
    (at.git / "info").mkdir(exist_ok=True)
    (at.git / "info/attributes").write_text("* diff=x filter=x merge=x\n")
    for name, value in HOSTILE.items():
        run(at.folder, "config", name, value.format(marker=at.marker, hooks=hooks))


@situation
def hostile_settings_and_a_missing_version(at: Place) -> None:
    at.object(f"{at.ids[1]}:{ROUTINE}").unlink()
    hostile_settings(at)


@situation
def hostile_settings_and_a_missing_file(at: Place) -> None:
    at.object(f"HEAD:{ROUTINE}").unlink()
    hostile_settings(at)


@situation
def settings_of_another_file(at: Place) -> None:
    other = at.marker.parent / "other.cfg"
    other.write_text(f"[core]\n\tfsmonitor = {at.marker}\n\thooksPath = {at.marker.parent}\n")
    run(at.folder, "config", "include.path", str(other))


@situation
def another_work_tree(at: Place) -> None:
    run(at.folder, "config", "core.worktree", "/etc")


@situation
def variables_of_another_repository(at: Place) -> None:
    other = at.marker.parent / "other"
    other.mkdir()
    run(other, "init", "-q")
    at.environment |= {"GIT_DIR": str(other / ".git"), "GIT_WORK_TREE": "/etc", "GIT_INDEX_FILE": "/dev/null"}


@situation
def variables_that_run_something(at: Place) -> None:
    program = str(at.marker)
    at.environment |= dict.fromkeys(
        ("GIT_EXTERNAL_DIFF", "GIT_PAGER", "PAGER", "GIT_SSH_COMMAND", "GIT_ASKPASS", "GIT_EDITOR"), program
    )
    at.environment |= {
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": "core.fsmonitor",
        "GIT_CONFIG_VALUE_0": program,
        "GIT_TRACE": "1",
    }


@situation
def replaced_commit(at: Place) -> None:
    run(at.folder, "replace", at.ids[3], at.ids[1])


@situation
def replaced_file(at: Place) -> None:
    run(at.folder, "replace", f"HEAD:{ROUTINE}", "HEAD:vbe.yaml", check=False)


@situation
def grafts(at: Place) -> None:
    (at.git / "info").mkdir(exist_ok=True)
    (at.git / "info/grafts").write_text(at.ids[3] + "\n")


@situation
def missing_old_version(at: Place) -> None:
    at.object(f"{at.ids[1]}:{ROUTINE}").unlink()


@situation
def missing_file_of_head(at: Place) -> None:
    at.object(f"HEAD:{ROUTINE}").unlink()


@situation
def missing_tree_of_head(at: Place) -> None:
    at.object("HEAD^{tree}").unlink()


@situation
def missing_commit(at: Place) -> None:
    at.object(at.ids[2]).unlink()


@situation
def missing_head_commit(at: Place) -> None:
    at.object("HEAD").unlink()


@situation
def damaged_file_of_head(at: Place) -> None:
    damage(at.object(f"HEAD:{ROUTINE}"))


@situation
def damaged_head_commit(at: Place) -> None:
    damage(at.object("HEAD"))


@situation
def damaged_pack(at: Place) -> None:
    run(at.folder, "repack", "-adq")
    for pack in (at.git / "objects/pack").glob("*.pack"):
        damage(pack)


@situation
def damaged_pack_index(at: Place) -> None:
    run(at.folder, "repack", "-adq")
    for pack in (at.git / "objects/pack").glob("*.idx"):
        damage(pack)


@situation
def damaged_index(at: Place) -> None:
    (at.git / "index").write_bytes(b"DIRC\0\0\0\2\xff\xff\xff\xff" + b"x" * 50)


@situation
def empty_index(at: Place) -> None:
    (at.git / "index").write_bytes(b"")


@situation
def damaged_commit_graph(at: Place) -> None:
    run(at.folder, "commit-graph", "write", "--reachable")
    damage(at.git / "objects/info/commit-graph")


@situation
def locks_left_behind(at: Place) -> None:
    for name in ("index.lock", "HEAD.lock", "config.lock", "refs/heads/main.lock"):
        (at.git / name).write_text("")


@situation
def shallow_clone(at: Place) -> None:
    clone(at, "--depth=1")


@situation
def partial_clone(at: Place) -> None:
    clone(at, "--filter=blob:none", "--no-checkout")
    run(at.folder, "config", "remote.origin.url", f"ext::{at.marker}")
    run(at.folder, "config", "remote.origin.uploadpack", str(at.marker))
    for file, text in {**FILES, ROUTINE: edited("genast")}.items():
        path = at.folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


@situation
def treeless_clone(at: Place) -> None:
    partial = clone(at, "--filter=tree:0", "--no-checkout")
    run(at.folder, "config", "remote.origin.url", f"ext::{at.marker}")
    shutil.copytree(partial, at.folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns(".git"))


@situation
def submodule(at: Place) -> None:
    inner = at.marker.parent / "inner"
    inner.mkdir()
    run(inner, "init", "-q")
    run(inner, "config", "core.fsmonitor", str(at.marker))
    (inner / "x.yaml").write_text("title: x\n")
    run(inner, "add", "-A")
    run(inner, "commit", "-qm", "x")
    run(at.folder, "-c", "protocol.file.allow=always", "submodule", "add", "-q", str(inner), "inner")
    (at.folder / ".gitmodules").write_text(
        f'[submodule "inner"]\n\tpath = inner\n\turl = ext::{at.marker}\n\tupdate = !{at.marker}\n'
    )
    run(at.folder, "commit", "-qam", "x")


@situation
def submodule_with_a_hostile_name(at: Place) -> None:
    (at.folder / ".gitmodules").write_text(f'[submodule "../../x"]\n\tpath = routines\n\turl = -u{at.marker}\n')


@situation
def somebody_elses(at: Place) -> None:
    for path in (at.folder, at.git, at.git / "config"):
        os.chown(path, 12_345, 12_345)


@situation
def no_git(at: Place) -> None:
    at.environment["PATH"] = str(at.marker.parent / "nothing")


@situation
def another_git_first(at: Place) -> None:
    """A program called git in the work tree is not the one that is meant."""
    (at.folder / "git").symlink_to(at.marker)
    (at.folder / "git.exe").symlink_to(at.marker)


@situation
def sha256(at: Place) -> None:
    shutil.rmtree(at.git)
    run(at.folder, "init", "-q", "-b", "main", "--object-format=sha256")
    run(at.folder, "add", "-A")
    run(at.folder, "commit", "-qm", "x", GIT_COMMITTER_DATE="2025-06-01T12:00:00+0100")


@situation
def detached_head(at: Place) -> None:
    run(at.folder, "checkout", "-q", "--detach")


@situation
def unborn_head(at: Place) -> None:
    run(at.folder, "symbolic-ref", "HEAD", "refs/heads/new")


@situation
def head_of_nonsense(at: Place) -> None:
    (at.git / "HEAD").write_text("ref: refs/heads/../../x\n")


@situation
def empty_head(at: Place) -> None:
    (at.git / "HEAD").write_text("")


@situation
def empty_branch(at: Place) -> None:
    (at.git / "refs/heads/main").write_text("")


@situation
def branch_called_head(at: Place) -> None:
    run(at.folder, "update-ref", "refs/heads/HEAD", at.ids[1])
    run(at.folder, "update-ref", "refs/tags/HEAD", at.ids[1])


@situation
def broken_settings(at: Place) -> None:
    (at.git / "config").write_text("[core\nx")


@situation
def unknown_extension(at: Place) -> None:
    run(at.folder, "config", "core.repositoryFormatVersion", "1")
    run(at.folder, "config", "extensions.somethingNew", "true")


@situation
def pointer_to_nowhere(at: Place) -> None:
    shutil.rmtree(at.git)
    at.git.write_text("gitdir: /nowhere\n")


@situation
def pointer_to_itself(at: Place) -> None:
    shutil.rmtree(at.git)
    at.git.write_text("gitdir: .git\n")


@situation
def pointer_of_nonsense(at: Place) -> None:
    shutil.rmtree(at.git)
    at.git.write_bytes(b"\x1b[31m\0::error::x\n")


@situation
def no_repository(at: Place) -> None:
    shutil.rmtree(at.git)


@situation
def repository_of_folders_only(at: Place) -> None:
    for path in at.git.rglob("*"):
        if path.is_file():
            path.unlink()


@situation
def alternates_to_nowhere(at: Place) -> None:
    (at.git / "objects/info").mkdir(exist_ok=True)
    (at.git / "objects/info/alternates").write_text("/nowhere\n" + "../" * 500 + "\n")


@situation
def evil_words_in_a_commit(at: Place) -> None:
    (at.folder / ROUTINE).write_text(edited("nu"), encoding="utf-8")
    run(at.folder, "commit", "-qam", EVIL, GIT_AUTHOR_NAME="\x1b[31m::error::R", GIT_AUTHOR_EMAIL="=1+1@x.example")


@situation
def evil_names_of_branches(at: Place) -> None:
    for name in ("::error::x", "\u202ex", "<script>", "%0A", "--upload-pack=x", "[red]x"):
        run(at.folder, "update-ref", f"refs/heads/{name}", "HEAD", check=False)


@situation
def evil_names_of_files(at: Place) -> None:
    for name in ("a\nb.txt", "\x1b[31m.txt", "::error::.txt", "-x", "\u202e.txt", "=1+1.txt"):
        (at.folder / name).write_text("x")
    run(at.folder, "add", "-A")
    run(at.folder, "commit", "-qm", "x")


@situation
def name_that_is_no_text(at: Place) -> None:
    Path(os.fsdecode(os.fsencode(at.folder) + b"/\xe5\xff.txt")).write_text("x")
    run(at.folder, "add", "-A")
    run(at.folder, "commit", "-qm", "x")


@situation
def tree_that_leads_out(at: Place) -> None:
    """A tree with the names `..` and `.git`, and the profile twice."""
    blob = run(at.folder, "rev-parse", "HEAD:vbe.yaml")
    inner = run(at.folder, "rev-parse", "HEAD^{tree}")
    entries = b"".join(
        mode + b" " + name + b"\0" + bytes.fromhex(oid)
        for mode, name, oid in (
            (b"100644", b"..", blob), (b"40000", b".git", inner), (b"100644", b"../x", blob), (b"40000", b"routines", inner),
            (b"100644", b"vbe.yaml", blob), (b"100644", b"vbe.yaml", blob),
        )
    )  # fmt: skip
    done = subprocess.run(
        ["git", "hash-object", "-t", "tree", "--literally", "-w", "--stdin"],
        cwd=at.folder, env=ENVIRONMENT, input=entries, capture_output=True, check=True,
    )  # fmt: skip
    commit = run(at.folder, "commit-tree", done.stdout.decode().strip(), "-p", "HEAD", "-m", "x")
    run(at.folder, "update-ref", "refs/heads/main", commit)


@situation
def commit_of_nonsense(at: Place) -> None:
    tree = run(at.folder, "rev-parse", "HEAD^{tree}")
    text = f"tree {tree}\nparent {at.ids[3]}\nauthor \ncommitter x <y 99999999999999999999 +9999\nencoding no-such\n\n\xff\0\x1b"
    done = subprocess.run(
        ["git", "hash-object", "-t", "commit", "--literally", "-w", "--stdin"],
        cwd=at.folder, env=ENVIRONMENT, input=text.encode("latin-1"), capture_output=True, check=True,
    )  # fmt: skip
    (at.git / "refs/heads/main").write_bytes(done.stdout)


@situation
def blame_list_of_nonsense(at: Place) -> None:
    (at.folder / ".git-blame-ignore-revs").write_bytes(b"\xff\0\n" + b"x" * 5000 + b"\n--output=x\n")
    run(at.folder, "config", "blame.ignoreRevsFile", "/dev/zero")


@situation
def blame_list_elsewhere(at: Place) -> None:
    (at.folder / ".git-blame-ignore-revs").symlink_to("/dev/zero")


@situation
def blame_list_that_waits(at: Place) -> None:
    os.mkfifo(at.folder / ".git-blame-ignore-revs")


@situation
def mailmap_elsewhere(at: Place) -> None:
    (at.folder / ".mailmap").symlink_to("/dev/zero")


@situation
def attributes_that_wait(at: Place) -> None:
    os.mkfifo(at.folder / ".gitattributes")


@situation
def ignored_files(at: Place) -> None:
    (at.folder / ".gitignore").write_text("*\n!.gitignore\n")


@situation
def files_said_to_be_unchanged(at: Place) -> None:
    (at.folder / ROUTINE).write_text(edited("inte"), encoding="utf-8")
    run(at.folder, "update-index", "--assume-unchanged", ROUTINE)


@situation
def merge_under_way(at: Place) -> None:
    (at.git / "MERGE_HEAD").write_text(at.ids[1] + "\n")
    (at.git / "MERGE_MSG").write_text(EVIL)


def damage(path: Path) -> None:
    """Turn some bytes in the middle."""
    path.chmod(0o644)
    content = bytearray(path.read_bytes())
    for offset in range(len(content) // 3, len(content) * 2 // 3 + 1):
        content[offset] ^= 0x5A
    path.write_bytes(bytes(content))


def clone(at: Place, *options: str) -> Path:
    """Replace the repository by a clone of itself; where the original went."""
    origin = at.marker.parent / "origin"
    at.folder.rename(origin)
    run(origin, "config", "uploadpack.allowFilter", "true")
    run(origin.parent, "clone", "-q", *options, f"file://{origin}", str(at.folder))
    return origin
