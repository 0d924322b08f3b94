"""What the parts of the governing document are composed from: what the public may see of the records, and their words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from vbe.domain.lifecycle import latest_version
from vbe.language.swedish import capital
from vbe.report.document_names import DocumentNames

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    from vbe.domain.disclosure.guard import Guard
    from vbe.model.corpus import Corpus
    from vbe.model.records.strategy import Strategy, Version
    from vbe.report.texts import Texts


@dataclass(frozen=True)
class Plan(DocumentNames):
    """The context of every part."""

    corpus: Corpus
    strategy: Strategy
    as_of: datetime.date
    texts: Texts
    guard: Guard
    """What may be told of small numbers, over all that the document tells."""

    @cached_property
    def version(self) -> Version | None:
        """The latest version that has been decided on."""
        return latest_version(self.strategy, self.as_of)

    @property
    def decider(self) -> str | None:
        """The body that decides, as an id."""
        return (self.version.decided_by if self.version else None) or self.strategy.decided_by

    @property
    def type_name(self) -> str:
        """What sort of document it is: `Strategi`."""
        known = self.corpus.profile.document_types.get(self.strategy.document_type)
        return known.name if known else self.strategy.document_type

    def names(self, actors: Iterable[str]) -> str:
        """Several actors in a cell, the first with its capital; a value that names nobody in words."""
        return capital(super().names(actors))
