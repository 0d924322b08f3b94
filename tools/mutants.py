"""Change the rules and the clocks in small ways, one at a time, and count the changes that no test sees.

python tools/mutants.py [COUNT] [SEED] [FOLDER]     (default 200 1, all folders; a COUNT of 0 tries every change)

A change is a comparison turned, a condition negated, a number one more, a statement left out. The last commit is copied into a
folder of its own, so that work in the tree disturbs nothing and is disturbed by nothing. One process imports what lies below
the rules and the clocks and forks once for each change: the child imports them with the change, runs the nearest tests and,
where these see nothing, the rest of the tests of the rules, of freshness or of git. Survivors are printed as they come, to be
shown by a new test or seen to make no difference; progress goes to stderr; Ctrl-C ends the run with the score so far.
"""

from __future__ import annotations

import ast
import contextlib
import gc
import importlib
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from importlib.machinery import SourceFileLoader
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("vbe/rules", "vbe/domain/freshness", "vbe/store/history")
BELOW = (
    "pytest",
    "hypothesis.strategies",
    "icalendar",
    "rich.table",
    "vbe.store.git",
    "vbe.store.loader",
    "vbe.store.repository",
)
"""What every test run imports and no change touches."""
SECONDS, MEMORY = 90, 4 << 30
"""Of processor time and bytes, for a change: one that makes a loop endless is seen."""
NEAR = {
    "vbe/rules": ["tests/rules/test_boundaries.py", "tests/rules/test_near_misses.py"],
    "vbe/domain/freshness": ["tests/freshness/test_boundaries.py", "tests/freshness/test_verdicts.py"],
    "vbe/store/history": ["tests/git/test_clock.py", "tests/git/test_parts.py"],
}
WIDE = {
    "vbe/rules/privacy": ["tests/rules", "tests/privacy", "tests/test_never_echoed.py"],
    "vbe/rules": ["tests/rules"],
    "vbe/domain/freshness": ["tests/freshness", "tests/git/test_clock.py", "tests/editing/test_review.py"],
    "vbe/store/history": ["tests/git", "tests/cli/test_history_command.py", "tests/freshness/test_verdicts.py"],
}
OPTIONS = ("-x", "-q", "-pno:cacheprovider", "-pno:xdist", "--hypothesis-seed=0", "-Wignore::pytest.PytestAssertRewriteWarning")
UNSEEN = (0, 5)
"""How pytest says that all passed, or that there was no test."""
TURNED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip


class Mutant(NamedTuple):
    """One change of one module."""

    file: str
    line: int
    what: str
    source: str

    @property
    def folder(self) -> str:
        """The folder that it is counted under."""
        return next(folder for folder in FOLDERS if self.file.startswith(folder))


def variants(node: ast.AST) -> list[str]:
    """The changes that a node allows."""
    if isinstance(node, ast.Compare) and len(node.ops) == 1 and type(node.ops[0]) in TURNED:
        return [f"{type(node.ops[0]).__name__} → {TURNED[type(node.ops[0])].__name__}"]
    if isinstance(node, ast.BoolOp):
        return ["and ↔ or"]
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        return ["without not"]
    if isinstance(node, ast.Constant) and type(node.value) is int:
        return [f"{node.value} → {node.value + 1}"]
    if isinstance(node, ast.If | ast.IfExp):
        return ["condition negated"]
    if isinstance(node, ast.Continue):
        return ["continue → break"]
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Yield | ast.YieldFrom | ast.Call):
        return ["statement left out"]
    if isinstance(node, ast.Return) and node.value is not None and not isinstance(node.value, ast.Constant):
        return ["returns nothing"]
    return []


def changed(node: ast.AST) -> ast.AST:
    """The node after its change."""
    if isinstance(node, ast.Compare):
        return ast.Compare(node.left, [TURNED[type(node.ops[0])]()], node.comparators)
    if isinstance(node, ast.BoolOp):
        return ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)
    if isinstance(node, ast.UnaryOp):
        return node.operand
    if isinstance(node, ast.Constant):
        return ast.Constant(node.value + 1)  # type: ignore[operator]
    if isinstance(node, ast.If | ast.IfExp):
        return type(node)(ast.UnaryOp(ast.Not(), node.test), node.body, node.orelse)  # type: ignore[arg-type]
    if isinstance(node, ast.Continue):
        return ast.Break()
    if isinstance(node, ast.Return):
        return ast.Return(ast.Constant(None))
    return ast.Pass()


class Change(ast.NodeTransformer):
    """Changes the n-th node that can be changed, inside functions only."""

    def __init__(self, wanted: int) -> None:
        self.wanted = wanted
        self.count = 0
        self.inside = 0
        self.found: list[tuple[int, str]] = []

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        """Only bodies count: decorators, defaults and annotations say what, not how."""
        self.inside += 1
        node.body = [self.visit(statement) for statement in node.body]
        self.inside -= 1
        return node

    def generic_visit(self, node: ast.AST) -> ast.AST:
        """Count it, change it where it is the one, and go on below."""
        found = variants(node) if self.inside else []
        if found:
            self.found.append((getattr(node, "lineno", 0), found[0]))
            self.count += 1
            if self.count - 1 == self.wanted:
                return ast.copy_location(changed(node), node)
        return super().generic_visit(node)


