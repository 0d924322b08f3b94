"""Which commit a repository's files are from, and whether they are what it holds."""

from __future__ import annotations

import datetime
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypedDict, Unpack

from vbe.errors import VbeError
from vbe.language import _

if TYPE_CHECKING:
    from vbe.report.model import Provenance
    from vbe.store.git import Git
    from vbe.store.repository import Source

TEMPLATE_LIMIT = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Origin:
    """The commit that the files are from, or nearest to; what is not known is None."""

    git: Git | None = None
    commit: str | None = None
    committed: datetime.datetime | None = None
    dirty: bool | None = None


def trace_origin(source: Source) -> Origin:
    """Which commit the files are from; for files on disk, the latest one and whether they differ from it."""
    from vbe.store.commit import Commit
    from vbe.store.git import Git, GitError

    try:
        if isinstance(source, Commit):
            return Origin(source.git, source.id, _committed(source.git, source.id), dirty=False)
        git = Git.open(source.root)
        commit = git.resolve("HEAD")
        return Origin(git, commit, _committed(git, commit), dirty=_differs(source, git, commit))
    except GitError:
        return Origin()


def _committed(git: Git, commit: str) -> datetime.datetime | None:
    seconds = git.ask("log", "-1", "--no-show-signature", "--format=%ct", "--end-of-options", commit, "--").strip()
    try:
        return datetime.datetime.fromtimestamp(int(seconds), datetime.UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _differs(disk: Source, git: Git, commit: str) -> bool:
    """Whether any record or template on disk is not what the commit holds. Sums are compared; git never reads the work tree."""
    from vbe.store.commit import Commit
    from vbe.store.history.store import object_id
    from vbe.store.templates import open_templates

    now, then = open_templates(disk), open_templates(Commit(git, commit))
    if now.own_names != then.own_names or any(now[name] != then[name] for name in now.own_names):
        return True

    committed = {e.path.removeprefix(git.prefix): e.oid for e in git.tree(commit) if e.is_file and e.path.startswith(git.prefix)}
    files = disk.listing().files
    for file in files:
        content, oid = disk.read(file, TEMPLATE_LIMIT), committed.get(file, "")
        if not isinstance(content, bytes) or object_id(content, len(oid)) != oid:
            return True
    return any(_is_record(file) for file in committed.keys() - set(files))


def _is_record(file: str) -> bool:
    """Whether a file of a commit stands where records do; hidden files are never read."""
    from vbe.model.places import FILE, FOLDERS

    return file == FILE or (file.split("/", maxsplit=1)[0] in FOLDERS and "/." not in file)


class DocumentOrder(TypedDict, total=False):
    """What was asked of a document, by the names of `Provenance`'s fields."""

    year: int
    as_of: str
    cut: str
    only: str | None
    board: str | None
    masked: bool | None
    document: str | None
    marked: str | None


def made_from(origin: Origin, tool: str, **order: Unpack[DocumentOrder]) -> Provenance:
    """What a document was made from. `tool`: the program, empty for this one; `order`: what was asked for."""
    from vbe import __version__
    from vbe.report.model import Provenance

    committed = origin.committed or read_epoch()
    return Provenance(
        tool=tool or f"vbe {__version__}",
        commit=origin.commit,
        committed_on=committed.isoformat() if committed else None,
        dirty=origin.dirty,
        **order,
    )


def read_epoch() -> datetime.datetime | None:
    """https://reproducible-builds.org/docs/source-date-epoch/."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not seconds:
        return None
    try:
        return datetime.datetime.fromtimestamp(int(seconds), datetime.UTC)
    except (ValueError, OverflowError, OSError):
        raise VbeError(_("SOURCE_DATE_EPOCH is no number of seconds: {value}.").format(value=seconds)) from None
