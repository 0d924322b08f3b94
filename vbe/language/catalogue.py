"""Messages looked up where they stand in a compiled catalogue (.mo).

`gettext` makes a dictionary of the whole file first, which takes as long as checking ten records; a run shows a line or two.
"""

from __future__ import annotations

import struct

MAGIC = 0x950412DE


class Catalogue:
    """A compiled catalogue with UTF-8 texts, in the byte order of most machines, sorted as Babel and msgfmt write it.

    Its language has two forms, one for 1 and one for every other number, as Swedish and English have. Raises ValueError or
    struct.error where the content is no such catalogue, or not all of it.
    """

    def __init__(self, content: bytes | None = None) -> None:
        """Without content: no translation of anything."""
        self._content = content or b""
        self._known: dict[str, list[str] | None] = {}
        self._count = 0
        if content is not None:
            magic, _version, self._count, self._messages, self._texts = struct.unpack_from("<5I", content)
            if magic != MAGIC or (self._count and self._end(self._texts + 8 * self._count - 8) > len(content)):
                raise ValueError(magic)
            if self._messages + 8 * self._count > len(content):
                raise ValueError(self._messages)

    def gettext(self, message: str) -> str:
        """The message in the language of the catalogue; as it is where the catalogue does not have it."""
        found = self._find(message)
        return message if found is None else found[0]

    def ngettext(self, singular: str, plural: str, count: int) -> str:
        """The form of a message that fits a count."""
        found = self._find(singular) or ()
        return (found if len(found) > 1 else (singular, plural))[count != 1]

    def _find(self, message: str) -> list[str] | None:
        """The forms of a message, which is known by its singular; None where there is none, or none that can be read."""
        if message not in self._known:
            try:
                self._known[message] = self._search(message.encode())
            except UnicodeError:  # of the whole file, or of a message that holds half a letter
                self._known[message] = None
        return self._known[message]

    def _search(self, wanted: bytes) -> list[str] | None:
        first, after = 0, self._count
        while first < after:
            middle = (first + after) // 2
            # A message with a plural is the two with a zero between, which sorts before every letter.
            found = self._at(self._messages + 8 * middle).partition(b"\0")[0]
            if found == wanted:
                return self._at(self._texts + 8 * middle).decode().split("\0")
            if found < wanted:
                first = middle + 1
            else:
                after = middle
        return None

    def _at(self, place: int) -> bytes:
        """The text whose length and offset stand at a place."""
        length, offset = struct.unpack_from("<2I", self._content, place)
        return self._content[offset : offset + length]

    def _end(self, place: int) -> int:
        length, offset = struct.unpack_from("<2I", self._content, place)
        return int(length + offset)
