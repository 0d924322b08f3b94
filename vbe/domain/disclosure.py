"""What is too small to be shown: small counts, shares of few, and the cell that would give a hidden one away."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vbe.language.swedish import MISSING, number, percent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vbe.model.profile import Thresholds
    from vbe.model.records.area import Indicator
    from vbe.model.records.followup import Observation

GUARDED = ("persons", "cases")
NOT_SHOWN = "visas inte"


class Shown(NamedTuple):
    """A value as it may be shown: in words, and as a number where there is one to show."""

    text: str
    value: float | None = None


def observed(observation: Observation | None, indicator: Indicator, thresholds: Thresholds) -> Shown:
    """The value of an indicator as it may be shown."""
    value = observation.value if observation else None
    if observation is None or value is None:
        return Shown(MISSING)
    if isinstance(value, bool):
        return Shown("ja" if value else "nej")
    if isinstance(value, str):
        return Shown(value)
    if indicator.counts in GUARDED:
        if indicator.unit == "number" and is_small(value, thresholds):
            return Shown(f"<{thresholds.small_count}")
        if indicator.unit == "percent" and observation.n is not None and _reveals(value, observation.n, thresholds):
            return Shown(NOT_SHOWN)
    return Shown(in_unit(value, indicator.unit), float(value))


def is_small(value: float, thresholds: Thresholds) -> bool:
    """True for a count that is not nothing and smaller than what may be shown."""
    return 0 < value < thresholds.small_count


def _reveals(share: float, n: int, thresholds: Thresholds) -> bool:
    """A share of few, or one from which a small count can be worked out: of those it is about, or of the others."""
    part = round(share * n / 100)
    return n < thresholds.share_base or is_small(part, thresholds) or is_small(n - part, thresholds)


def in_unit(value: float, unit: str) -> str:
    """A value with its unit: `98,7 %`, `2 000`, `ja`."""
    if unit == "yes_no":
        return "ja" if value else "nej"
    return percent(value) if unit == "percent" else number(value)


def parts(values: Sequence[int | None], thresholds: Thresholds) -> list[str]:
    """Counts that stand together and whose sum may be known: small ones hidden, and one more where only one would be."""
    hidden = {index for index, value in enumerate(values) if value is not None and is_small(value, thresholds)}
    others = [index for index, value in enumerate(values) if value and index not in hidden]
    second = min(others, key=lambda index: values[index] or 0) if len(hidden) == 1 and others else None
    shown = []
    for index, value in enumerate(values):
        if value is None:
            shown.append(MISSING)
        elif index in hidden:
            shown.append(f"<{thresholds.small_count}")
        else:
            shown.append(NOT_SHOWN if index == second else number(value))
    return shown
