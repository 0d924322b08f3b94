"""Whether a record was edited since its review, as far as a walk from the newest change backwards has come.

An edit that has been undone is none: the text is once more the one in which the review was recorded, and nothing came between
the day that the review gives and that version, or the text is also the one that stood on that day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.model.values import same

if TYPE_CHECKING:
    from vbe.store.history.values import Parsed


class EditedSince:
    """True while it is edited. `current` is what an edit may have been turned back to; None where that is not known."""

    def __init__(self, *, after: bool) -> None:
        self.current: Parsed | None = None
        self.after = after
        """After the version in which the review was recorded, or before that has been found."""
        self.before = False
        """In that version, or beside it, on a day later than the review."""

    def __bool__(self) -> bool:
        return self.after or self.before

    def is_certain(self, *, recorded: bool) -> bool:
        """Whether nothing older can undo it; `recorded` says whether the version with the review has been found."""
        return bool(self) and (self.current is None or (recorded and self.after))

    def compare_recorded(self, version: Parsed | None) -> bool:
        """Whether what came after the version in which the review was recorded has been undone."""
        if self._is_current(version):
            self.after = False
            return True
        if self.after:
            self.current = None
        return False

    def compare_reviewed(self, version: Parsed | None) -> None:
        """This version stood on the main line on the day that the review gives."""
        if self._is_current(version):
            self.before = False

    def _is_current(self, version: Parsed | None) -> bool:
        return self.current is not None and version is not None and same(self.current.content, version.content)
