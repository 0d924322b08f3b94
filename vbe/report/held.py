"""What the plan has: of what it does not have, neither a section nor a sentence speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vbe.model.records.routine import GUIDANCE

if TYPE_CHECKING:
    from vbe.model.corpus import Corpus


class Held(NamedTuple):
    """Which kinds of thing a plan has any of."""

    demands: bool
    documents: bool
    routines: bool
    guidance: bool
    indicators: bool

    def has(self, section: str) -> bool:
        """Whether the plan has what a section is about."""
        return {
            "indicators-brief": self.indicators,
            "indicators": self.indicators,
            "documents-brief": self.documents,
            "routines": self.routines,
            GUIDANCE.name: self.guidance,
            "traceability": self.demands,
        }.get(section, True)


def held_by(corpus: Corpus) -> Held:
    """What the records hold, whoever may see it."""
    return Held(
        demands=bool(corpus.obligations),
        documents=bool(corpus.documents),
        routines=bool(corpus.routines),
        guidance=bool(corpus.guidance),
        indicators=bool(corpus.indicators),
    )
