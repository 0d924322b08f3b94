"""What carries a demand of the strategy's text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.model.records import CARRYING_KINDS

if TYPE_CHECKING:
    from vbe.model.corpus import Corpus
    from vbe.model.entries import Entry

ELSEWHERE = ("rule", "command")
"""What answers a demand without standing in the repository: the tool itself."""


def carriers(corpus: Corpus, obligation: str) -> tuple[Entry, ...]:
    """The commitments, routines, guidance examples, actors and so on that name a demand as theirs."""
    found: dict[tuple[str, str], Entry] = {}
    for reference in corpus.named_by.get(("obligation", obligation), ()):
        if reference.record.kind in CARRYING_KINDS:
            entry = corpus.entry_at(reference.record, reference.route)
            found.setdefault((entry.kind, entry.id), entry)
    return tuple(found.values())


def is_carried(corpus: Corpus, identity: str) -> bool:
    """Whether a demand is answered: by a carrier, by the same demand's carrier elsewhere in the text, or by the tool."""
    obligation = corpus.obligations[identity]
    if obligation.answered_by == "boundary":
        return True
    if obligation.answered_by in ELSEWHERE and obligation.answer:
        return True
    return any(carriers(corpus, same) for same in (identity, *obligation.same_as))
