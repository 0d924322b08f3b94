"""Text from files made harmless for a terminal: what is shown is what is there."""

from __future__ import annotations

import re

from vbe.privacy.hidden import without_hidden

# Build servers obey lines that begin with `::` and, in an older form, `##[` anywhere in a line.
COMMAND_LINE = re.compile(r"^([ \t]*):(?=:)", re.MULTILINE)
OLD_COMMAND = re.compile(r"##(?=\[)")


def printable(text: str) -> str:
    """The text with control characters, direction overrides and what is not seen replaced by a visible sign."""
    return without_hidden(text)


def one_line(text: str) -> str:
    """The text on one line, made harmless."""
    return printable(" ".join(text.split()))


def inert(text: str) -> str:
    """The text, of which no line is a command to the build server that shows it; as long as it was."""
    return OLD_COMMAND.sub("#\ufffd", COMMAND_LINE.sub("\\1\ufffd", text))
