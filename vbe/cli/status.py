"""`vbe status`: the whole on one screen."""

from __future__ import annotations

from typing import Annotated

import typer

from vbe.app.assess import actor_names, assessed
from vbe.cli.files import open_source, read_day
from vbe.cli.options import AsOf, Reading, format_of
from vbe.cli.telling import write_view
from vbe.language import _
from vbe.output.registry import writer


class StatusOptions(Reading):
    """What `vbe status` takes."""

    year: Annotated[int | None, typer.Option("--year", help=_("The year of the follow-up; else the latest."))] = None
    form: Annotated[str, format_of("status")] = "table"
    day: AsOf = None


def status(asked: StatusOptions) -> int:
    from vbe.domain.overview import overview
    from vbe.domain.period import latest_or

    write = writer("status", asked.form)
    corpus, assessment, _history = assessed(open_source(asked.root, asked.at), read_day(asked.day))
    whole = overview(corpus, assessment, latest_or(corpus, asked.year))
    write_view(write, whole, actor_names(corpus))
    return 0
