"""Part of the work in a second process, where the machine has a second core and there is enough to do.

Measured (docs/benchmarks.md): below a thousand files the second process costs what it saves.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
import threading
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

T = TypeVar("T")

ENOUGH_FILES = 1000


class Alongside(Generic[T]):
    """A piece of work in a second process.

    It is done here, when the result is asked for, where there is too little of it (fewer files than `enough`), no core that is
    free, another thread that may hold a lock, or a system that cannot copy a process; and once more here where the second
    process does not answer.
    """

    def __init__(self, work: Callable[[], T], files: int, enough: int | None = None) -> None:
        self._work = work
        self._child: int | None = None
        if files < (ENOUGH_FILES if enough is None else enough) or not _has_a_core_to_spare():
            return
        self._reading, writing = os.pipe()
        try:
            self._child = os.fork()
        except OSError:
            os.close(self._reading)
        if self._child == 0:
            os.close(self._reading)
            _answer(work, writing)
        os.close(writing)

    def result(self) -> T:
        """What the work came to; waits for it."""
        if self._child is None:
            return self._work()
        with os.fdopen(self._reading, "rb") as pipe:
            answer = pipe.read()
        _pid, status = os.waitpid(self._child, 0)
        if status != 0:
            return self._work()
        # From our own process, through a pipe that nobody else holds.
        done: T = pickle.loads(answer)  # noqa: S301
        return done

    def stop(self) -> None:
        """Nobody wants the result."""
        if self._child is not None:
            os.kill(self._child, signal.SIGKILL)
            os.close(self._reading)
            os.waitpid(self._child, 0)


def alongside(work: Callable[[], T], files: int) -> Callable[[], T]:
    """Begin a piece of work in a second process, and give the function that waits for its result (see `Alongside`)."""
    return Alongside(work, files).result


def _has_a_core_to_spare() -> bool:
    if sys.platform != "linux" or threading.active_count() > 1:
        return False
    cores = len(os.sched_getaffinity(0))
    return cores > 1 and os.getloadavg()[0] < cores


def _answer(work: Callable[[], T], writing: int) -> None:
    """In the second process: the result into the pipe, and nothing else; what fails here is done again by the first."""
    status = 1
    with suppress(BaseException), os.fdopen(writing, "wb") as pipe:
        pickle.dump(work(), pipe, pickle.HIGHEST_PROTOCOL)
        status = 0
    # Not `sys.exit`: what the first process has not yet printed is not ours to print.
    os._exit(status)


@contextmanager
def without_collecting() -> Iterator[None]:
    """Nothing that is read is garbage; looking for it again and again takes a tenth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
