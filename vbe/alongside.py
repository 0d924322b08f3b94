"""Part of the work in a second process, where the machine has a second core and there is enough to do.

Measured (docs/benchmarks.md): below a thousand files the second process costs what it saves.
"""

from __future__ import annotations

import gc
import os
import pickle
import sys
import threading
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

T = TypeVar("T")

ENOUGH_FILES = 1000


def alongside(work: Callable[[], T], files: int) -> Callable[[], T]:
    """Begin a piece of work in a second process, and give the function that waits for its result.

    The work is done here, when the result is asked for, where there is too little of it, no core that is free, another thread
    that may hold a lock, or a system that cannot copy a process; and once more here where the second process does not answer.
    """
    if files < ENOUGH_FILES or not _has_a_core_to_spare():
        return work
    reading, writing = os.pipe()
    try:
        child = os.fork()
    except OSError:
        os.close(reading)
        os.close(writing)
        return work
    if child == 0:
        os.close(reading)
        _answer(work, writing)
    os.close(writing)

    def result() -> T:
        with os.fdopen(reading, "rb") as pipe:
            answer = pipe.read()
        _pid, status = os.waitpid(child, 0)
        if status != 0:
            return work()
        # From our own process, through a pipe that nobody else holds.
        done: T = pickle.loads(answer)  # noqa: S301
        return done

    return result


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
