"""What a comparison comes to: one change for each entry, and inside it one for each field. Plain, frozen, without words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from vbe.model.introspection import fields_of

if TYPE_CHECKING:
    from vbe.diagnostics import Route
    from vbe.model.fields import Model

REVIEW_FIELDS = frozenset({"reviews", "harmonised_with"})
"""What a review writes. A change of these alone is a review and no edit."""


class ChangeType(StrEnum):
    """What happened to an entry, or to a field of it."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    MOVED = "moved"
    CHANGED = "changed"
    FOLLOWED = "followed"
    """Of a field: it names the same entry as before, by the entry's new id."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field, or one member of a list, before and after. `parts` says what changed inside it."""

    route: Route
    """From the entry; where the field stood before, when it is gone."""
    what: ChangeType
    old: object
    new: object
    model: type[Model]
    """The model that gives the field its form."""
    field: str
    old_position: int | None = None
    new_position: int | None = None
    """For a member of a list: its index."""
    parts: tuple[FieldChange, ...] = ()

    @property
    def internal(self) -> bool:
        """Whether no public output may show it."""
        form = fields_of(self.model).get(self.field)
        return form is not None and form.is_internal

    def leaves(self) -> Iterator[FieldChange]:
        """The changes that hold no smaller ones."""
        if not self.parts:
            yield self
        for part in self.parts:
            yield from part.leaves()


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to one entry: a record, or a commitment, actor, indicator and so on inside one."""

    kind: str
    id: str
    what: ChangeType
    title: str
    file: str
    owners: tuple[str, ...] = ()
    """The actors that answer for it, as the entry has it."""
    departments: tuple[str, ...] = ()
    """The departments behind the owners; an owner without a department stands for itself."""
    fields: tuple[FieldChange, ...] = ()
    old_id: str = ""
    old_file: str = ""
    actor_type: str = ""
    """For an actor: which kind of actor."""
    internal: bool = False
    """Whether the document is for internal readers."""
    example: bool = False

    @property
    def review(self) -> bool:
        """Whether nothing but the marks of a review changed."""
        named = {field.field for field in self.fields}
        return self.what is ChangeType.CHANGED and bool(named & REVIEW_FIELDS) and named <= REVIEW_FIELDS

    @property
    def follows(self) -> bool:
        """Whether it only names others by the ids that they have now."""
        return (
            self.what is ChangeType.CHANGED
            and bool(self.fields)
            and all(leaf.what is ChangeType.FOLLOWED for leaf in self.leaves())
        )

    def leaves(self) -> Iterator[FieldChange]:
        """Every smallest change of a field."""
        for field in self.fields:
            yield from field.leaves()
