"""`vbe rename`: another id, everywhere at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from vbe.cli.files import open_source
from vbe.cli.next_step import Proposing, require_ready, write_changes
from vbe.cli.telling import write_output
from vbe.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.app.rename import Renaming

MAX_MENTIONS = 10


class RenameOptions(Proposing):
    """What `vbe rename` takes."""

    identity: Annotated[str, typer.Argument(metavar="ID", help=_("What is to have another id."))]
    new: Annotated[str, typer.Argument(metavar=_("NEW"), help=_("The id that it gets."))]


def rename(asked: RenameOptions) -> int:
    from vbe.app.rename import rename as renamed

    require_ready(asked.root, commit=asked.commits)
    source = open_source(asked.root)
    found = renamed(source, asked.identity, asked.new)
    write_output("".join(f"{line}\n" for line in _told(found)))
    count = len({place.location.file for place in found.places} | set(found.moves))
    write_changes(asked, source.root, list(found.changes), count)
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
        places = ngettext("{count} place", "{count} places", count).format(count=count)
        yield f"  {file}: {places}"
    if found.mentions:
        yield _("The old id stands in comments or texts, where nothing was changed:")
        yield from (f"  {at.file}:{at.line}" for at in found.mentions[:MAX_MENTIONS])
        left = len(found.mentions) - MAX_MENTIONS
        if left > 0:
            yield "  " + ngettext("… and {count} more", "… and {count} more", left).format(count=left)
    yield _("CODEOWNERS is written anew by `vbe codeowners`.")
