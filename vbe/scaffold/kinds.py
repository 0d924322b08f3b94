"""The kinds that `vbe new` writes: what each asks, and what it makes of the answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vbe.scaffold import documents, entries, followup

if TYPE_CHECKING:
    from collections.abc import Callable

    from vbe.model.corpus import Corpus
    from vbe.scaffold.plan import Change
    from vbe.scaffold.questions import Answers, Question
    from vbe.store.repository import Source


@dataclass(frozen=True, slots=True)
class Beginning:
    """One kind."""

    questions: Callable[[Corpus, Answers], list[Question]]
    changes: Callable[[Source, Corpus, Answers], list[Change]]


BEGINNINGS = {
    "routine": Beginning(documents.routine_questions, documents.routine),
    "guidance": Beginning(documents.guidance_questions, documents.guidance),
    "area": Beginning(documents.area_questions, documents.area),
    "commitment": Beginning(entries.placed_commitment_questions, entries.commitment),
    "indicator": Beginning(entries.indicator_questions, entries.indicator),
    "evidence": Beginning(entries.evidence_questions, entries.evidence),
    "followup": Beginning(followup.followup_questions, followup.followups),
}
