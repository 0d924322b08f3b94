"""One number of persons or cases by itself: whether it is small, whether a share gives it away, and how it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeGuard

if TYPE_CHECKING:
    from vbe.model.profile import Thresholds

GUARDED = ("persons", "cases")
NOT_SHOWN = "visas inte"
Value = bool | float | str | None
"""A number as a record has it, an answer in yes or no, or the mark of a small number: `<5`."""


class Shown(NamedTuple):
    """A value as it may be shown: in words, and as a number where there is one to show."""

    text: str
    value: float | None = None


def is_small(value: object, thresholds: Thresholds) -> bool:
    """True for a count that is not nothing and smaller than what may be shown."""
    return is_number(value) and 0 < value < thresholds.small_count


def mark(thresholds: Thresholds) -> str:
    """What stands for a small count: `<5`."""
    return f"<{thresholds.small_count}"


def is_of_few(n: int, thresholds: Thresholds) -> bool:
    """True for a number that is too small for a share to be of."""
    return n < thresholds.share_base


PARTS_OF = {"percent": 100, "per_100000": 100_000}
"""Unit of a share → what stands for all of the `n` that it is of."""


def gives_away(share: float, n: int, thresholds: Thresholds, unit: str = "percent") -> bool:
    """Whether the count behind a share of n, or the rest, is small. Shares are rounded, and so is the count."""
    whole = PARTS_OF[unit]
    behind = round(share * n / whole)
    return (share > 0 and behind < thresholds.small_count) or (share < whole and n - behind < thresholds.small_count)


def show_number(value: Value, unit: str, counts: str, thresholds: Thresholds, n: int | None = None) -> Shown:
    """One number as it may be shown; a share of persons or cases without the `n` that it is of is not."""
    from vbe.language.swedish import MISSING  # loads babel, which a check has no use for

    if value is None:
        return Shown(MISSING)
    if isinstance(value, bool):
        return Shown("ja" if value else "nej")
    if isinstance(value, str):
        return Shown(mark(thresholds) if counts in GUARDED and int(value[1:]) < thresholds.small_count else value)
    if counts in GUARDED:
        if unit == "number" and is_small(value, thresholds):
            return Shown(mark(thresholds))
        if unit in PARTS_OF and (n is None or is_of_few(n, thresholds) or gives_away(value, n, thresholds, unit)):
            return Shown(NOT_SHOWN)
    return Shown(in_unit(value, unit), float(value))


def in_unit(value: float, unit: str) -> str:
    """A value with its unit: `98,7 %`, `2 000`, `ja`."""
    from vbe.language.swedish import number, percent

    if unit == "yes_no":
        return "ja" if value else "nej"
    return percent(value) if unit == "percent" else number(value)


def is_number(value: object) -> TypeGuard[float]:
    """True for a number that is no answer in yes or no."""
    return isinstance(value, int | float) and not isinstance(value, bool)
