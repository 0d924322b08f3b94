"""`vbe validate` against the bare parse, and against the peers.

Usage: python bench/validate.py [files …]     (default 100 1000)
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from corpora import build
from measure import VBE, Command, Cost, Row, measure, run, table, times
from peers import peers

BARE_GOAL = 12
NATIONAL = 290 * 60
# The bare libyaml parse: the events of the same bytes, and nothing done with them.
BARE = """
import sys, time
from pathlib import Path
from _ruamel_yaml import CParser
from ruamel.yaml.events import StreamEndEvent
contents = [p.read_bytes() for p in Path(sys.argv[1]).rglob("*.yaml")]
best = 9e9
for _ in range(3):
    start = time.process_time()
    for content in contents:
        get = CParser(content).get_event
        while type(get()) is not StreamEndEvent:
            pass
    best = min(best, time.process_time() - start)
print(best)
"""
# Reading and hashing: what a program must at least do with the bytes.
HASH = """
import hashlib, os, sys
digest = hashlib.sha256()
for folder, folders, files in os.walk(sys.argv[1]):
    folders.sort()
    for name in sorted(files):
        with open(os.path.join(folder, name), "rb") as file:
            digest.update(file.read())
print(digest.hexdigest())
"""


def bare(root: Path, rounds: int = 3) -> float:
    """CPU seconds of a bare libyaml event parse of the same bytes, without starting python."""
    command = [sys.executable, "-c", BARE, str(root)]
    return min(float(subprocess.run(command, capture_output=True, text=True, check=True).stdout) for _ in range(rounds))


def rows(sizes: list[int]) -> list[Row]:
    """All sizes, smallest first."""
    result: list[Row] = []
    previous: tuple[int, Cost] | None = None
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            root = build(Path(folder) / "repository", size, departments=290 if size == NATIONAL else 40)
            listed, cost = _of_size(root, size)
        if previous is not None:
            before, earlier = previous
            ratio = f"wall {times(cost.wall, earlier.wall)}, memory {times(cost.megabytes, earlier.megabytes)}"
            goal, met = f"≤ {times(size, before)}", cost.wall <= earlier.wall * size / before
            listed.append(Row(f"growth from {before:,} to {size:,} files", None, ratio, goal, met))
        previous = size, cost
        result += listed
    return result


def _of_size(root: Path, size: int) -> tuple[list[Row], Cost]:
    _can_fail(root)
    plain = Command([*VBE, "validate"], root, (0,))
    hashing = Command([sys.executable, "-c", HASH, str(root)])
    costs = measure({"vbe": plain, "hash": hashing})
    others = measure(peers(root), rounds=3)
    vbe, read = costs["vbe"], costs["hash"]
    assert vbe is not None
    assert read is not None
    libyaml = bare(root)
    label = f"{size:,} files"
    bare_goal = size == 1000
    result = [
        Row(f"**{label}**: vbe validate", vbe, "1"),
        Row(
            f"{label}: CPU against the bare libyaml parse ({libyaml * 1000:.0f} ms)",
            None,
            times(vbe.cpu, libyaml),
            f"≤ {BARE_GOAL} ×" if bare_goal else "",
            vbe.cpu <= BARE_GOAL * libyaml if bare_goal else None,
        ),
        Row(f"{label}: reading and hashing the bytes", read, f"{times(read.wall, vbe.wall)} vbe"),
    ]
    for name, cost in others.items():
        goal = "vbe faster"
        if cost is None:
            result.append(Row(f"{label}: {name}", None, "stopped after 120 s", goal, met=True))
        else:
            result.append(Row(f"{label}: {name}", cost, f"{times(cost.wall, vbe.wall)} vbe", goal, vbe.wall < cost.wall))
    return result, vbe


def _can_fail(root: Path) -> None:
    """A peer that checks nothing would be fast: each must find a field that the schema does not know, and we too."""
    with tempfile.TemporaryDirectory() as folder:
        small = Path(folder) / "repository"
        shutil.copytree(root, small, ignore=lambda place, names: names[1:] if Path(place).name.startswith("forvaltning-") else [])
        for routine in (small / "routines").rglob("*.yaml"):
            routine.write_text(routine.read_text("utf-8") + "unknown: 1\n", encoding="utf-8")
        checked = {"vbe": Command([*VBE, "validate"], small, (1,)), **peers(small)}
        del checked["yamllint"]  # knows no schema
        for name, command in checked.items():
            cost = run(command)
            if cost is None or cost.code != 1:
                sys.exit(f"{name} does not see an unknown field")


if __name__ == "__main__":
    print(table(rows([int(word) for word in sys.argv[1:]] or [100, 1000])))
