"""`vbe show ID`: one entry in full."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from vbe.app.assess import read_history, reviews
from vbe.cli.files import file_or_word, open_source, read_day
from vbe.cli.options import All, AsOf, Reading, format_of
from vbe.cli.telling import write_view
from vbe.language import _
from vbe.output.registry import brevity, writer

if TYPE_CHECKING:
    from vbe.output.entry.view import Past
    from vbe.store.history import History, NoHistory


class ShowOptions(Reading):
    """What `vbe show` takes."""

    identity: Annotated[str, typer.Argument(metavar="ID", help=_("An id or a file."))]
    everything: All = False
    form: Annotated[str, format_of("show")] = "text"
    day: AsOf = None


def show(asked: ShowOptions) -> int:
    from vbe.domain.freshness import assess
    from vbe.domain.identify import identify
    from vbe.output.entry.view import view
    from vbe.store.loader import load

    write, as_of, source = writer("show", asked.form), read_day(asked.day), open_source(asked.root, asked.at)
    corpus = load(source)
    entry = identify(corpus, file_or_word(asked.identity, source))
    history = read_history(source)
    assessment = assess(corpus, history.clocks(reviews(corpus, as_of), as_of), as_of=as_of, history=history.status)
    fresh = tuple(f for f in assessment.freshness if (f.kind, f.id) == (entry.kind, entry.id))
    shown = view(corpus, entry, fresh, past_of(history, entry.record.file))
    write_view(write, shown, **brevity(asked.form, whole=asked.everything))
    return 0


def past_of(history: History | NoHistory, file: str) -> Past | None:
    """What git knows of a file; nothing where it does not know it."""
    from vbe.output.entry.view import Past
    from vbe.store.history import History

    changes = history.changes(file) if isinstance(history, History) else []
    if not isinstance(history, History) or not changes:
        return None
    latest = history.log.commits[changes[0].commit]
    return Past(len(changes), latest.id, latest.day)
