"""A record of the past: it cannot be mended, so what only today's form refuses is passed over and the rest is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from vbe.model.formats import FIRST, raised
from vbe.model.records import Record
from vbe.model.validation import node_route, validate

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from vbe.diagnostics import Finding, Route
    from vbe.documents import Document
    from vbe.model.kinds import Kind, M

MAX_ROUNDS = 20
"""A field that is left out may leave out what must hold it, and so on upwards: no form is nested deeper."""


def forgive(document: Document, kind: Kind[M], identity: str) -> tuple[Record[M] | None, list[Finding]]:
    """The record that an old document holds, and what of it was passed over; None where nothing can be read."""
    record, faults = validate(document, kind, identity, since=FIRST)
    if record is not None:
        return record, []
    value: Any = raised(kind.name, document.value)
    for _round in range(MAX_ROUNDS):
        try:
            content = kind.model.model_validate(value)
        except ValidationError as error:
            routes = {_refused(value, details) for details in error.errors(include_url=False)}
            if () in routes:
                break
            # From the back, so that the places of a list's other elements stay what they are.
            for route in sorted(routes, key=_order, reverse=True):
                value = _without(value, route)
        else:
            return Record(kind.name, identity, document.meaning(value), content), faults
    return None, faults


def _refused(value: Any, details: ErrorDetails) -> Route:
    """The node that a complaint is about; empty where that is the whole record."""
    return node_route(value, details["loc"][:-1] if details["type"] == "missing" else details["loc"])


def _order(route: Route) -> tuple[tuple[int, str], ...]:
    return tuple((part, "") if isinstance(part, int) else (-1, part) for part in route)


def _without(value: Any, route: Route) -> Any:
    """The value without a node; as it is where the node has gone with another."""
    part: Any = route[0]
    if isinstance(value, tuple):
        if part >= len(value):
            return value
        rest = () if len(route) == 1 else (_without(value[part], route[1:]),)
        return (*value[:part], *rest, *value[part + 1 :])
    if part not in value:
        return value
    if len(route) == 1:
        return {key: inner for key, inner in value.items() if key != part}
    return {**value, part: _without(value[part], route[1:])}
