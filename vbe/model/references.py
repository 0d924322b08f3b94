"""Which records a record names: found from the `Refers` annotations of its model, once for each model."""

from __future__ import annotations

import types
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, Union, get_args, get_origin

from vbe.model.fields import Model, Refers

if TYPE_CHECKING:
    from collections.abc import Callable

    from vbe.diagnostics import Route

    Collector = Callable[[Any, Route, list["Naming"]], None]


class Naming(NamedTuple):
    """One place where a record names another: the route, what is meant, and the id that stands there."""

    route: Route
    refers: Refers
    id: str
    on_key: bool


def namings(content: Model) -> list[Naming]:
    """Every place in a record's content that names something."""
    found: list[Naming] = []
    collector = _model(type(content))
    if collector is not None:
        collector(content, (), found)
    return found


@cache
def _model(model: type[Model]) -> Collector | None:
    fields = [
        (name, collector)
        for name, info in model.model_fields.items()
        if (collector := _collector(info.annotation, tuple(info.metadata))) is not None
    ]
    if not fields:
        return None

    def collect(value: Any, route: Route, found: list[Naming]) -> None:
        for name, collector in fields:
            inner = getattr(value, name)
            if inner is not None:
                collector(inner, (*route, name), found)

    return collect


def _leaf(refers: Refers) -> Collector:
    def collect(value: Any, route: Route, found: list[Naming]) -> None:
        found.append(Naming(route, refers, value, on_key=False))

    return collect


def _sequence(inner: Collector) -> Collector:
    def collect(value: Any, route: Route, found: list[Naming]) -> None:
        for index, part in enumerate(value):
            inner(part, (*route, index), found)

    return collect


def _mapping(refers: Refers | None, inner: Collector | None) -> Collector:
    def collect(value: Any, route: Route, found: list[Naming]) -> None:
        for key, part in value.items():
            if refers is not None:
                found.append(Naming((*route, key), refers, key, on_key=True))
            if inner is not None and part is not None:
                inner(part, (*route, key), found)

    return collect


def _choice(arms: dict[type, Collector]) -> Collector:
    def collect(value: Any, route: Route, found: list[Naming]) -> None:
        collector = arms.get(type(value))
        if collector is not None:
            collector(value, route, found)

    return collect


def _refers(metadata: tuple[Any, ...]) -> Refers | None:
    return next((part for part in metadata if isinstance(part, Refers)), None)


def _collector(annotation: Any, metadata: tuple[Any, ...] = ()) -> Collector | None:
    refers = _refers(metadata)
    if refers is not None:
        return _leaf(refers)
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _collector(arguments[0], arguments[1:])
    if origin is tuple:
        inner = _collector(arguments[0])
        return None if inner is None else _sequence(inner)
    if origin is dict:
        named = _refers(get_args(arguments[0])[1:]) if get_origin(arguments[0]) is Annotated else None
        inner = _collector(arguments[1])
        return None if named is None and inner is None else _mapping(named, inner)
    if origin in (Union, types.UnionType):
        return _union(arguments)
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return _model(annotation)
    return None


def _union(arguments: tuple[Any, ...]) -> Collector | None:
    arms: dict[type, Collector] = {}
    for argument in arguments:
        collector = _collector(argument)
        if collector is not None:
            inner = get_args(argument)[0] if get_origin(argument) is Annotated else argument
            arms[get_origin(inner) or inner] = collector
    return _choice(arms) if arms else None
