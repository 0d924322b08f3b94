"""What the house promises of itself, counted: python tools/counts.py [FOLDER].

A kind table is a literal list, set, tuple or dict with the names of two kinds or types of actor in it; a module names kinds
where it has such a name as a text of its own, outside its docstrings. `model/places.py` and `model/records/` are where kinds
are described, and are not counted. A box is what stands at the top of the program. A function is as long as from its `def`
to its last line. A name is left where a class, function, argument or variable is still called by one of `OLD_NAMES`, or a
module by one of `OLD_MODULES`, which the house gave up for plainer ones (tools/given_up.py). An `Any` is counted outside
`ANY_ALLOWED`, which says why it stands there.
Prints the numbers with their limits, and where what is counted stands.
"""

from __future__ import annotations

import ast
import io
import sys
import tokenize
from pathlib import Path
from typing import TYPE_CHECKING

from tools.given_up import OLD_MODULES, OLD_NAMES, VAGUE
from vbe.model.records import ACTOR_TYPES, ALL_KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator

ROOT = Path(__file__).resolve().parent.parent / "vbe"
NAMES = frozenset({*ALL_KINDS, *ACTOR_TYPES})
DESCRIBED = ("model/places.py", "model/records/", "model/profile.py", "model/fields.py")
MAX_MODULE_LINES = 250
MAX_FUNCTION_LINES = 40
ANY_ALLOWED: dict[str, str] = {
    "app/forms/workbook.py": "what xlsxwriter makes, which has no types",
    "cli/coercion.py": "what typer hands to the types of its parameters",
    "cli/completion.py": "commands and parameters as typer makes them, whose classes are private",
    "cli/usage.py": "the same",
    "importing/word": "elements of lxml, which has no types, below python-docx",
    "model/kinds.py": "kinds in one table hold different contents, and Python has no word for some content",
    "model/schemas.py": "JSON Schema as pydantic gives it",
    "scaffold/questions.py": "answers by the name of an option; what each may be its own Prompt says",
}
"""Module or folder of the program → why a value without a type stands there."""
UNLISTED = ("modules that name kinds", "boxes at the top")
"""What is counted without a list of the places."""
LIMITS = {
    "kind tables": 10,
    "modules that name kinds": 35,
    "boxes at the top": 20,
    "modules over 250 lines": 0,
    "functions over 40 lines": 0,
    "old names left": 0,
    "variables called told, said or made": 25,
    "Any outside the places that may have it": 0,
}


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


def long_functions(tree: ast.AST) -> Iterator[int]:
    """The lines where functions begin that are too long."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= MAX_FUNCTION_LINES:
            yield node.lineno


def named(tree: ast.AST, names: Container[str]) -> Iterator[int]:
    """The lines where a class, function, argument or variable gets one of some names."""
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name) | ast.arg(arg=name) | ast.Name(id=name, ctx=ast.Store()):
                if name in names:
                    yield node.lineno


def untyped(tree: ast.AST) -> Iterator[int]:
    """The lines where `Any` is used; importing it is not using it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id == "Any":
            yield node.lineno


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
    trees = {name: ast.parse(text) for name, text in modules.items()}
    undescribed = {name: tree for name, tree in trees.items() if not name.startswith(DESCRIBED)}
    typed = {name: tree for name, tree in trees.items() if not name.startswith(tuple(ANY_ALLOWED))}
    found = {
        "kind tables": _places(undescribed, tables),
        "modules that name kinds": [name for name, tree in undescribed.items() if names_kinds(tree)],
        "boxes at the top": [box.name for box in sorted(top.iterdir()) if _is_box(box)],
        "modules over 250 lines": [name for name, text in modules.items() if text.count("\n") > MAX_MODULE_LINES],
        "functions over 40 lines": _places(trees, long_functions),
        "old names left": [*_old_modules(modules), *_places(trees, lambda tree: named(tree, OLD_NAMES))],
        "variables called told, said or made": _places(trees, lambda tree: named(tree, VAGUE)),
        "Any outside the places that may have it": _places(typed, untyped),
    }
    for what, places in found.items():
        print(f"{len(places):6}  {what} (at most {LIMITS[what]})")
    print(f"{len(modules):6}  modules")
    print(f"{sum(text.count(chr(10)) for text in modules.values()):6}  lines")
    print(f"{sum(map(code_lines, modules.values())):6}  lines of code, without blank lines, comments and docstrings")
    for what, places in found.items():
        if what not in UNLISTED:
            print("\n".join([f"{what}:", *(f"        {place}" for place in places)]))


def _places(trees: dict[str, ast.Module], lines: Callable[[ast.AST], Iterable[int]]) -> list[str]:
    """`module:line` of each place found."""
    return [f"{name}:{line}" for name, tree in trees.items() for line in lines(tree)]


def _old_modules(modules: Iterable[str]) -> list[str]:
    """The modules that still have an old name."""
    return [name for name in modules if Path(name).stem in OLD_MODULES]


def _is_box(path: Path) -> bool:
    """Whether a path is a module or package at the top, and not how the program begins."""
    return (path.suffix == ".py" or (path / "__init__.py").exists()) and not path.name.startswith("__")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT)
