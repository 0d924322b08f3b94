"""The cells of a plan's rows: what a cell of several lines says, and whether a table without heads goes on where one ended."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from vbe.importing.headwords import INDICATOR, RESPONSIBLE, TIME, WITH, field_of
from vbe.importing.in_text import is_actor, is_time

if TYPE_CHECKING:
    from vbe.importing.document import Piece, Table
    from vbe.importing.tables import Heads

BETWEEN: Final = {RESPONSIBLE: ", ", WITH: ", ", TIME: "; "}
"""What stands between the lines of a cell that names several actors, or several times."""
BROKEN: Final = re.compile(r"(?:-|,|/|&|;|\boch|\bsamt|\bmed|\bi|\bför)\Z", re.IGNORECASE)
"""A line that ends so goes on in the next one."""
GOES_ON: Final = re.compile(r"(?:och|samt|i samverkan|i samarbete|tillsammans|med|&)\s", re.IGNORECASE)
"""A line that begins so goes on from the one above."""


def told(name: str, piece: Piece) -> str:
    """What a cell says, on one line: the lines of actors and of times are apart, all others are one text."""
    mark = BETWEEN.get(name)
    lines = piece.text.split("\n")
    if mark is None or len(lines) == 1:
        return piece.line
    text = lines[0]
    for line in lines[1:]:
        text += (" " if BROKEN.search(text) or GOES_ON.match(line) else mark) + line
    return " ".join(text.split())


def indicators_listed(table: Table) -> set[str]:
    """What a table of indicators names, without case: its first head says so, and no head says who or when."""
    heads = [field_of(piece.text) for piece in table.rows[0]] if table.rows else []
    if len(table.rows) < 2 or not heads or heads[0] != INDICATOR or {RESPONSIBLE, TIME} & set(heads):
        return set()
    return {row[0].line.casefold() for row in table.rows[1:] if row[0].text}


def goes_on(table: Table, heads: Heads) -> bool:
    """Whether a table without heads holds measures below the heads of an earlier one: who and when stand in their columns."""
    checks = {RESPONSIBLE: is_actor, TIME: is_time}
    found = [
        checks[name](row[column].text)
        for row in table.rows
        for column, name in heads.fields.items()
        if name in checks and column < len(row) and row[column].text
    ]
    return bool(found) and sum(found) * 2 >= len(found)
