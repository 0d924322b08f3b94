"""A row of a form."""

from __future__ import annotations

from typing import Any, NamedTuple


class Row(NamedTuple):
    """A row: its name, what is shown beside it, and its answers in the order of the columns, None where there is none."""

    key: str
    shown: tuple[str, ...]
    answers: tuple[Any, ...]
    unit: str = ""
    mark: str | None = None
    """What the file said when the form was made, of what is added to and not replaced: the day of the latest review."""
