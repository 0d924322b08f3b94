"""Which tests are long: those that `make test` leaves to `make test-long`, which CI runs too.

`make costs` runs them all and writes `long.txt` from what each took; a test that is not named there is short.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from pathlib import Path

LIST = Path(__file__).with_name("long.txt")
LONG = 0.2
"""Seconds: what a test function may take for each of its parameters, with what is made for it, and still be short."""
LONG_TOGETHER = 8.0
"""Seconds: what it may take for all of them."""
DURATION = re.compile(r"^([0-9.]+)s (?:setup|call|teardown) +(\S+?\.py::[\w:]+)(\[.*)?$")


def long_tests() -> frozenset[str]:
    """The test functions that are long, as pytest names them, without parameters."""
    return frozenset(LIST.read_text(encoding="utf-8").split())


def read_costs(lines: list[str]) -> dict[str, tuple[float, float]]:
    """What `pytest --durations=0 -vv` printed → for each test function its seconds in all, and for each parameter."""
    seconds: dict[str, float] = defaultdict(float)
    runs: dict[str, set[str]] = defaultdict(set)
    for line in lines:
        if found := DURATION.match(line.rstrip("\n")):
            seconds[found[2]] += float(found[1])
            runs[found[2]].add(found[3] or "")
    return {name: (seconds[name], seconds[name] / len(runs[name])) for name in seconds}


if __name__ == "__main__":
    costs = read_costs(sys.stdin.readlines())
    names = sorted(name for name, (total, mean) in costs.items() if mean >= LONG or total >= LONG_TOGETHER)
    if not costs:
        sys.exit("no durations on standard input: nothing is written")
    LIST.write_text("".join(f"{name}\n" for name in names), encoding="utf-8")
    print(f"{len(names)} of {len(costs)} test functions are long")
