"""Files that could not be read: what has a clock there, nobody knows. Left out they would pass for fresh."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.domain.freshness.model import Freshness, Reason, State
from vbe.language import _
from vbe.model.records import kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.domain.freshness.context import AssessmentContext


def unread(context: AssessmentContext) -> Iterator[Freshness]:
    """A verdict of `unknown` for every file of a kind with clocks that is no record."""
    corpus = context.corpus
    broken = {finding.file for finding in corpus.findings} | set(corpus.texts)
    for file in sorted(broken - set(corpus.by_file) - corpus.left_out):
        placed = kind_of(file)
        if placed is None or not placed[0].has_clocks:
            continue
        kind, identity = placed
        owner = identity.split("/")[0]
        yield Freshness(
            id=identity,
            kind=kind.name,
            title=identity,
            file=file,
            departments=context.departments_of(owner),
            reasons=(Reason(State.UNKNOWN, _("The file has faults and is not read."), _("Run `vbe validate` to see them.")),),
            as_of=context.as_of,
        )
