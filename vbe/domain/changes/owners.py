"""Whose a change is: the actors that the entry names, and the departments behind them, which a reviewer looks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.model.places import OVERALL
from vbe.model.records import ALL_KINDS

if TYPE_CHECKING:
    from vbe.domain.changes.subjects import Subject
    from vbe.model.corpus import Corpus


def owners(subject: Subject) -> tuple[str, ...]:
    """The ids of those who answer for an entry, as it says itself."""
    return ALL_KINDS[subject.kind].owners_of(subject.record, subject.content)


def departments(subject: Subject, corpus: Corpus) -> tuple[str, ...]:
    """The departments behind an entry's owners; an owner that has none stands for itself."""
    found: dict[str, None] = {}
    for owner in owners(subject):
        if owner == OVERALL:
            found.update(dict.fromkeys(_departments(getattr(subject.content, "owner_role", owner), corpus)))
        else:
            found.update(dict.fromkeys(_departments(owner, corpus)))
    return tuple(found)


def _departments(actor: str, corpus: Corpus) -> tuple[str, ...]:
    entry = corpus.find("actor", actor)
    if entry is None:
        return (actor,)
    if entry.sort == "board":
        return _serving(actor, corpus) or (actor,)
    return (getattr(entry.content, "department", None) or actor,)


def _serving(board: str, corpus: Corpus) -> tuple[str, ...]:
    """The departments that serve a board; one that has ended steps back for its successor."""
    serving = {identity: actor for identity, actor in corpus.actors.items() if board in getattr(actor, "boards", ())}
    return tuple(
        identity
        for identity, actor in serving.items()
        if actor.valid_to is None or not any(other in serving for other in actor.successor)
    )
