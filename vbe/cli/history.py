"""`vbe history ID`: a record's versions."""

from __future__ import annotations

from typing import Annotated

import typer

from vbe.cli.files import file_or_word, open_source
from vbe.cli.options import All, Reading, format_of
from vbe.cli.telling import say, write_view
from vbe.language import _
from vbe.output.registry import brevity, writer


class HistoryOptions(Reading):
    """What `vbe history` takes."""

    identity: Annotated[str, typer.Argument(metavar="ID", help=_("An id or a file."))]
    everything: All = False
    form: Annotated[str, format_of("history")] = "table"


def history(asked: HistoryOptions) -> int:
    from vbe.app.showing import history_of

    write, source = writer("history", asked.form), open_source(asked.root, asked.at)
    found = history_of(source, file_or_word(asked.identity, source))
    write_view(write, found.name, found.versions, **brevity(asked.form, whole=asked.everything))
    for line in found.remarks:
        say(line)
    if found.gap is None:
        return 0
    # Told as far as it goes, with the exit code for that.
    say(f"{found.gap.message} {found.gap.hint}")
    return 3