def mutants_of(file: str) -> Iterator[Mutant]:
    """Every change of a module."""
    text = Path(file).read_text(encoding="utf-8")
    counting = Change(-1)
    counting.visit(ast.parse(text))
    for number, (line, what) in enumerate(counting.found):
        tree = Change(number).visit(ast.parse(text))
        yield Mutant(file, line, what, ast.unparse(ast.fix_missing_locations(tree)))


def enter(folder: str) -> None:
    """Work in a copy of the last commit, with what lies below the mutated folders imported from there."""
    archive = subprocess.run(["git", "archive", "HEAD"], cwd=ROOT, capture_output=True, check=True)  # noqa: S607
    subprocess.run(["tar", "-x", "-C", folder], input=archive.stdout, check=True)  # noqa: S603, S607 - our own files
    os.chdir(folder)
    os.environ["PYTHONPATH"] = folder
    sys.path[0] = folder
    for name in BELOW:
        importlib.import_module(name)
    loaded = {name: module for name, module in sys.modules.items() if name.split(".")[0] == "vbe"}
    assert all(Path(module.__file__ or "").is_relative_to(folder) for module in loaded.values()), "imported from elsewhere"
    assert not [name for name in loaded if name.startswith(tuple(f.replace("/", ".") for f in FOLDERS))], "imported too early"
    gc.freeze()


def near_tests(mutant: Mutant) -> list[str]:
    """The tests that should see a change of a module: the cases of its rules, and the limits."""
    near = NEAR[mutant.folder]
    if mutant.folder != "vbe/rules":
        return near
    codes = set(re.findall(r"VBE\d{3}", Path(mutant.file).read_text(encoding="utf-8")))
    return ["tests/rules/test_cases.py", *near, "-k", " or ".join([*(Path(file).stem for file in near), *sorted(codes)])]


def run_tests(mutant: Mutant) -> bool:
    """In the child: whether near tests, then all of them, pass although the module is changed."""
    import pytest

    path, original = str(Path(mutant.file).absolute()), SourceFileLoader.get_code

    def get_code(loader: SourceFileLoader, name: str) -> object:
        return compile(mutant.source, path, "exec") if loader.path == path else original(loader, name)

    SourceFileLoader.get_code = get_code  # type: ignore[assignment, method-assign]
    options = [*OPTIONS, f"--basetemp=temporary-{os.getpid()}"]
    wide = next(tests for start, tests in WIDE.items() if mutant.file.startswith(start))
    return all(pytest.main([*options, *tests]) in UNSEEN for tests in (near_tests(mutant), wide))


def begin(mutant: Mutant) -> int:
    """A child of its own for a change; its number."""
    if child := os.fork():
        return child
    silence = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(silence, stream)
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    seen = True
    try:
        seen = not run_tests(mutant)
    finally:
        os._exit(seen)


def judged(mutants: Sequence[Mutant]) -> Iterator[tuple[Mutant, bool]]:
    """Each change with whether a test sees it, in the order in which they are done, as many at a time as there are cores."""
    running: dict[int, Mutant] = {}
    for mutant in mutants:
        running[begin(mutant)] = mutant
        if len(running) >= (os.cpu_count() or 1):
            child, status = os.wait()
            yield running.pop(child), status != 0
    while running:
        child, status = os.wait()
        yield running.pop(child), status != 0


def check_the_tool() -> None:
    """What is not changed must pass, and what is broken must be seen, in each folder."""
    probes = []
    for folder in FOLDERS:
        text = Path(folder, "__init__.py").read_text(encoding="utf-8")
        probes.append(Mutant(f"{folder}/__init__.py", 0, "unchanged", text))
        probes.append(probes[-1]._replace(what="broken", source=f"{text}\nraise RuntimeError"))
    for probe, seen in judged(probes):
        if seen is not (probe.what == "broken"):
            sys.exit(f"The tests of {probe.folder} {'fail' if seen else 'pass'} when it is {probe.what}.")


def main(count: int = 200, seed: int = 1, within: str = "") -> None:
    """A sample of all changes, judged; what survives, and the score."""
    with tempfile.TemporaryDirectory() as folder:
        enter(os.path.realpath(folder))
        paths = [path for top in FOLDERS if top.startswith(within) for path in sorted(Path(top).rglob("*.py"))]
        everything = [mutant for path in paths for mutant in mutants_of(path.as_posix())]
        chosen = random.Random(seed).sample(everything, min(count or len(everything), len(everything)))  # noqa: S311 - no secret
        check_the_tool()
        seen, tried = Counter[str](), Counter[str]()
        with contextlib.suppress(KeyboardInterrupt):
            for mutant, was_seen in judged(chosen):
                for where in (mutant.folder, "all"):
                    tried[where] += 1
                    seen[where] += was_seen
                if not was_seen:
                    print(f"survived: {mutant.file}:{mutant.line}: {mutant.what}", flush=True)
                print(f"\r{tried['all']} of {len(chosen)}, {tried['all'] - seen['all']} survived", end="", file=sys.stderr)
        print(file=sys.stderr)
        for where in tried:
            print(f"{where}: {seen[where]} of {tried[where]} seen ({seen[where] / tried[where]:.1%})")
        print(f"Sampled from {len(everything)} changes with seed {seed}.")
        os.chdir(ROOT)


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:3]), *sys.argv[3:4])
