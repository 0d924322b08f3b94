"""Answers remembered: the same words about the same files, asked of the same program, need not be worked out twice.

The key is made of everything that an answer depends on, the bytes of every file first of all; nothing that is remembered is
believed over them. An entry that is damaged, or cannot be read or written, is as if it were not there.

A hit is the whole run, so nothing is imported here before it is needed, not even the standard library's `typing`.
"""

from __future__ import annotations

import hashlib
import os
import stat
import sys

from vbe.model.places import FILE, FOLDERS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FORMAT = b"vbe-answer-1"
MAX_ENTRIES = 50
MAX_FILES = 100_000
MAX_ANSWER = 8 << 20
MAX_FILE = 4 << 20
"""As much as any profile can allow a file to hold."""
IGNORE_FILE = ".git-blame-ignore-revs"
SURROUNDINGS = ("VBE_LANG", "NO_COLOR", "TERM")
"""What of the environment is seen in an answer."""
FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class UncertainError(Exception):
    """Something that the answer may depend on cannot be read here; never leaves this module."""


class Answer:
    """What a run wrote, and its exit code; `exact` where a program reads it (see `vbe.cli.options.emit`)."""

    def __init__(self, text: str, code: int, *, exact: bool) -> None:
        self.text, self.code, self.exact = text, code, exact


class Memory:
    """Where the answer to a question is kept, if it has been asked before."""

    def __init__(self, words: list[str], root: str, *, history: bool) -> None:
        self._words, self._root, self._history = words, root, history
        self._key = self._make_key()

    def recall(self) -> Answer | None:
        """The answer; None where it must be worked out."""
        try:
            with open(self._entry(), "rb") as file:
                digest, _newline, payload = file.read().partition(b"\n")
            if digest.decode("ascii") != hashlib.sha256(payload).hexdigest():
                return None
            code, exact, text = payload.split(b" ", 2)
            return Answer(text.decode(), int(code), exact=exact == b"1")
        except (OSError, ValueError):
            return None

    def keep(self, answer: Answer) -> None:
        """Remember an answer, unless a file has changed while it was worked out."""
        payload = b"%d %d %b" % (answer.code, answer.exact, answer.text.encode("utf-8", "replace"))
        try:
            if len(payload) <= MAX_ANSWER and self._make_key() == self._key:
                _write(self._entry(), hashlib.sha256(payload).hexdigest().encode() + b"\n" + payload)
        except (OSError, UncertainError):
            return

    def _entry(self) -> str:
        from platformdirs import user_cache_dir

        return os.path.join(user_cache_dir("vbe", appauthor=False), "answers", self._key)

    def _make_key(self) -> str:
        history = _history(self._root) if self._history else ()
        groups: tuple[Iterable[str | bytes], ...] = (_program(), self._words, _surroundings(), history, _files(self._root))
        digest = hashlib.sha256(FORMAT)
        for group in groups:
            for part in group:
                content = os.fsencode(part) if isinstance(part, str) else part
                digest.update(b"%d:" % len(content))
                digest.update(content)
            digest.update(b";")
        return digest.hexdigest()


def memory_of(words: list[str], root: str, *, history: bool) -> Memory | None:
    """The memory of what these words ask about a repository; None where something that the answer depends on cannot be read."""
    try:
        return Memory(words, root, history=history)
    except (OSError, ValueError, UncertainError):
        return None


def _surroundings() -> Iterator[str]:
    yield os.getcwd()
    yield str(sys.stdout is not None and sys.stdout.isatty())
    for name in SURROUNDINGS:
        yield os.environ.get(name, "")
        yield str(name in os.environ)


def _program() -> Iterator[str]:
    """The program that answers: its own files, its catalogues, and the libraries beside it."""
    here = os.path.dirname(__file__)
    yield sys.version
    yield here
    folders = [here]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in sorted(entries, key=_name):
                if entry.is_dir():
                    folders.append(entry.path)
                elif entry.name.endswith((".py", ".mo")):
                    status = entry.stat()
                    yield f"{entry.path} {status.st_size} {status.st_mtime_ns}"
    for folder in sys.path:
        if folder.endswith("-packages"):
            yield f"{folder} {os.stat(folder).st_mtime_ns}"


def _history(root: str) -> Iterator[str | bytes]:
    """What git's answers depend on: the day, the latest commit, and how much there is of what lies behind it."""
    import datetime
    from pathlib import Path

    from vbe.store.git import Git, GitError

    yield datetime.datetime.now().astimezone().date().isoformat()
    try:
        git = Git.open(Path(root))
        yield from (git.resolve("HEAD"), git.prefix, f"{git.is_shallow} {git.has_grafts} {git.packs}")
    except GitError:
        raise UncertainError from None
    if os.path.lexists(os.path.join(root, IGNORE_FILE)):
        yield _content(os.path.join(root, IGNORE_FILE))


def _files(root: str) -> Iterator[str | bytes]:
    """The names and bytes of all that `vbe.store.repository.Disk` may read, and of more rather than less."""
    yield root
    yield _content(os.path.join(root, FILE))
    folders = [os.path.join(root, folder) for folder in FOLDERS]
    count = 0
    for folder in folders:
        if os.path.islink(folder) or not os.path.isdir(folder):
            yield f"{folder} {os.path.islink(folder)}"
            continue
        with os.scandir(folder) as entries:
            for entry in sorted(entries, key=_name):
                yield entry.path
                if entry.is_symlink():
                    yield "a link, which is not followed"
                elif entry.is_dir(follow_symlinks=False):
                    folders.append(entry.path)
                else:
                    count += 1
                    yield _content(entry.path)
        if count > MAX_FILES:
            raise UncertainError


def _name(entry: os.DirEntry[str]) -> str:
    return entry.name


def _content(path: str) -> bytes:
    """A file's bytes; whatever is no ordinary file leaves us uncertain."""
    descriptor = os.open(path, FLAGS)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode) or status.st_size > MAX_FILE:
            raise UncertainError
        content = os.read(descriptor, MAX_FILE + 1)
        if len(content) != status.st_size:
            raise UncertainError
        return content
    finally:
        os.close(descriptor)


def _write(entry: str, content: bytes) -> None:
    """Written whole or not at all, so that runs side by side do not disturb each other."""
    folder = os.path.dirname(entry)
    os.makedirs(folder, exist_ok=True, mode=0o700)
    draft = f"{entry}.{os.getpid()}.tmp"
    try:
        with open(draft, "wb") as file:
            file.write(content)
        os.replace(draft, entry)
    finally:
        if os.path.lexists(draft):
            os.unlink(draft)
    with os.scandir(folder) as entries:
        oldest = sorted(entries, key=_age)[MAX_ENTRIES:]
    for forgotten in oldest:
        os.unlink(forgotten.path)


def _age(entry: os.DirEntry[str]) -> int:
    return -entry.stat().st_mtime_ns
