"""What follows from sums: the least and the most that each unknown can be, exactly, by the simplex method over fractions."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence

Bounds = tuple[int, int]
Sum = tuple[tuple["Hashable", ...], int]
"""Unknowns, and what they come to together."""


def feasible(bounds: Mapping[Hashable, Bounds], sums: Sequence[Sum]) -> dict[Hashable, Bounds]:
    """Unknown → its least and most whole value, given the bounds of all and what some of them come to."""
    open_ = {name for name, (low, high) in bounds.items() if low != high}
    left = [
        (tuple(n for n in unknowns if n in open_), total - sum(bounds[n][0] for n in unknowns if n not in open_))
        for unknowns, total in sums
    ]
    assert all(unknowns or not total for unknowns, total in left), "no numbers fulfil the sums"
    found = dict(bounds)
    for group in _together([unknowns for unknowns, _total in left if unknowns]):
        found |= _solved({name: bounds[name] for name in sorted(group, key=str)}, [s for s in left if set(s[0]) & group])
    return found


def _together(sets: Sequence[Sequence[Hashable]]) -> list[set[Hashable]]:
    """The unknowns that hang together."""
    groups: list[set[Hashable]] = []
    for each in sets:
        joined = set(each).union(*(group for group in groups if group & set(each)))
        groups = [*(group for group in groups if not group & set(each)), joined]
    return groups


def _solved(bounds: Mapping[Hashable, Bounds], sums: Sequence[Sum]) -> dict[Hashable, Bounds]:
    names = list(bounds)
    rows = [[Fraction(name in unknowns) for name in names] for unknowns, _total in sums]
    totals = [Fraction(total - sum(bounds[name][0] for name in unknowns)) for unknowns, total in sums]
    # Every unknown is counted from its least; what is left to its most is an unknown of its own.
    size, held = len(names), len(sums)
    table = [[*row, *[Fraction(0)] * size, total] for row, total in zip(rows, totals, strict=True)]
    for at, name in enumerate(names):
        own = [Fraction(at == i) for i in range(size)]
        table.append([*own, *own, Fraction(bounds[name][1] - bounds[name][0])])
    found = {}
    for at, name in enumerate(names):
        ends = [_extreme(table, at, sign, held) for sign in (1, -1)]
        low, high = (bounds[name][0] + end for end in ends)
        found[name] = (-(-low.numerator // low.denominator), high.numerator // high.denominator)
    return found


def _extreme(rows: Sequence[Sequence[Fraction]], at: int, sign: int, held: int) -> Fraction:
    """The least (1) or most (-1) value of an unknown. Each sum has a made-up unknown that is driven out first."""
    width, big = len(rows[0]) - 1, Fraction(10**9)
    table = [[*row[:-1], *[Fraction(i == j) for j in range(held)], row[-1]] for i, row in enumerate(rows)]
    basis = [width + i if i < held else width - (len(rows) - i) for i in range(len(rows))]
    cost = [Fraction(0)] * (width + held)
    cost[at] = Fraction(sign)
    for i in range(held):
        cost[width + i] = big
    while True:
        reduced = [c - sum(cost[b] * row[j] for b, row in zip(basis, table, strict=True)) for j, c in enumerate(cost)]
        enter = next((j for j, value in enumerate(reduced) if value < 0), None)
        if enter is None:
            break
        ratios = [(row[-1] / row[enter], basis[i], i) for i, row in enumerate(table) if row[enter] > 0]
        _ratio, _name, leave = min(ratios)
        pivot = table[leave][enter]
        table[leave] = [value / pivot for value in table[leave]]
        for i, row in enumerate(table):
            if i != leave and row[enter]:
                factor = row[enter]
                table[i] = [a - factor * b for a, b in zip(row, table[leave], strict=True)]
        basis[leave] = enter
    assert not any(b >= width and row[-1] for b, row in zip(basis, table, strict=True)), "no numbers fulfil the sums"
    return next((row[-1] for b, row in zip(basis, table, strict=True) if b == at), Fraction(0))
