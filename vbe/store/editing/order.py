"""The order of a record's keys: the models' own, with what identifies an entry first and its notes last."""

from __future__ import annotations

import types
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, get_args, get_origin

from vbe.model.fields import Example, Model
from vbe.model.records.area import Area, Commitment, Indicator
from vbe.model.records.evidence import Dated
from vbe.model.records.followup import BodyDecision
from vbe.model.records.obligations import Obligation
from vbe.model.records.organisation import Actor, Board, Partner
from vbe.model.records.routine import Clocked, Routine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.documents import Value

FIRST, LAST = "", "*"
MOVES: dict[type[Model], tuple[tuple[str, str], ...]] = {
    Example: (("example", FIRST), ("notes", LAST)),
    Area: (("title", FIRST),),
    Clocked: (("title", FIRST),),
    Routine: (
        ("scope", LAST),
        ("commitments", LAST),
        ("obligations", LAST),
        ("steps", LAST),
        ("prohibitions", LAST),
        ("notes", LAST),
    ),
    Dated: (
        ("kind", "date"),
        ("example", "kind"),
        ("note", LAST),
        ("case_number", LAST),
        ("paragraph", LAST),
    ),
    Actor: (("contact", LAST), ("notes", LAST)),
    Board: (("level", "name"),),
    Partner: (("agreements", LAST),),
    Commitment: (("evidence", LAST),),
    BodyDecision: (("body", FIRST),),
}
"""Which fields a model's layout moves: behind another field, to the beginning or to the end. Inherited by its children."""
SPACED = (Commitment, Indicator, Obligation)
"""Entries that an empty line stands between: each is a small document of its own."""


@cache
def key_order(model: type[Model]) -> tuple[str, ...]:
    """The fields of a model in the order in which a file has them."""
    names = list(model.model_fields)
    for base in reversed(model.__mro__):
        for name, place in MOVES.get(base, ()):
            if name in names and (place in (FIRST, LAST) or place in names):
                names.remove(name)
                names.insert(0 if place == FIRST else len(names) if place == LAST else names.index(place) + 1, name)
    return tuple(names)


def arranged(names: list[Value], model: type[Model] | None) -> list[int]:
    """The places of a mapping's keys, rearranged; a key that the model does not know stays behind the one before it."""
    if model is None:
        return list(range(len(names)))
    order = {name: index for index, name in enumerate(key_order(model))}
    ranks: list[int] = []
    for name in names:
        known = order.get(name) if isinstance(name, str) else None
        ranks.append(known if known is not None else (ranks[-1] if ranks else -1))
    return sorted(range(len(names)), key=lambda index: ranks[index])


def model_of(annotation: Any, kind: Value = None) -> type[Model] | None:
    """The model that an annotation means; where it is a choice, the one with this `kind`."""
    candidates = list(_models(annotation))
    if len(candidates) == 1:
        return candidates[0]
    for candidate in candidates:
        tag = candidate.model_fields.get("kind")
        if tag is not None and get_origin(tag.annotation) is Literal and kind in get_args(tag.annotation):
            return candidate
    return None


def _models(annotation: Any) -> Iterator[type[Model]]:
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _models(get_args(annotation)[0])
    elif origin in (Union, types.UnionType):
        for argument in get_args(annotation):
            yield from _models(argument)
    elif isinstance(annotation, type) and issubclass(annotation, Model):
        yield annotation


def inside(annotation: Any) -> Any:
    """The annotation of what a list or a table holds; None where it is neither."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return inside(arguments[0])
    if origin in (Union, types.UnionType):
        return next((found for argument in arguments if (found := inside(argument)) is not None), None)
    if origin is tuple:
        return arguments[0]
    if origin is dict:
        return arguments[1]
    return None
