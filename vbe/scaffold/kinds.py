"""The kinds that `vbe new` writes: what each asks, and what it makes of the answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vbe.model.records.organisation import BOARD, DEPARTMENT, PARTNER, ROLE
from vbe.scaffold import documents, entries, followup, organisation

if TYPE_CHECKING:
    from collections.abc import Callable

    from vbe.model.corpus import Corpus
    from vbe.scaffold.plan import Change
    from vbe.scaffold.questions import Answers, Prompt
    from vbe.store.repository import Source


@dataclass(frozen=True, slots=True)
class RecordTemplate:
    """One kind."""

    questions: Callable[[Corpus, Answers], list[Prompt]]
    changes: Callable[[Source, Corpus, Answers], list[Change]]


BEGINNINGS = {
    "routine": RecordTemplate(documents.routine_questions, documents.routine),
    "guidance": RecordTemplate(documents.guidance_questions, documents.guidance),
    "area": RecordTemplate(documents.area_questions, documents.area),
    "commitment": RecordTemplate(entries.placed_commitment_questions, entries.commitment),
    "indicator": RecordTemplate(entries.indicator_questions, entries.indicator),
    "evidence": RecordTemplate(entries.evidence_questions, entries.evidence),
    "followup": RecordTemplate(followup.followup_questions, followup.followups),
    "obligation": RecordTemplate(organisation.demand_questions, organisation.demand),
    "goal": RecordTemplate(organisation.goal_questions, organisation.goal),
    "agreement": RecordTemplate(organisation.agreement_questions, organisation.agreement),
    **{
        sort.name: RecordTemplate(organisation.actor_questions(sort.name), organisation.new_actor(sort.name))
        for sort in (BOARD, DEPARTMENT, ROLE, PARTNER)
    },
}
