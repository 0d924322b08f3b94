"""What the house promises of itself, counted: python tools/counts.py [FOLDER].

A kind table is a literal list, set, tuple or dict with the names of two kinds or types of actor in it; a module names kinds
where it has such a name as a text of its own, outside its docstrings. `model/places.py` and `model/records/` are where kinds
are described, and are not counted. A box is what stands at the top of the program. Prints the numbers with their limits, and
where the tables stand.
"""

from __future__ import annotations

import ast
import io
import sys
import tokenize
from pathlib import Path
from typing import TYPE_CHECKING

from vbe.model.records import ACTOR_TYPES, ALL_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent / "vbe"
NAMES = frozenset({*ALL_KINDS, *ACTOR_TYPES})
DESCRIBED = ("model/places.py", "model/records/", "model/profile.py", "model/fields.py")
LIMITS = {"kind tables": 10, "modules that name kinds": 35, "boxes at the top": 20}


def tables(tree: ast.AST) -> Iterator[int]:
    """The lines of the kind tables in a module."""
    for node in ast.walk(tree):
        members = (
            node.elts if isinstance(node, ast.Tuple | ast.List | ast.Set) else node.keys if isinstance(node, ast.Dict) else ()
        )
        named = {member.value for member in members if isinstance(member, ast.Constant) and member.value in NAMES}
        if len(named) > 1 and isinstance(node, ast.expr):
            yield node.lineno


def names_kinds(tree: ast.AST) -> bool:
    """Whether a module has the name of a kind as a text of its own; the name of a field that is the same counts too."""
    passed = {id(text) for node in ast.walk(tree) for text in _no_names(node)}
    texts = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in passed)
    return any(isinstance(text, str) and text in NAMES for text in texts)


def _no_names(node: ast.AST) -> list[ast.expr]:
    """Texts that name no kind: docstrings, messages to translate, names of attributes, what a package exports."""
    if isinstance(node, ast.Expr):
        return [node.value]
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "N_", "getattr"):
        return node.args
    exports = isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__"
    return node.value.elts if exports and isinstance(node.value, ast.List | ast.Tuple) else []


def code_lines(text: str) -> int:
    """Lines that are neither blank nor comment nor docstring."""
    skipped = (
        tokenize.COMMENT,
        tokenize.NL,
        tokenize.NEWLINE,
        tokenize.INDENT,
        tokenize.DEDENT,
        tokenize.ENCODING,
        tokenize.ENDMARKER,
    )
    lines: set[int] = set()
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type not in skipped:
            lines.update(range(token.start[0], token.end[0] + 1))
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            lines.difference_update(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    return len(lines)


def main(top: Path) -> None:
    """Print the counts of a program."""
    modules = {path.relative_to(top).as_posix(): path.read_text(encoding="utf-8") for path in sorted(top.rglob("*.py"))}
    trees = {name: ast.parse(text) for name, text in modules.items() if not name.startswith(DESCRIBED)}
    found = [f"{name}:{line}" for name, tree in trees.items() for line in tables(tree)]
    boxes = [path for path in top.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()]
    counts = {
        "kind tables": len(found),
        "modules that name kinds": sum(map(names_kinds, trees.values())),
        "boxes at the top": len([box for box in boxes if not box.name.startswith("__")]),
    }
    for what, count in counts.items():
        print(f"{count:6}  {what} (at most {LIMITS[what]})")
    print(f"{len(modules):6}  modules")
    print(f"{sum(text.count(chr(10)) for text in modules.values()):6}  lines")
    print(f"{sum(map(code_lines, modules.values())):6}  lines of code, without blank lines, comments and docstrings")
    print("\n".join(f"        {place}" for place in found))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT)
