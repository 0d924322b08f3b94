"""`table`: for people at a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.domain.telling import sort_word
from vbe.language import ngettext
from vbe.output.styles import Style, paint
from vbe.output.width import SCREEN, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.domain.telling import VersionSummary

INDENT = " " * 12
STYLES = {"review": Style.GOOD, "edit": Style.HEADING, "unreadable": Style.BAD}


def format_versions(title: str, versions: list[VersionSummary], *, whole: bool = True) -> str:
    """A line for each version, the latest first, with what changed below it; unless it is `whole`, as many as a screen holds."""
    lines = [*(paint(Style.HEADING, line) for line in wrapped(title, "")), ""]
    for number, telling in enumerate(versions):
        version = list(_version(telling))
        if not whole and number and len(lines) + len(version) > SCREEN - (number < len(versions) - 1):
            count = len(versions) - number
            more = ngettext(
                "… and {count} older version (--all shows it).", "… and {count} older versions (--all shows them).", count
            )
            lines.append(more.format(count=count))
            break
        lines += version
    return "\n".join(lines) + "\n"


def _version(telling: VersionSummary) -> Iterator[str]:
    words = ", ".join(sort_word(sort) for sort in telling.sorts)
    style = next((STYLES[sort] for sort in telling.sorts if sort in STYLES), Style.FAINT)
    role = f"  {telling.role}" if telling.role else ""
    yield f"{telling.day or '?'!s:<10}  {telling.commit[:10]}  {paint(style, words)}{role}"
    for sentence in telling.sentences:
        yield from wrapped(sentence, INDENT)
