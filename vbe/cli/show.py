"""`vbe show ID`: one entry in full."""

from __future__ import annotations

from typing import Annotated

import typer

from vbe.cli.files import file_or_word, open_source, read_day
from vbe.cli.options import All, AsOf, Reading, format_of
from vbe.cli.telling import write_view
from vbe.language import _
from vbe.output.registry import brevity, writer


class ShowOptions(Reading):
    """What `vbe show` takes."""

    identity: Annotated[str, typer.Argument(metavar="ID", help=_("An id or a file."))]
    everything: All = False
    form: Annotated[str, format_of("show")] = "text"
    day: AsOf = None


def show(asked: ShowOptions) -> int:
    from vbe.app.showing import shown_entry

    write, as_of, source = writer("show", asked.form), read_day(asked.day), open_source(asked.root, asked.at)
    shown = shown_entry(source, file_or_word(asked.identity, source), as_of)
    write_view(write, shown, **brevity(asked.form, whole=asked.everything))
    return 0
