"""`vbe validate` against the floor and its peers, as ratios in one run: CPU seconds of whole processes and of reading alone.

Usage: python bench/validate.py [files …]     (default 100 1000)
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from corpora import build

ROUNDS = 5


def cpu(command: list[str], cwd: Path | None = None) -> tuple[float, float, float]:
    """Median wall and CPU seconds of a whole process, and its peak memory in MB."""
    walls, cpus = [], []
    for _ in range(ROUNDS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        start = time.perf_counter()
        result = subprocess.run(command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
        walls.append(time.perf_counter() - start)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpus.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
        if result.returncode not in (0, 1):
            sys.exit(f"{command}: {result.stderr.decode()}")
    return sorted(walls)[ROUNDS // 2], sorted(cpus)[ROUNDS // 2], 0.0


MEMORY = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)
"""

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


def bare(root: Path) -> float:
    """CPU seconds of a bare libyaml event parse of the same bytes."""
    out = subprocess.run([sys.executable, "-c", BARE, str(root)], capture_output=True, text=True, check=True)
    return float(out.stdout)


def memory(command: list[str]) -> float:
    """Peak memory of a process, in MB."""
    out = subprocess.run([sys.executable, "-c", MEMORY, *command], capture_output=True, text=True, check=True)
    return float(out.stdout)


def main() -> None:
    sizes = [int(word) for word in sys.argv[1:]] or [100, 1000]
    vbe = [sys.executable, "-m", "vbe"]
    python = cpu([sys.executable, "-c", "pass"])
    here = Path(__file__).parent.parent
    print(f"python -c pass                   {python[0] * 1000:7.0f} ms")
    for name, command in {"--version": [*vbe, "--version"], "--help": [*vbe, "--help"]}.items():
        wall = cpu(command)[0]
        print(f"vbe {name:<28} {wall * 1000:7.0f} ms  {wall / python[0]:5.1f} × python")
    wall = cpu([*vbe, "validate", "--no-cache", "--root", str(here)])[0]
    print(f"vbe validate (this repository)   {wall * 1000:7.0f} ms  {wall / python[0]:5.1f} × python")
    previous = 0.0
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            root = build(Path(folder), size)
            command = [*vbe, "validate", "--no-cache", "--root", str(root)]
            wall, used, _ = cpu(command)
            floor = bare(root)
            growth = f"  {wall / previous:5.1f} × the size before" if previous else ""
            print(
                f"vbe validate, {size:>6} routines     {wall * 1000:7.0f} ms  {used / floor:5.1f} × bare libyaml"
                f" ({floor * 1000:.0f} ms)  {memory(command):4.0f} MB{growth}"
            )
            previous = wall


if __name__ == "__main__":
    main()
