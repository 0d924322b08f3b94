"""Failures that stop a run. Faults in records are never raised: they are findings (see `diagnostics`)."""

from __future__ import annotations


class VbeError(Exception):
    """The run cannot go on. The command line prints `message` and `hint` on stderr, one line each, and exits with 2."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
