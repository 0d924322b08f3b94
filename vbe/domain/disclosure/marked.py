"""Records, and changes of them, with a mark in the place of every number that may not be shown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar, cast

from vbe.domain.disclosure.numbers import NOT_SHOWN, Shown, is_number, is_of_few
from vbe.model.fields import Model
from vbe.model.records.area import Indicator
from vbe.model.records.evidence import Training
from vbe.model.records.followup import FOLLOWUP, FollowUp, Observation

if TYPE_CHECKING:
    from vbe.domain.changes.model import Change, FieldChange
    from vbe.domain.disclosure.guard import Guard

NUMBERS: dict[type[Model], frozenset[str]] = {
    Observation: frozenset({"value", "n", "women", "men", "women_n", "men_n"}),
    Indicator: frozenset({"baseline", "target"}),
    Training: frozenset({"participants", "share"}),
}
"""Model → its fields that hold numbers of persons or cases."""

T = TypeVar("T")


def disclosed(content: T, guard: Guard, year: int | None = None) -> T:
    """A record, or a part of one, with every number that may not be shown replaced by its mark; the rest as it was.

    `year` is that of a follow-up, whose path alone says it.
    """
    return cast("T", _disclosed(content, guard, year, ""))


def year_of(kind: str, identity: str) -> int | None:
    """The year that an entry is about, where its id says so: only follow-ups hold numbers and no year."""
    first = identity.partition("/")[0]
    return int(first) if kind == FOLLOWUP.name and first.isdecimal() else None


def disclosed_change(change: Change, guard: Guard) -> Change:
    """A change as it may be told: numbers that may not be shown are marks before and after.

    The guard is over both states. A field whose two marks are the same has only "changed".
    """
    year = year_of(change.kind, change.id)
    return replace(
        change, fields=tuple(_told(field, guard, year, (change.old_id or change.id, change.id)) for field in change.fields)
    )


def _disclosed(content: object, guard: Guard, year: int | None, of: str) -> object:
    if isinstance(content, tuple):
        return tuple(_disclosed(part, guard, year, of) for part in content)
    if isinstance(content, dict):
        return {key: _disclosed(part, guard, year, str(key)) for key, part in content.items()}
    if not isinstance(content, Model):
        return content
    changed = {}
    for name, value in content:
        if name in NUMBERS.get(type(content), ()):
            changed[name] = _number_in(content, name, guard, year, of)
        elif isinstance(value, Model | tuple | dict):
            changed[name] = _disclosed(value, guard, year, of)
    return content.model_copy(update=changed) if changed else content


def _number_in(content: Model, name: str, guard: Guard, year: int | None, of: str) -> object:
    value = getattr(content, name)
    if isinstance(content, Indicator):
        return _of_indicator(value, name, content.id, guard)
    if isinstance(content, Training):
        return _kept(value, guard.share(content) if name == "share" else guard.participants(content))
    if isinstance(content, Observation) and name == "value":
        return _kept(value, guard.observed(content, of, year))
    if isinstance(content, Observation) and name != "n":
        return _of_sex(content, name, guard, of, year)
    is_closed = guard.counts_people(of) and value is not None and is_of_few(value, guard.thresholds)
    return NOT_SHOWN if is_closed else value


def _of_sex(content: Observation, name: str, guard: Guard, of: str, year: int | None) -> object:
    """A value for women or men, or how many it is of: not at all where the two are not shown."""
    value, shown = getattr(content, name), guard.by_sex(content, of, year)
    if value is None:
        return None
    sex = shown[0 if name.startswith("women") else 1] if shown else Shown(NOT_SHOWN)
    if not name.endswith("_n"):
        return _kept(value, sex)
    is_closed = guard.counts_people(of) and (sex.value is None or is_of_few(value, guard.thresholds))
    return NOT_SHOWN if is_closed else value


def _of_indicator(value: object, name: str, identity: str, guard: Guard, year: int | None = None) -> object:
    if isinstance(value, dict):
        return {aimed: _of_indicator(part, name, identity, guard, aimed) for aimed, part in value.items()}
    number = cast("float", value)  # What an indicator has is checked when it is read.
    return _kept(value, guard.target(number, identity, year) if name == "target" else guard.baseline(number, identity))


def _kept(value: object, shown: Shown) -> object:
    """The value itself, or the mark where it is a number, or a mark, that may not be shown."""
    if isinstance(value, str):
        return shown.text
    return shown.text if is_number(value) and shown.value is None else value


def _told(
    field: FieldChange, guard: Guard, year: int | None, of: tuple[str, str], held: tuple[object, object] = (None, None)
) -> FieldChange:
    """A field; `of` is the indicator before and after, where it is one's, and `held` what holds the field before and after."""
    if issubclass(field.model, Indicator) and field.field in NUMBERS[Indicator]:
        aimed = field.route[-1] if isinstance(field.route[-1], int) else None
        old, new = (
            _of_indicator(value, field.field, i, guard, aimed) for value, i in zip((field.old, field.new), of, strict=True)
        )
    elif field.field in NUMBERS.get(field.model, ()):
        old, new = (
            _in_holder(value, field, guard, year, i, whole)
            for value, i, whole in zip((field.old, field.new), of, held, strict=True)
        )
    else:
        if field.field == "indicators" and issubclass(field.model, FollowUp):
            of = (str(field.route[-1]),) * 2
        old, new = (_disclosed(value, guard, year, i) for value, i in zip((field.old, field.new), of, strict=True))
    if (old, new) != (field.old, field.new) and old == new:
        old = new = None
    parts = tuple(_told(part, guard, year, of, (field.old, field.new)) for part in field.parts)
    return replace(field, old=old, new=new, parts=parts)


def _in_holder(value: object, field: FieldChange, guard: Guard, year: int | None, of: str, whole: object) -> object:
    """A number as it may be shown beside the others of the same part; not at all where what it is a part of is not known."""
    if isinstance(whole, field.model):
        return _number_in(whole, field.field, guard, year, of)
    return NOT_SHOWN if is_number(value) else value
