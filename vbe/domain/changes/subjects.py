"""What is compared: every record and every entry with an id, each without the entries that are compared on their own."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vbe.model.entries import entries_of
from vbe.model.fields import Model
from vbe.model.records import ALL_KINDS, HOLDERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vbe.model.records import Record


@dataclass(frozen=True, slots=True)
class Subject:
    """One entry as a comparison sees it."""

    kind: str
    id: str
    record: Record
    content: Model
    actor_type: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether it is a whole record, not an entry inside one."""
        return self.content is self.record.content

    @property
    def without(self) -> frozenset[str]:
        """The fields that are not this entry's own business."""
        return HOLDERS[self.kind].apart if self.is_whole else frozenset(ALL_KINDS[self.kind].identity_fields)

    @property
    def says(self) -> object:
        """What it is known by under another id."""
        if self.is_whole:
            return self.record.document.value
        titles = ALL_KINDS[self.kind].titles
        return getattr(self.content, titles[-1]) if titles and not ALL_KINDS[self.kind].is_anonymous else self.content

    @property
    def title(self) -> str:
        """What it is called, or the words that it consists of."""
        return ALL_KINDS[self.kind].title_of(self.content)


def subjects(records: Iterable[Record]) -> dict[str, dict[str, Subject]]:
    """Kind → id → subject; the first where an id stands twice."""
    table: dict[str, dict[str, Subject]] = defaultdict(dict)
    for record in records:
        for entry in entries_of(record):
            if isinstance(entry.content, Model):
                subject = Subject(entry.kind, entry.id, record, entry.content, entry.actor_type)
                table[entry.kind].setdefault(entry.id, subject)
        for subject in _anonymous(record):
            table[subject.kind].setdefault(subject.id, subject)
    return table


def _anonymous(record: Record) -> Iterator[Subject]:
    """What is compared and has no id of its own, such as a waiver: what identifies it together is its id here."""
    for listed in HOLDERS[record.kind].entries:
        if listed.kind.is_anonymous:
            for member in getattr(record.content, listed.field):
                identity = " ".join(str(getattr(member, name)) for name in listed.kind.identity_fields)
                yield Subject(listed.kind.name, identity, record, member)
