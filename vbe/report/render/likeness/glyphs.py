"""The letters of an embedded TrueType font as they are drawn, whatever number each has in it.

A file holds only the glyphs that it uses, numbered anew. So each is known by the sign that it stands for and by its outline.
https://learn.microsoft.com/en-us/typography/opentype/spec/glyf
"""

from __future__ import annotations

import hashlib
import struct
from typing import Final

TABLES: Final = 12
LONG, SCALED, TWO_SCALES, MATRIX, MORE = 0x1, 0x8, 0x40, 0x80, 0x20
DEEPEST: Final = 5
SHORTEST: Final = 12
"""Bytes that say how many outlines a glyph has, where it ends, and how many points the first has."""


class Outlines:
    """The glyphs of a font; raises `ValueError` where it cannot be read."""

    def __init__(self, font: bytes) -> None:
        try:
            count = struct.unpack_from(">H", font, 4)[0]
            places = [struct.unpack_from(">4sIII", font, TABLES + 16 * i) for i in range(count)]
            tables = {tag: font[offset : offset + length] for tag, _sum, offset, length in places}
            if len(tables) != count:
                raise ValueError
            self._glyphs, loca = tables[b"glyf"], tables[b"loca"]
            long = struct.unpack_from(">h", tables[b"head"], 50)[0]
            size, factor = (4, 1) if long else (2, 2)
            self._places = [int.from_bytes(loca[i : i + size]) * factor for i in range(0, len(loca), size)]
        except (struct.error, KeyError):
            raise ValueError from None

    def drawn(self, glyph: int, depth: int = 0) -> bytes:
        """SHA-256 of a glyph's outline, empty where it is blank; of one put together of others, of theirs and their places."""
        data = self._data(glyph)
        if depth > DEEPEST:
            raise ValueError
        if not data:
            return b""
        if struct.unpack_from(">h", data)[0] >= 0:
            return hashlib.sha256(data.rstrip(b"\0")).digest()
        whole, at, flags = data[:10], 10, MORE
        while flags & MORE:
            flags, part = struct.unpack_from(">HH", data, at)
            rest = (4 if flags & LONG else 2) + (2 if flags & SCALED else 4 if flags & TWO_SCALES else 8 if flags & MATRIX else 0)
            whole += struct.pack(">H", flags) + self.drawn(part, depth + 1) + data[at + 4 : at + 4 + rest]
            at += 4 + rest
        return hashlib.sha256(whole).digest()

    def is_dash(self, glyph: int) -> bool:
        """Whether a glyph is a lying rectangle."""
        data = self._data(glyph)
        if len(data) < SHORTEST:
            return False
        contours, left, low, right, high, last = struct.unpack_from(">hhhhhH", data)
        return bool(contours == 1 and last == 3 and 2 * (high - low) < right - left)

    def _data(self, glyph: int) -> bytes:
        if glyph + 1 >= len(self._places):
            raise ValueError
        return self._glyphs[self._places[glyph] : self._places[glyph + 1]]
