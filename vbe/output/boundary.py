"""The one door to every format: each text in a result is masked and made harmless before a format sees it.

So a format cannot forget to. It gets plain data: tuples, lists, mappings and dataclasses of texts, numbers and days. What is
anything else, such as a record with all that its file says, is refused.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, TypeVar, cast

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    from vbe.output.media import Medium

T = TypeVar("T")
PLAIN = (Enum, int, float, datetime.date, datetime.timedelta, type(None))
SENTENCES = frozenset({"message", "hint"})
"""Fields that hold sentences of ours, in which code stands between backticks."""


def cleaned(value: T, medium: Medium) -> T:
    """The same value with every text in it, keys included, as it may stand in the medium; itself where nothing changes.

    Raises TypeError for what holds more than plain data.
    """
    return cast("T", _cleaned(value, medium, ""))


def _cleaned(value: object, medium: Medium, field: str) -> object:
    if isinstance(value, PLAIN):
        return value
    if isinstance(value, str):
        return medium.clean_sentence(value) if field in SENTENCES else medium.clean(value)
    if isinstance(value, tuple):
        return _tuple(value, medium, field)
    if isinstance(value, list):
        return [_cleaned(member, medium, field) for member in value]
    if isinstance(value, Mapping):
        return {_cleaned(key, medium, field): _cleaned(member, medium, field) for key, member in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return _dataclass(value, medium)
    raise TypeError(f"{type(value).__name__} is no plain data, so no format gets it")


def _tuple(value: tuple[object, ...], medium: Medium, field: str) -> tuple[object, ...]:
    names = getattr(value, "_fields", (field,) * len(value))
    members = [_cleaned(member, medium, name) for name, member in zip(names, value, strict=True)]
    if all(new is old for new, old in zip(members, value, strict=True)):
        return value
    make: Callable[[Iterable[object]], tuple[object, ...]] = getattr(value, "_make", tuple)
    return make(members)


def _dataclass(value: DataclassInstance, medium: Medium) -> object:
    before = {field.name: getattr(value, field.name) for field in fields(value) if field.init}
    after = {name: _cleaned(member, medium, name) for name, member in before.items()}
    changed = {name: member for name, member in after.items() if member is not before[name]}
    return replace(value, **changed) if changed else value
