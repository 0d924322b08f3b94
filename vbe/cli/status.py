"""`vbe status`: the whole on one screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from vbe.app.assess import actor_names, assessed
from vbe.cli.options import Language, Revision, Root, open_source, read_day, write_output
from vbe.language import _
from vbe.output.registry import choices, writer

if TYPE_CHECKING:
    from vbe.model.corpus import Corpus

FORMATS = choices("status")


def status(
    year: Annotated[int | None, typer.Option("--year", help=_("The year of the follow-up; else the latest."))] = None,
    form: Annotated[str, typer.Option("--format", metavar=FORMATS, help=_("How the result is written."))] = "table",
    day: Annotated[str | None, typer.Option("--as-of", metavar="YYYY-MM-DD", help=_("As of this day instead of today."))] = None,
    root: Root = None,
    at: Revision = None,
    lang: Language = None,
) -> int:
    from vbe.domain.overview import overview

    write = writer("status", form)
    corpus, assessment, _history = assessed(open_source(root, at), read_day(day))
    whole = overview(corpus, assessment, chosen_year(corpus, year))
    write_output(write(whole, actor_names(corpus)), exact=write.is_exact)
    return 0


def chosen_year(corpus: Corpus, year: int | None) -> int | None:
    """The year that is asked for, which somebody must have reported on; else the latest."""
    from vbe.domain.period import require_year

    if year is not None:
        require_year(corpus, year)
        return year
    return corpus.years[-1] if corpus.years else None


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("status")(status)
