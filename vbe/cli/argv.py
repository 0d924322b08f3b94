"""What can be told of the words on the command line before the parser, which takes long to load, has read them.

Where they are ambiguous nothing is told; the parser has the last word.
"""

from __future__ import annotations

import os

from vbe.commands import COMMANDS

LANGUAGE_OPTION = "--lang"


def requested_language(words: list[str]) -> str | None:
    """The language that the command line or the environment asks for."""
    for index, word in enumerate(words):
        if word == LANGUAGE_OPTION and index + 1 < len(words):
            return words[index + 1]
        if word.startswith(f"{LANGUAGE_OPTION}="):
            return word.partition("=")[2]
    return os.environ.get("VBE_LANG") or None


def command_of(words: list[str]) -> str | None:
    """The command that the words ask for; None where they ask for help, or for something that does not exist."""
    rest = iter(words)
    for word in rest:
        if word == LANGUAGE_OPTION:
            next(rest, None)
        elif not word.startswith("-"):
            return word if word in COMMANDS else None
    return None
