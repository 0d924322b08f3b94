"""A repository as git sees it: its commits, their trees, and how much of the history there is."""

from __future__ import annotations

import re
from copy import copy
from functools import cached_property
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, NamedTuple

from vbe.language import _, did_you_mean
from vbe.language.patterns import later
from vbe.store.git.blobs import Blobs
from vbe.store.git.errors import GitError, Problem, from_stderr
from vbe.store.git.ordinary import require_ordinary, require_ordinary_store
from vbe.store.git.process import run, start, trusted_folders

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

OBJECT_ID = later(r"[0-9a-f]{40}(?:[0-9a-f]{24})?\Z")
CHUNK = 1 << 18
MAX_NAMES = 5000


class TreeEntry(NamedTuple):
    """One name in a commit's tree, with its path from the repository's top."""

    mode: str
    oid: str
    size: int
    path: str

    @property
    def is_file(self) -> bool:
        """An ordinary file: no link and no submodule."""
        return self.mode.startswith("100")


class Git:
    """A repository. Made by `Git.open`, which raises `GitError` where there is none to read."""

    def __init__(self, folder: Path, flags: tuple[str, ...], *, prefix: str, common: Path, shallow: bool) -> None:
        self.folder = folder
        self.prefix = prefix
        """The way from the repository's top to the folder: empty, or ending in `/`."""
        self.is_shallow = shallow
        self._depth = prefix.count("/")
        self._flags = flags
        self._common = common

    @classmethod
    def open(cls, folder: Path, *, bare: bool = False) -> Git:
        """The repository that a folder lies in; with `bare`, the folder may be a repository without a work tree."""
        require_ordinary_store(folder) if bare else require_ordinary(folder)
        flags: tuple[str, ...] = ("--git-dir=.",) if bare else ()
        question = ["rev-parse", "--is-shallow-repository", "--git-common-dir", "--show-prefix"]
        code, output, complaints = run(folder, question, flags=flags)
        if code != 0 and from_stderr(complaints, str(folder)).problem is Problem.DUBIOUS_OWNERSHIP:
            # The user's own list of safe folders is not read by the hardened call; this asks for it.
            top = _top(complaints) or str(folder.resolve())
            if {"*", top} & set(trusted_folders(folder)):
                flags = (*flags, "-c", f"safe.directory={top}")
                code, output, complaints = run(folder, question, flags=flags)
        if code != 0:
            raise from_stderr(complaints, _top(complaints) or str(folder.resolve()))
        shallow, common, prefix = output.decode("utf-8", "surrogateescape").split("\n")[:3]
        require_ordinary_store(folder / common)
        return cls(folder, flags, prefix=prefix, common=folder / common, shallow=shallow == "true")

    def seen_from(self, prefix: str) -> Git:
        """The same repository, whose records lie in another folder: `prefix` is the way there from the top."""
        other = copy(self)
        other.prefix = prefix
        return other

    @property
    def top(self) -> Path:
        """The folder that git calls the top, links resolved; of a repository without a work tree, its own."""
        folder = self.folder.resolve()
        return folder.parents[self._depth - 1] if self._depth else folder

    def ask(self, *arguments: str, environment: Mapping[str, str] | None = None) -> bytes:
        """The output of a call; `GitError` where it fails. `environment`: what git is told besides, by name."""
        code, output, complaints = run(self.folder, arguments, flags=self._flags, environment=environment)
        if code != 0:
            raise from_stderr(complaints, str(self.folder))
        return output

    def stream(self, *arguments: str) -> Iterator[bytes]:
        """The output of a call, piece by piece while git works; `GitError` at the end where it fails."""
        process = start(self.folder, arguments, flags=self._flags)
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.close()
        complaints: list[bytes] = []
        pipe = process.stderr
        reader = Thread(target=lambda: complaints.append(pipe.read()), daemon=True)
        reader.start()
        try:
            while part := process.stdout.read1(CHUNK):  # type: ignore[attr-defined]  # a buffered pipe
                yield part
            reader.join()
            if process.wait() != 0:
                raise from_stderr(b"".join(complaints), str(self.folder))
        finally:
            process.kill()
            process.wait()
            reader.join()
            process.stdout.close()
            process.stderr.close()

    def blobs(self) -> Blobs:
        """A reader of many versions; to be closed."""
        return Blobs(self.folder, self._flags)

    def resolve(self, revision: str) -> str:
        """The commit that a name, an id or an expression means."""
        if revision and revision.isprintable():
            question = ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"]
            code, output, _complaints = run(self.folder, question, flags=self._flags)
            oid = output.decode("ascii", "replace").strip()
            if code == 0 and OBJECT_ID.match(oid):
                return oid
        if revision == "HEAD":
            message, hint = _("The repository has no commits yet."), _("Make the first one with `git add` and `git commit`.")
            raise GitError(Problem.NO_COMMITS, message, hint)
        hint = did_you_mean(revision, self.names)
        if not hint and self.is_shallow:
            hint = _("The clone is shallow; `git fetch --unshallow` fetches the rest.")
        message = _("There is no commit “{revision}” in the repository.").format(revision=revision)
        raise GitError(Problem.UNKNOWN_REVISION, message, hint or _("`git log --oneline` and `git tag` list what there is."))

    def merge_base(self, one: str, other: str) -> str:
        """The commit where two commits have parted; empty where the clone holds none."""
        code, output, _complaints = run(self.folder, ["merge-base", one, other], flags=self._flags)
        return output.decode("ascii", "replace").strip() if code == 0 else ""

    def is_ancestor(self, commit: str, of: str) -> bool:
        """Whether a commit is another one, or came before it."""
        code, _output, _complaints = run(self.folder, ["merge-base", "--is-ancestor", commit, of], flags=self._flags)
        return code == 0

    @cached_property
    def names(self) -> list[str]:
        """The names of branches and tags."""
        kinds = ("refs/heads", "refs/tags", "refs/remotes")
        question = ["for-each-ref", f"--count={MAX_NAMES}", "--format=%(refname:short)", *kinds]
        code, output, _complaints = run(self.folder, question, flags=self._flags)
        return output.decode("utf-8", "replace").splitlines() if code == 0 else []

    def tree(self, commit: str) -> Iterator[TreeEntry]:
        """Everything in a commit's tree."""
        output = self.ask("ls-tree", "-r", "-z", "-l", "--full-tree", "--end-of-options", commit)
        for line in output.decode("utf-8", "surrogateescape").split("\0")[:-1]:
            about, _tab, path = line.partition("\t")
            mode, _kind, oid, size = about.split()
            yield TreeEntry(mode, oid, int(size) if size.isdigit() else 0, path)

    @cached_property
    def shallow_commits(self) -> frozenset[str]:
        """The commits whose parents the clone lacks."""
        return frozenset(self._words("shallow")) if self.is_shallow else frozenset()

    @cached_property
    def has_grafts(self) -> bool:
        """Whether somebody has given commits other parents. The hardened calls do not follow them."""
        return bool(self._words("info/grafts"))

    def _words(self, name: str) -> Sequence[str]:
        try:
            return (self._common / name).read_text("ascii", "replace").split()
        except OSError:
            return ()


def _top(complaints: bytes) -> str:
    found = re.search(r"dubious ownership in repository at '([^'\n]+)'", complaints.decode("utf-8", "surrogateescape"))
    return found[1] if found else ""
