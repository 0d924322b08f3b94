"""What the report needs to know about a document's freshness."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vbe.domain.freshness.model import State
from vbe.domain.labels import DRAFT, GONE
from vbe.domain.lifecycle import is_over
from vbe.model.records import DOCUMENT_KINDS

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Mapping

    from vbe.domain.freshness.model import Freshness
    from vbe.model.corpus import Corpus

    DocumentStatuses = Mapping[tuple[str, str], "DocumentStatus"]


class DocumentStatus(NamedTuple):
    """The verdict on a document: its state, when the next review is due, and whether it is in line with the strategy."""

    state: str
    due_on: datetime.date | None = None
    harmonised: bool = True


class Changed(NamedTuple):
    """Something that changed during the year, said in a sentence."""

    kind: str
    id: str
    text: str


def document_statuses(corpus: Corpus, found: Iterable[Freshness]) -> dict[tuple[str, str], DocumentStatus]:
    """Kind and id → verdict, for every routine and guidance example; those without a clock are drafts or have ended."""
    verdicts = {}
    for record in corpus.documents:
        verdicts[record.kind, record.id] = DocumentStatus(GONE if is_over(record.content) else DRAFT)
    for verdict in found:
        if verdict.kind in DOCUMENT_KINDS:
            lagging = any(reason.state is State.NOT_HARMONISED for reason in verdict.reasons)
            verdicts[verdict.kind, verdict.id] = DocumentStatus(str(verdict.state), verdict.due_on, not lagging)
    return verdicts
