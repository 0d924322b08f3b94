"""Files → documents: each file of a source is read and parsed once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from vbe.documents import parse
from vbe.language import _
from vbe.privacy.attachments import is_attachment
from vbe.store.repository import fault

if TYPE_CHECKING:
    from vbe.diagnostics import Finding
    from vbe.documents import Document
    from vbe.store.repository import Source


POINTER = re.compile(rb"version https://git-lfs\.github\.com/spec/v1\noid sha256:[0-9a-f]{64}\nsize \d{1,12}\n")
"""What Git LFS leaves in a file whose content it has not fetched, and nothing else."""


class ReadResult(NamedTuple):
    """A file as it was read."""

    file: str
    text: str | None
    """None where it is no text, or could not be read."""
    document: Document | None
    """None where it is no YAML without faults."""
    faults: list[Finding]
    """What is wrong with it as YAML."""
    problem: Finding | None = None
    """Why it could not be read."""
    is_attachment: bool = False


def read(source: Source, file: str, limit: int) -> ReadResult:
    """Read and parse one file."""
    content = source.read(file, limit)
    if isinstance(content, bytes) and POINTER.fullmatch(content):
        message = _("The file is only a pointer of Git LFS: its content has not been fetched.")
        hint = _("Fetch it with `git lfs pull`, or keep records outside Git LFS (.gitattributes).")
        return ReadResult(file, None, None, [], fault("unreadable-file", file, message, hint))
    if isinstance(content, bytes):
        if is_attachment(file, content):
            # One that is text, such as a mail, is searched all the same.
            return ReadResult(
                file, None if b"\0" in content else content.decode("utf-8", "replace"), None, [], is_attachment=True
            )
        document, faults = parse(file, content)
        # The same text, and not a second copy of it.
        return ReadResult(file, document.text if document is not None else content.decode("utf-8", "replace"), document, faults)
    return ReadResult(file, None, None, [], content, is_attachment(file, None))
