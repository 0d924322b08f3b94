"""What the fields of a model may hold, read from their annotations: the one walker over models.

Whoever asks about a form asks here: which ids are named, what is prose, which model stands at a route, what may be written.
"""

from __future__ import annotations

import types
from functools import cache
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple, Union, get_args, get_origin

from vbe.model.fields import INTERNAL, Model, OrNotStated, RefersTo
from vbe.model.values import value_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vbe.diagnostics import Route
    from vbe.documents import Value


class Shape(NamedTuple):
    """What a value may be. Where there is a choice, all of it: `None` and a list, or one of several models."""

    models: tuple[type[Model], ...] = ()
    plain: tuple[type, ...] = ()
    """Types such as `str`, `int`, `bool` and `date`."""
    words: tuple[str | int, ...] = ()
    """The values that it is limited to."""
    may_be_unstated: bool = False
    """Whether `not_stated` may stand in its place."""
    refers: RefersTo | None = None
    """What its text names."""
    is_patterned: bool = False
    """Whether its text must match a pattern."""
    item: Shape | None = None
    """The members of a list."""
    key: Shape | None = None
    """The keys of a table."""
    value: Shape | None = None
    """The values of a table."""

    @property
    def inner(self) -> Shape | None:
        """What a list or a table holds; None where it is neither."""
        return self.item if self.item is not None else self.value

    @property
    def choices(self) -> tuple[str, ...]:
        """The words that it is limited to, as texts."""
        return tuple(map(str, self.words))

    def model(self, kind: object = None) -> type[Model] | None:
        """The model, where there is one; of several the one that has this `kind`."""
        if len(self.models) == 1:
            return self.models[0]
        return next((model for model in self.models if kind in kinds_of(model)), None)


class FieldForm(NamedTuple):
    """A field of a model: its name, what it may hold, and what is said of it."""

    name: str
    shape: Shape
    description: str
    """In English; a message id."""
    is_required: bool
    is_internal: bool
    """Whether no public output shows it."""


@cache
def fields_of(model: type[Model]) -> dict[str, FieldForm]:
    """Name → form, in the order of the model."""
    return {
        name: FieldForm(
            name,
            _shape(info.annotation, tuple(info.metadata)),
            info.description or "",
            info.is_required(),
            INTERNAL in info.metadata,
        )
        for name, info in model.model_fields.items()
    }


def shape_of(annotation: object) -> Shape:
    """What a value of an annotation may be."""
    return _shape(annotation, ())


def _shape(annotation: object, metadata: tuple[object, ...]) -> Shape:
    if any(isinstance(part, OrNotStated) for part in metadata):
        inner = _shape(annotation, tuple(part for part in metadata if not isinstance(part, OrNotStated)))
        return inner._replace(may_be_unstated=True)
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _shape(arguments[0], (*arguments[1:], *metadata))
    if origin in (Union, types.UnionType):
        return _merged([_shape(argument, metadata) for argument in arguments if argument is not types.NoneType])
    if origin is tuple:
        return Shape(item=_shape(arguments[0], ()))
    if origin is dict:
        return Shape(key=_shape(arguments[0], ()), value=_shape(arguments[1], ()))
    if origin is Literal:
        return Shape(words=arguments)
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return Shape(models=(annotation,))
    refers = next((part for part in metadata if isinstance(part, RefersTo)), None)
    plain = (annotation,) if isinstance(annotation, type) else ()
    return Shape(plain=plain, refers=refers, is_patterned=any(getattr(part, "pattern", None) for part in metadata))


def _merged(shapes: Sequence[Shape]) -> Shape:
    """A choice between several shapes. One of one is itself."""
    if len(shapes) == 1:
        return shapes[0]
    return Shape(
        models=tuple(model for shape in shapes for model in shape.models),
        plain=tuple(plain for shape in shapes for plain in shape.plain),
        words=tuple(word for shape in shapes for word in shape.words),
        may_be_unstated=any(shape.may_be_unstated for shape in shapes),
        refers=next((shape.refers for shape in shapes if shape.refers is not None), None),
        is_patterned=any(shape.is_patterned for shape in shapes),
        item=next((shape.item for shape in shapes if shape.item is not None), None),
        key=next((shape.key for shape in shapes if shape.key is not None), None),
        value=next((shape.value for shape in shapes if shape.value is not None), None),
    )


def kinds_of(model: type[Model]) -> tuple[str | int, ...]:
    """The values of `kind` that tell a model apart from the others it may stand in for."""
    field = fields_of(model).get("kind")
    return field.shape.words if field is not None else ()


def below(shapes: Sequence[Shape], key: str) -> list[Shape]:
    """What may stand below a key in values of some shapes; lists are seen through."""
    found: list[Shape] = []
    for shape in shapes:
        if shape.item is not None:
            found += below([shape.item], key)
        if shape.value is not None:
            found.append(shape.value)
        found += [fields_of(model)[key].shape for model in shape.models if key in fields_of(model)]
    return found


def model_at(model: type[Model], value: Value, route: Route) -> type[Model] | None:
    """The model that a route leads to, following the value where the form leaves a choice; None where it leads to none."""
    shape, current = _walked(model, value, route)
    return current if shape.models else None


def words_at(model: type[Model], value: Value, route: Route) -> list[str]:
    """The words that a value is limited to; the kinds, where it is a model that has to say which of several it is."""
    is_key = "[key]" in route
    shape, _current = _walked(model, value, route[: route.index("[key]") - 1] if is_key else route)
    if is_key:
        shape = shape.key or Shape()
    return [*shape.choices] or [str(kind) for each in shape.models for kind in kinds_of(each)]


def _walked(model: type[Model], value: Value, route: Route) -> tuple[Shape, type[Model]]:
    """The shape that a route leads to, and the last model on the way."""
    shape, current = Shape(models=(model,)), model
    for part in route:
        if shape.models and isinstance(part, str):
            if part not in fields_of(current):
                continue  # pydantic puts the alternative that it tried into the route
            shape = fields_of(current)[part].shape
        else:
            shape = shape.inner or Shape()
        value = value_at(value, (part,))
        chosen = shape.model(value_at(value, ("kind",))) or next(iter(shape.models), None)
        current = chosen or current
    return shape, current
