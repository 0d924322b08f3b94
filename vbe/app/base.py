"""The state that a change is to be taken in to: its waivers, thresholds and limits are those that the change is checked by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.errors import VbeError
from vbe.language import _
from vbe.model.places import FILE

if TYPE_CHECKING:
    from collections.abc import Callable

    from vbe.rules.checker import Base
    from vbe.store.repository import Source

SHORT = 10
"""Characters of a commit that is named in a sentence."""


def base_of(source: Source, revision: str, say: Callable[[str], None]) -> Base | None:
    """The records of a commit, to check others by; None, with a word on it, where it holds no municipality yet.

    Raises VbeError where there is no such commit, or its profile has faults: then nobody knows what holds.
    """
    from vbe.rules.checker import Base
    from vbe.store.commit import Commit
    from vbe.store.git import Git
    from vbe.store.loader import BrokenProfileError, load

    commit = Commit(Git.open(source.root), revision)
    name = commit.id[:SHORT]
    if commit.git.prefix + FILE not in {entry.path for entry in commit.entries()}:
        say(_("{base} has no {file}: what is checked is checked by its own limits.").format(base=name, file=FILE))
        return None
    try:
        return Base(load(commit, strict=True), name)
    except BrokenProfileError as broken:
        message = _("The limits of {base} cannot be read: its {file} has faults.").format(base=name, file=FILE)
        raise VbeError(message, _("Mend it there first.")) from broken
