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


PLAIN = {
    "--strict": "strict",
    "--show-waived": "show_waived",
    "--all": "whole",
    "--cache": None,
    "--no-cache": None,
}
"""The options of `vbe validate` that are told of here, and what each sets."""


def plain_validate(words: list[str]) -> tuple[list[str], dict[str, str | bool]] | None:
    """The files that `vbe validate` is to report on, and how its verdict is shown, by the fields of `checking.Asked`.

    None where anything else is asked: the parser reads that. It takes a tenth of the time that the whole run does, and
    `validate` is run at every commit.
    """
    if words[:1] != ["validate"]:
        return None
    files: list[str] = []
    shown: dict[str, str | bool] = {}
    rest = iter(words[1:])
    for word in rest:
        if word in ("--format", LANGUAGE_OPTION):
            value = next(rest, "-")
            if value.startswith("-"):
                return None
            if word == "--format":
                shown["form"] = value
        elif word in PLAIN:
            field = PLAIN[word]
            if field is not None:
                shown[field] = True
        elif word and not word.startswith("-"):
            files.append(word)
        else:
            return None
    return files, shown
