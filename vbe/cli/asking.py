"""A question that is answered with yes or no, in the language that is spoken."""

from __future__ import annotations

import sys

import typer

from vbe.language import _

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
