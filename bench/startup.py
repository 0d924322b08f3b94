"""How long it takes to begin: `--version` and `--help` against python itself and against the peers.

Usage: python bench/startup.py
"""

from __future__ import annotations

from measure import PYTHON, VBE, Command, Row, measure, table, times
from peers import startups

HELP_GOAL = 8


def rows() -> list[Row]:
    """Start-up, whole processes."""
    ours = {"vbe --version": Command([*VBE, "--version"]), "vbe --help": Command([*VBE, "--help"])}
    floor = {"python -c pass": Command(PYTHON)}
    costs = {name: cost for name, cost in measure({**floor, **ours, **startups()}, rounds=9).items() if cost}
    python = costs["python -c pass"]
    result = []
    for name, cost in costs.items():
        goal, met = "", None
        if name == "vbe --help":
            goal, met = f"≤ {HELP_GOAL} × python", cost.cpu <= HELP_GOAL * python.cpu
        elif name in ours:
            goal = "faster than the peers"
            met = all(cost.wall < costs[peer].wall for peer in startups() if peer.endswith("--version"))
        ratio = "1" if cost is python else f"{times(cost.cpu, python.cpu)} python"
        result.append(Row(name, cost, ratio, goal, met))
    return result


if __name__ == "__main__":
    print(table(rows()))
