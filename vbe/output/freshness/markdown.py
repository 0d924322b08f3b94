"""`md`: for an issue or a mail. A section for each department, with its owner roles and the command that records each review."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vbe.domain.freshness import State
from vbe.language import _, enumerate_words, unmarked
from vbe.output.freshness.words import (
    department_name,
    late_words,
    owner_words,
    review_command,
    rows,
    share_words,
    shared_words,
    state_of,
    total_words,
)
from vbe.output.markdown_text import begun, within
from vbe.privacy.redaction import redact
from vbe.privacy.terminal import inert, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.domain.freshness import Assessment
    from vbe.domain.freshness.model import Share
    from vbe.output.freshness import Setting
    from vbe.output.freshness.words import Row

CODE = re.compile(r"(`[A-Za-z][\w ./\\:=,'()+%~@•-]*`)")
"""What our own texts mark as code: a field, or a command with the file that it is about. Nothing in it is read as markup.

A value from a file has no backtick in a sentence (`unmarked`), so none can begin or end code; any that is left is escaped.
"""


def format_assessment(assessment: Assessment, setting: Setting) -> str:
    """The whole list."""
    lines = ["# " + _("What is outdated, {date}").format(date=assessment.as_of), ""]
    lines += [total_words(assessment) + ".", ""]
    for share in assessment.shares:
        lines += _section(assessment, share, setting)
    if assessment.remarks:
        lines += ["## " + _("To ask about"), ""]
        lines += [f"- {said(remark.message)}" for remark in assessment.remarks]
        lines.append("")
    return inert("\n".join(lines).rstrip("\n") + "\n")


def _section(assessment: Assessment, share: Share, setting: Setting) -> Iterator[str]:
    shown = assessment.listed(share.department)
    if not shown:
        return
    yield f"## {escape(department_name(share.department, setting))}: {share_words(share)}"
    yield ""
    roles = dict.fromkeys(setting.name(f.owner_role) for f in shown if f.owner_role)
    if roles:
        yield _("Owner roles: {roles}.").format(roles=escape(enumerate_words(roles)))
        yield ""
    own, shared = [f for f in shown if not f.is_shared], [f for f in shown if f.is_shared]
    for row in rows(own):
        yield from _entry(row, setting)
    yield ""
    if shared:
        yield from (f"{escape(shared_words(each))}:" for each in assessment.shared)
        yield ""
        for row in rows(shared):
            yield from _entry(row, setting)
        yield ""


def _entry(row: Row, setting: Setting) -> Iterator[str]:
    first = row.first
    late = late_words(first) if first.is_stale else ""
    due = _("due {date}").format(date=row.due_on) if row.due_on else ""
    example = _("example") if first.is_example else ""
    owner = "" if row.owner_role else owner_words(row, setting)
    about = ", ".join(part for part in (state_of(first), due, late, escape(owner), example) if part)
    yield f"- [ ] **{escape(row.title)}** ({escape(', '.join(row.ids))}): {about}."
    for reason in first.reasons:
        yield f"  {said(' '.join(part for part in (reason.message, reason.hint) if part))}"
    command = review_command(first) if len(row.ids) == 1 else ""
    if command and first.state is not State.UNKNOWN:
        yield f"  `{one_line(redact(unmarked(command)))}`"


def said(text: str) -> str:
    """A sentence of ours with values from files in it: what we mark as code stays code, of the rest nothing is markup."""
    return begun("".join(part if CODE.fullmatch(part) else within(part) for part in CODE.split(one_line(redact(text)))))


def escape(text: str) -> str:
    """Text from files after something of ours on its line: nothing of it is markup, a link, or a call to somebody."""
    return within(one_line(redact(text)))
