"""Change the rules and the clocks in small ways, one at a time, and count the changes that no test sees.

python tools/mutants.py [COUNT] [SEED]     (default 200 1)

A change is a comparison turned, a condition negated, a number one more, a statement left out. Nothing on disk is touched: the
changed module is handed to the import of a test run of its own. A change that the nearest tests do not see is tried on all
tests of the rules and of freshness. What survives is listed, to be shown by a new test or seen to make no difference.
"""

from __future__ import annotations

import ast
import os
import random
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("vbe/rules", "vbe/freshness")
LIMIT = 300
WIDE = {
    "vbe/rules": ["tests/rules", "tests/privacy", "tests/test_never_echoed.py"],
    "vbe/freshness": ["tests/freshness", "tests/git/test_clock.py", "tests/editing/test_review.py"],
}
TURNED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
HOOK = """
import ast, sys
from importlib.machinery import SourceFileLoader
path, source = sys.argv[1], sys.stdin.read()
original = SourceFileLoader.get_code
def get_code(self, name):
    return compile(source, path, "exec") if self.path == path else original(self, name)
SourceFileLoader.get_code = get_code
import pytest
sys.exit(pytest.main(["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", *sys.argv[2:]]))
"""


class Mutant(NamedTuple):
    """One change of one module."""

    file: str
    line: int
    what: str
    source: str


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
    if isinstance(node, ast.If):
        return ast.If(ast.UnaryOp(ast.Not(), node.test), node.body, node.orelse)
    if isinstance(node, ast.IfExp):
        return ast.IfExp(ast.UnaryOp(ast.Not(), node.test), node.body, node.orelse)
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


def mutants_of(path: Path) -> Iterator[Mutant]:
    """Every change of a module."""
    text = path.read_text(encoding="utf-8")
    counting = Change(-1)
    counting.visit(ast.parse(text))
    for number, (line, what) in enumerate(counting.found):
        tree = Change(number).visit(ast.parse(text))
        yield Mutant(path.relative_to(ROOT).as_posix(), line, what, ast.unparse(ast.fix_missing_locations(tree)))


def near_tests(mutant: Mutant) -> list[str]:
    """The tests that should see a change of a module first."""
    folder = next(folder for folder in FOLDERS if mutant.file.startswith(folder))
    codes = sorted(set(re.findall(r"VBE\d{3}", (ROOT / mutant.file).read_text(encoding="utf-8"))))
    if folder == "vbe/rules" and codes:
        return ["tests/rules/test_cases.py", "-k", " or ".join(codes)]
    return WIDE[folder]


def is_seen(mutant: Mutant, tests: list[str]) -> bool:
    """Whether a test fails, or the run never ends."""
    command = [sys.executable, "-c", HOOK, str(ROOT / mutant.file), *tests]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(  # noqa: S603 - our own tests
            command,
            cwd=ROOT,
            env=environment,
            input=mutant.source,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=LIMIT,
        )
    except subprocess.TimeoutExpired:
        return True
    return done.returncode != 0


def judge(mutant: Mutant) -> bool:
    """Near tests first, then all of them."""
    near = near_tests(mutant)
    wide = WIDE[next(folder for folder in FOLDERS if mutant.file.startswith(folder))]
    return is_seen(mutant, near) or (near != wide and is_seen(mutant, wide))


def main(count: int = 200, seed: int = 1) -> None:
    """A sample of all changes, judged; the score, and what survived."""
    everything = [mutant for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py")) for mutant in mutants_of(path)]
    chosen = random.Random(seed).sample(everything, min(count, len(everything)))  # noqa: S311 - which to try, no secret
    for folder, tests in WIDE.items():
        first = next(mutant for mutant in everything if mutant.file.startswith(folder))
        unchanged = first._replace(source=(ROOT / first.file).read_text(encoding="utf-8"))
        if is_seen(unchanged, tests):
            sys.exit(f"The tests of {folder} fail without any change.")
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        seen = list(pool.map(judge, chosen))
    for mutant, was_seen in zip(chosen, seen, strict=True):
        if not was_seen:
            print(f"survived: {mutant.file}:{mutant.line}: {mutant.what}")
    totals: Counter[str] = Counter()
    for mutant, was_seen in zip(chosen, seen, strict=True):
        folder = next(folder for folder in FOLDERS if mutant.file.startswith(folder))
        totals[folder] += 1
        totals[f"{folder} seen"] += was_seen
    for folder in FOLDERS:
        if totals[folder]:
            print(
                f"{folder}: {totals[f'{folder} seen']} of {totals[folder]} seen ({totals[f'{folder} seen'] / totals[folder]:.0%})"
            )
    score = f"{sum(seen)} of {len(chosen)} seen ({sum(seen) / len(chosen):.0%})"
    print(f"{score}, sampled from {len(everything)} changes with seed {seed}")


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:]))
