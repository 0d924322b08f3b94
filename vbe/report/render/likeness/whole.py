"""Whether a PDF is nothing but the objects that are read here: another reader could else be led to others in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

BEGINNING: Final = re.compile(rb"%PDF-1\.\d\n%[\x80-\xff]{4}\s*\Z")
BETWEEN: Final = re.compile(rb"\s*endobj\s*\Z")
ENDING: Final = re.compile(
    rb"\s*endobj\s+xref\n0 (\d+)\n((?:\d{10} \d{5} [nf]\r\n)+)trailer\n<</Size \d+/Root (\d+) 0 R/Info \d+ 0 R/ID\[.{0,400}?\]>>"
    rb"\s*startxref\n(\d+)\n%%EOF\s*\Z",
    re.DOTALL,
)
CATALOG: Final = re.compile(rb"/Pages (\d+) 0 R")
KIDS: Final = re.compile(rb"/Kids ?\[((?:\d+ 0 R\s*)+)\]")


def is_whole(content: bytes, objects: Mapping[bytes, bytes]) -> bool:
    """Whether the objects are all there is, the table at the end leads to them, and the pages stand in their order."""
    at, rests = 0, []
    for number, body in objects.items():
        start = content.find(b"%b 0 obj\n%b" % (number, body), at)
        rests.append(content[at:start])
        at = start + len(number) + len(b" 0 obj\n") + len(body)
    ending = ENDING.match(content[at:])
    if not rests or ending is None or not BEGINNING.match(rests[0]) or not all(map(BETWEEN.match, rests[1:])):
        return False
    count, table, root, xref = ending.groups()
    return (
        _leads(content, table, objects, int(count)) and _has_pages(objects, root) and content[int(xref) :].startswith(b"xref\n")
    )


def _leads(content: bytes, table: bytes, objects: Mapping[bytes, bytes], count: int) -> bool:
    """Whether each entry of the table is the place of the object that it stands for."""
    entries = table.split(b"\r\n")[:-1]
    used = {b"%d" % number: int(entry[:10]) for number, entry in enumerate(entries) if entry.endswith(b"n")}
    places = (content[place:].startswith(b"%b 0 obj\n" % number) for number, place in used.items())
    return len(entries) == count and used.keys() == objects.keys() and all(places)


def _has_pages(objects: Mapping[bytes, bytes], root: bytes) -> bool:
    pages = CATALOG.search(objects.get(root, b""))
    kids = KIDS.search(objects.get(pages[1], b"")) if pages else None
    drawn = [number for number, body in objects.items() if body.startswith(b"<</Type/Page/")]
    return kids is not None and kids[1].replace(b" 0 R", b" ").split() == drawn
