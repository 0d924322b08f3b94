"""No part of a path in a repository is a link: one question, asked before anything there is read or written.

A link below the root leads a stranger's pull request out of the repository: to a file at home that would be published,
or to one that would be written over. Links above the root, and those that a user names elsewhere, are the user's own.
"""

from __future__ import annotations

import os
from itertools import accumulate
from pathlib import Path

from vbe.errors import VbeError
from vbe.language import _


def linked_part(root: Path, file: str) -> str | None:
    """The first part of `file` (from the root, with `/`) that is a link, as a path from the root; None where none is."""
    top = os.fspath(root)
    for part in accumulate(file.split("/"), "{}/{}".format):
        if os.path.islink(f"{top}/{part}"):  # noqa: PTH114 - asked for every file that is read
            return part
    return None


def link_below(root: Path, path: Path) -> Path | None:
    """The first part of a path, however it is written, that is a link and stands in the root or below it."""
    top = Path(os.path.realpath(root))
    whole = path.absolute()
    for part in (*reversed(whole.parents), whole):
        if part.is_symlink() and Path(os.path.realpath(part.parent)).is_relative_to(top):
            return part
    return None


def require_unlinked(root: Path, path: Path) -> None:
    """Stop where any part of the path below the root is a link."""
    found = link_below(root, path)
    if found is not None:
        message = _("{path} is a link and is not followed.").format(path=found)
        raise VbeError(message, _("Put the folder or the file itself there."))
