"""Questions to whoever sits at the terminal, in the language that is spoken."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import typer

from vbe.language import _

if TYPE_CHECKING:
    from vbe.scaffold.questions import Ask, Prompt

MAX_SHOWN = 12
"""So many choices are listed with a question."""
YES = frozenset({"j", "ja", "y", "yes"})
NO = frozenset({"", "n", "nej", "no"})
"""Nothing at all is no: whoever only presses the key has agreed to nothing."""


def is_agreed(question: str) -> bool:
    """Whether the user says yes. Swedish and English answers are both taken; the end of the input is no."""
    while True:
        typer.echo(f"{question} {_('[y/N]')}: ", err=True, nl=False)
        answer = _answer().casefold()
        if answer in YES or answer in NO:
            return answer in YES
        typer.echo(_("Answer y or n."), err=True)


def _answer() -> str:
    """A line of the input without what surrounds it; what no one can read is no answer."""
    try:
        line = sys.stdin.readline() if sys.stdin is not None else ""
    except ValueError:
        line = ""
    if not line.endswith("\n") or not sys.stdin.isatty():
        # Nobody has pressed a key that ends the line of the question.
        typer.echo(err=True)
    return line.strip()


def asker() -> Ask | None:
    """Somebody to ask, or None where the command runs by itself."""
    return _ask if sys.stdin.isatty() and sys.stdout.isatty() else None


def _ask(question: Prompt) -> str:
    choices = question.choices
    if choices and len(choices) <= MAX_SHOWN:
        typer.echo("  " + ", ".join(choices), err=True)
    prompt = f"{question.prompt} ({_('several with commas')})" if question.many else question.prompt
    default = question.default if question.default or question.may_be_empty else None
    return str(typer.prompt(prompt, default=default, show_default=bool(default), err=True))
