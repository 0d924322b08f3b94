"""Two states of a repository → what changed between them, entry by entry, and in sentences.

Pure: nothing here reads a file or knows of git. `compare` and `compare_records` give changes, `sentences` tells them.
"""

from vbe.domain.changes.compare import compare, compare_records, unreadable
from vbe.domain.changes.model import REVIEW_FIELDS, Change, ChangeType, FieldChange
from vbe.domain.changes.names import Names
from vbe.domain.changes.phrase import public, sentence, sentences

__all__ = [
    "REVIEW_FIELDS",
    "Change",
    "ChangeType",
    "FieldChange",
    "Names",
    "compare",
    "compare_records",
    "public",
    "sentence",
    "sentences",
    "unreadable",
]
