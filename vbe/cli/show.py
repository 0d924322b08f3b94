"""`vbe show ID`: one entry in full."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from vbe.app.assess import read_history, reviews
from vbe.cli.options import Language, Revision, Root, emit, open_source, read_day
from vbe.language import _

if TYPE_CHECKING:
    from vbe.output.entry import Past
    from vbe.store.history import History, NoHistory

FORMATS = "text|md|json"


def show(
    identity: Annotated[str, typer.Argument(metavar="ID", help=_("An id or a file."))],
    form: Annotated[str, typer.Option("--format", metavar=FORMATS, help=_("How the result is written."))] = "text",
    day: Annotated[
        str | None, typer.Option("--as-of", metavar=_("YYYY-MM-DD"), help=_("As of this day instead of today."))
    ] = None,
    root: Root = None,
    at: Revision = None,
    lang: Language = None,
) -> int:
    from vbe.domain.freshness import assess
    from vbe.domain.identify import identify
    from vbe.output.entry import formatter, view
    from vbe.store.loader import load

    format_entry, as_of, source = formatter(form), read_day(day), open_source(root, at)
    corpus = load(source)
    entry = identify(corpus, identity)
    history = read_history(source)
    assessment = assess(corpus, history.clocks(reviews(corpus), as_of), as_of=as_of, history=history.status)
    fresh = tuple(f for f in assessment.freshness if (f.kind, f.id) == (entry.kind, entry.id))
    emit(format_entry(view(corpus, entry, fresh, past_of(history, entry.record.file))), exact=form != "text")
    return 0


def past_of(history: History | NoHistory, file: str) -> Past | None:
    """What git knows of a file; nothing where it does not know it."""
    from vbe.output.entry import Past
    from vbe.store.history import History

    changes = history.changes(file) if isinstance(history, History) else []
    if not isinstance(history, History) or not changes:
        return None
    latest = history.log.commits[changes[0].commit]
    return Past(len(changes), latest.id, latest.day)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("show")(show)
