"""What comes after a command that writes: look, commit, propose; or the commit itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from vbe.cli.options import open_source
from vbe.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

Commit = Annotated[bool, typer.Option("--commit", help=_("Commit the change, with what it changes as the message."))]


def tell_next(root: Path | None, files: Sequence[str], *, commit: bool = False) -> None:
    """Say what comes next; with `commit`, commit what was written first."""
    if not commit:
        typer.echo(_("Next step: `vbe diff`, `vbe validate`, `git commit`, and propose the change."), err=True)
        return
    from vbe.app.committing import commit_written

    made = commit_written(open_source(root).root, files, changed_sentences(root, files))
    typer.echo(_("Committed as {commit}.").format(commit=made), err=True)
    typer.echo(_("Next step: look with `git show`, and propose the change with `git push`."), err=True)


def require_ready(root: Path | None, *, commit: bool) -> None:
    """Before anything is written: raise where a commit that is asked for could not be made."""
    if commit:
        from vbe.app.committing import require_committable

        require_committable(open_source(root).root)


def changed_sentences(root: Path | None, files: Sequence[str]) -> list[str]:
    """What these files change of the latest commit, in sentences; that they are new where there is none to compare with."""
    from vbe.errors import VbeError
    from vbe.language import enumerate_words
    from vbe.output.changes.comparison import State, contrast
    from vbe.store.loader import load

    try:
        old = load(open_source(root, "HEAD"))
    except VbeError:
        return [_("New: {files}.").format(files=enumerate_words(files))]
    comparison = contrast(old, load(open_source(root)), State("HEAD"), State(""))
    return [told.sentence for told in comparison.told if {told.file, told.old_file} & set(files)]
