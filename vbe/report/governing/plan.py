"""What the parts of the governing document are composed from: what the public may see of the records, and their words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from vbe.domain.labels import swedish_value
from vbe.domain.lifecycle import latest_version
from vbe.domain.organisation import Organisation
from vbe.language.swedish import capital, listed
from vbe.model.fields import NOT_STATED
from vbe.report.view import document_of

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    from vbe.domain.disclosure import Guard
    from vbe.model.corpus import Corpus
    from vbe.model.records.strategy import Strategy, Version
    from vbe.report.texts import Texts


@dataclass(frozen=True)
class Plan:
    """The context of every part."""

    corpus: Corpus
    strategy: Strategy
    on: datetime.date
    """The day whose organisation the document names."""
    texts: Texts
    guard: Guard
    """What may be told of small numbers, over all that the document tells."""

    @cached_property
    def organisation(self) -> Organisation:
        """The organisation on the document's day."""
        return Organisation(self.corpus, self.on)

    @cached_property
    def version(self) -> Version | None:
        """The latest version that has been decided on."""
        return latest_version(self.strategy, self.on)

    @property
    def decider(self) -> str | None:
        """The body that decides, as an id."""
        return (self.version.decided_by if self.version else None) or self.strategy.decided_by

    @property
    def type_name(self) -> str:
        """What sort of document it is: `Strategi`."""
        known = self.corpus.profile.document_types.get(self.strategy.document_type)
        return known.name if known else self.strategy.document_type

    @property
    def document(self) -> str:
        """The document in running text: `strategin`."""
        return document_of(self.corpus)

    def say(self, block: str, **values: str | int) -> str:
        """The fixed prose of a block, filled with values."""
        return self.texts.say(block, **values)

    def names(self, actors: Iterable[str]) -> str:
        """Several actors in a cell, the first with its capital; a value that names nobody in words."""
        return capital(listed(self.inside(actor) if at else self.name(actor) for at, actor in enumerate(actors)))

    def name(self, actor: str) -> str:
        """An actor's name, or that the document names nobody."""
        return swedish_value(actor) if actor == NOT_STATED else self.organisation.name(actor)

    def inside(self, actor: str) -> str:
        """The same inside a sentence."""
        return swedish_value(actor) if actor == NOT_STATED else self.organisation.inside(actor)
