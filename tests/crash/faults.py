"""A disk that fails: a command run in a process of its own, whose n-th call to the system about files fails or never returns."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

SURVIVED = 99
"""An exit code that no command has."""
COUNT = "steps"
"""Where the number of steps is written."""


class Layer:
    """Counts the calls that change files, and lets the n-th go wrong."""

    def __init__(self, when: int, wrong: Callable[[], None]) -> None:
        self.when = when
        self.wrong = wrong
        self.count = 0

    def step(self) -> None:
        self.count += 1
        if self.count == self.when:
            self.wrong()

    def install(self) -> None:
        """Around everything that writes, renames, makes or deletes; before the call, so that it never happens."""
        for name in ("fsync", "replace", "rename", "mkdir", "chmod", "unlink", "link", "ftruncate", "write"):
            self._around(os, name)
        self._around(tempfile, "mkstemp")
        fdopen = os.fdopen

        def opened(descriptor: int, mode: str = "r", *rest: Any, **options: Any) -> Any:
            file = fdopen(descriptor, mode, *rest, **options)
            return Written(file, self) if "w" in mode else file

        os.fdopen = opened

    def _around(self, module: Any, name: str) -> None:
        original = getattr(module, name)

        def call(*arguments: Any, **options: Any) -> Any:
            self.step()
            return original(*arguments, **options)

        setattr(module, name, call)


class Written:
    """A file of which half reaches the disk before the fault, as on a disk that becomes full."""

    def __init__(self, file: io.BufferedWriter, layer: Layer) -> None:
        self.file = file
        self.layer = layer

    def write(self, content: bytes) -> int:
        self.file.write(content[: len(content) // 2])
        self.file.flush()
        self.layer.step()
        return self.file.write(content[len(content) // 2 :])

    def __getattr__(self, name: str) -> Any:
        return getattr(self.file, name)

    def __enter__(self) -> Written:
        return self

    def __exit__(self, *about: object) -> None:
        self.file.close()


def killed() -> None:
    """The process is gone, and nothing of it runs any more."""
    os.kill(os.getpid(), signal.SIGKILL)


def interrupted() -> None:
    """The user presses Ctrl-C."""
    os.kill(os.getpid(), signal.SIGINT)


def failing(number: int) -> Callable[[], None]:
    """The system's refusal."""

    def fail() -> None:
        raise OSError(number, os.strerror(number))

    return fail


FULL, BROKEN = failing(errno.ENOSPC), failing(errno.EIO)


def spoilt(words: list[str], folder: Path, layer: Layer | None = None, kill_after: float | None = None) -> tuple[int, str]:
    """Run a command in a copy of this process: its exit code (negative: the signal) and what it said on stderr."""
    said = folder.parent / "stderr"
    sys.stdout.flush()
    sys.stderr.flush()
    child = os.fork()
    if child == 0:
        _run(words, folder, said, layer)
    if kill_after is not None:
        time.sleep(kill_after)
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
    _pid, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status), said.read_text(encoding="utf-8") if said.exists() else ""


def _run(words: list[str], folder: Path, said: Path, layer: Layer | None) -> None:
    code = SURVIVED
    try:
        os.chdir(folder)
        nothing = os.open(os.devnull, os.O_RDWR)
        os.dup2(nothing, 0)
        os.dup2(nothing, 1)
        os.dup2(os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 2)
        sys.stdin, sys.stdout, sys.stderr = (os.fdopen(n, mode, encoding="utf-8") for n, mode in ((0, "r"), (1, "w"), (2, "w")))
        signal.signal(signal.SIGINT, signal.default_int_handler)
        from vbe.cli import run

        if layer is not None:
            layer.install()
        code = run(words)
        sys.stderr.flush()
        if layer is not None:
            (said.parent / COUNT).write_text(str(layer.count), encoding="utf-8")
    finally:
        os._exit(code)


def tree(folder: Path) -> dict[str, bytes]:
    """Every file and its content."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
