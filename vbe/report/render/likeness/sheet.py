"""A PDF says its letters in their order, where they can be read: blanks, hyphens and pages say nothing.

The file of another template has its texts in other places. It says the same where every letter is there in the same order, with
the same outline, dark on light, on the page, covered by nothing and read from above and from the left; where each bar has the
same length; and where all that stands beside the pages is the same. Whatever we never draw is a statement.
"""

from __future__ import annotations

import hashlib
import re
import struct

from vbe.errors import VbeError
from vbe.report.render.likeness.drawing import Face, draw
from vbe.report.render.likeness.glyphs import Outlines
from vbe.report.render.likeness.whole import is_whole
from vbe.report.render.pdf_strings import sign_text, strings_of
from vbe.report.render.pdf_text import (
    DESCENDANT,
    FONTS,
    REFERENCE,
    drawn_streams,
    fonts_of,
    objects_of,
    unpacked,
)

SUBSET = re.compile(rb"/[A-Z]{6}\+")
"""It names the glyphs that a font holds."""
FONT_FILE = re.compile(rb"/(?:FontFile2|ToUnicode|CIDSet) (\d+) 0 R")
DESCRIPTOR, FILE = re.compile(rb"/FontDescriptor (\d+) 0 R"), re.compile(rb"/FontFile2 (\d+) 0 R")
SUMS = re.compile(r"vbe\.(?:seal|model)=[0-9a-f]{64}")
DOCUMENT = re.compile(r"(?i)<(xmpMM:DocumentID|xmpMM:InstanceID|stEvt:instanceID|xmpTPg:NPages)>[^<]*(?=</\1>)")
"""What names this very file, and how many pages it has."""
NAME = re.compile(rb"/[^\s/<>\[\]()]+")
SIZE = re.compile(rb"/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]")


def statements(content: bytes) -> dict[str, object]:
    """The letters, the fonts, what is drawn besides, and what stands beside the pages; an unreadable file says only itself."""
    try:
        return _statements(content)
    except (ValueError, VbeError, IndexError, KeyError, OverflowError, struct.error):
        return {"": content}


def _statements(content: bytes) -> dict[str, object]:
    objects = dict(objects_of(content))
    if not is_whole(content, objects):
        return {"": content}
    streams = dict(drawn_streams(objects))
    pages = [draw(unpacked(objects[number]), _faces(objects, named)) for number, named in streams.items()]
    if len(pages) != sum(body.startswith(b"<</Type/Page/") for body in objects.values()):
        return {"": content}
    sizes = {tuple(map(float, found)) for found in SIZE.findall(content)}
    for page in pages:
        if not any(all(b.left >= 0 and b.low >= 0 and b.right <= w and b.high <= h for b in page.texts) for w, h in sizes):
            page.faults.add("outside")
    heads = [body.partition(b"\nstream\n")[0] for body in objects.values()]
    used = {*streams, *(number for head in heads for number in FONT_FILE.findall(head))}
    others = [body for number, body in objects.items() if number not in used and b"\nstream\n" in body]
    about = [unpacked(body).decode("utf-8", "replace") for body in others if b"/Type/Metadata" in body]
    return {
        "letters": [letter for page in pages for letter in page.letters],
        "marks": [mark for page in pages for mark in page.marks],
        "operators": set().union(*(page.met for page in pages)),
        "faults": set().union(*(page.faults for page in pages)),
        "streams": {hashlib.sha256(unpacked(body)).hexdigest() for body in others if b"/Type/Metadata" not in body},
        "names": {name for head in heads for name in NAME.findall(SUBSET.sub(b"/", head))},
        "strings": {SUMS.sub("", sign_text(string)) for head in heads for string in strings_of(head)},
        "about": [DOCUMENT.sub("", SUMS.sub("", text)) for text in about],
    }


def _faces(objects: dict[bytes, bytes], resources: bytes) -> dict[bytes, Face]:
    """Name → face, as the resources of a page name them."""
    named = FONTS.search(resources)
    numbers = dict(REFERENCE.findall(named[1] if named else b""))
    return {name: Face(font, Outlines(_font_file(objects, numbers[name]))) for name, font in fonts_of(objects, resources).items()}


def _font_file(objects: dict[bytes, bytes], number: bytes) -> bytes:
    for step in (DESCENDANT, DESCRIPTOR, FILE):
        found = step.search(objects.get(number, b""))
        if found is None:
            raise ValueError
        number = found[1]
    return unpacked(objects[number])
