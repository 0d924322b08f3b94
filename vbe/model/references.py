"""Which records a record names: found from the `RefersTo` annotations of its model."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vbe.model.fields import NOT_STATED
from vbe.model.search import Search

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.diagnostics import Route
    from vbe.model.fields import RefersTo
    from vbe.model.kinds import Record


class Reference(NamedTuple):
    """One record names another: where, and whom."""

    record: Record
    route: Route
    refers: RefersTo
    id: str
    on_key: bool


_FIND: Search[RefersTo] = Search(lambda shape: shape.refers, on_keys=True)


def references_of(record: Record) -> Iterator[Reference]:
    """Every place in a record where an id names another."""
    for site in _FIND(record.content):
        if site.value != NOT_STATED:
            yield Reference(record, site.route, site.chosen, site.value, site.on_key)
