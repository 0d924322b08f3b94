"""The prose of a record: every text that was written for people to read, found from the annotations of its model.

Ids, references, enumerations and dates are no prose; neither are keys and comments.
"""

from __future__ import annotations

import types
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, Union, get_args, get_origin

from vbe.model.fields import INTERNAL, Model, Refers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from vbe.diagnostics import Route

    Collector = Callable[[Any, Route, bool, list["Prose"]], None]

NO_PROSE = frozenset({"case_number", "code", "contact", "handle", "version", "harmonised_with", "case_number_pattern", "answer"})
"""Fields of text that hold numbers, codes and addresses."""


class Prose(NamedTuple):
    """A text of a record: where it stands, in which field, and whether no public output shows it."""

    route: Route
    text: str
    internal: bool

    @property
    def field(self) -> str:
        """The name of the field, also for a text in a list."""
        for part in reversed(self.route):
            if isinstance(part, str):
                return part
        return ""


def prose(content: Model) -> list[Prose]:
    """Every text of a record's content, in the order of its fields."""
    found: list[Prose] = []
    collector = _model(type(content))
    if collector is not None:
        collector(content, (), False, found)  # noqa: FBT003 - not internal
    return found


def shown_texts(content: Model, without: frozenset[str]) -> list[str]:
    """Every text that is not internal, in no order, without those of some fields. Cheaper where nobody asks where they stand."""
    found: list[str] = []
    waiting: list[Any] = [content]
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            found.append(value)
        elif isinstance(value, Model):
            fields = value.__dict__
            waiting.extend(fields[name] for name in _shown(type(value), without))
        elif isinstance(value, dict):
            waiting.extend(value.values())
        elif isinstance(value, tuple):
            waiting.extend(value)
    return found


@cache
def _shown(model: type[Model], without: frozenset[str]) -> tuple[str, ...]:
    """The fields that hold such texts, or parts that do."""
    return tuple(
        name
        for name, info in model.model_fields.items()
        if name not in NO_PROSE | without
        and INTERNAL not in info.metadata
        and _collector(info.annotation, tuple(info.metadata)) is not None
    )


@cache
def _model(model: type[Model]) -> Collector | None:
    fields = [
        (name, INTERNAL in info.metadata, collector)
        for name, info in model.model_fields.items()
        if name not in NO_PROSE and (collector := _collector(info.annotation, tuple(info.metadata))) is not None
    ]

    def collect(value: Any, route: Route, internal: bool, found: list[Prose]) -> None:  # noqa: FBT001
        for name, hidden, collector in fields:
            inner = getattr(value, name)
            if inner:
                collector(inner, (*route, name), internal or hidden, found)

    return collect if fields else None


def _text(value: Any, route: Route, internal: bool, found: list[Prose]) -> None:  # noqa: FBT001
    if isinstance(value, str):
        found.append(Prose(route, value, internal))


def _collector(annotation: Any, metadata: tuple[Any, ...] = ()) -> Collector | None:
    if any(isinstance(part, Refers) or getattr(part, "pattern", None) for part in metadata):
        return None
    if annotation is str:
        return _text
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _collector(arguments[0], arguments[1:])
    if origin is tuple or origin is dict:
        inner = _collector(arguments[0] if origin is tuple else arguments[1])
        return None if inner is None else _several(inner)
    if origin in (Union, types.UnionType):
        arms = [(_type_of(arm), collector) for arm in arguments if (collector := _collector(arm)) is not None]
        return _choice(dict(arms)) if arms else None
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return _model(annotation)
    return None


def _several(inner: Collector) -> Collector:
    def collect(value: Any, route: Route, internal: bool, found: list[Prose]) -> None:  # noqa: FBT001
        parts: Iterator[tuple[Any, Any]] = iter(value.items() if isinstance(value, dict) else enumerate(value))
        for key, part in parts:
            inner(part, (*route, key), internal, found)

    return collect


def _choice(arms: dict[Any, Collector]) -> Collector:
    def collect(value: Any, route: Route, internal: bool, found: list[Prose]) -> None:  # noqa: FBT001
        collector = arms.get(type(value))
        if collector is not None:
            collector(value, route, internal, found)

    return collect


def _type_of(annotation: Any) -> Any:
    inner = get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation
    return get_origin(inner) or inner
