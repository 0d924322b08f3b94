"""`md`: for a page or an issue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.language import _
from vbe.output.markdown_text import escape
from vbe.output.trace.words import link_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vbe.output.entry.view import View


def format_entry(shown: View) -> str:
    """The entry in full."""
    lines = [f"### {escape(shown.heading)}", "", f"`{shown.entry.record.file}`", ""]
    if shown.is_example:
        lines += [_("Example, not decided"), ""]
    content = [
        f"{'  ' * line.depth}- {escape(line.label)}{': ' if line.value else ''}{escape(line.value)}" for line in shown.lines()
    ]
    lines += _part(_("Content"), content)
    lines += _part(_("Freshness"), _points(shown.fresh_words()))
    lines += _part(_("Names"), _points(link_words(node, shown.names) for node in shown.names_these))
    lines += _part(_("Named by"), _points(link_words(node, shown.names) for node in shown.named_by))
    lines += [f"**{_('History')}**", "", escape(shown.past_words())]
    return "\n".join(lines) + "\n"


def _points(words: Iterable[str]) -> list[str]:
    return [f"- {escape(each)}" for each in words]


def _part(title: str, lines: list[str]) -> list[str]:
    return [f"**{title}**", "", *lines, ""] if lines else []
