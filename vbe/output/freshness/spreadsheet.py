"""`csv`: for a spreadsheet, in which no cell is a formula whatever a record says."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from vbe.privacy.redaction import redact
from vbe.privacy.terminal import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vbe.domain.freshness import Assessment, Freshness
    from vbe.output.freshness import Setting

COLUMNS = (
    *("id", "kind", "title", "file", "department", "owner_role", "state", "reasons", "reviewed_on", "due_on", "days_overdue"),
    *("last_change_commit", "last_change_date", "message"),
)
GUARD = "'"
FORMULA = re.compile(r"((?:^|[;,])[ \"]*)(?=[=+\-@|%＝＋－＠])")
"""What a spreadsheet would take for the beginning of a formula: a sign first in a cell, or first in what becomes a cell
where the file is split at another sign than ours. Swedish Excel splits at `;`, and sees no quotation marks but those that
stand first.
"""


def format_assessment(assessment: Assessment, setting: Setting) -> str:  # noqa: ARG001 - one signature for all
    """A line for each thing that has a clock, worst first."""
    return sheet(COLUMNS, (_cells(freshness) for freshness in assessment.freshness))


def sheet(columns: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """The rows below their headings; what is None is an empty cell."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        # A number is our own: the minus of a negative one is no formula.
        writer.writerow(["" if cell is None else cell if isinstance(cell, int) else safe(str(cell)) for cell in row])
    return out.getvalue()


def _cells(freshness: Freshness) -> tuple[object, ...]:
    change = freshness.last_change
    return (
        *(freshness.id, freshness.kind, freshness.title, freshness.file, freshness.department, freshness.owner_role),
        *(freshness.state.value, " ".join(reason.state.value for reason in freshness.reasons)),
        *(freshness.reviewed_on, freshness.due_on, freshness.days_overdue),
        *((change.commit, change.day) if change is not None else (None, None)),
        " ".join(reason.message for reason in freshness.reasons),
    )


def safe(cell: str) -> str:
    """The cell on one line, where every tab is a blank; with an apostrophe before what might be taken for a formula."""
    guarded = FORMULA.sub(rf"\1{GUARD}", one_line(redact(cell)))
    return GUARD + guarded if cell.startswith(("\t", "\r")) and not guarded.startswith(GUARD) else guarded
