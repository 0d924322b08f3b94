"""Which records a record names: found from the `RefersTo` annotations of its model."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vbe.model.fields import NOT_STATED
from vbe.model.search import Search

if TYPE_CHECKING:
    from vbe.diagnostics import Route
    from vbe.model.fields import RefersTo
    from vbe.model.kinds import Record
    from vbe.model.search import Collector


class Reference(NamedTuple):
    """One record names another: where, and whom."""

    record: Record
    route: Route
    refers: RefersTo
    id: str
    on_key: bool


def _take_up(refers: RefersTo, *, on_key: bool, internal: bool) -> Collector:
    del internal  # a reference is one wherever it stands

    def collect(value: str, route: Route, record: Record, found: list[Reference]) -> None:
        if value != NOT_STATED:
            found.append(Reference(record, route, refers, value, on_key))

    return collect


_FIND: Search[RefersTo, Record, Reference] = Search(lambda shape: shape.refers, _take_up, on_keys=True)


def references_of(record: Record) -> list[Reference]:
    """Every place in a record where an id names another."""
    return _FIND(record.content, record)
