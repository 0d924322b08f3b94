"""What shows that commitments were kept, piece by piece."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from vbe.model.records.area import COMMITMENT, Commitment
from vbe.model.records.evidence import Dated

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from vbe.diagnostics import Route
    from vbe.model.corpus import Corpus
    from vbe.model.entries import Entry

E = TypeVar("E", bound=Dated)


class Piece(NamedTuple, Generic[E]):
    """A piece of evidence, where it stands, and the commitment that it is of."""

    entry: Entry[Commitment]
    route: Route
    content: E

    @property
    def file(self) -> str:
        """The file that it stands in."""
        return self.entry.record.file


def pieces(corpus: Corpus, kind: type[E]) -> Iterator[Piece[E]]:
    """Every piece of evidence of a kind, by commitment."""
    for entry in corpus.all_of(COMMITMENT):
        for index, content in enumerate(entry.content.evidence):
            if isinstance(content, kind):
                yield Piece(entry, (*entry.route, "evidence", index), content)


def evidence(corpus: Corpus, kind: type[E], year: int | None, as_of: datetime.date) -> list[tuple[str, E]]:
    """Commitment and evidence of a kind, by day: of one year or of all, never later than the report's day."""
    found = ((piece.entry.id, piece.content) for piece in pieces(corpus, kind) if piece.content.date <= as_of)
    return sorted((pair for pair in found if year is None or pair[1].date.year == year), key=lambda pair: pair[1].date)
