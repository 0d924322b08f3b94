"""What differs between two contents of the same form, field by field; members of lists are matched, never counted."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from vbe.domain.changes.matching import align, out_of_order
from vbe.domain.changes.model import ChangeType, FieldChange
from vbe.model.fields import Model
from vbe.model.introspection import fields_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from vbe.diagnostics import Route
    from vbe.model.fields import RefersTo

    Follow = Callable[[str, str], str]
    """The kind and old id of an entry → its new id."""

IDENTITY = {
    "versions": ("version",),
    "agreements": ("title",),
    "decisions": ("body",),
    "terms": ("find",),
    "evidence": ("kind", "date"),
    "preparation": ("by", "date"),
    "reviews": ("date",),
}
"""What a member of these lists is known by, before likeness is asked."""
ALIKE = 0.4
"""How alike two steps are that count as the same step, changed."""


def stay(_kind: str, identity: str) -> str:
    """Nothing was renamed."""
    return identity


def compare_contents(
    old: Model, new: Model, follow: Follow = stay, without: Collection[str] = (), route: Route = ()
) -> tuple[FieldChange, ...]:
    """Every field that differs; fields in `without` are others' business."""
    names = dict.fromkeys((*type(new).model_fields, *type(old).model_fields))
    changes: list[FieldChange] = []
    for name in names:
        if name not in without:
            model = type(new) if name in type(new).model_fields else type(old)
            before, after = getattr(old, name, None), getattr(new, name, None)
            changes.extend(_compare_values(before, after, follow, (*route, name), model))
    return tuple(changes)


def _compare_values(old: object, new: object, follow: Follow, route: Route, model: type[Model]) -> Iterator[FieldChange]:
    if isinstance(old, dict) and isinstance(new, dict):
        yield from _compare_mappings(old, new, follow, route, model)
    elif isinstance(old, tuple) and isinstance(new, tuple):
        if any(isinstance(member, Model) for member in (*old, *new)):
            yield from _compare_members(old, new, follow, route, model)
        else:
            yield from _compare_words(old, new, follow, route, model)
    elif isinstance(old, Model) and isinstance(new, type(old)) and type(new) is type(old):
        parts = compare_contents(old, new, follow, route=route)
        if parts:
            yield FieldChange(route, ChangeType.CHANGED, old, new, model, _name(route), parts=parts)
    elif not same(old, new):
        yield FieldChange(route, _what(old, new, follow, refers_of(model, _name(route))), old, new, model, _name(route))


def same(old: object, new: object) -> bool:
    """Equal as YAML has it: true is not 1, 100 is 100.0, and 2018-Q4 is not the day that it ends."""
    alike = isinstance(old, bool) == isinstance(new, bool) and getattr(old, "written", "") == getattr(new, "written", "")
    return bool(old == new) and alike


def _what(old: object, new: object, follow: Follow, refers: RefersTo | None) -> ChangeType:
    if old is None:
        return ChangeType.ADDED
    if new is None:
        return ChangeType.REMOVED
    is_followed = refers is not None and isinstance(old, str) and follow(refers.kind, old) == new
    return ChangeType.FOLLOWED if is_followed else ChangeType.CHANGED


def _compare_words(
    old: tuple[object, ...], new: tuple[object, ...], follow: Follow, route: Route, model: type[Model]
) -> Iterator[FieldChange]:
    """Two lists of ids or short texts: what came and what went; what only goes by another name now; another order."""
    name = _name(route)
    gone, come = list((Counter(old) - Counter(new)).elements()), list((Counter(new) - Counter(old)).elements())
    refers = refers_of(model, name)
    for member in list(gone) if refers is not None else ():
        renamed = follow(refers.kind, member) if refers is not None and isinstance(member, str) else member
        if renamed != member and renamed in come:
            gone.remove(member)
            come.remove(renamed)
            yield FieldChange(route, ChangeType.FOLLOWED, member, renamed, model, name)
    if gone or come:
        what = ChangeType.CHANGED if gone and come else ChangeType.REMOVED if gone else ChangeType.ADDED
        yield FieldChange(route, what, tuple(gone), tuple(come), model, name)
    elif Counter(old) == Counter(new) and old != new:
        yield FieldChange(route, ChangeType.MOVED, old, new, model, name)


def _compare_members(
    old: tuple[object, ...], new: tuple[object, ...], follow: Follow, route: Route, model: type[Model]
) -> Iterator[FieldChange]:
    """Two lists of parts, such as the steps of a routine."""
    name = _name(route)
    known_by = IDENTITY.get(name, ())

    def key(member: object) -> tuple[object, ...] | None:
        return tuple(getattr(member, part, None) for part in known_by) or None

    pairs = align(old, new, key, ALIKE)
    moved = out_of_order(pairs)
    for a, b in pairs:
        before = None if a is None else old[a]
        after = None if b is None else new[b]
        place: Route = (*route, b if b is not None else a or 0)
        if before is None or after is None:
            what = ChangeType.ADDED if before is None else ChangeType.REMOVED
            yield FieldChange(place, what, before, after, model, name, a, b)
            continue
        parts: tuple[FieldChange, ...] = ()
        is_alike = type(before) is type(after)
        if is_alike and isinstance(before, Model) and isinstance(after, Model):
            parts = compare_contents(before, after, follow, route=place)
        if parts or not is_alike:
            yield FieldChange(place, ChangeType.CHANGED, before, after, model, name, a, b, parts)
        elif b in moved:
            yield FieldChange(place, ChangeType.MOVED, before, after, model, name, a, b)


def _compare_mappings(
    old: dict[str, object], new: dict[str, object], follow: Follow, route: Route, model: type[Model]
) -> Iterator[FieldChange]:
    name = _name(route)
    refers = refers_of(model, name)
    if refers is not None:
        renamed = {k: follow(refers.kind, k) for k in old if k not in new}
        for was, now in renamed.items():
            if now != was and now in new and now not in old:
                yield FieldChange((*route, now), ChangeType.FOLLOWED, was, now, model, name)
        old = {renamed[k] if renamed.get(k, k) in new and renamed.get(k, k) not in old else k: v for k, v in old.items()}
    for key in dict.fromkeys((*new, *old)):
        before, after = old.get(key), new.get(key)
        place = (*route, key)
        if isinstance(before, Model) and isinstance(after, Model):
            parts = compare_contents(before, after, follow, route=place)
            if parts:
                yield FieldChange(place, ChangeType.CHANGED, before, after, model, name, parts=parts)
        elif not same(before, after) or (key in old) != (key in new):
            what = ChangeType.ADDED if key not in old else ChangeType.REMOVED if key not in new else ChangeType.CHANGED
            yield FieldChange(place, what, before, after, model, name)


def _name(route: Route) -> str:
    """The field that a route into a content ends in."""
    return next((part for part in reversed(route) if isinstance(part, str)), "")


def refers_of(model: type[Model], field: str) -> RefersTo | None:
    """What the values, or the keys, of a field name."""
    form = fields_of(model).get(field)
    if form is None:
        return None
    shapes = (form.shape.key, form.shape, form.shape.inner)
    return next((shape.refers for shape in shapes if shape is not None and shape.refers is not None), None)
