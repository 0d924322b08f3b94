"""The order of a record's keys: the models' own, with what identifies an entry first and its notes last."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from vbe.model.fields import Example, Model
from vbe.model.introspection import fields_of
from vbe.model.records.area import Area, Commitment, Indicator
from vbe.model.records.evidence import Dated
from vbe.model.records.followup import BodyDecision
from vbe.model.records.obligations import Obligation
from vbe.model.records.organisation import Actor, Board, Partner
from vbe.model.records.routine import Clocked, Routine
from vbe.model.records.strategy import Strategy

if TYPE_CHECKING:
    from vbe.documents import Value
    from vbe.model.introspection import Shape

FIRST, LAST = "", "*"
MOVES: dict[type[Model], tuple[tuple[str, str], ...]] = {
    Example: (("example", FIRST), ("notes", LAST)),
    Area: (("title", FIRST),),
    Clocked: (("title", FIRST), ("reviews", "approved_on")),
    Strategy: (("reviews", "revised_on"),),
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
    names = list(fields_of(model))
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


def shape_below(key: Value, model: type[Model] | None, shape: Shape | None) -> Shape | None:
    """What the form says of a key's value: by the model's field, or the same for all keys of a table."""
    if model is None:
        return shape.inner if shape is not None else None
    return fields_of(model)[key].shape if isinstance(key, str) and key in fields_of(model) else None
