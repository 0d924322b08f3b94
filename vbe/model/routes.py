"""Going to a place in a plain value, and leaving one out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vbe.diagnostics import Route
    from vbe.documents.scalars import Value


def value_at(value: Value, route: Route) -> Value:
    """What a route leads to; None where it leads to nothing."""
    for part in route:
        if isinstance(value, dict):
            value = value.get(part)
        else:
            value = value[part] if isinstance(value, tuple) and isinstance(part, int) and part < len(value) else None
    return value


def holds(value: Value, part: str | int) -> bool:
    """Whether a mapping has a key, or a list an element of that number."""
    return part in value if isinstance(value, dict) else isinstance(value, tuple) and isinstance(part, int) and part < len(value)


def node_route(value: Value, route: Route) -> Route:
    """The route without the parts that name no node: pydantic puts the tags of unions into it."""
    found: list[str | int] = []
    for part in route:
        if holds(value, part):
            value = value_at(value, (part,))
            found.append(part)
    return tuple(found)


def without(value: Value, route: Route) -> Value:
    """The value without a node; as it is where the node has gone with another."""
    part, rest = route[0], route[1:]
    if not holds(value, part):
        return value
    inner = without(value_at(value, (part,)), rest) if rest else None
    if isinstance(value, tuple) and isinstance(part, int):
        return (*value[:part], *((inner,) if rest else ()), *value[part + 1 :])
    assert isinstance(value, dict)
    return {key: inner if key == part else old for key, old in value.items() if rest or key != part}
