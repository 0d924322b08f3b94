"""What had been ended, and is open again."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import datetime


class BoardPart(NamedTuple):
    """A board's part of a commitment, as the board reported it for a year."""

    commitment: str
    board: str
    year: int


class Reopening(NamedTuple):
    """What had been ended is open again, because it has got another last day."""

    since: datetime.date | None
    """The day of the commit that gave it; None where none has yet."""

    def holds(self, on: datetime.date | None) -> bool:
        """Whether it was open again on a day; None asks for what holds now."""
        return on is None or self.since is None or self.since <= on
