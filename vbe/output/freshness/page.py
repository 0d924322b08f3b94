"""`html`: the list as a page that stands by itself, by department, without commands: for whoever answers for something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.language import _
from vbe.output.freshness.labels import about_words, department_name, owner_words, rows, share_words, total_words
from vbe.output.page import framed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.domain.freshness.assessment import Assessment, Share
    from vbe.output.freshness import Setting
    from vbe.output.freshness.labels import Row


def format_assessment(assessment: Assessment, setting: Setting) -> str:
    """The whole list."""
    body = [f"<p>{total_words(assessment)}.</p>"]
    body += [line for share in assessment.shares for line in _section(assessment, share, setting)]
    if assessment.remarks:
        remarks = "".join(f"<li>{remark.message}</li>" for remark in assessment.remarks)
        body.append(f"<h2>{_('To ask about')}</h2>\n<ul>{remarks}</ul>")
    return framed(_("What is outdated, {date}").format(date=assessment.as_of), body)


def _section(assessment: Assessment, share: Share, setting: Setting) -> Iterator[str]:
    listed = assessment.listed(share.department)
    if listed:
        yield f"<h2>{department_name(share.department, setting)}: {share_words(share)}</h2>"
        yield "<ul>"
        yield from (item(row, setting) for row in rows(listed))
        yield "</ul>"


def item(row: Row, setting: Setting) -> str:
    """One thing, or several of which the same is said: what it is, why it is listed, and whose it is."""
    why = "".join(f"<br>{reason.message}" for reason in row.reasons)
    return f"<li><strong>{row.title}</strong><br><small>{about_words(row, owner_words(row, setting))}</small>{why}</li>"
