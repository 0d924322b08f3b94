"""Text from files made harmless for a terminal: what is shown is what is there."""

from __future__ import annotations

import re

from vbe.language.patterns import later
from vbe.privacy.hidden import without_hidden

# Build servers obey lines that begin with `::` and, in an older form, `##[` anywhere in a line.
COMMAND_LINE = later(r"^([ \t]*):(?=:)", re.MULTILINE)
OLD_COMMAND = later(r"##(?=\[)")


def printable(text: str) -> str:
    """The text with control characters, direction overrides and what is not seen replaced by a visible sign."""
    return without_hidden(text)


def one_line(text: str) -> str:
    """The text on one line, made harmless."""
    return printable(" ".join(text.split()))


LINK = later(r"(?:\b[a-z][a-z0-9+.-]{1,20}:(?=//)|\b(?:mailto|javascript|data|tel|xmpp):(?=\S)|\bwww(?=\.\w))", re.IGNORECASE)
"""What a mail program, or a calendar, makes a link of."""


def unlinked(text: str) -> str:
    """The text with a blank inside each address: shown as it is, and a link to nowhere."""
    return LINK.sub(lambda match: f"{match[0]} ", text)


def inert(text: str) -> str:
    """The text, of which no line is a command to the build server that shows it; as long as it was."""
    return OLD_COMMAND.sub("#\ufffd", COMMAND_LINE.sub("\\1\ufffd", text))
