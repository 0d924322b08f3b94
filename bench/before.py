"""What repositories that need no upgrade pay for formats: `vbe stale` and `vbe diff` against the program from before there were any.

Usage: python bench/before.py [FILESxCOMMITS]     (default 1000x1000)

Each program reads the same routines and commits in the format of its own time, made by the bench of its own time, in the same run.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from measure import ROOT, Command, Row, measure, table, times

LAST_WITHOUT = "1d015129350ea9544ef2c9eee0354612b1af8b95"
"""The last commit without a format."""
SIZE = "1000x1000"
GOAL = 1.1
"""No slower; the rest is what two runs of one program differ by."""
MAKE = "import sys, stale; from pathlib import Path; stale.repository(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))"
COMMANDS = {"stale": ["stale", "--as-of", "2018-03-01"], "diff": ["diff", "HEAD~100", "HEAD"]}


def rows(size: str = SIZE) -> list[Row]:
    """Both commands; nothing where the history does not hold the program from before."""
    with tempfile.TemporaryDirectory() as folder:
        before = Path(folder) / "before"
        if not _extract(before):
            return []
        programs = {"before": before, "now": ROOT}
        commands = {}
        for when, program in programs.items():
            root = Path(folder) / f"repository-{when}"
            root.mkdir()
            _run(program / "bench", [sys.executable, "-c", MAKE, str(root), *size.split("x")])
            environment = {"PYTHONPATH": str(program), "GIT_CONFIG_GLOBAL": os.devnull}
            for name, words in COMMANDS.items():
                start = [sys.executable, "-m", "vbe", *words, "--root", str(root)]
                commands[f"{name} {when}"] = Command(start, program, environment=environment)
        found = measure(commands)
    result = []
    for name in COMMANDS:
        then, now = found[f"{name} before"], found[f"{name} now"]
        assert then is not None
        assert now is not None
        result.append(Row(f"{size}: `vbe {name}` before there were formats", then))
        result.append(
            Row(f"{size}: `vbe {name}`", now, f"{times(now.cpu, then.cpu)} before", f"≤ {GOAL} ×", now.cpu <= GOAL * then.cpu)
        )
    return result


def _extract(folder: Path) -> bool:
    """The program as it was, in a folder of its own."""
    done = subprocess.run(
        ["git", "archive", LAST_WITHOUT, "vbe", "bench", "schemas", "templates"], cwd=ROOT, capture_output=True, check=False
    )
    if done.returncode == 0:
        with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
            archive.extractall(folder, filter="data")
    return done.returncode == 0


def _run(folder: Path, words: list[str]) -> None:
    subprocess.run(words, cwd=folder, check=True, env=os.environ | {"PYTHONPATH": str(folder)})


if __name__ == "__main__":
    print(table(rows(*sys.argv[1:2])))
