"""`md`: for a page or a mail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.domain.telling import sort_word
from vbe.language import _
from vbe.output.freshness.markdown import escape
from vbe.privacy.terminal import inert

if TYPE_CHECKING:
    from vbe.domain.telling import Telling


def format_versions(title: str, told: list[Telling]) -> str:
    """A table with a row for each version."""
    headings = (_("Date"), _("Commit"), _("What"), _("Reviewed by"), _("Changes"))
    lines = [f"# {escape(title)}", "", f"| {' | '.join(headings)} |", "|---" * len(headings) + "|"]
    for telling in told:
        sorts = ", ".join(sort_word(sort) for sort in telling.sorts)
        cells = (str(telling.day or "?"), telling.commit[:10], sorts, escape(telling.role), escape(" ".join(telling.sentences)))
        lines.append(f"| {' | '.join(cells)} |")
    return inert("\n".join(lines) + "\n")
