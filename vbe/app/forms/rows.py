"""A row of a form, and what stands in its cells."""

from __future__ import annotations

import datetime
from typing import NamedTuple

CellValue = str | int | float | bool | datetime.time | datetime.date | datetime.datetime | datetime.timedelta
"""What a cell holds, as the reader of workbooks gives it."""
AnswerValue = str | int | float | bool | None
"""An answer as it is compared and kept; None where there is none."""


class Row(NamedTuple):
    """A row: its name, what is shown beside it, and its answers in the order of the columns, None where there is none."""

    key: str
    shown: tuple[str, ...]
    answers: tuple[object, ...]
    unit: str = ""
    mark: str | None = None
    """What the file said when the form was made, of what is added to and not replaced: the day of the latest review."""
