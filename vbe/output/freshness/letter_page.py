"""The same mail as a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.output.freshness.labels import kind_word, rows
from vbe.output.freshness.letter import about, closing, opening, page_of, subject, why
from vbe.output.page import framed

if TYPE_CHECKING:
    from vbe.domain.freshness.assessment import Assessment
    from vbe.output.freshness import Setting
    from vbe.output.freshness.labels import Row


def format_letter(assessment: Assessment, setting: Setting, role: str) -> str:
    """A greeting, a point for each thing, and what the calendar is for."""
    items = [_item(row, setting) for row in rows(assessment.freshness)]
    body = [f"<p>{opening(assessment, setting, role)}</p>", "<ul>", *items, "</ul>", f"<p>{closing()}</p>"]
    return framed(subject(assessment, setting), body)


def _item(row: Row, setting: Setting) -> str:
    links = [f'<a href="{page}">{page}</a>' for page in page_of(row, setting)]
    lines = [f"<small>{about(row, setting)}</small>", *why(row), *links]
    return f"<li><strong>{row.title}</strong> ({kind_word(row.first.kind)})<br>{'<br>'.join(lines)}</li>"
