"""What things are called in a document: the document itself, its actors, and the fixed prose around them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from vbe.domain.labels import swedish_value
from vbe.domain.organisation import Organisation
from vbe.domain.required import document_type
from vbe.language.prose import one
from vbe.language.swedish import capital, listed, order
from vbe.model.fields import NOT_STATED

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    from vbe.model.corpus import Corpus
    from vbe.report.texts import Texts


class DocumentNames:
    """The words of a document with a corpus, its texts, and the organisation on its day."""

    corpus: Corpus
    texts: Texts
    """The fixed prose."""
    as_of: datetime.date
    """The day whose organisation it names."""

    @cached_property
    def organisation(self) -> Organisation:
        """The organisation on its day."""
        return Organisation(self.corpus, self.as_of)

    def say(self, block: str, **values: str | int) -> str:
        """The fixed prose of a block, filled with values."""
        return self.texts.say(block, **values)

    @cached_property
    def document(self) -> str:
        """The governing document in running text, in the definite form: `strategin`."""
        known = document_type(self.corpus)
        return (known.definite if known else None) or one("dokumentet")

    def name(self, actor: str) -> str:
        """An actor's name, or that the document names nobody."""
        return capital(swedish_value(actor)) if actor == NOT_STATED else self.organisation.name(actor)

    def inside(self, actor: str) -> str:
        """The same as it is written inside a sentence."""
        return swedish_value(actor) if actor == NOT_STATED else self.organisation.inside(actor)

    def names(self, actors: Iterable[str]) -> str:
        """Several actors, the first with a capital."""
        return listed(self.inside(actor) if index else self.name(actor) for index, actor in enumerate(actors))

    def names_inside(self, actors: Iterable[str]) -> str:
        """Several actors, inside a sentence."""
        return listed(map(self.inside, actors))

    def sorted_names(self, actors: Iterable[str]) -> list[str]:
        """Actors' ids in the order of their names."""
        return sorted(actors, key=lambda actor: order(self.name(actor)))
