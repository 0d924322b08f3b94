"""`vbe trace ID`: the chain around anything."""

from __future__ import annotations

from typing import Annotated

import typer

from vbe.cli.files import file_or_word, open_source
from vbe.cli.options import All, Reading, format_of
from vbe.cli.telling import write_view
from vbe.language import _
from vbe.output.registry import brevity, writer


class TraceOptions(Reading):
    """What `vbe trace` takes."""

    identity: Annotated[str, typer.Argument(metavar="ID", help=_("An id or a file."))]
    everything: All = False
    form: Annotated[str, format_of("trace")] = "text"


def trace(asked: TraceOptions) -> int:
    from vbe.domain.chain.trace import trace as trace_entry
    from vbe.domain.changes.names import Names
    from vbe.domain.identify import identify
    from vbe.output.trace.view import chain_of
    from vbe.store.loader import load

    write = writer("trace", asked.form)
    source = open_source(asked.root, asked.at)
    corpus = load(source)
    entry = identify(corpus, file_or_word(asked.identity, source))
    write_view(write, chain_of(trace_entry(corpus, entry), Names(corpus)), **brevity(asked.form, whole=asked.everything))
    return 0
