"""Looking for values in a content by their shape; the way to them is worked out once for each model."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, Protocol

from typing_extensions import TypeVar

from vbe.model.introspection import Shape, fields_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from vbe.diagnostics import Route
    from vbe.model.fields import Model

    Collector = Callable[..., None]
    """From a value, its route, whose content is searched, and the list of what has been found, to which it adds."""

T = TypeVar("T")
C_contra = TypeVar("C_contra", contravariant=True)
H = TypeVar("H")
F = TypeVar("F")


class Leaf(Protocol[C_contra]):
    """Makes what takes up a value that was looked for: a function of the value, its route, the holder and the list to add to."""

    def __call__(self, chosen: C_contra, /, *, on_key: bool, internal: bool) -> Collector:
        """`chosen` is what the value was chosen for; `internal` says that no public output shows the field it stands in."""


@dataclass(frozen=True, slots=True)
class Search(Generic[T, H, F]):
    """Finds the values in a content whose shape is chosen; the way to them is worked out once for each model."""

    select: Callable[[Shape], T | None]
    """What a plain value is chosen for; None for what is not looked for."""
    leaf: Leaf[T]
    on_keys: bool = False
    """Whether the keys of tables are looked at, too."""
    without: frozenset[str] = frozenset()
    """Names of fields that are passed over."""
    _models: dict[tuple[type[Model], bool], Collector | None] = field(default_factory=dict, repr=False)

    def __call__(self, content: Model, holder: H) -> list[F]:
        """What was made of every such value, in the order of the fields. The holder is handed on to what makes it."""
        found: list[F] = []
        collector = self._of_model(type(content), internal=False)
        if collector is not None:
            collector(content, (), holder, found)
        return found

    def _of_model(self, model: type[Model], *, internal: bool) -> Collector | None:
        if (model, internal) not in self._models:
            forms = [form for name, form in fields_of(model).items() if name not in self.without]
            steps = [(form.name, self._of(form.shape, internal=internal or form.is_internal)) for form in forms]
            self._models[model, internal] = _fields([(name, collect) for name, collect in steps if collect is not None])
        return self._models[model, internal]

    def _of(self, shape: Shape, *, internal: bool) -> Collector | None:
        arms: list[tuple[type, Collector | None]] = [(model, self._of_model(model, internal=internal)) for model in shape.models]
        if shape.item is not None:
            arms.append((tuple, _members(self._of(shape.item, internal=internal))))
        if shape.key is not None and shape.value is not None:
            chosen = self.select(shape.key) if self.on_keys else None
            on_key = None if chosen is None else self.leaf(chosen, on_key=True, internal=internal)
            arms.append((dict, _table(on_key, self._of(shape.value, internal=internal))))
        chosen = self.select(shape) if shape.plain else None
        arms.append((str, None if chosen is None else self.leaf(chosen, on_key=False, internal=internal)))
        return _choice({arm: collect for arm, collect in arms if collect is not None}, is_sure=_is_sure(shape))


def _is_sure(shape: Shape) -> bool:
    """Whether a value, where there is one, can be of one type only."""
    types = (*shape.models, *shape.plain, *(kind for kind in (shape.item, shape.key) if kind is not None))
    return len(types) == 1 and not shape.words and not shape.may_be_unstated


def _fields(steps: list[tuple[str, Collector]]) -> Collector | None:
    def collect(value: object, route: Route, holder: H, found: list[F]) -> None:
        for name, inner in steps:
            part = getattr(value, name)
            if part:
                inner(part, (*route, name), holder, found)

    return collect if steps else None


def _members(inner: Collector | None) -> Collector | None:
    if inner is None:
        return None

    def collect(value: tuple[object, ...], route: Route, holder: H, found: list[F]) -> None:
        for index, part in enumerate(value):
            if part is not None:
                inner(part, (*route, index), holder, found)

    return collect


def _table(on_key: Collector | None, inner: Collector | None) -> Collector | None:
    if on_key is None and inner is None:
        return None

    def collect(value: dict[str, object], route: Route, holder: H, found: list[F]) -> None:
        for key, part in value.items():
            if on_key is not None:
                on_key(key, (*route, key), holder, found)
            if inner is not None and part is not None:
                inner(part, (*route, key), holder, found)

    return collect


def _choice(arms: dict[type, Collector], *, is_sure: bool) -> Collector | None:
    """By the type of the value, which is only asked where it can be another; what is of another type is not looked for."""
    if not arms:
        return None
    if is_sure:
        return next(iter(arms.values()))

    def collect(value: object, route: Route, holder: H, found: list[F]) -> None:
        inner = arms.get(type(value))
        if inner is not None:
            inner(value, route, holder, found)

    return collect
