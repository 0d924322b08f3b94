"""The strings of a PDF, between round brackets or in hexadecimal digits: ISO 32000-1, 7.3.4."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

STRING = re.compile(rb"\(|<([0-9A-Fa-f\s]*)>")
BRACKET = re.compile(rb"[()]|\\[0-7]{1,3}|\\.", re.DOTALL)
ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r?\n|.)", re.DOTALL)
NAMED_ESCAPES: Final = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r\n": b""}


def literal(data: bytes, at: int) -> tuple[bytes, int]:
    """The string that begins after a bracket, and where what follows it begins."""
    depth = 1
    for match in BRACKET.finditer(data, at):
        depth += {b"(": 1, b")": -1}.get(match[0], 0)
        if depth == 0:
            return ESCAPE.sub(_unescaped, data[at : match.start()]), match.end()
    return data[at:], len(data)


def _unescaped(match: re.Match[bytes]) -> bytes:
    escape = match[1]
    return bytes([int(escape, 8) & 255]) if escape.isdigit() else NAMED_ESCAPES.get(escape, escape)


def strings_of(head: bytes) -> Iterator[bytes]:
    """Every string of an object, between round brackets or in hexadecimal digits."""
    at = 0
    while (match := STRING.search(head, at)) is not None:
        at = match.end()
        if match[1] is None:
            inner, at = literal(head, at)
            yield inner
        else:
            yield from_hex(match[1])


def from_hex(digits: bytes) -> bytes:
    """The bytes that hexadecimal digits stand for; an odd one is followed by a nought."""
    packed = b"".join(digits.split()).decode()
    return bytes.fromhex(packed + "0" * (len(packed) % 2))


def sign_text(string: bytes) -> str:
    """A string as signs."""
    if string.startswith(b"\xfe\xff"):
        return string[2:].decode("utf-16-be", "replace")
    return string.decode("utf-8", "replace")
