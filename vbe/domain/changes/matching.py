"""Which of the old is which of the new: by what it says, where its name or place does not tell."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

from vbe.model.fields import Model

MANY_PAIRS = 40_000
"""Beyond this, comparing everything with everything costs more than it tells."""

K = TypeVar("K", bound=Hashable)


def words(value: object) -> Counter[str]:
    """Every word of a value, however deep, and how often it stands there."""
    counted: Counter[str] = Counter()
    waiting = [value]
    while waiting:
        current = waiting.pop()
        if isinstance(current, Model):
            waiting.extend(part for _name, part in current if part is not None)
        elif isinstance(current, dict):
            waiting.extend(current.keys())
            waiting.extend(current.values())
        elif isinstance(current, tuple):
            waiting.extend(current)
        elif current is not None and not isinstance(current, bool):
            counted.update(str(current).casefold().split())
    return counted


def similarity(old: Counter[str], new: Counter[str]) -> float:
    """How much of the words two values share: 0 nothing, 1 all."""
    both = old.total() + new.total()
    return 2 * (old & new).total() / both if both else 1.0


def same_texts(old: dict[K, str], new: dict[K, str]) -> dict[K, K]:
    """Old → new key of those that say the same thing under another key, and that nothing else says."""
    found: dict[K, K] = {}
    places = _unique(new)
    for text, key in _unique(old).items():
        other = places.get(text)
        if other is not None and other != key and new.get(key) != text and old.get(other) != text:
            found[key] = other
    return found


def _unique(texts: dict[K, str]) -> dict[str, K]:
    counted = Counter(texts.values())
    return {text: key for key, text in texts.items() if counted[text] == 1 and text}


def most_similar(old: dict[str, object], new: dict[str, object], threshold: float) -> dict[str, str]:
    """Old → new key, the most similar first. The same pairs come out when old and new change places."""
    if not old or not new or len(old) * len(new) > MANY_PAIRS:
        return {}
    old_words = {key: words(value) for key, value in old.items()}
    new_words = {key: words(value) for key, value in new.items()}
    scored = [
        (score, a, b) for a, first in old_words.items() for b, second in new_words.items()
        if (score := similarity(first, second)) >= threshold
    ]  # fmt: skip
    found: dict[str, str] = {}
    taken: set[str] = set()
    for _score, a, b in sorted(scored, key=lambda pair: (-pair[0], *sorted(pair[1:]))):
        if a not in found and b not in taken:
            found[a] = b
            taken.add(b)
    return found


def align(
    old: Sequence[object], new: Sequence[object], key: Callable[[object], Hashable], threshold: float
) -> list[tuple[int | None, int | None]]:
    """Which member of a list is which: pairs of indices in the new order, with what is gone last.

    Equal members first, then those with the same key, then the most similar. `None` stands for: is not there.
    """
    pairs: dict[int, int] = {}
    _pair_equal(old, new, pairs, repr)
    _pair_equal(old, new, pairs, key)
    _pair_similar(old, new, pairs, threshold)
    back = {b: a for a, b in pairs.items()}
    listed: list[tuple[int | None, int | None]] = [(back.get(b), b) for b in range(len(new))]
    return listed + [(a, None) for a in range(len(old)) if a not in pairs]


def _pair_equal(old: Sequence[object], new: Sequence[object], pairs: dict[int, int], key: Callable[[object], Hashable]) -> None:
    taken = set(pairs.values())
    waiting: dict[Hashable, list[int]] = {}
    for b, value in enumerate(new):
        if b not in taken and (named := key(value)) is not None:
            waiting.setdefault(named, []).append(b)
    for a, value in enumerate(old):
        places = waiting.get(key(value)) if a not in pairs else None
        if places:
            nearest = min(places, key=lambda b: (abs(b - a), b))
            places.remove(nearest)
            pairs[a] = nearest


def _pair_similar(old: Sequence[object], new: Sequence[object], pairs: dict[int, int], threshold: float) -> None:
    taken = set(pairs.values())
    old_words = {a: words(value) for a, value in enumerate(old) if a not in pairs}
    new_words = {b: words(value) for b, value in enumerate(new) if b not in taken}
    if len(old_words) * len(new_words) > MANY_PAIRS:
        pairs.update({a: a for a in old_words if a in new_words and type(old[a]) is type(new[a])})
        return
    scored = [
        (-similarity(first, second), abs(a - b), a, b)
        for a, first in old_words.items() for b, second in new_words.items() if type(old[a]) is type(new[b])
    ]  # fmt: skip
    for score, _distance, a, b in sorted(scored):
        if -score >= threshold and a not in pairs and b not in taken:
            pairs[a] = b
            taken.add(b)


def out_of_order(pairs: Iterable[tuple[int | None, int | None]]) -> set[int]:
    """The new indices of those that stand elsewhere among the others than before: the fewest that explain it."""
    kept = [(a, b) for a, b in pairs if a is not None and b is not None]
    tails: list[int] = []  # for each length: the smallest old index that a rising run of that length ends with
    ends: list[int] = []
    before: list[int] = []
    for index, (a, _b) in enumerate(kept):
        length = bisect_left(tails, a)
        tails[length : length + 1] = [a]
        ends[length : length + 1] = [index]
        before.append(ends[length - 1] if length else -1)
    at = ends[-1] if ends else -1
    rising = set()
    while at >= 0:
        rising.add(kept[at][1])
        at = before[at]
    return {b for _a, b in kept if b not in rising}
