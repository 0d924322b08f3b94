"""`vbe trace ID`: the chain around anything."""

from __future__ import annotations

from typing import Annotated

import typer

from vbe.cli.options import All, Language, Revision, Root, file_or_word, open_source, write_output
from vbe.language import _
from vbe.output.registry import brevity, choices, writer

FORMATS = choices("trace")


def trace(
    identity: Annotated[str, typer.Argument(metavar="ID", help=_("An id or a file."))],
    everything: All = False,
    form: Annotated[str, typer.Option("--format", metavar=FORMATS, help=_("How the result is written."))] = "text",
    root: Root = None,
    at: Revision = None,
    lang: Language = None,
) -> int:
    from vbe.domain.chain import trace as trace_entry
    from vbe.domain.changes import Names
    from vbe.domain.identify import identify
    from vbe.output.trace.view import chain_of
    from vbe.store.loader import load

    write = writer("trace", form)
    source = open_source(root, at)
    corpus = load(source)
    write_output(
        write(
            chain_of(trace_entry(corpus, identify(corpus, file_or_word(identity, source))), Names(corpus)),
            **brevity(form, whole=everything),
        ),
        exact=write.is_exact,
    )
    return 0


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("trace")(trace)
