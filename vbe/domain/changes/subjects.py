"""What is compared: every record and every entry with an id, each without the entries that are compared on their own."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vbe.model.entries import ACTOR_LISTS, entries_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vbe.model.records import Record

INSIDE = {
    "organisation": frozenset({*ACTOR_LISTS, "channels"}),
    "obligations": frozenset({"obligations"}),
    "area": frozenset({"commitments", "indicators"}),
    "decisions": frozenset({"remarks"}),
    "profile": frozenset({"waivers"}),
}
"""The fields of a record whose members are compared on their own."""
IDENTITY_FIELDS = {"waiver": frozenset({"rule", "record"})}
SAYS = {"commitment": "text", "obligation": "demand", "remark": "text", "indicator": "title", "actor": "name", "channel": "name"}
"""By what an entry is known again under another id."""
NOT_COMPARED = ("aim", "environment")
"""Entries that are no more than a word of the profile: the profile's own fields say it."""


@dataclass(frozen=True, slots=True)
class Subject:
    """One entry as a comparison sees it."""

    kind: str
    id: str
    record: Record
    content: Any
    sort: str = ""

    @property
    def without(self) -> frozenset[str]:
        """The fields that are not this entry's own business."""
        if self.content is self.record.content:
            return INSIDE.get(self.kind, frozenset())
        return IDENTITY_FIELDS.get(self.kind, frozenset({"id"}))

    @property
    def says(self) -> Any:
        """What it is known by under another id."""
        if self.content is self.record.content:
            return self.record.document.value
        return getattr(self.content, SAYS[self.kind]) if self.kind in SAYS else self.content

    @property
    def title(self) -> str:
        """What it is called, or the words that it consists of."""
        for name in ("title", "name", "text", "demand", "reason"):
            value = getattr(self.content, name, None)
            if isinstance(value, str):
                return value
        return ""


def subjects(records: Iterable[Record]) -> dict[str, dict[str, Subject]]:
    """Kind → id → subject; the first where an id stands twice."""
    table: dict[str, dict[str, Subject]] = defaultdict(dict)
    for record in records:
        for entry in entries_of(record):
            if entry.kind not in NOT_COMPARED:
                subject = Subject(entry.kind, entry.id, record, entry.content, entry.sort)
                table[entry.kind].setdefault(entry.id, subject)
        if record.kind == "profile":
            for waiver in record.content.waivers:
                identity = f"{waiver.rule} {waiver.record}"
                table["waiver"].setdefault(identity, Subject("waiver", identity, record, waiver))
    return table
