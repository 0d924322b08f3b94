"""What the report's typefaces can show, written anew: python tools/printable.py.

The PDF is set with the faces of the font package and those inside typst, and refuses a letter that none of them has. So that
`vbe validate` can say it first, their letters stand as ranges in `vbe/language/printable.txt`. A test makes the list again.
"""

from __future__ import annotations

import struct
import unicodedata
from importlib.util import find_spec
from pathlib import Path

from vbe.report.render.pdf import CANNOT_SHOW, ESCAPED, FACES, open_compiler, unescaped

TARGET = Path(__file__).resolve().parent.parent / "vbe" / "language" / "printable.txt"
HEADS = (b"\x00\x01\x00\x00", b"OTTO")
"""How a typeface begins: TrueType, OpenType."""
MOST_TABLES = 64
CHUNK = 400
FAMILY = "Source Sans Pro"


def letters_of(content: bytes, start: int = 0) -> set[int]:
    """The code points of the typeface that begins at a place; none where there is no typeface."""
    count = struct.unpack_from(">H", content, start + 4)[0]
    tables = {}
    if not 4 < count < MOST_TABLES or start + 12 + 16 * count > len(content):
        return set()
    for number in range(count):
        tag, _sum, offset, length = struct.unpack_from(">4sLLL", content, start + 12 + 16 * number)
        tables[tag] = (start + offset, length)
    if not {b"cmap", b"head", b"maxp"} <= tables.keys() or any(end > len(content) for end, _length in tables.values()):
        return set()
    return _mapped(content, tables[b"cmap"][0])


def _mapped(content: bytes, cmap: int) -> set[int]:
    """The code points of a `cmap` table: its subtables of format 4 and 12."""
    found: set[int] = set()
    for number in range(struct.unpack_from(">H", content, cmap + 2)[0]):
        _platform, _encoding, offset = struct.unpack_from(">HHL", content, cmap + 4 + 8 * number)
        table = cmap + offset
        form = struct.unpack_from(">H", content, table)[0]
        if form == 12:
            for group in range(struct.unpack_from(">L", content, table + 12)[0]):
                first, last, _glyph = struct.unpack_from(">LLL", content, table + 16 + 12 * group)
                found.update(range(first, last + 1))
        elif form == 4:
            found |= _segments(content, table)
    return found


def _segments(content: bytes, table: int) -> set[int]:
    count = struct.unpack_from(">H", content, table + 6)[0] // 2
    ends = struct.unpack_from(f">{count}H", content, table + 14)
    starts = struct.unpack_from(f">{count}H", content, table + 16 + 2 * count)
    deltas = struct.unpack_from(f">{count}H", content, table + 16 + 4 * count)
    place = table + 16 + 6 * count
    offsets = struct.unpack_from(f">{count}H", content, place)
    found = set()
    for number, (first, last, delta, offset) in enumerate(zip(starts, ends, deltas, offsets, strict=True)):
        for code in range(first, last + 1):
            glyph = code + delta
            if offset:
                glyph = struct.unpack_from(">H", content, place + 2 * number + offset + 2 * (code - first))[0]
            if glyph % 0x10000 and code != 0xFFFF:
                found.add(code)
    return found


def printable() -> set[int]:
    """Every letter of the shipped faces, and of those inside typst."""
    fonts = find_spec("font_source_sans_pro")
    typst = find_spec("typst")
    assert fonts is not None
    assert fonts.origin is not None
    assert typst is not None
    assert typst.origin is not None
    found: set[int] = set()
    for face in FACES:
        found |= letters_of((Path(fonts.origin).parent / "files" / f"SourceSansPro-{face}.ttf").read_bytes())
    for library in sorted(Path(typst.origin).parent.glob("*.so")) + sorted(Path(typst.origin).parent.glob("*.pyd")):
        content = library.read_bytes()
        for head in HEADS:
            at = content.find(head)
            while at >= 0:
                if at + 12 < len(content):
                    found |= letters_of(content, at)
                at = content.find(head, at + 1)
    return {code for code in found if code >= 0x20 and not 0xD800 <= code < 0xE000}


def confirmed(codes: set[int]) -> set[int]:
    """Those that a PDF is really set with: a face inside typst may hold letters that it does not use."""
    left = [code for code in sorted(codes) if unicodedata.category(chr(code)) not in ("Cn", "Co", "Cc", "Cf", "Zl", "Zp")]
    kept: set[int] = set()
    for start in range(0, len(left), CHUNK):
        chunk = set(left[start : start + CHUNK])
        while (refused := _refused("".join(f" {chr(code)}" for code in sorted(chunk)))) is not None:
            chunk -= set(map(ord, refused))
        kept |= chunk
    return kept


def _refused(text: str) -> str | None:
    """The letters that cannot be set, the first of them; None where all can."""
    from typst import TypstError

    written = "".join(f"\\u{{{ord(letter):x}}}" for letter in text)
    page = f'#set document(title: "x")\n#set text(font: "{FAMILY}", lang: "sv")\n#("{written}")\n'
    with open_compiler(page.encode(), {}) as made:
        try:
            made.compile(format="pdf", pdf_standards=["ua-1"])
        except TypstError as error:
            found = CANNOT_SHOW.search(error.diagnostic or error.message)
            if found is None:
                raise
            return ESCAPED.sub(unescaped, found.group(1) or found.group(2))
    return None


def ranges(codes: set[int]) -> str:
    """`0020-007E`, a range a line."""
    lines: list[list[int]] = []
    for code in sorted(codes):
        if lines and lines[-1][1] == code - 1:
            lines[-1][1] = code
        else:
            lines.append([code, code])
    return "".join(f"{first:04X}-{last:04X}\n" for first, last in lines)


if __name__ == "__main__":
    TARGET.write_text(ranges(confirmed(printable())), encoding="ascii")
