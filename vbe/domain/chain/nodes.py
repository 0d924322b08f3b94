"""One link of the chain, and what hangs on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from vbe.model.records import ALL_KINDS
from vbe.model.records.routine import Clocked

if TYPE_CHECKING:
    import datetime

    from vbe.model.entries import Entry


class Broken(StrEnum):
    """How a link is broken."""

    MISSING = "missing"
    """Named, but there is no such entry."""
    NO_CARRIER = "no-carrier"
    """A demand that nothing in the repository carries."""
    ONLY_DRAFT = "only-draft"
    """A demand that only a draft carries, which nobody has decided."""
    NOTHING_SHOWS = "nothing-shows"
    """A commitment without a routine, a guidance example or evidence."""
    NOT_SHOWN = "not-shown"
    """The same where the plan has neither routines nor guidance, and no board has reported on it either."""
    NO_FOLLOW_UP = "no-follow-up"
    """A commitment that no board has reported on for a year that was followed up."""
    NO_VALUE = "no-value"
    """An indicator without a value for a year that was followed up."""


@dataclass(frozen=True, slots=True)
class Node:
    """An entry, or a place where one should be. The words for it belong to those who print."""

    kind: str
    id: str
    title: str = ""
    file: str = ""
    owners: tuple[str, ...] = ()
    state: str = ""
    """Its status; for evidence its kind; for a report the section."""
    date: datetime.date | None = None
    broken: Broken | None = None
    children: tuple[Node, ...] = ()

    def with_children(self, children: tuple[Node, ...]) -> Node:
        """The node with what hangs on it."""
        return replace(self, children=children)

    def walk(self) -> Iterator[Node]:
        """The node and everything below."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Trace:
    """An entry, what it rests on, and what it leads to."""

    here: Node
    back: tuple[Node, ...]
    forward: tuple[Node, ...]

    @property
    def broken(self) -> tuple[Node, ...]:
        """Every broken link."""
        return tuple(node for top in (*self.back, *self.forward) for node in top.walk() if node.broken is not None)


def node_of(entry: Entry) -> Node:
    """An entry as a link."""
    kind = ALL_KINDS[entry.kind]
    state = entry.content.status if isinstance(entry.content, Clocked) else entry.actor_type
    owners = kind.owners_of(entry.record, entry.content)
    return Node(entry.kind, entry.id, kind.title_of(entry.content), entry.record.file, owners, state)
