"""The Swedish prose that stands in the code of documents, as messages: what each other language must have (docs/sprak.md).

A text with values in it is one message, with a name for each value: f"Av {view.total} är {which}." → `Av {total} är {which}.`
"""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
PLACES = ("vbe/report", "vbe/domain/progress.py", "vbe/domain/colours.py", "vbe/domain/disclosure/numbers.py")
MARKED = ("_", "N_", "ngettext", "VbeError", "ParamSpec")
"""Calls whose texts are for a terminal, and English."""
WORDS = re.compile(r"[åäöÅÄÖ]|[a-z]{2,} [a-z]{2,}|^[A-ZÅÄÖ][a-zåäö]+$")
"""What tells prose from a key, a style or a name."""
BESIDE_VALUE = re.compile(r"(?:^|[ (])[A-Za-zåäöÅÄÖ]{3,}(?=[ ):.,]|$)")
"""A word of its own in a text with values."""
CODE = re.compile(r"[<>\\{}|]|w:|\bimport\b|alt text|^\w+ \d|^[a-z]+(-[a-z]+)+$")
OFFICE = frozenset({"Caption", "Title", "Calibri", "Regular", "Semibold", "Bold", "It", "out of order", "åäö"}) | frozenset(
    {"Heading {level}", "toc {level}", "sida {number}", "internal:'{quoted}'!A1"}
)
"""Names of styles and faces, and what another program says."""


def texts() -> dict[str, str]:
    """Message → the file that says it."""
    found: dict[str, str] = {}
    for place in PLACES:
        here = ROOT / place
        for file in [here] if here.is_file() else sorted(here.rglob("*.py")):
            for text in _of(ast.parse(file.read_text("utf-8"))):
                found.setdefault(text, file.relative_to(ROOT).as_posix())
    return found


def _of(node: ast.AST) -> Iterator[str]:
    """The messages below a node; a docstring is none."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKED:
        return
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "cast":
        # The first of its values is the name of a type.
        yield from (text for value in node.args[1:] for text in _of(value))
        return
    if isinstance(node, ast.JoinedStr):
        text = _joined(node)
        if re.search(r"[A-Za-zåäöÅÄÖ]{2,}", re.sub(r"\{\w+\}", "", text)) and _is_prose(text):
            yield text
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                yield from _of(part.value)
        return
    if isinstance(node, ast.Constant):
        if isinstance(node.value, str) and _is_prose(node.value):
            yield node.value
        return
    for child in ast.iter_child_nodes(node):
        yield from _of(child)


def _is_prose(text: str) -> bool:
    bare = re.sub(r"\{\w+\}", " x ", text)
    beside = " " in text.strip() and BESIDE_VALUE.search(re.sub(r"\{\w+\}", "  ", text)) if bare != text else None
    return bool(WORDS.search(bare) or beside) and not CODE.search(bare) and text not in OFFICE


def _joined(node: ast.JoinedStr) -> str:
    names: dict[str, str] = {}
    parts = []
    for part in node.values:
        if isinstance(part, ast.Constant):
            parts.append(str(part.value))
        elif isinstance(part, ast.FormattedValue):
            parts.append(f"{{{_name(part.value, names)}}}")
    return "".join(parts)


def _name(node: ast.expr, names: dict[str, str]) -> str:
    """A name for a value, the same for the same expression and for no other."""
    source, wanted = ast.unparse(node), "what"
    for part in ast.walk(node):
        if isinstance(part, ast.Name | ast.Attribute):
            wanted = part.attr if isinstance(part, ast.Attribute) else part.id
            break
    name, number = wanted.strip("_") or "what", 2
    while names.get(name, source) != source:
        name, number = f"{wanted}_{number}", number + 1
    names[name] = source
    return name


if __name__ == "__main__":
    for message, place in sorted(texts().items(), key=lambda item: (item[1], item[0])):
        print(place, repr(message), file=sys.stdout)
