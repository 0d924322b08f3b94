"""What is being done, on stderr, for whoever waits longer than a second in front of a terminal; else nothing."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from threading import Timer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PATIENCE = 1.0
"""Seconds."""


@contextmanager
def progress(first: str) -> Iterator[Callable[[str], None]]:
    """Gives a function that says what is being done now."""
    if not sys.stderr.isatty():
        yield lambda _text: None
        return
    shown = _Shown(first)
    timer = Timer(PATIENCE, shown.start)
    timer.daemon = True
    timer.start()
    try:
        yield shown.say
    finally:
        timer.cancel()
        shown.stop()


class _Shown:
    """A line that turns up late."""

    def __init__(self, text: str) -> None:
        from rich.console import Console
        from rich.status import Status
        from rich.text import Text

        self._text = Text
        self._status = Status(Text(text), console=Console(stderr=True))
        self._ended = False

    def start(self) -> None:
        if not self._ended:
            self._status.start()

    def say(self, text: str) -> None:
        self._status.update(self._text(text))

    def stop(self) -> None:
        self._ended = True
        self._status.stop()
