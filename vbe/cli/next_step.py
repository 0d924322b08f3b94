"""What comes after a command that writes: look, commit, propose; or the commit itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from vbe.cli.files import open_source
from vbe.cli.options import DryRun, InRepository
from vbe.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from vbe.scaffold.plan import Change
    from vbe.scaffold.within import Begun

Commit = Annotated[bool, typer.Option("--commit", help=_("Commit the change, with what it changes as the message."))]


class Writing(InRepository):
    """What every command takes that changes records."""

    commit: Commit = False


class Proposing(Writing):
    """What every command takes that can show beforehand what it would change."""

    dry_run: DryRun = False

    @property
    def commits(self) -> bool:
        """Whether something is to be committed: nothing is, where nothing is written."""
        return self.commit and not self.dry_run


def tell_next(root: Path | None, files: Sequence[str], *, commit: bool = False, sentences: Sequence[str] = ()) -> None:
    """Say what comes next; with `commit`, commit what was written first. `sentences`: what it was, where the command knows."""
    if not commit:
        typer.echo(_("Next step: `vbe diff`, `vbe validate`, `git commit`, and propose the change."), err=True)
        return
    from vbe.app.committing import changed_sentences

    source = open_source(root)
    _commit(source.root, files, sentences or changed_sentences(source, files))


def write_changes(asked: Proposing, root: Path, changes: list[Change], count: int, sentences: Sequence[str] = ()) -> None:
    """Write changes, unless they are only to be shown; say how many files that is (`count`), and what comes next."""
    from vbe.scaffold.plan import write

    if asked.dry_run:
        message = ngettext("{count} file would be changed.", "{count} files would be changed.", count)
    else:
        write(root, changes)
        message = ngettext("{count} file changed.", "{count} files changed.", count)
    typer.echo(message.format(count=count), err=True)
    if not asked.dry_run:
        tell_next(asked.root, [change.file for change in changes], commit=asked.commit, sentences=sentences)


def tell_next_of_top(top: Path, file: Path, *, commit: bool, sentence: str) -> None:
    """The same of a file that is no record, and lies below the top of git where it is to be committed."""
    if commit:
        from vbe.store.top import located

        _commit(top, [located(file).relative_to(top).as_posix()], [sentence])
    else:
        typer.echo(_("Next step: look with `git diff`, then `git commit`, and propose the change."), err=True)


def tell_begun(folder: Path, begun: Begun, read: str, *, commit: bool, sentence: str) -> None:
    """Say what comes after a beginning: read this file, then commit; with `commit`, put all that was written under git."""
    from vbe.store.top import prefix, repository_top

    top = repository_top(folder)
    if not commit:
        first = "" if (top / ".git").exists() else "`git init`, "
        message = _("Next step: read {file}, then {first}`git add .` and `git commit`.")
        typer.echo(message.format(file=read, first=first), err=True)
        return
    way = prefix(folder, top)
    _commit(top, [*(f"{way}{file}" for file in begun.written), *begun.at_top], [sentence])


def _commit(root: Path, files: Sequence[str], sentences: Sequence[str]) -> None:
    from vbe.app.committing import commit_written

    typer.echo(_("Committed as {commit}.").format(commit=commit_written(root, files, sentences)), err=True)
    typer.echo(_("Next step: look with `git show`, and propose the change with `git push`."), err=True)


def require_ready(root: Path | None, *, commit: bool) -> None:
    """Before anything is written: raise where a commit that is asked for could not be made."""
    if commit:
        from vbe.app.committing import require_committable

        require_committable(open_source(root).root)


def require_ready_folder(folder: Path, *, commit: bool) -> None:
    """The same of a folder that need not be there yet, nor be under git."""
    if commit:
        from vbe.app.committing import require_committable
        from vbe.store.top import repository_top

        require_committable(repository_top(folder))
