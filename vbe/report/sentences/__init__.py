"""Sentences with counts in them, each in agreement with none, one, two and many.

Python counts and writes numbers as words; the wording is blocks of the report's prose, which `say` fills, so that a
municipality can word every one of them in its own way. A test reads all of them aloud; no other module of the report makes
a sentence of a count.
"""

from vbe.report.sentences.boards import aims, answers_for, networks, silent_boards, told_by, who_answered, who_is_silent
from vbe.report.sentences.commitments import (
    area_state,
    areas,
    as_planned,
    behind,
    changed,
    ended,
    further_rows,
    late,
    moved,
    partly_reported,
    result,
    ungraded,
    unreported,
    when_done,
)
from vbe.report.sentences.documents import (
    bare_demands,
    current_documents,
    demands,
    guidance,
    hidden,
    listed_demands,
    new_examples,
    routines,
    soon,
)
from vbe.report.sentences.indicators import aimless, indicators, missing_values, targets, values
from vbe.report.sentences.phrases import further, more_commitments, more_documents, reds, size, spread

__all__ = [
    "aimless",
    "aims",
    "answers_for",
    "area_state",
    "areas",
    "as_planned",
    "bare_demands",
    "behind",
    "changed",
    "current_documents",
    "demands",
    "ended",
    "further",
    "further_rows",
    "guidance",
    "hidden",
    "indicators",
    "late",
    "listed_demands",
    "missing_values",
    "more_commitments",
    "more_documents",
    "moved",
    "networks",
    "new_examples",
    "partly_reported",
    "reds",
    "result",
    "routines",
    "silent_boards",
    "size",
    "soon",
    "spread",
    "targets",
    "told_by",
    "ungraded",
    "unreported",
    "values",
    "when_done",
    "who_answered",
    "who_is_silent",
]
