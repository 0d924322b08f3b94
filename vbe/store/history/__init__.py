"""What git knows of the records: one walk through the log, and the old versions that a verdict needs, read in batches.

The walk takes all commits, not only the first parents. A change then keeps the day on which it was made, also when somebody
has pulled the main line into a branch and so turned the two around. Where a change stands in relation to a review is decided
by when it arrived on the line of first parents, not by its date: a branch of 2023 that is merged in 2025 comes after a
review of 2024. Merges count when their result differs from all their parents.
"""

from vbe.store.history.clock import Edit, GitClock
from vbe.store.history.log import Change, Commit
from vbe.store.history.record import ReviewedRecord
from vbe.store.history.store import IGNORE_FILE, History, NoHistory, open_history
from vbe.store.history.versions import Version, versions, versions_of

__all__ = [
    "IGNORE_FILE",
    "Change",
    "Commit",
    "Edit",
    "GitClock",
    "History",
    "NoHistory",
    "ReviewedRecord",
    "Version",
    "open_history",
    "versions",
    "versions_of",
]
