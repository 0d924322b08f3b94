"""Which numbers an earlier import gave, so that a changed document keeps them and none is used for anything else."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from vbe.domain.changes.matching import similarity, words
from vbe.model.records.area import AREA

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from vbe.model.corpus import Corpus

ALIKE_TITLE: Final = 0.5
ALIKE_TEXT: Final = 0.6
"""From so alike on, a title or a text that has been changed is the same area or measure."""


def sum_of(text: str) -> str:
    """What is kept of a text in the log: enough to know it again."""
    return hashlib.sha256(" ".join(text.split()).casefold().encode()).hexdigest()


@dataclass(slots=True)
class Numbering:
    """What has a number: area → title, id → text, as they stand in the records, and the sums of what the document said."""

    areas: dict[int, str] = field(default_factory=dict)
    measures: dict[str, str] = field(default_factory=dict)
    sums: Mapping[str, str] = field(default_factory=dict)
    files: dict[int, str] = field(default_factory=dict)
    """Area → its file."""
    _used: set[int] = field(default_factory=set)

    def area(self, title: str) -> int:
        """The number of an area: the one it has had, or the first that is free."""
        number = self._known_area(title) or next(n for n in range(1, 10_000) if n not in self.areas and n not in self._used)
        self._used.add(number)
        return number

    def ids(self, area: int, texts: Sequence[str]) -> list[str]:
        """The ids of an area's measures, in their order."""
        unnamed = {identity: "" for identity in self.sums if re.fullmatch(r"\d{1,2}\.\d{1,2}", identity)}
        known = {identity: text for identity, text in (unnamed | self.measures).items() if identity.split(".")[0] == str(area)}
        found: dict[int, str] = {}
        for index, identity in self._matched(known, texts):
            if index not in found and identity not in found.values():
                found[index] = identity
        taken = {int(identity.split(".")[1]) for identity in known}
        free = (n for n in range(1, 10_000) if n not in taken)
        return [found.get(index) or f"{area}.{next(free)}" for index in range(len(texts))]

    def _known_area(self, title: str) -> int | None:
        left = {number: known for number, known in self.areas.items() if number not in self._used}
        digest = sum_of(title)
        for number, known in left.items():
            if digest == self.sums.get(f"{number:02}") or digest == sum_of(known):
                return number
        alike = max(left, key=lambda number: similarity(words(left[number]), words(title)), default=None)
        return alike if alike is not None and similarity(words(left[alike]), words(title)) >= ALIKE_TITLE else None

    def _matched(self, known: Mapping[str, str], texts: Sequence[str]) -> Iterator[tuple[int, str]]:
        """Index and id of what belongs together, the surest first."""
        for index, text in enumerate(texts):
            digest = sum_of(text)
            yield from ((index, identity) for identity, other in known.items() if other and digest == self.sums.get(identity))
        for index, text in enumerate(texts):
            yield from ((index, identity) for identity, other in known.items() if sum_of(text) == sum_of(other))
        for index, text in enumerate(texts):
            digest = sum_of(text)
            yield from ((index, identity) for identity, other in known.items() if not other and digest == self.sums.get(identity))
        pairs = [
            (similarity(words(other), words(text)), index, i)
            for i, other in known.items()
            for index, text in enumerate(texts)
            if other
        ]
        for score, index, identity in sorted(pairs, key=lambda pair: (-pair[0], pair[1])):
            if score >= ALIKE_TEXT:
                yield index, identity


def numbering_of(corpus: Corpus, sums: Mapping[str, str]) -> Numbering:
    """The numbers that a repository has; `sums` are those of its log."""
    return Numbering(
        {int(number): area.title for number, area in corpus.areas.items()},
        {identity: commitment.text for identity, commitment in corpus.commitments.items()},
        sums,
        {int(record.id): record.file for record in corpus.of(AREA)},
    )
