"""`vbe codeowners`: who reviews which file, from the organisation."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vbe.cli.files import open_source
from vbe.cli.next_step import Commit, require_ready_folder, tell_next_of_top
from vbe.cli.options import Reading
from vbe.cli.telling import say, write_output
from vbe.language import _


class CodeownersOptions(Reading):
    """What `vbe codeowners` takes."""

    check: Annotated[bool, typer.Option("--check", help=_("Write nothing; say whether the file is up to date."))] = False
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar=_("FILE"), help=_("Write to this file."))] = None
    force: Annotated[bool, typer.Option("--force", help=_("Write over a file that vbe has not written."))] = False
    commit: Commit = False


def codeowners(asked: CodeownersOptions) -> int:
    from vbe.app.codeowners import compose, present
    from vbe.store.top import repository_top

    source = open_source(asked.root, asked.at)
    top = repository_top(source.root)
    require_place(asked, top)
    text, faults = compose(source, top)
    for fault in faults:
        say(fault, mark="")
    if asked.check:
        return max(int(bool(faults)), compare(asked.output or present(top), text, top))
    write_text(asked, text, top)
    return int(bool(faults))


def write_text(asked: CodeownersOptions, text: str, top: Path) -> None:
    """To the file that is named, with what comes next; else to standard output."""
    from vbe.app.codeowners import write

    if asked.output is None:
        write_output(text, exact=True)
        return
    path = write(asked.output, text, top, force=asked.force)
    sentence = _("Who reviews which file, from the organisation: {file}.").format(file=path.name)
    tell_next_of_top(top, path, commit=asked.commit, sentence=sentence)


def compare(path: Path, text: str, top: Path) -> int:
    """0 where a file says the same; else 1, with a word on it."""
    from vbe.app.codeowners import says

    if says(path, text, top):
        return 0
    say(_("{file} is not up to date; make it with `vbe codeowners -o {file}`.").format(file=path.name), mark="")
    return 1


def require_place(asked: CodeownersOptions, top: Path) -> None:
    """Raise where a commit is asked for and could not be made: the file lies outside what git keeps, or git is not ready."""
    from vbe.errors import VbeError
    from vbe.store.top import located

    if asked.output is None or asked.check or not asked.commit:
        return
    if not located(asked.output).is_relative_to(top):
        raise VbeError(_("{path} is not in the repository {root}.").format(path=asked.output, root=top), _("Leave out --commit."))
    require_ready_folder(top, commit=True)
