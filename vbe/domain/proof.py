"""The answer on a report's file: whether it is what its commit gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Answer = Literal["same", "same_content", "different"]


@dataclass(frozen=True, slots=True)
class Difference:
    """A part of the file, and what has become of it. The part before the first section has no name."""

    part: str
    change: Literal["missing", "added", "changed"]


@dataclass(frozen=True, slots=True)
class Proof:
    """The answer on a file."""

    answer: Answer
    commit: str
    made_with: str
    """The program and its version, as the file says."""
    program: str
    """This program and its version."""
    size: int
    """Of the file, in bytes."""
    model: str = ""
    """SHA-256 of what the report says as it is made now; empty where it was not made."""
    messages: tuple[str, ...] = ()
    """What may be the reason, and what to do, in sentences."""
    differences: tuple[Difference, ...] = ()
