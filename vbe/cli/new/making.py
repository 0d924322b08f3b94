"""From options and answers to files: what all kinds do alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from vbe.cli.asking import asker
from vbe.cli.files import open_source
from vbe.cli.grouped import parameters_of, taking
from vbe.cli.next_step import Proposing, require_ready, tell_next
from vbe.cli.telling import difference, write_output
from vbe.language import _

if TYPE_CHECKING:
    from vbe.cli.usage import Application
    from vbe.scaffold.plan import Change
    from vbe.scaffold.questions import Answers

Many = list[str] | None


class NewOptions(Proposing):
    """The options of a kind; those that all kinds share stand last. An option is called as the question that it answers."""

    help = ""
    """What the kind is, for the help; not yet translated."""

    def answers(self) -> Answers:
        """Question → what is said of it."""
        shared = {option.name for option in parameters_of(Proposing)}
        return {name.rstrip("_"): value for name, value in vars(self).items() if name not in shared and value is not False}


def add_kind(app: Application, group: type[NewOptions]) -> None:
    """Add the command that begins a kind: it is called as the class without its `New`."""
    kind = group.__name__.removeprefix("New").lower()
    app.command(kind, help=_(group.help))(taking(group, lambda asked: make(kind, asked.answers(), asked), kind))


def make(kind: str, given: Answers, asked: Proposing) -> int:
    """Ask, compose, prove and write."""
    from vbe.domain.meant import names_in
    from vbe.scaffold.kinds import BEGINNINGS
    from vbe.scaffold.plan import check_changes, write
    from vbe.scaffold.questions import answer_all
    from vbe.store.loader import load

    source = open_source(asked.root)
    require_ready(asked.root, commit=asked.commits)
    corpus = load(source)
    template = BEGINNINGS[kind]
    ask = asker()
    names = names_in(corpus)
    answers = answer_all(template.questions(corpus, given), given, ask, names)
    # An answer may lead to more questions: the kind of a piece of evidence decides its fields.
    answers = answer_all(template.questions(corpus, {**given, **answers}), {**given, **answers}, ask, names)
    changes = template.changes(source, corpus, answers)
    if not changes:
        typer.echo(_("There is nothing to add."))
        return 0
    check_changes(source, changes)
    if asked.dry_run:
        write_output("".join(map(shown, changes)))
        return 0
    write(source.root, changes)
    write_output("".join(f"{change.file}\n" for change in changes))
    tell_next(asked.root, [change.file for change in changes], commit=asked.commit)
    return 0


def shown(change: Change) -> str:
    """A new file in full, an edit as a comparison."""
    from vbe.privacy.redaction import redact
    from vbe.privacy.terminal import printable

    if change.old is not None:
        return difference(change.file, change.old.decode(), change.new.decode())
    lines = [f"--- {change.file}", *change.new.decode().splitlines()]
    return "".join(f"{printable(redact(line))}\n" for line in lines)
