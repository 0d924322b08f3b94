"""`vbe rename`: another id, everywhere at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vbe.cli.next_step import Commit, require_ready, tell_next
from vbe.cli.options import Language, Root, open_source, write_output
from vbe.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.app.rename import Renaming

MAX_MENTIONS = 10


def rename(
    identity: Annotated[str, typer.Argument(metavar="ID", help=_("What is to have another id."))],
    new: Annotated[str, typer.Argument(metavar=_("NEW"), help=_("The id that it gets."))],
    dry_run: Annotated[bool, typer.Option("--dry-run", help=_("Change nothing; say what would be changed."))] = False,
    commit: Commit = False,
    root: Root = None,
    lang: Language = None,
) -> int:
    from vbe.app.rename import rename as renamed
    from vbe.scaffold.plan import write

    require_ready(root, commit=commit and not dry_run)
    source = open_source(root)
    found = renamed(source, identity, new)
    write_output("".join(f"{line}\n" for line in _told(found)))
    count = len({place.location.file for place in found.places} | set(found.moves))
    if dry_run:
        said = ngettext("{count} file would be changed.", "{count} files would be changed.", count)
    else:
        write(Path(source.root), list(found.changes))
        said = ngettext("{count} file changed.", "{count} files changed.", count)
    typer.echo(said.format(count=count), err=True)
    if not dry_run:
        tell_next(root, [change.file for change in found.changes], commit=commit)
    return 0


def _told(found: Renaming) -> Iterator[str]:
    """What moves, how many places change in each file, and where the old id is left for a person to decide about."""
    yield _("{old} is called {new} now.").format(old=found.old, new=found.new)
    for old, new in found.moves.items():
        yield f"  {old} → {new}"
    counts: dict[str, int] = {}
    for place in found.places:
        counts[place.location.file] = counts.get(place.location.file, 0) + 1
    for file, count in counts.items():
        said = ngettext("{count} place", "{count} places", count).format(count=count)
        yield f"  {file}: {said}"
    if found.mentions:
        yield _("The old id stands in comments or texts, where nothing was changed:")
        yield from (f"  {at.file}:{at.line}" for at in found.mentions[:MAX_MENTIONS])
        left = len(found.mentions) - MAX_MENTIONS
        if left > 0:
            yield "  " + ngettext("… and {count} more", "… and {count} more", left).format(count=left)
    yield _("CODEOWNERS is written anew by `vbe codeowners`.")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("rename")(rename)
