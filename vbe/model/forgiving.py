"""A record of the past: it cannot be mended, so what only today's form refuses is passed over and the rest is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import ValidationError

from vbe.model.formats import FIRST, raised
from vbe.model.records import Record
from vbe.model.validation import validate
from vbe.model.values import node_route, without

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from vbe.diagnostics import Finding, Route
    from vbe.documents import Document, Value
    from vbe.model.kinds import Kind, M

MAX_ROUNDS = 20
"""A field that is left out may leave out what must hold it, and so on upwards: no form is nested deeper."""


def forgive(document: Document, kind: Kind[M], identity: str) -> tuple[Record[M] | None, list[Finding]]:
    """The record that an old document holds, and what of it was passed over; None where nothing can be read."""
    record, faults = validate(document, kind, identity, since=FIRST)
    if record is not None:
        return record, []
    value: Value = raised(kind.name, document.value)
    for _round in range(MAX_ROUNDS):
        try:
            content = kind.model.model_validate(value)
        except ValidationError as error:
            routes = {_refused(value, details) for details in error.errors(include_url=False)}
            if () in routes:
                break
            # From the back, so that the places of a list's other elements stay what they are.
            for route in sorted(routes, key=_order, reverse=True):
                value = without(value, route)
        else:
            assert isinstance(value, dict)
            return Record(kind.name, identity, document.meaning(value), content), faults
    return None, faults


def _refused(value: Value, details: ErrorDetails) -> Route:
    """The node that a complaint is about; empty where that is the whole record."""
    return node_route(value, details["loc"][:-1] if details["type"] == "missing" else details["loc"])


def _order(route: Route) -> tuple[tuple[int, str], ...]:
    return tuple((part, "") if isinstance(part, int) else (-1, part) for part in route)
