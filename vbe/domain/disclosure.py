"""Numbers of persons and cases on their way out: what is so small that it points somebody out is shown by none of them.

One place for every number (value, value at the start, target, participants, share, before and after a change) and for every
output: report, diff, history, show, and what is prepared for the next year. The rules VBE603–605 ask the same functions whether
a number may be kept at all. Where it cannot be told how many a share is of, it is not shown.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from vbe.model.fields import Model
from vbe.model.records.area import Indicator
from vbe.model.records.evidence import Training
from vbe.model.records.followup import FOLLOWUP, FollowUp, Observation

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from vbe.domain.changes.model import Change, FieldChange
    from vbe.model.corpus import Corpus
    from vbe.model.profile import Thresholds

GUARDED = ("persons", "cases")
NOT_SHOWN = "visas inte"
NUMBERS: dict[type[Model], frozenset[str]] = {
    Observation: frozenset({"value", "n"}),
    Indicator: frozenset({"baseline", "target"}),
    Training: frozenset({"participants", "share"}),
}
"""Model → its fields that hold numbers of persons or cases."""

T = TypeVar("T")


class Shown(NamedTuple):
    """A value as it may be shown: in words, and as a number where there is one to show."""

    text: str
    value: float | None = None


def is_small(value: Any, thresholds: Thresholds) -> bool:
    """True for a count that is not nothing and smaller than what may be shown."""
    return _is_number(value) and 0 < value < thresholds.small_count


def is_of_few(n: int, thresholds: Thresholds) -> bool:
    """True for a number that is too small for a share to be of."""
    return n < thresholds.share_base


def gives_away(share: float, n: int, thresholds: Thresholds) -> bool:
    """Whether the count behind a share (in percent) of n, or the rest, is small. Shares are rounded, and so is the count."""
    behind = round(share * n / 100)
    return (share > 0 and behind < thresholds.small_count) or (share < 100 and n - behind < thresholds.small_count)


def show_number(value: Any, unit: str, counts: str, thresholds: Thresholds, n: int | None = None) -> Shown:
    """One number as it may be shown; a share of persons or cases without the `n` that it is of is not."""
    from vbe.language.swedish import MISSING  # loads babel, which a check has no use for

    if value is None:
        return Shown(MISSING)
    if isinstance(value, bool):
        return Shown("ja" if value else "nej")
    if isinstance(value, str):
        return Shown(value)
    if counts in GUARDED:
        if unit == "number" and is_small(value, thresholds):
            return Shown(f"<{thresholds.small_count}")
        if unit == "percent" and (n is None or is_of_few(n, thresholds) or gives_away(value, n, thresholds)):
            return Shown(NOT_SHOWN)
    return Shown(in_unit(value, unit), float(value))


def observed(observation: Observation | None, indicator: Indicator, thresholds: Thresholds) -> Shown:
    """The value of an indicator as it may be shown."""
    value, n = (observation.value, observation.n) if observation else (None, None)
    return show_number(value, indicator.unit, indicator.counts, thresholds, n)


def baseline(indicator: Indicator, thresholds: Thresholds) -> Shown | None:
    """The value at the start as it may be shown; None where there is none."""
    if indicator.baseline is None:
        return None
    return show_number(indicator.baseline, indicator.unit, indicator.counts, thresholds)


def aimed(value: float, indicator: Indicator, thresholds: Thresholds) -> Shown:
    """A target as it may be shown: a share is a wish and tells of nobody, a small count may be somebody."""
    return show_number(value, indicator.unit, indicator.counts if indicator.unit == "number" else "other", thresholds)


def in_unit(value: float, unit: str) -> str:
    """A value with its unit: `98,7 %`, `2 000`, `ja`."""
    from vbe.language.swedish import number, percent

    if unit == "yes_no":
        return "ja" if value else "nej"
    return percent(value) if unit == "percent" else number(value)


def parts(values: Sequence[int | None], thresholds: Thresholds) -> list[str]:
    """Counts that stand together and whose sum may be known: the small ones hidden, and others with them.

    So many are hidden that none can be told from the sum: at least two, which come to at least the threshold. Where a small one
    is all there is, its mark `<5` says no more than the sum's own.
    """
    from vbe.language.swedish import MISSING, number

    counted = sorted((value, index) for index, value in enumerate(values) if value)
    hidden = [index for value, index in counted if is_small(value, thresholds)]
    alone = len(counted) == 1
    if hidden and not alone:
        for _value, index in counted[len(hidden) :]:
            if len(hidden) > 1 and sum(values[i] or 0 for i in hidden) >= thresholds.small_count:
                break
            hidden.append(index)
    mark = f"<{thresholds.small_count}" if alone else NOT_SHOWN
    return [MISSING if value is None else mark if index in hidden else number(value) for index, value in enumerate(values)]


def share_of(share: float, participants: int | None, thresholds: Thresholds) -> str:
    """The share of those that a training was for; how many they are is told by the participants, or not known."""
    n = round(participants * 100 / share) if participants and share else None
    return show_number(share, "percent", "persons", thresholds, n).text


def disclosed(content: T, known: Mapping[str, Indicator], thresholds: Thresholds) -> T:
    """A record, or a part of one, with every number that may not be shown replaced by its mark; the rest as it was.

    `known` are the indicators by id: a value whose indicator is not among them is guarded as one of persons.
    """
    made: T = _disclosed(content, known, thresholds, None)
    return made


def _disclosed(content: Any, known: Mapping[str, Indicator], thresholds: Thresholds, of: Indicator | None) -> Any:
    if isinstance(content, tuple):
        return tuple(_disclosed(part, known, thresholds, of) for part in content)
    if isinstance(content, dict):
        return {key: _disclosed(part, known, thresholds, known.get(str(key))) for key, part in content.items()}
    if not isinstance(content, Model):
        return content
    changed = {}
    for name, value in content:
        if name in NUMBERS.get(type(content), ()):
            changed[name] = _number_in(content, name, of, thresholds)
        elif isinstance(value, Model | tuple | dict):
            changed[name] = _disclosed(value, known, thresholds, of)
    return content.model_copy(update=changed) if changed else content


def _number_in(content: Model, name: str, of: Indicator | None, thresholds: Thresholds) -> Any:
    value = getattr(content, name)
    if isinstance(content, Indicator):
        if name == "target":
            return {year: _kept(aim, aimed(aim, content, thresholds)) for year, aim in value.items()}
        shown = baseline(content, thresholds)
        return value if shown is None else _kept(value, shown)
    if isinstance(content, Training):
        if name == "share" and value is not None:
            text = share_of(value, content.participants, thresholds)
            return NOT_SHOWN if text == NOT_SHOWN else value
        return _kept(value, show_number(value, "number", "persons", thresholds))
    return _observed_number(content, name, of, thresholds)


def _observed_number(content: Any, name: str, of: Indicator | None, thresholds: Thresholds) -> Any:
    """The value of an observation, or what it is of; without its indicator both as a count and as a share."""
    value = getattr(content, name)
    counts = of.counts if of else GUARDED[0]
    if name == "n":
        return NOT_SHOWN if counts in GUARDED and value is not None and is_of_few(value, thresholds) else value
    units = (of.unit,) if of else ("number", "percent")
    shown = [show_number(value, unit, counts, thresholds, content.n) for unit in units]
    return next((_kept(value, each) for each in shown if each.value is None), value)


def _kept(value: Any, shown: Shown) -> Any:
    """The value itself, or the mark where it is a number that may not be shown."""
    return shown.text if _is_number(value) and shown.value is None else value


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def disclosed_change(change: Change, corpora: Sequence[Corpus]) -> Change:
    """A change as it may be told: numbers that may not be shown are marks before and after.

    `corpora` are those that it was found between, the newer first; the stricter thresholds hold. A field whose two marks are the
    same has only "changed".
    """
    known = {identity: indicator for corpus in reversed(corpora) for identity, indicator in corpus.indicators.items()}
    thresholds = strictest(corpora)
    fields = tuple(_disclosed_field(field, change, known, thresholds, corpora) for field in change.fields)
    return replace(change, fields=fields)


def strictest(corpora: Sequence[Corpus]) -> Thresholds:
    """The higher of the thresholds of several corpora."""
    found = [corpus.profile.thresholds for corpus in corpora]
    return found[0].model_copy(update={name: max(getattr(each, name) for each in found) for name in type(found[0]).model_fields})


def _disclosed_field(
    field: FieldChange, change: Change, known: Mapping[str, Indicator], thresholds: Thresholds, corpora: Sequence[Corpus]
) -> FieldChange:
    told = tuple(_disclosed_field(part, change, known, thresholds, corpora) for part in field.parts)
    of = next((known[step] for step in field.route if isinstance(step, str) and step in known), known.get(change.id))
    old, new = (
        _number_told(value, field, of, thresholds, _bases(corpora, change, field))
        if field.field in NUMBERS.get(field.model, ()) and not isinstance(value, Model)
        else _disclosed(value, known, thresholds, of)
        for value in (field.old, field.new)
    )
    if (old, new) != (field.old, field.new) and old == new:
        old = new = None
    return replace(field, old=old, new=new, parts=told)


def _number_told(value: Any, field: FieldChange, of: Indicator | None, thresholds: Thresholds, bases: Mapping[Any, int]) -> Any:
    """One number of a change. A share is told only where the records say what this very value is of."""
    if isinstance(value, dict):
        return {key: _number_told(part, field, of, thresholds, bases) for key, part in value.items()}
    if not _is_number(value) or (of is not None and of.counts not in GUARDED):
        return value
    if field.field == "n":
        return NOT_SHOWN if is_of_few(value, thresholds) else value
    if field.field == "share":
        return NOT_SHOWN
    if field.field == "target" and of is not None and of.unit == "percent":
        return value
    unit = "number" if field.field == "participants" else of.unit if of else "percent"
    return _kept(value, show_number(value, unit, GUARDED[0], thresholds, bases.get(value)))


def _bases(corpora: Sequence[Corpus], change: Change, field: FieldChange) -> dict[Any, int]:
    """Value → what it is of, of the observation that a change is about."""
    found: dict[Any, int] = {}
    for corpus in corpora:
        for identity in (change.id, change.old_id):
            content = getattr(corpus.find(FOLLOWUP, identity), "content", None)
            if isinstance(content, FollowUp):
                seen = [content.indicators[step] for step in field.route if step in content.indicators]
                found |= {each.value: each.n for each in seen if each.n is not None}
    return found
