"""What a municipality's own template may hold: it shows the report, and fetches, runs and opens nothing.

A template is a stranger's until somebody has merged it, and what is made with it is published under the city's name.
`faults(name, content)` asks by the ending of the name; nothing here renders, follows or unpacks without a limit.
"""

from __future__ import annotations

from importlib import import_module
from typing import NamedTuple


class Fault(NamedTuple):
    """Something that a template may not hold: what, where (a line, or 0 where lines mean nothing) and the way out."""

    message: str
    hint: str = ""
    line: int = 0


CHECKS = {
    ".css": "vbe.documents.templates.stylesheet",
    ".docx": "vbe.documents.templates.letterhead",
    ".html.j2": "vbe.documents.templates.unfilled",
    ".png": "vbe.documents.templates.picture",
    ".svg": "vbe.documents.templates.picture",
    ".typ": "vbe.documents.templates.typesetting",
}
"""Ending → module with `faults`. Pages in Jinja are checked again once they are filled: `vbe.documents.templates.page`."""


def faults(name: str, content: bytes) -> list[Fault]:
    """What is wrong with a template that has this name; nothing where there is no check for its ending."""
    module = next((module for ending, module in CHECKS.items() if name.endswith(ending)), None)
    found: list[Fault] = import_module(module).faults(content) if module else []
    return found
