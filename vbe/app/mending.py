"""`vbe validate --fix`: what has one right answer is written, by the smallest edits, and only where that makes it better."""

from __future__ import annotations

from codecs import BOM_UTF8
from typing import TYPE_CHECKING, NamedTuple

from vbe.documents import parse
from vbe.documents.mending import mended
from vbe.model.formats import format_of
from vbe.model.places import FILE
from vbe.model.records import kind_of
from vbe.model.records.area import AREA
from vbe.model.validation import validate
from vbe.rules.commitments.times import times_in_words
from vbe.store.editing.atomic import write_atomically
from vbe.store.repository import DEFAULT_LIMIT

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from vbe.diagnostics import Finding
    from vbe.store.repository import Source

MOST_ROUNDS = 200
"""Wrong YAML shows one fault at a time; nobody has more than these in a file."""


class Mending(NamedTuple):
    """A file before and after."""

    file: str
    old: bytes
    new: bytes


def mend(source: Source, wanted: Sequence[str]) -> list[Mending]:
    """The records below these paths (`""` is all) that can be mended, without writing anything."""
    since = _format(source)
    found = []
    for file in source.listing().files:
        if kind_of(file) is None or not any(path in ("", ".", file) or file.startswith(f"{path}/") for path in wanted):
            continue
        content = source.read(file, DEFAULT_LIMIT)
        if isinstance(content, bytes) and (new := mend_one(file, content, since)) != content:
            found.append(Mending(file, content, new))
    return found


def mend_one(file: str, content: bytes, since: int) -> bytes:
    """A file's bytes with everything mended that has one right answer; as they are where that would be no better."""
    best = content
    known = _faults(file, content, since)
    for _round in range(MOST_ROUNDS):
        new = _mended(best, known)
        if new == best:
            break
        after = _faults(file, new, since)
        if not _is_better(known, after):
            break
        best, known = new, after
    return best


def write_mended(root: Path, mendings: Sequence[Mending]) -> None:
    """Write each file whole, and only where nobody has changed it meanwhile."""
    for mending in mendings:
        write_atomically(root / mending.file, mending.new, mending.old, root=root)


def _format(source: Source) -> int:
    content = source.read(FILE, DEFAULT_LIMIT)
    document = parse(FILE, content)[0] if isinstance(content, bytes) else None
    return format_of(document.value if document is not None else {})


def _faults(file: str, content: bytes, since: int) -> list[Finding]:
    """What is wrong with a file's form, and the times in it that stand where no clock reads them."""
    document, findings = parse(file, content)
    placed = kind_of(file)
    if document is None or placed is None:
        return findings
    record, wrong = validate(document, *placed, since=since)
    return [*findings, *wrong, *(times_in_words(record) if record is not None and record.kind == AREA.name else ())]


def _mended(content: bytes, faults: Sequence[Finding]) -> bytes:
    if content.startswith(BOM_UTF8):
        return content.removeprefix(BOM_UTF8)
    edits = [(fault.location, fault.replacement) for fault in faults if fault.is_certain and fault.location is not None]
    return mended(content.decode(), edits).encode() if edits else content


def _is_better(before: Sequence[Finding], after: Sequence[Finding]) -> bool:
    """Whether fewer faults are left, or the text can be read further than it could."""
    reading = [_unread(faults) for faults in (before, after)]
    if reading[0] is not None:
        return reading[1] is None or reading[1] > reading[0] or len(after) < len(before)
    return reading[1] is None and len(after) < len(before)


def _unread(faults: Sequence[Finding]) -> int | None:
    """The line from which a text cannot be read; None where it can."""
    lines = [fault.location.line for fault in faults if fault.rule in ("syntax-error", "byte-order-mark") and fault.location]
    return min(lines, default=None)
