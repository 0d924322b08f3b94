"""From options and answers to files: what all kinds do alike."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from vbe.cli.asking import asker
from vbe.cli.next_step import require_ready, tell_next
from vbe.cli.options import open_source, write_output
from vbe.language import _

if TYPE_CHECKING:
    from vbe.scaffold.plan import Change

DryRun = Annotated[bool, typer.Option("--dry-run", help=_("Write nothing; show what would be written."))]
Many = list[str] | None


def make(kind: str, root: Path | None, given: dict[str, Any], *, dry_run: bool, commit: bool = False) -> int:
    """Ask, compose, prove and write."""
    from vbe.domain.meant import names_in
    from vbe.scaffold.kinds import BEGINNINGS
    from vbe.scaffold.plan import check_changes, write
    from vbe.scaffold.questions import answer_all
    from vbe.store.loader import load

    source = open_source(root)
    require_ready(root, commit=commit and not dry_run)
    corpus = load(source)
    beginning = BEGINNINGS[kind]
    ask = asker()
    names = names_in(corpus)
    answers = answer_all(beginning.questions(corpus, given), given, ask, names)
    # An answer may lead to more questions: the kind of a piece of evidence decides its fields.
    answers = answer_all(beginning.questions(corpus, {**given, **answers}), {**given, **answers}, ask, names)
    changes = beginning.changes(source, corpus, answers)
    if not changes:
        typer.echo(_("There is nothing to add."))
        return 0
    check_changes(source, changes)
    if dry_run:
        _show(changes)
        return 0
    write(source.root, changes)
    write_output("".join(f"{change.file}\n" for change in changes))
    tell_next(root, [change.file for change in changes], commit=commit)
    return 0


def _show(changes: list[Change]) -> None:
    """A new file in full, an edit as a comparison."""
    from difflib import unified_diff

    from vbe.privacy.redaction import redact
    from vbe.privacy.terminal import printable

    for change in changes:
        new = change.new.decode().splitlines()
        if change.old is None:
            lines = [f"--- {change.file}", *new]
        else:
            old = change.old.decode().splitlines()
            lines = list(unified_diff(old, new, f"a/{change.file}", f"b/{change.file}", lineterm=""))
        write_output("".join(f"{printable(redact(line))}\n" for line in lines))
