"""Templates of text: `«name»` becomes the value, and a line whose value is not known falls away.

Templates are plain data, Swedish, with comments that coach. Nothing in them is run.
"""

from __future__ import annotations

import datetime
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from vbe.errors import VbeError
from vbe.language import _
from vbe.model.fields import NOT_STATED
from vbe.model.schemas import modeline
from vbe.store.editing.layout import lay_out
from vbe.store.editing.scalars import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    Filled = str | int | datetime.date | list[str] | tuple[str, ...] | None
    """What a place in a template may be filled with; None, and what is empty, takes its line away."""

FOLDER = Path(__file__).parent / "templates"
PLACE = re.compile(r"«([a-z_]+)»")
RAW = re.compile(r"‹([a-z_]+)›")


@cache
def template(name: str) -> str:
    """The text of a template."""
    return (FOLDER / name).read_text(encoding="utf-8")


def fill(text: str, values: Mapping[str, Filled]) -> str:
    """The template with its values, written as YAML; `‹name›` takes the value as it is, for comments and whole blocks."""
    lines: list[str] = []
    for line in text.splitlines():
        names = [*PLACE.findall(line), *RAW.findall(line)]
        if any(values.get(name) in (None, [], "") for name in names):
            if lines and lines[-1].strip().startswith(f"# {line.strip().partition(':')[0]}:"):
                lines.pop()  # What the comment speaks of is not there.
            continue
        lines.append(RAW.sub(lambda match: str(values[match[1]]), PLACE.sub(lambda match: _yaml(values[match[1]]), line)))
    return "\n".join(lines) + "\n"


def _yaml(value: Filled) -> str:
    if isinstance(value, list | tuple) and tuple(value) == (NOT_STATED,):
        return NOT_STATED
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_flow(inner) for inner in value) + "]"
    if isinstance(value, datetime.date):
        return value.isoformat()
    return one_line(value)


def _flow(value: str) -> str:
    return one_line(value, flow=True)


def record(file: str, text: str) -> bytes:
    """A record's file: the modeline, and the text in the one layout."""
    return _laid_out(file, f"{modeline(file)}\n{text}").encode()


def element(file: str, text: str, depth: int) -> list[str]:
    """An entry of a list, as lines in the one layout, from column 0. `text` is the file with nothing else in it."""
    lines = _laid_out(file, text).rstrip("\n").split("\n")
    return [line[depth:] for line in lines if line.startswith(" " * depth) or not line]


def _laid_out(file: str, text: str) -> str:
    layout = lay_out(file, text.encode())
    if layout.refusal:
        # The templates are sound, so it is one of the values.
        raise VbeError(_("One of the values cannot be written: {reason}").format(reason=layout.reason))
    return layout.new
