"""What a finished PDF of ours shows and says: the text of its pages, and every string beside them.

Read are the files that typst writes: objects in plain sight, streams packed with Flate, fonts with a map from glyph to
sign. A file that cannot be read so is refused, for nobody could say what stands in it.
https://opensource.adobe.com/dc-acrobat-sdk-docs/pdfstandards/PDF32000_2008.pdf, 7.3, 8.3 and 9.4.
"""

from __future__ import annotations

import math
import re
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from vbe.errors import VbeError
from vbe.language import _
from vbe.report.render.pdf_strings import from_hex, literal, sign_text, strings_of

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST: Final = 64 * 1024 * 1024
"""Bytes of a stream when it is unpacked."""
OBJECT = re.compile(rb"^(\d{1,10}) 0 obj\n", re.MULTILINE)
REFERENCE = re.compile(rb"/([A-Za-z]+\d*) (\d{1,10}) 0 R")
FONTS = re.compile(rb"/Font<<(.*?)>>", re.DOTALL)
RESOURCES = re.compile(rb"/Resources (?:(\d{1,10}) 0 R|<<)")
CONTENTS = re.compile(rb"/Contents (\d{1,10}) 0 R")
TO_UNICODE = re.compile(rb"/ToUnicode (\d{1,10}) 0 R")
DESCENDANT = re.compile(rb"/DescendantFonts ?\[(\d{1,10}) 0 R\]")
MAPPED = re.compile(rb"<([0-9A-Fa-f]{4})> ?<([0-9A-Fa-f]+)>")
WIDTHS = re.compile(rb"/W ?\[([^/]*)")
SPAN = re.compile(rb"(\d+) ?\[([-\d.\s]*)\]|(\d+) (\d+) ([-\d.]+)")
TOKEN = re.compile(rb"\(|<[0-9A-Fa-f\s]*>|/[^\s<>\[\]()/%]+|[-+.\d]+|[A-Za-z'\"*]+|[\[\]]")
JOINED, APART = 0.2, 2.0
"""Of the size of the letters: runs that follow closer are one word, farther are not one sentence."""

Matrix = tuple[float, float, float, float, float, float]
ONE: Final[Matrix] = (1, 0, 0, 1, 0, 0)


@dataclass
class Font:
    """Glyph → signs, and glyph → width in thousandths of the size."""

    signs: dict[int, str] = field(default_factory=dict)
    widths: dict[int, float] = field(default_factory=dict)


def texts(content: bytes) -> list[str]:
    """Every text of a PDF: a page at a time, then what stands beside them (titles, descriptions, links, about the file)."""
    try:
        return list(_texts(dict(objects_of(content))))
    except ValueError:
        raise _unreadable() from None


def _texts(objects: dict[bytes, bytes]) -> Iterator[str]:
    drawn = dict(drawn_streams(objects))
    if not drawn:
        raise _unreadable()
    for number, resources in drawn.items():
        yield _page(unpacked(objects[number]), fonts_of(objects, resources))
    for body in objects.values():
        head, has_stream, _rest = body.partition(b"\nstream\n")
        yield "\n".join(text for text in map(sign_text, strings_of(head)) if text)
        if has_stream and b"/Type/Metadata" in head:
            yield unpacked(body).decode("utf-8", "replace")


def _unreadable() -> VbeError:
    return VbeError(_("The PDF cannot be searched for persons, and is not written."), _("Write another form, such as HTML."))


def objects_of(content: bytes, *, is_whole: bool = True) -> Iterator[tuple[bytes, bytes]]:
    """Yield number and body of each object, in the order of the file.

    An object without an end raises VbeError; with `is_whole` false, reading stops there.
    """
    at = 0
    while (match := OBJECT.search(content, at)) is not None:
        end = content.find(b"\nendobj\n", match.end())
        if end < 0 and is_whole:
            raise _unreadable()
        if end < 0:
            return
        yield match[1], content[match.end() : end]
        at = end + 1


def drawn_streams(objects: dict[bytes, bytes]) -> Iterator[tuple[bytes, bytes]]:
    """Number of each stream that draws (of a page, or of a picture in one) and the body that names its fonts."""
    for number, body in objects.items():
        head = body.partition(b"\nstream\n")[0]
        found = RESOURCES.search(head)
        if found is None:
            continue
        named = objects.get(found[1], b"") if found[1] else head
        contents = CONTENTS.search(head)
        if contents is not None and contents[1] in objects:
            yield contents[1], named
        elif b"\nstream\n" in body:
            yield number, named


def unpacked(body: bytes) -> bytes:
    """A stream's bytes."""
    head, _mark, packed = body.partition(b"\nstream\n")
    if b"/Filter" not in head:
        return packed
    unpacker = zlib.decompressobj()
    try:
        content = unpacker.decompress(packed, LARGEST)
    except zlib.error:
        raise _unreadable() from None
    if unpacker.unconsumed_tail:
        raise _unreadable()
    return content


