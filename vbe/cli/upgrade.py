"""`vbe upgrade`: a repository in today's format."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vbe.cli.next_step import Commit, require_ready, tell_next
from vbe.cli.options import Language, Root, open_source, write_output
from vbe.language import _, ngettext

if TYPE_CHECKING:
    from vbe.app.upgrade import Upgrade


def upgrade(
    dry_run: Annotated[bool, typer.Option("--dry-run", help=_("Change nothing; say what would be changed."))] = False,
    commit: Commit = False,
    root: Root = None,
    lang: Language = None,
) -> int:
    from vbe.app.upgrade import upgrades
    from vbe.model.formats import FORMAT
    from vbe.scaffold.plan import write

    require_ready(root, commit=commit and not dry_run)
    source = open_source(root)
    found = upgrades(source)
    if not found:
        write_output(_("The repository has format {format} already; there is nothing to do.").format(format=FORMAT) + "\n")
        return 0
    write_output("".join(f"{line}\n" for line in _told(found)))
    if dry_run:
        said = ngettext("{count} file would be changed.", "{count} files would be changed.", len(found))
    else:
        write(Path(source.root), [each.change for each in found])
        said = ngettext("{count} file changed.", "{count} files changed.", len(found))
    typer.echo(said.format(count=len(found)), err=True)
    if not dry_run:
        tell_next(root, [each.change.file for each in found], commit=commit, told=list(_by_sentence(found)))
    return 0


def _by_sentence(found: list[Upgrade]) -> dict[str, list[str]]:
    """What is done → the files that it is done to."""
    from vbe.model.formats import FORMAT

    files: dict[str, list[str]] = {}
    for each in found:
        for sentence in [_(step.sentence) for step in each.steps] or [
            _("The profile says that the format is {format}.").format(format=FORMAT)
        ]:
            files.setdefault(sentence, []).append(each.change.file)
    return files


def _told(found: list[Upgrade]) -> list[str]:
    """What is done, each with the files that it is done to, as lines of a terminal."""
    from vbe.output.width import wrapped

    files = _by_sentence(found)
    return [line for said, names in files.items() for line in (*wrapped(said, "", "  ", whole=True), *(f"  {n}" for n in names))]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("upgrade")(upgrade)
