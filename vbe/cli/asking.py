"""Questions to whoever sits at the terminal, in the language that is spoken."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import typer

from vbe.language import N_, _
from vbe.privacy.redaction import redact
from vbe.privacy.terminal import one_line

if TYPE_CHECKING:
    from vbe.scaffold.questions import Ask, Prompt

HELP = "?"
SAID = {
    "text": N_("Write in your own words."),
    "slug": N_("Use only a–z, 0–9 and hyphens."),
    "date": N_("A day: 2018-06-30, or 30/6 2018."),
    "due": N_("A day, or a time such as hösten 2027: its last day counts."),
    "span": N_("A day, or a time such as hösten 2027, which is kept as it is written."),
    "number": N_("A whole number."),
}
"""What `?` says where there is nothing to choose from, by the form of the answer."""
MAX_SHOWN = 12
"""So many choices are listed with a question."""
YES = frozenset({"j", "ja", "y", "yes"})
NO = frozenset({"", "n", "nej", "no"})
"""Nothing at all is no: whoever only presses the key has agreed to nothing."""


def agrees(question: str) -> bool:
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
    """A line of answer. A choice is named by its number in the list, its id or its name; `?` lists what there is."""
    if question.choices and len(question.choices) <= MAX_SHOWN:
        _list(question)
    elif question.choices:
        typer.echo("  " + _("Write ? to see the {count} there are.").format(count=len(question.choices)), err=True)
    several = _("several with commas") if question.separator == "," else _("several with semicolons")
    prompt = f"{question.prompt} ({several})" if question.many else question.prompt
    default = question.default if question.default or question.may_be_empty else None
    while True:
        answer = str(typer.prompt(prompt, default=default, show_default=bool(default), err=True))
        if answer.strip() != HELP:
            words = answer.split(question.separator) if question.many else [answer]
            return question.separator.join(numbered(question, word) for word in words)
        if question.choices:
            _list(question)
        else:
            typer.echo("  " + _(SAID.get(question.form, SAID["text"])), err=True)


def _list(question: Prompt) -> None:
    """What there is to choose from: number, id and name. What are numbers themselves are not numbered."""
    from vbe.model.labels import VALUES, value_word

    for number, choice in enumerate(question.choices, 1):
        name = question.names.get(choice) or (value_word(choice) if choice in VALUES else "")
        start = "" if _are_numbers(question) else f"{number:>3}  "
        typer.echo(f"  {start}{choice}" + (f"  {one_line(redact(name))}" if name not in ("", choice) else ""), err=True)


def numbered(question: Prompt, word: str) -> str:
    """The choice that a number stands for in the list; else the word."""
    place = word.strip()
    if not place.isdecimal() or _are_numbers(question) or not 1 <= int(place) <= len(question.choices):
        return word
    return question.choices[int(place) - 1]


def _are_numbers(question: Prompt) -> bool:
    return any(choice.isdecimal() for choice in question.choices)