def fonts_of(objects: dict[bytes, bytes], resources: bytes) -> dict[bytes, Font]:
    """Name → font, as the resources of what draws name them."""
    named = FONTS.search(resources)
    found = {}
    for name, number in REFERENCE.findall(named[1] if named else b""):
        body = objects.get(number, b"")
        mapped, descendant = TO_UNICODE.search(body), DESCENDANT.search(body)
        if mapped is None or mapped[1] not in objects:
            raise _unreadable()
        font = found[name] = Font()
        for glyph, signs in MAPPED.findall(unpacked(objects[mapped[1]])):
            font.signs[int(glyph, 16)] = bytes.fromhex(signs.decode()).decode("utf-16-be", "replace")
        below = objects.get(descendant[1], b"") if descendant else b""
        for first, each, start, last, same in SPAN.findall(array[1] if (array := WIDTHS.search(below)) else b""):
            widths = each.split() if first else [same] * (int(last) - int(start) + 1)
            font.widths |= {int(first or start) + i: float(width) for i, width in enumerate(widths)}
    return found


def _page(stream: bytes, fonts: dict[bytes, Font]) -> str:
    """The runs of a page in the order that they are drawn in, joined where they touch."""
    texts: list[str] = []
    end, size = (math.inf, math.inf), 1.0
    for text, start, stop, height in _runs(stream, fonts):
        gap = math.dist(start, end) / max(height, size, 0.1)
        texts += ["" if gap < JOINED else " " if gap < APART else "\n", text]
        end, size = stop, height
    return "".join(texts)


def _runs(stream: bytes, fonts: dict[bytes, Font]) -> Iterator[tuple[str, tuple[float, float], tuple[float, float], float]]:
    """Text, where it begins and ends on the page, and the size of its letters."""
    saved: list[Matrix] = []
    matrix, written, font, size = ONE, ONE, Font(), 1.0
    for token, stack in operations(stream):
        if token == b"q":
            saved.append(matrix)
        elif token == b"Q" and saved:
            matrix = saved.pop()
        elif token == b"cm":
            matrix = product(matrix_of(stack), matrix)
        elif token == b"Tm":
            written = matrix_of(stack)
        elif token == b"BT":
            written = ONE
        elif token == b"Tf" and len(stack) > 1:
            font, size = fonts.get(stack[-2][1:], Font()), float(stack[-1])
        elif token in (b"TJ", b"Tj", b"'", b'"'):
            text, width = shown(stack, font)
            placed = product(written, matrix)
            reach = product((1, 0, 0, 1, width * size / 1000, 0), placed)
            yield text, placed[4:], reach[4:], size * math.hypot(*placed[:2])


def operations(stream: bytes) -> Iterator[tuple[bytes, list[bytes]]]:
    """Each operator with its operands."""
    operands: list[bytes] = []
    for token in tokens_of(stream):
        if token[:1] in b"(</[]" or token[:1].isdigit() or token[:1] in b"+-.":
            operands.append(token)
        else:
            yield token, operands
            operands = []


def tokens_of(stream: bytes) -> Iterator[bytes]:
    """Numbers, names, strings and operators; a string begins with `(` and ends before its `)`, without escapes."""
    at = 0
    while (match := TOKEN.search(stream, at)) is not None:
        at = match.end()
        if match[0] == b"(":
            inner, at = literal(stream, at)
            yield b"(" + inner
        else:
            yield match[0]


def shown(stack: list[bytes], font: Font) -> tuple[str, float]:
    """The signs of a run and its width, in thousandths of the size."""
    glyphs = glyphs_of(stack)
    moved = sum(float(token) for token in stack if token[:1] not in b"(<[]")
    text = "".join(font.signs.get(glyph, "\ufffd") for glyph in glyphs)
    return text, sum(font.widths.get(glyph, 0) for glyph in glyphs) - moved


def glyphs_of(stack: list[bytes]) -> list[int]:
    """The numbers of the glyphs of a run."""
    found = []
    for token in stack:
        if token[:1] in b"(<":
            codes = token[1:] if token[:1] == b"(" else from_hex(token[1:-1])
            found += [codes[i] << 8 | codes[i + 1] for i in range(0, len(codes) - 1, 2)]
    return found


def matrix_of(stack: list[bytes]) -> Matrix:
    """The matrix that the last six operands give."""
    numbers = [float(token) for token in stack[-6:]]
    return (*numbers,) if len(numbers) == 6 else ONE  # type: ignore[return-value]


def product(a: Matrix, b: Matrix) -> Matrix:
    """Two matrices, the first of which is applied first."""
    return (
        a[0] * b[0] + a[1] * b[2], a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2], a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4], a[4] * b[1] + a[5] * b[3] + b[5],
    )  # fmt: skip
