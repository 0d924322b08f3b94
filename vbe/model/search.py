"""Looking for values in a content by their shape; the way to them is worked out once for each model."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, NamedTuple

from typing_extensions import TypeVar

from vbe.model.introspection import Shape, fields_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from vbe.diagnostics import Route
    from vbe.model.fields import Model

    Collector = Callable[..., None]
    """From a value, its route, whether it is internal, and the list of what has been found, to which it adds."""

T = TypeVar("T")


class Site(NamedTuple, Generic[T]):
    """A value that was looked for: its route, the value, what it was chosen for, and whether it is a key, or internal."""

    route: Route
    value: str
    chosen: T
    on_key: bool
    internal: bool
    """Whether it stands in a field that no public output shows."""


@dataclass(frozen=True, slots=True)
class Search(Generic[T]):
    """Finds the values in a content whose shape is chosen; the way to them is worked out once for each model."""

    select: Callable[[Shape], T | None]
    """What a plain value is chosen for; None for what is not looked for."""
    on_keys: bool = False
    """Whether the keys of tables are looked at, too."""
    without: frozenset[str] = frozenset()
    """Names of fields that are passed over."""
    _models: dict[type[Model], Collector | None] = field(default_factory=dict, repr=False)

    def __call__(self, content: Model) -> list[Site[T]]:
        """Every such value, in the order of the fields."""
        found: list[Site[T]] = []
        collector = self._of_model(type(content))
        if collector is not None:
            collector(content, (), False, found)  # noqa: FBT003 - not internal
        return found

    def _of_model(self, model: type[Model]) -> Collector | None:
        if model not in self._models:
            steps = [(form, self._of(form.shape)) for name, form in fields_of(model).items() if name not in self.without]
            self._models[model] = _fields([(form.name, form.is_internal, collect) for form, collect in steps if collect])
        return self._models[model]

    def _of(self, shape: Shape) -> Collector | None:
        arms: list[tuple[type | tuple[type, ...], Collector | None]] = [(model, self._of_model(model)) for model in shape.models]
        if shape.item is not None:
            arms.append((tuple, _members(self._of(shape.item))))
        if shape.key is not None and shape.value is not None:
            chosen = self.select(shape.key) if self.on_keys else None
            arms.append((dict, _table(chosen, self._of(shape.value))))
        chosen = self.select(shape) if shape.plain else None
        arms.append((str, None if chosen is None else _leaf(chosen)))
        return _choice({arm: collect for arm, collect in arms if collect is not None})


def _fields(steps: list[tuple[str, bool, Collector]]) -> Collector | None:
    def collect(value: object, route: Route, internal: bool, found: list[Site[T]]) -> None:  # noqa: FBT001
        for name, hidden, inner in steps:
            part = getattr(value, name)
            if part:
                inner(part, (*route, name), internal or hidden, found)

    return collect if steps else None


def _members(inner: Collector | None) -> Collector | None:
    if inner is None:
        return None

    def collect(value: tuple[object, ...], route: Route, internal: bool, found: list[Site[T]]) -> None:  # noqa: FBT001
        for index, part in enumerate(value):
            inner(part, (*route, index), internal, found)

    return collect


def _table(chosen: T | None, inner: Collector | None) -> Collector | None:
    if chosen is None and inner is None:
        return None

    def collect(value: dict[str, object], route: Route, internal: bool, found: list[Site[T]]) -> None:  # noqa: FBT001
        for key, part in value.items():
            if chosen is not None:
                found.append(Site((*route, key), key, chosen, True, internal))  # noqa: FBT003 - on a key; names would cost a fifth
            if inner is not None and part is not None:
                inner(part, (*route, key), internal, found)

    return collect


def _leaf(chosen: T) -> Collector:
    def collect(value: str, route: Route, internal: bool, found: list[Site[T]]) -> None:  # noqa: FBT001
        found.append(Site(route, value, chosen, False, internal))  # noqa: FBT003 - not on a key

    return collect


def _choice(arms: dict[type | tuple[type, ...], Collector]) -> Collector | None:
    """By the type of the value; what is of another type is not looked for."""
    if not arms:
        return None

    def collect(value: object, route: Route, internal: bool, found: list[Site[T]]) -> None:  # noqa: FBT001
        inner = arms.get(type(value))
        if inner is not None:
            inner(value, route, internal, found)

    return collect
