"""`vbe codeowners`: who reviews which file, from the organisation."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vbe.cli.files import open_source
from vbe.cli.next_step import Commit, require_ready_folder, tell_next_of_top
from vbe.cli.options import Reading
from vbe.cli.telling import say, write_output
from vbe.language import _

if TYPE_CHECKING:
    pass


class CodeownersOptions(Reading):
    """What `vbe codeowners` takes."""

    check: Annotated[bool, typer.Option("--check", help=_("Write nothing; say whether the file is up to date."))] = False
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar=_("FILE"), help=_("Write to this file."))] = None
    force: Annotated[bool, typer.Option("--force", help=_("Write over a file that vbe has not written."))] = False
    commit: Commit = False


def codeowners(asked: CodeownersOptions) -> int:
    from vbe.app.assess import today
    from vbe.output import codeowners as made
    from vbe.output.codeowners import PLACES
    from vbe.store.loader import load
    from vbe.store.top import prefix, repository_top

    source = open_source(asked.root, asked.at)
    top = repository_top(source.root)
    if asked.output is not None and asked.commit and not asked.check:
        require_in(top, asked.output)
        require_ready_folder(top, commit=True)
    text, faults = made.codeowners(load(source), prefix(source.root, top), today())
    for fault in faults:
        say(fault, mark="")
    if asked.check:
        return max(int(bool(faults)), compare(asked.output or present(top), text, top))
    if asked.output is None:
        write_output(text, exact=True)
    else:
        path = asked.output / PLACES[0] if asked.output.is_dir() else asked.output
        write(path, text, top, force=asked.force)
        told = _("Who reviews which file, from the organisation: {file}.").format(file=path.name)
        tell_next_of_top(top, path, commit=asked.commit, told=told)
    return int(bool(faults))


def present(top: Path) -> Path:
    """Where the file is; where it should be, when there is none."""
    from vbe.output.codeowners import PLACES

    return next((top / place for place in PLACES if (top / place).is_file()), top / PLACES[0])


def compare(path: Path, text: str, top: Path) -> int:
    """0 when the file says the same; a service does not follow a link to it either."""
    from vbe.store.links import require_unlinked

    require_unlinked(top, path)
    if path.is_file() and path.read_bytes() == text.encode():
        return 0
    say(_("{file} is not up to date; make it with `vbe codeowners -o {file}`.").format(file=path.name), mark="")
    return 1


def write(path: Path, text: str, top: Path, *, force: bool) -> None:
    """Over a file of our own that nobody has changed since; over one that somebody has written only where told to."""
    from vbe.errors import VbeError
    from vbe.output.codeowners import is_ours
    from vbe.store.editing.atomic import write_atomically
    from vbe.store.links import require_unlinked

    require_unlinked(top, path)
    old = path.read_bytes() if path.is_file() else None
    if not (old is None or old == text.encode() or force or is_ours(old)):
        message = _("{path} was not written by vbe, or has been changed since, and is not overwritten.").format(path=path)
        raise VbeError(message, _("Move it away, write to another file, or write over it with --force."))
    write_atomically(path, text.encode(), old, root=top)


def require_in(top: Path, path: Path) -> None:
    """Raise where a file lies outside what git keeps: it could not be committed."""
    from vbe.errors import VbeError
    from vbe.store.top import located

    if not located(path).is_relative_to(top):
        raise VbeError(_("{path} is not in the repository {root}.").format(path=path, root=top), _("Leave out --commit."))
