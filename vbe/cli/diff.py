"""`vbe diff`: what changed, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from vbe.cli.options import Language, Root, emit, open_source
from vbe.language import _
from vbe.output.registry import choices, writer

if TYPE_CHECKING:
    from vbe.output.changes.comparison import State
    from vbe.store.repository import Source

FORMATS = choices("diff")


def diff(
    revisions: Annotated[
        list[str] | None,
        typer.Argument(metavar="REV", help=_("From this commit, to that one; HEAD and the files on disk where left out.")),
    ] = None,
    form: Annotated[str, typer.Option("--format", metavar=FORMATS, help=_("How the result is written."))] = "text",
    root: Root = None,
    lang: Language = None,
) -> int:
    from vbe.output.changes.comparison import contrast
    from vbe.store.loader import load

    write = writer("diff", form)
    first, second = two_sides(revisions or [])
    old, new = open_source(root, first), open_source(root, second)
    comparison = contrast(load(old), load(new), state(old, first), state(new, second))
    emit(write(comparison), exact=write.is_exact)
    return 0


def two_sides(revisions: list[str]) -> tuple[str, str | None]:
    """From and to; `a..b` is as good as `a b`. None stands for the files on disk."""
    from vbe.errors import VbeError

    listed = [part for revision in revisions for part in revision.replace("...", "..").split("..")]
    if len(listed) > 2:
        raise VbeError(_("Only two commits can be compared."), _("`vbe diff --help` shows how it is used."))
    first, second = (*listed, None, None)[:2]
    return first or "HEAD", second if second or len(listed) < 2 else "HEAD"


def state(source: Source, revision: str | None) -> State:
    """What one side is called."""
    from vbe.output.changes.comparison import State

    if revision is None:
        return State(_("the files on disk"))
    return State(revision, getattr(source, "id", ""))


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("diff")(diff)
