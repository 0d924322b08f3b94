"""`md`: for an issue or a mail. A section for each department, with its owner roles and the command that records each review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.domain.freshness.model import State
from vbe.language import _, enumerate_words, unmarked
from vbe.output.freshness.labels import (
    about_words,
    department_name,
    owner_words,
    review_command,
    rows,
    share_words,
    shared_words,
    total_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.domain.freshness.assessment import Assessment, Share
    from vbe.output.freshness import Setting
    from vbe.output.freshness.labels import Row


def format_assessment(assessment: Assessment, setting: Setting) -> str:
    """The whole list."""
    lines = ["# " + _("What is outdated, {date}").format(date=assessment.as_of), ""]
    lines += [total_words(assessment) + ".", ""]
    for share in assessment.shares:
        lines += _section(assessment, share, setting)
    if assessment.remarks:
        lines += ["## " + _("To ask about"), ""]
        lines += [f"- {remark.message}" for remark in assessment.remarks]
        lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"


def _section(assessment: Assessment, share: Share, setting: Setting) -> Iterator[str]:
    shown = assessment.listed(share.department)
    if not shown:
        return
    yield f"## {department_name(share.department, setting)}: {share_words(share)}"
    yield ""
    roles = dict.fromkeys(setting.name(f.owner_role) for f in shown if f.owner_role)
    if roles:
        yield _("Owner roles: {roles}.").format(roles=enumerate_words(roles))
        yield ""
    own, shared = [f for f in shown if not f.is_shared], [f for f in shown if f.is_shared]
    for row in rows(own):
        yield from _entry(row, setting)
    yield ""
    if shared:
        yield from (f"{shared_words(each)}:" for each in assessment.shared)
        yield ""
        for row in rows(shared):
            yield from _entry(row, setting)
        yield ""


def _entry(row: Row, setting: Setting) -> Iterator[str]:
    first = row.first
    about = about_words(row, "" if row.owner_role else owner_words(row, setting))
    yield f"- [ ] **{row.title}** ({', '.join(row.ids)}): {about}."
    for reason in first.reasons:
        yield f"  {' '.join(part for part in (reason.message, reason.hint) if part)}"
    command = review_command(first) if len(row.ids) == 1 else ""
    if command and first.state is not State.UNKNOWN:
        yield f"  `{unmarked(command)}`"
