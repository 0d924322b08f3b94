"""Costs of whole processes, and the table in which they are compared.

The processes that are compared are run in turns, and of each the cheapest run counts: what else the machine does then
disturbs all of them alike. Ratios carry over to another machine; seconds do not.
"""

from __future__ import annotations

import compileall
import json
import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# As pip leaves a program that it installs, the peers among them: nothing is compiled anew at every start.
compileall.compile_dir(ROOT / "vbe", quiet=1)

VBE = [sys.executable, "-m", "vbe"]
PYTHON = [sys.executable, "-c", "pass"]
ROUNDS = 5
LONG = 10.0
"""A process that takes longer than this is not repeated."""
LIMIT = 120.0


@dataclass(frozen=True)
class Cost:
    """What a process took: seconds on the clock, seconds of processor (its children's too), peak memory in MB."""

    wall: float
    cpu: float
    megabytes: float
    code: int


@dataclass(frozen=True)
class Row:
    """A line of the table: what was measured, what it cost, and how it compares with the goal (None where there is none)."""

    what: str
    cost: Cost | None = None
    ratio: str = ""
    goal: str = ""
    met: bool | None = None


@dataclass(frozen=True)
class Command:
    """A process to measure; `codes` are the exit codes with which it has done its work."""

    words: list[str]
    cwd: Path | None = None
    codes: tuple[int, ...] = (0, 1, 3)
    environment: dict[str, str] | None = None


# Started from a small process, because what a process weighs is counted from the fork: it would weigh at least what we do.
LAUNCHER = """
import json, os, subprocess, sys, time
start = time.perf_counter()
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
_pid, status, usage = os.wait4(process.pid, 0)
wall = time.perf_counter() - start
code = os.waitstatus_to_exitcode(status)
print(json.dumps([wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, code]))
"""


def run(command: Command, limit: float = LIMIT) -> Cost | None:
    """The cost of one run; None where it was still running after `limit` seconds."""
    process = subprocess.Popen(
        [sys.executable, "-S", "-E", "-c", LAUNCHER, *command.words],
        cwd=command.cwd,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, **(command.environment or {})},
        start_new_session=True,
    )
    try:
        output, complaints = process.communicate(timeout=limit)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        return None
    if process.returncode != 0:
        sys.exit(complaints.decode("utf-8", "replace"))
    cost = Cost(*json.loads(output))
    if cost.code not in command.codes:
        sys.exit(f"{' '.join(command.words[:6])} …: exit {cost.code}\n{complaints.decode('utf-8', 'replace')[-2000:]}")
    return cost


def measure(commands: dict[str, Command], *, rounds: int = ROUNDS, limit: float = LIMIT) -> dict[str, Cost | None]:
    """The cheapest of several runs of each, run in turns."""
    best: dict[str, Cost | None] = {}
    for turn in range(rounds):
        for name, command in commands.items():
            known = best.get(name)
            if turn and (known is None or known.wall > LONG):
                continue
            cost = run(command, limit)
            best[name] = cost if known is None or cost is None else _cheaper(known, cost)
    return best


def _cheaper(one: Cost, other: Cost) -> Cost:
    return Cost(min(one.wall, other.wall), min(one.cpu, other.cpu), max(one.megabytes, other.megabytes), other.code)


def times(part: float, whole: float) -> str:
    """`part` as a multiple of `whole`."""
    ratio = part / whole
    return f"{ratio:.0f} ×" if ratio >= 20 else f"{ratio:.1f} ×" if ratio >= 1 else f"{ratio:.2f} ×"


def table(rows: list[Row]) -> str:
    """The rows in Markdown, aligned so that they are read as plain text too."""
    lines = [("", "wall s", "CPU s", "MB", "ratio", "goal", "")]
    for row in rows:
        cost = row.cost
        figures = (f"{cost.wall:.3f}", f"{cost.cpu:.3f}", f"{cost.megabytes:.0f}") if cost else ("", "", "")
        lines.append((row.what, *figures, row.ratio, row.goal, {True: "met", False: "MISSED", None: ""}[row.met]))
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]

    def laid(line: tuple[str, ...]) -> str:
        cells = (
            text.ljust(w) if i in (0, 4, 5, 6) else text.rjust(w) for i, (text, w) in enumerate(zip(line, widths, strict=True))
        )
        return f"| {' | '.join(cells)} |"

    rule = "|" + "|".join("-" * (w + 1) + (":" if i in (1, 2, 3) else "-") for i, w in enumerate(widths)) + "|"
    return "\n".join([laid(lines[0]), rule, *(laid(line) for line in lines[1:])])


def machine() -> str:
    """The kind of machine, without its name."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    version = ".".join(str(part) for part in sys.version_info[:3])
    return f"{cores} cores, {sys.platform}, Python {version}; load {load:.1f} when it began"
