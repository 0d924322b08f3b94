"""What is read of an old commit where it is not all that stands there: the past cannot be mended, so it is never an error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.documents import parse
from vbe.language import _, ngettext
from vbe.model.forgiving import forgive
from vbe.model.places import FILE
from vbe.model.records import kind_of
from vbe.store.commit import Commit
from vbe.store.repository import DEFAULT_LIMIT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vbe.diagnostics import Finding
    from vbe.model.profile import Profile

SHORT = 10
"""How much of a commit's id is shown."""
MOST_NAMED = 5
"""So many files that could not be read are named."""


def profile_of_today(commit: Commit) -> Profile | None:
    """The latest commit's profile, for an older commit whose own cannot be read; None where that is no better."""
    content, placed = Commit(commit.git, "HEAD").read(FILE, DEFAULT_LIMIT), kind_of(FILE)
    document = parse(FILE, content)[0] if isinstance(content, bytes) else None
    record = forgive(document, *placed)[0] if document is not None and placed is not None else None
    return None if record is None else record.content


def remarks_on(commit: Commit, passed_over: Sequence[Finding], unread: Sequence[Finding]) -> Iterator[str]:
    """What of a commit was passed over, on one line; and each file that could not be read, with the first reason."""
    named = commit.id[:SHORT]
    if passed_over:
        count, first = len(passed_over), passed_over[0]
        remark = ngettext(
            "Commit {commit}: {count} value that today's form refuses was passed over ({file}: {message})",
            "Commit {commit}: {count} values that today's form refuses were passed over (the first in {file}: {message})",
            count,
        )
        yield remark.format(commit=named, count=count, file=first.file, message=first.message)
    reasons = {finding.file: finding.message for finding in reversed(unread)}
    for file in sorted(reasons)[:MOST_NAMED]:
        remark = _("Commit {commit}: {file} cannot be read and is left out ({message})")
        yield remark.format(commit=named, file=file, message=reasons[file])
    if len(reasons) > MOST_NAMED:
        left = len(reasons) - MOST_NAMED
        yield ngettext("… and {count} file more.", "… and {count} files more.", left).format(count=left)
