"""What a version of a record says, apart from its review: comments, layout, quoting and the order of keys do not count."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vbe.model.formats import raised
from vbe.model.places import place_of
from vbe.model.values import same

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping, Sequence

    from vbe.documents import Value
    from vbe.store.history.parts import Fields

REVIEW_FIELDS = frozenset({"reviews", "harmonised_with"})
"""What a review writes. A change of these alone is a review, no edit."""


class Parsed(NamedTuple):
    """A version: what it says, and what it says of its own reviews. In today's format, whatever it was written in."""

    content: dict[str | int, Value]
    review: dict[str | int, Value]

    @property
    def days(self) -> frozenset[str]:
        """The days of its reviews, as they stand."""
        return frozenset(day for review in self._reviews if isinstance(day := review.get("date"), str))

    @property
    def reviewed_on(self) -> str:
        """The day of the latest review, as it stands; empty where there is none."""
        return max(self.days, default="")

    def latest(self, name: str) -> Value:
        """What the latest review says, such as its note; of two on one day the last."""
        return next((r.get(name) for r in reversed(self._reviews) if r.get("date") == self.reviewed_on), None)

    @property
    def _reviews(self) -> list[dict[str | int, Value]]:
        listed = self.review.get("reviews")
        return [review for review in listed if isinstance(review, dict)] if isinstance(listed, tuple) else []


def kind_name(file: str) -> str:
    """The kind of record that a file holds, by its path; empty where it holds none."""
    placed = place_of(file)
    return "" if placed is None else placed[0].kind


def split(value: Mapping[str | int, Value], kind: str) -> Parsed:
    """The value of a record of a kind, with the reviews apart."""
    today = raised(kind, dict(value))
    content = {key: part for key, part in today.items() if key not in REVIEW_FIELDS}
    return Parsed(content, {key: part for key, part in today.items() if key in REVIEW_FIELDS})


def read(blob: bytes, fields: Fields, kind: str) -> Parsed | None:
    """A version of a file, or None where it is no YAML that can be read; `fields` are those met in other versions."""
    try:
        value = fields.read(blob.decode("utf-8"))
    except UnicodeDecodeError:
        return None
    return None if value is None else split(value, kind)


def is_edit(new: Parsed, olds: Sequence[Parsed]) -> bool:
    """Whether a version says something else than each of those before it, its review aside."""
    return not any(same(new.content, old.content) for old in olds)


def is_review(new: Parsed, olds: Sequence[Parsed], day: datetime.date | None) -> bool:
    """Whether a version that was made on a day records a review: it moves the date, or is the second one of that very day."""
    if not new.reviewed_on or any(same(new.review, old.review) for old in olds):
        return False
    moved = all(new.reviewed_on != old.reviewed_on for old in olds)
    return moved or (day is not None and new.reviewed_on == day.isoformat())
