"""`vbe diff`: what changed, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from vbe.cli.files import open_source
from vbe.cli.options import All, InRepository, format_of
from vbe.cli.telling import write_view
from vbe.language import _
from vbe.output.registry import brevity, writer

if TYPE_CHECKING:
    from pathlib import Path

    from vbe.output.changes.comparison import State
    from vbe.store.repository import Source


class DiffOptions(InRepository):
    """What `vbe diff` takes."""

    revisions: Annotated[
        list[str] | None,
        typer.Argument(metavar="REV", help=_("From this commit, to that one; HEAD and the files on disk where left out.")),
    ] = None
    everything: All = False
    form: Annotated[str, format_of("diff")] = "text"


def diff(asked: DiffOptions) -> int:
    from vbe.app.assess import today
    from vbe.output.changes.contrast import contrast
    from vbe.store.loader import load
    from vbe.store.trees import both_sides

    write = writer("diff", asked.form)
    first, second, from_base = two_sides(asked.revisions or [])
    new = open_source(asked.root, second)
    old = merge_base(asked.root, first, new) if from_base else open_source(asked.root, first)
    files, way = both_sides(old, new)
    comparison = contrast(load(old), load(new), state(old, first), state(new, second), files, way, today())
    write_view(write, comparison, **brevity(asked.form, whole=asked.everything))
    return 0


def two_sides(revisions: list[str]) -> tuple[str, str | None, bool]:
    """From, to, and whether from where they parted; None stands for the files on disk.

    `a..b` is as good as `a b`. `a...b` means what git means by it: what `b` has changed since the two have parted.
    """
    from vbe.errors import VbeError

    from_base = any("..." in revision for revision in revisions)
    listed = [part for revision in revisions for part in revision.replace("...", "..").split("..")]
    if len(listed) > 2:
        raise VbeError(_("Only two commits can be compared."), _("`vbe diff --help` shows how it is used."))
    first, second = (*listed, None, None)[:2]
    return first or "HEAD", second if second or len(listed) < 2 else "HEAD", from_base


def merge_base(root: Path | None, first: str, new: Source) -> Source:
    """The commit where two commits have parted; stops where they have nothing in common."""
    from vbe.errors import VbeError
    from vbe.store.commit import Commit

    old = open_source(root, first)
    assert isinstance(old, Commit)
    assert isinstance(new, Commit)
    base = old.git.merge_base(old.id, new.id)
    if not base:
        message = _("The two commits have no common ancestor in this clone.")
        raise VbeError(message, _("Fetch the whole history, or write two dots: they compare the two as they are."))
    return open_source(root, base)


def state(source: Source, revision: str | None) -> State:
    """What one side is called."""
    from vbe.output.changes.comparison import State

    if revision is None:
        return State(_("the files on disk"))
    return State(revision, getattr(source, "id", ""))
