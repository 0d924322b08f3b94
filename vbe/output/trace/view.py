"""What is shown of a chain: each link with the names that a reader knows, and nothing of the records behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vbe.output.plain_values import shown_text

if TYPE_CHECKING:
    import datetime

    from vbe.domain.chain.nodes import Broken, Node, Trace
    from vbe.domain.changes.names import Names


@dataclass(frozen=True, slots=True)
class Link:
    """One link: an entry, or a place where one should be."""

    kind: str
    id: str
    title: str
    """Its name or its words; masked where they may be about a person."""
    file: str
    owners: tuple[str, ...]
    owner_names: tuple[str, ...]
    """The owners as they are called inside a sentence."""
    state: str
    date: datetime.date | None
    broken: Broken | None
    children: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Chain:
    """An entry, what it rests on, and what it leads to."""

    here: Link
    back: tuple[Link, ...]
    forward: tuple[Link, ...]
    broken: int
    """How many links are broken."""


def link_of(node: Node, names: Names) -> Link:
    """A node, and what hangs on it, as they are shown."""
    return Link(
        node.kind,
        node.id,
        shown_text(node.title, names),
        node.file,
        node.owners,
        tuple(names.actor(owner) for owner in node.owners),
        node.state,
        node.date,
        node.broken,
        tuple(link_of(child, names) for child in node.children),
    )


def chain_of(trace: Trace, names: Names) -> Chain:
    """A trace as it is shown."""
    back, forward = (tuple(link_of(node, names) for node in nodes) for nodes in (trace.back, trace.forward))
    return Chain(link_of(trace.here, names), back, forward, len(trace.broken))
