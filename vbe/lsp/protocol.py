"""What an editor sends, before it is understood: too large, malformed, or with parameters that no request has.

A request has an answer, an error too: an editor waits for it. Nothing that was sent is repeated in a log, which others read.
"""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING, Final

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.protocol import LanguageServerProtocol
from pygls.workspace.position_codec import ServerTextPosition, ServerTextRange

if TYPE_CHECKING:
    from typing import BinaryIO

    from pygls.workspace import TextDocument

LARGEST: Final = 16 * 1024 * 1024
"""Bytes of a message; a file may have 256 KiB, and a message holds one."""
HEADER: Final = re.compile(rb"content-length:\s*(\d{1,1000})", re.IGNORECASE)
LONGEST: Final = 1024
"""Bytes of a line of a header."""
IGNORED: Final = {"jsonrpc": "2.0", "method": "$/vbe", "params": {}}
"""A notification that nobody listens to: what a message becomes that has been answered with an error."""


def in_client_units(document: TextDocument, line: int, column: int, end_line: int, end_column: int) -> types.Range:
    """A span (lines and columns from 0, in characters; the end exclusive) in the units that the editor counts in."""
    span = ServerTextRange(ServerTextPosition(line, column), ServerTextPosition(end_line, end_column))
    return document.range_to_client_units(span)


def lines_of(document: TextDocument) -> list[str]:
    """The lines of a text, without their ends."""
    return [line.rstrip("\r\n") for line in document.lines]


class Protocol(LanguageServerProtocol):
    """The protocol, with an error for a request whose parameters say nothing."""

    def structure_message(self, data: dict[str, object]) -> object:
        """The message that was sent, or one that nobody listens to where it has been answered."""
        try:
            return super().structure_message(data)
        except JsonRpcException as fault:
            if "method" in data and isinstance(identity := data.get("id"), int | str):
                error = types.ResponseError(code=fault.code or types.ErrorCodes.InvalidParams, message=fault.message)
                self._send_response(identity, error=error)
            return super().structure_message(IGNORED)


class Bounded:
    """Bytes from an editor; what says that it is too large ends them, as the editor's own end does."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.is_too_large = False

    def readline(self) -> bytes:
        """The next line of a header; nothing at the end."""
        line = self._stream.readline(LONGEST)
        found = HEADER.match(line)
        if len(line) == LONGEST or (found is not None and int(found[1]) > LARGEST):
            self.is_too_large = True
            return b""
        return line

    def read(self, count: int) -> bytes:
        """So many bytes."""
        return self._stream.read(count)


def keep_quiet() -> None:
    """Say nothing on stderr of what was sent: pygls writes whole messages there."""
    logging.getLogger("pygls").setLevel(logging.CRITICAL + 1)
