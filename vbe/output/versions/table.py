"""`table`: for people at a terminal."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from vbe.domain.telling import sort_word
from vbe.output.styles import Style, paint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.domain.telling import VersionSummary

WIDTH = 80
INDENT = " " * 12
STYLES = {"review": Style.GOOD, "edit": Style.HEADING, "unreadable": Style.BAD}


def format_versions(title: str, told: list[VersionSummary]) -> str:
    """A line for each version, with what changed below it."""
    lines = [paint(Style.HEADING, title), ""]
    for telling in told:
        lines += _version(telling)
    return "\n".join(lines) + "\n"


def _version(telling: VersionSummary) -> Iterator[str]:
    words = ", ".join(sort_word(sort) for sort in telling.sorts)
    style = next((STYLES[sort] for sort in telling.sorts if sort in STYLES), Style.FAINT)
    role = f"  {telling.role}" if telling.role else ""
    yield f"{telling.day or '?'!s:<10}  {telling.commit[:10]}  {paint(style, words)}{role}"
    for sentence in telling.sentences:
        yield from textwrap.wrap(sentence, WIDTH, initial_indent=INDENT, subsequent_indent=INDENT)
