"""`vbe site`: the strategy as a place that people can go to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vbe.cli.files import open_source
from vbe.cli.options import Reading
from vbe.cli.telling import say
from vbe.language import _

if TYPE_CHECKING:
    from vbe.app.site.making import SiteOrder
    from vbe.store.repository import Source

FOR = typer.Option("--for", metavar="public|staff", help=_("For whom: everybody, or those who work in the municipality."))


class SiteOptions(Reading):
    """What `vbe site` takes."""

    edition: Annotated[str, FOR] = "staff"
    folder: Annotated[
        Path | None, typer.Option("--output", "-o", metavar=_("FOLDER"), help=_("Write to this folder; else build/site."))
    ] = None
    day: Annotated[str | None, typer.Option("--as-of", metavar=_("YYYY-MM-DD"), help=_("As of this day."))] = None
    force: Annotated[bool, typer.Option("--force", help=_("Write over pages that somebody has changed."))] = False
    show: Annotated[
        bool, typer.Option("--serve", help=_("Show it on this computer alone, and renew it when the files change."))
    ] = False
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help=_("The port that it is shown on."))] = 8000


def site(asked: SiteOptions) -> int:
    from vbe.app.site.making import make_site, read_order
    from vbe.app.site.writing import DEFAULT, read_kept, require_site_folder, write_site
    from vbe.cli.files import read_day

    source, order = open_source(asked.root, asked.at), read_order(asked.edition, read_day(asked.day) if asked.day else None)
    if asked.show:
        return _show(source, order, asked.port)
    place = asked.folder or Path(source.root) / DEFAULT
    require_site_folder(Path(source.root), place)
    result = make_site(source, order, say, read_kept(place))
    counts = write_site(Path(source.root), place, result.files, force=asked.force)
    message = _("Wrote {folder}: {written} new, {kept} unchanged, {removed} removed.").format(folder=place, **counts._asdict())
    for line in (*result.faults, message):
        say(line)
    return int(bool(result.faults))


def _show(source: Source, order: SiteOrder, port: int) -> int:
    from vbe.app.site.serving import LiveSite, serve

    serve(LiveSite(source, order, say), port, say)
    return 0
