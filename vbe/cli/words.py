"""What can be told of the words on the command line before the parser, which takes long to load, has read them.

Where they are ambiguous nothing is told; the parser has the last word.
"""

from __future__ import annotations

import os

from vbe.commands import COMMANDS
from vbe.model.places import FILE

LANGUAGE_OPTION = "--lang"
ROOT_OPTION = "--root"
FORGETFUL = "--no-cache"
NOT_ON_DISK = ("--at", "--help", "-h", "--")
"""With these the files on disk are not what is asked about, or nothing can be told."""


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


def root_of(words: list[str]) -> str | None:
    """The repository whose files on disk the words are about (as `vbe.store.repository.find_root` finds it)."""
    if any(word in NOT_ON_DISK or word.startswith("--at=") for word in words):
        return None
    named = [word.partition("=")[2] for word in words if word.startswith(f"{ROOT_OPTION}=")]
    named += [after for word, after in zip(words, words[1:], strict=False) if word == ROOT_OPTION]
    if len(named) > 1:
        return None
    try:
        folder = os.path.abspath(named[0] if named else "")
        while not os.path.isfile(os.path.join(folder, FILE)):
            folder, below = os.path.dirname(folder), folder
            if named or folder == below:
                return None
    except (OSError, ValueError):
        return None
    return folder
