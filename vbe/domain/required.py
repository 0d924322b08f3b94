"""What the plan is to say: asked of a plan only where the municipality has decided so, with the place of the decision.

The profile says it of the type of the document (`document_types.….requires`). No plan is asked for what another city's has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.language import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vbe.model.corpus import Corpus
    from vbe.model.document_type import DocumentType, Requirement


def document_type(corpus: Corpus) -> DocumentType | None:
    """The type of the plan; None where there is no plan, or the profile does not know its type."""
    strategy = corpus.strategy
    return corpus.profile.document_types.get(strategy.document_type) if strategy is not None else None


def required(corpus: Corpus) -> Mapping[Requirement, str]:
    """What the plan is to say, and where that is decided."""
    found, coverage = document_type(corpus), corpus.profile.coverage
    lacks = {"priority" if not coverage.priorities else "", "indicators" if not coverage.indicators else ""}
    return {word: source for word, source in found.requires.items() if word not in lacks} if found is not None else {}


def is_required(corpus: Corpus, requirement: Requirement) -> bool:
    """Whether the plan is to say it."""
    return requirement in required(corpus)


def plan_inside(corpus: Corpus) -> str:
    """What the plan is called inside a sentence: `handlingsplanen`, as the profile has it."""
    found = document_type(corpus)
    return (found.definite if found is not None else None) or _("the plan")


def plan_first(corpus: Corpus) -> str:
    """What it is called where it begins a sentence."""
    name = plan_inside(corpus)
    return name[:1].upper() + name[1:]
