"""Plain values, as documents hold them: what stands at a place, what is left without it, and whether two are the same."""

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


def same(one: Value, other: Value) -> bool:
    """Whether two values are the same, with true and 1, and 1 and 1.0, kept apart."""
    if one is other:
        return True
    if one != other or type(one) is not type(other):
        return False
    if isinstance(one, dict) and isinstance(other, dict):
        return all(same(part, other[key]) for key, part in one.items())
    if isinstance(one, tuple) and isinstance(other, tuple):
        return all(map(same, one, other))
    return True
