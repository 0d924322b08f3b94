"""From options and answers to files: what all kinds do alike."""

from __future__ import annotations

from inspect import Parameter, Signature, signature
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from vbe.cli.asking import asker
from vbe.cli.next_step import Commit, require_ready, tell_next
from vbe.cli.options import Language, Root, open_source, write_output
from vbe.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from vbe.scaffold.plan import Change

DryRun = Annotated[bool, typer.Option("--dry-run", help=_("Write nothing; show what would be written."))]
Many = list[str] | None


def _shared(*, commit: Commit = False, dry_run: DryRun = False, root: Root = None, lang: Language = None) -> None:
    """The options that all kinds have."""


def kind(**called: str) -> Callable[[Callable[..., None]], Callable[..., int]]:
    """A command of `vbe new`: the function has the kind's name and the options of its own; those that all share are added.

    `called`: question → the parameter that answers it, where that is not called as the question is.
    """

    def added(own: Callable[..., None]) -> Callable[..., int]:
        questions = {parameter: question for question, parameter in called.items()}

        def command(*, commit: bool, dry_run: bool, root: Path | None, lang: str | None, **given: Any) -> int:
            answers = {questions.get(name, name): value for name, value in given.items() if value is not False}
            return make(own.__name__, root, answers, dry_run=dry_run, commit=commit)

        options = [*_parameters(own), *_parameters(_shared)]
        command.__signature__ = Signature(options, return_annotation=int)  # type: ignore[attr-defined] # what typer reads
        command.__annotations__ = {}
        command.__name__ = own.__name__
        return command

    return added


def _parameters(function: Callable[..., None]) -> list[Parameter]:
    """The options of a function, its annotations read."""
    return [each.replace(kind=Parameter.KEYWORD_ONLY) for each in signature(function, eval_str=True).parameters.values()]


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
