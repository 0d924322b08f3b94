"""`vbe stale` against the bare walk through the log, against `vbe validate`, and against those who ask git file by file:
`git log -1`, and mkdocs-git-revision-date-localized.

Usage: python bench/stale.py [FILESxCOMMITS …]     (default 1000x3000 10000x20000)

The repositories are made with one `git fast-import`: a commit with everything, then commits that review a routine, change
its text, or only its layout. The walk per file is measured on a sample of the files and multiplied.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

from corpora import WORDS, build
from measure import VBE, Command, Cost, Row, measure, run, table, times
from peers import environment

SIZES = ["1000x3000", "10000x20000"]
WALKS, VALIDATIONS = 3, 2
PER_FILE_GOAL = 20
MEMORY_GOAL = 300
SAMPLE = 50
FIRST = 1_486_000_000
LAST = 1_519_000_000
ENVIRONMENT = {"GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull}
# The plugin's own function, called as the plugin calls it: for every file, by as many processes as there are cores, at most ten.
PLUGIN = """
import multiprocessing, sys, time
from mkdocs_git_revision_date_localized_plugin.util import Util
util = Util({"enable_git_follow": True}, ".")
start = time.perf_counter()
with multiprocessing.Pool(min(10, multiprocessing.cpu_count())) as pool:
    found = pool.map(util.get_git_commit_timestamp, sys.argv[1:])
assert all(stamp for _commit, stamp in found)
print(time.perf_counter() - start)
"""
PER_FILE = "for f in {files}; do git log -1 --format=%H -- $f > /dev/null; done"


def repository(root: Path, size: int, commits: int) -> list[str]:
    """A repository of so many routines and commits; the names of the routines."""
    rng = random.Random(size + commits)
    build(root, size)
    texts = {str(path.relative_to(root)): path.read_text(encoding="utf-8") for path in sorted(root.rglob("*.yaml"))}
    routines = [name for name in texts if name.startswith("routines/")]
    step = (LAST - FIRST) // commits
    stream = [_commit(FIRST, texts)]
    for number in range(1, commits):
        name = rng.choice(routines)
        texts[name] = _changed(texts[name], rng, number)
        stream.append(_commit(FIRST + number * step, {name: texts[name]}))
    subprocess.run(["git", "init", "-q", "-b", "main"], cwd=root, check=True)
    subprocess.run(["git", "fast-import", "--quiet"], cwd=root, input=b"".join(stream), check=True)
    subprocess.run(["git", "reset", "-q", "--hard", "main"], cwd=root, check=True)
    return routines


def _changed(text: str, rng: random.Random, number: int) -> str:
    """A review, an edit, or another layout."""
    sort = rng.random()
    if sort < 0.4:
        day = f"2017-{rng.randint(3, 12):02}-{rng.randint(1, 28):02}"
        head, _mark, tail = text.partition("  - date: ")
        return f"{head}  - date: {day}{tail[10:]}"
    if sort < 0.8:
        return text.replace("within: samma dag", f"within: inom {number} minuter", 1).replace("med hos", rng.choice(WORDS))
    return f"# {number}\n{text}"


def _commit(time: int, texts: dict[str, str]) -> bytes:
    lines = [b"commit refs/heads/main\ncommitter R <r@l.example> %d +0100\ndata 1\nx\n" % time]
    for name, text in texts.items():
        content = text.encode()
        lines.append(b"M 100644 inline %b\ndata %d\n%b\n" % (name.encode(), len(content), content))
    return b"".join(lines)


def rows(sizes: list[str]) -> list[Row]:
    """All sizes."""
    result: list[Row] = []
    for size in sizes:
        files, commits = (int(part) for part in size.split("x"))
        with tempfile.TemporaryDirectory() as folder:
            result += _rows(Path(folder), files, commits)
    return result


def _rows(root: Path, files: int, commits: int) -> list[Row]:
    routines = repository(root, files, commits)
    day = ["--as-of", "2018-03-01", "--root", str(root)]
    commands = {
        "walk": Command(["sh", "-c", "git log -z --raw > /dev/null"], root, environment=ENVIRONMENT),
        "validate": Command([*VBE, "validate", "--root", str(root)]),
        "table": Command([*VBE, "stale", *day]),
        "json": Command([*VBE, "stale", *day, "--format", "json"]),
    }
    costs = measure(commands)
    walk, validate, form, machine = (_known(costs[name]) for name in commands)
    sample = random.Random(1).sample(routines, SAMPLE)
    per_file = _known(run(Command(["sh", "-c", PER_FILE.format(files=" ".join(sample))], root, environment=ENVIRONMENT)))
    share = len(routines) / SAMPLE
    plugin = _plugin(root, sample) * share
    each = Cost(per_file.wall * share, per_file.cpu * share, per_file.megabytes, 0)
    named = f"{files:,} files, {commits:,} commits: "
    allowed = WALKS * walk.wall + VALIDATIONS * validate.wall
    goal = f"≤ {WALKS} walks + {VALIDATIONS} validations"
    memory = max(form.megabytes, machine.megabytes)
    return [
        Row(f"{named}`git log -z --raw`", walk),
        Row(f"{named}`vbe validate`, cold", validate),
        *(_row(f"{named}`vbe stale`{name}", cost, allowed, goal) for name, cost in (("", form), (" --format json", machine))),
        Row(f"{named}`git log -1` per file, {SAMPLE} sampled and scaled", each),
        Row(
            f"{named}`git log -1` per file against `vbe stale`",
            None,
            f"{times(each.wall, form.wall)} as long",
            f"≥ {PER_FILE_GOAL} ×",
            each.wall >= PER_FILE_GOAL * form.wall,
        ),
        Row(
            f"{named}mkdocs-git-revision-date-localized, {SAMPLE} sampled and scaled",
            None,
            f"{times(plugin, form.wall)} as long",
            "vbe faster",
            plugin > form.wall,
        ),
        Row(f"{named}memory of `vbe stale`", None, f"{memory:.0f} MB", f"≤ {MEMORY_GOAL} MB", memory <= MEMORY_GOAL),
    ]


def _plugin(root: Path, sample: list[str]) -> float:
    """Seconds that the plugin takes to date a sample of files, without starting it."""
    command = [str(environment() / "python"), "-c", PLUGIN, *sample]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True, env={**os.environ, **ENVIRONMENT})
    return float(done.stdout)


def _row(what: str, cost: Cost, allowed: float, goal: str) -> Row:
    return Row(what, cost, f"{cost.wall / allowed:.2f} of what is allowed", goal, cost.wall <= allowed)


def _known(cost: Cost | None) -> Cost:
    if cost is None:
        sys.exit("A process took too long to be measured.")
    return cost


if __name__ == "__main__":
    print(table(rows(sys.argv[1:] or SIZES)))
