"""Counts that stand together, and the sums among them: which must not be shown so that a small one stays hidden.

No record says which indicator is the total of which. Whatever can be a total is taken for one: a count that others, with small
ones that are not shown, come to so nearly that the small ones could be told from it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vbe.domain.disclosure.numbers import is_number, is_small

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from vbe.domain.disclosure.numbers import Value
    from vbe.model.profile import Thresholds

    Counts = Mapping[str, Sequence[Value]]
    """Indicator → the counts that its boards have given."""

SUM_OF_TWO = 2
MOST_SUMS = 20_000
"""With more sums than this among the counts of a group, each count may be one."""


class Shown(NamedTuple):
    """A count that would be shown, and whose."""

    value: int
    of: str


def telling_totals(counts: Counts, thresholds: Thresholds) -> frozenset[str]:
    """The indicators of a group whose counts are not shown, because a small one could be told from them."""
    marked = [identity for identity, values in counts.items() for value in values if _is_hidden(value, thresholds)]
    shown = sorted(
        Shown(int(value), identity)
        for identity, values in counts.items()
        for value in values
        if is_number(value) and value == int(value) and value >= thresholds.small_count
    )
    # One small count may be the sum of two others, which then have fewer values than their marks say.
    hidden = set(marked) if len(marked) > SUM_OF_TWO else set()
    rests = _narrow(len(marked), thresholds.small_count)
    while marked and (found := _telling(shown, rests)) is not None:
        hidden |= found
        shown = [each for each in shown if each.of not in hidden]
    return frozenset(hidden)


def telling_changes(versions: Sequence[Counts], thresholds: Thresholds) -> frozenset[str]:
    """The indicators of a group whose counts are not shown beside one another, before and after, because the differences tell.

    A total that grew by two, while of its parts only a small one changed, says what the small one was.
    """
    values = {identity: [tuple(counts.get(identity, ())) for counts in versions] for identity in dict.fromkeys(_all(versions))}
    differing = {identity for identity, each in values.items() if len(set(each)) > 1}
    small = {identity for identity in differing for each in values[identity] if any(_is_hidden(v, thresholds) for v in each)}
    moved = {identity for identity in differing if len({each for each in values[identity] if each}) > 1}
    return frozenset(small | moved) if (small and moved - small) or len(small & moved) > 1 else frozenset()


def _all(versions: Sequence[Counts]) -> Iterator[str]:
    for counts in versions:
        yield from counts


def _is_hidden(value: object, thresholds: Thresholds) -> bool:
    return isinstance(value, str) or is_small(value, thresholds)


def _narrow(small: int, limit: int) -> frozenset[int]:
    """The sums of some of so many small counts that leave one of them fewer values than its mark does."""
    most = limit - 1
    found = set()
    for some in range(1, small + 1):
        for rest in range(some, most * some + 1):
            if min(most, rest - some + 1) - max(1, rest - most * (some - 1)) + 1 < most:
                found.add(rest)
    return frozenset(found)


def _telling(shown: Sequence[Shown], rests: Collection[int]) -> set[str] | None:
    """A count that others and a rest among `rests` come to, and the least of the others; None where there is none."""
    sums = {0}
    for at, each in enumerate(shown):  # the smallest first: what comes to a count is no larger than it
        if not all(each.value - rest not in sums for rest in rests) or len(sums) > MOST_SUMS:
            return {each.of, *(other.of for other in shown[:1] if at)}
        sums |= {known + each.value for known in sums}
    return None
