"""Office files are zip archives: the same bytes each time, and properties of our own in them."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING
from xml.etree import ElementTree
from xml.sax.saxutils import escape, quoteattr

from vbe.report.render import seal as sums
from vbe.report.render.origin import from_properties

if TYPE_CHECKING:
    from collections.abc import Mapping

EARLIEST = (1980, 1, 1, 0, 0, 0)
CUSTOM = "docProps/custom.xml"
TYPES, RELATIONS = "[Content_Types].xml", "_rels/.rels"
CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
CUSTOM_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
THUMBNAIL = "docProps/thumbnail."
THUMBNAIL_RELATION = re.compile(rb"<Relationship [^<>]{0,400}metadata/thumbnail[^<>]{0,400}/>")
EMPTY = (
    f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="{NAMESPACE}" xmlns:vt="{VALUES}"></Properties>'
)
FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
LARGEST = 64 * 1024 * 1024
"""Bytes of an archive's parts together."""
MOST_PARTS = 2000
LARGEST_PROPERTIES = 1024 * 1024
"""Bytes of the part that says what a file was made from; a report's own are a thousand."""


def settled(content: bytes, custom: Mapping[str, str]) -> bytes:
    """The archive with these properties, its parts in one order and without times of its own."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    _drop_thumbnails(parts)
    _add_properties(parts, custom)
    return _packed(parts)


def _drop_thumbnails(parts: dict[str, bytes]) -> None:
    """A picture of the first page, left from the letterhead, would show another document than this."""
    for name in [name for name in parts if name.startswith(THUMBNAIL)]:
        del parts[name]
    if RELATIONS in parts:
        parts[RELATIONS] = THUMBNAIL_RELATION.sub(b"", parts[RELATIONS])


def seal(content: bytes) -> bytes:
    """The archive with the sum of all its parts among its properties."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    if CUSTOM in parts:
        parts[CUSTOM] = sums.seal(parts[CUSTOM], _listed(parts))
    return _packed(parts)


def opened(content: bytes, only: str = "", most: int = LARGEST) -> dict[str, bytes]:
    """The parts of an archive by name; none where it cannot be read, names a part twice, or holds more than `most` bytes.

    `only`: the one part that is read, where it is there.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
            wanted = [entry for entry in archive.infolist() if only in ("", entry.filename)]
            if len(names) > MOST_PARTS or len(set(names)) < len(names) or sum(entry.file_size for entry in wanted) > most:
                return {}
            return {entry.filename: archive.read(entry) for entry in wanted}
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError, OSError):
        return {}


def is_sealed(content: bytes) -> bool:
    """Whether the archive names the sum of its parts, and it still fits."""
    parts = opened(content)
    found = parts.get(CUSTOM, b"")
    parts[CUSTOM] = sums.unsealed(found)
    return found != parts[CUSTOM] and sums.seal(parts[CUSTOM], _listed(parts)) == found


def _listed(parts: Mapping[str, bytes]) -> bytes:
    """Every part by name with its sum."""
    return "".join(f"{hashlib.sha256(parts[name]).hexdigest()}  {name}\n" for name in sorted(parts)).encode()


def _packed(parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name in sorted(parts, key=lambda part: (part != TYPES, part)):
            entry = zipfile.ZipInfo(name, EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            archive.writestr(entry, parts[name])
    return out.getvalue()


def parts(content: bytes) -> dict[str, str]:
    """The files in an archive, for saying which differ; the whole where it cannot be read."""
    return {name: hashlib.sha256(part).hexdigest() for name, part in opened(content).items()} or {"": content.hex()}


def _add_properties(parts: dict[str, bytes], custom: Mapping[str, str]) -> None:
    """A letterhead may have properties of its own (a classification, a case number): they stay."""
    if not custom:
        return
    text = parts[CUSTOM].decode("utf-8") if CUSTOM in parts else EMPTY
    number = max([1, *map(int, re.findall(r'pid="(\d+)"', text))])
    added = "".join(
        f'<property xmlns="{NAMESPACE}" fmtid="{FORMAT_ID}" pid="{number + at}" name={quoteattr(name)}>'
        f'<vt:lpwstr xmlns:vt="{VALUES}">{escape(value)}</vt:lpwstr></property>'
        for at, (name, value) in enumerate(sorted(custom.items()), 1)
    )
    head, _end, tail = text.rpartition("</")
    parts[CUSTOM] = f"{head}{added}</{tail}".encode()
    types, relations = parts[TYPES].decode("utf-8"), parts[RELATIONS].decode("utf-8")
    if f"/{CUSTOM}" not in types:
        override = f'<Override PartName="/{CUSTOM}" ContentType="{CUSTOM_TYPE}"/>'
        parts[TYPES] = types.replace("</Types>", f"{override}</Types>").encode()
    if CUSTOM_RELATION not in relations:
        relation = f'<Relationship Id="rIdVbe" Type="{CUSTOM_RELATION}" Target="{CUSTOM}"/>'
        parts[RELATIONS] = relations.replace("</Relationships>", f"{relation}</Relationships>").encode()


def read_provenance(content: bytes) -> dict[str, object]:
    """What an Office file says that it was made from; nothing where it says nothing."""
    return from_properties(custom_properties(content))


def custom_properties(content: bytes) -> dict[str, str]:
    """The custom properties of an Office file; none where it is no such file."""
    text = opened(content, CUSTOM, LARGEST_PROPERTIES).get(CUSTOM, b"<!")
    if b"<!" in text:  # none, or one with a document type, hence perhaps with entities that grow
        return {}
    try:
        root = ElementTree.fromstring(text)  # noqa: S314 - see above
    except ElementTree.ParseError:
        return {}
    return {child.get("name", ""): "".join(child.itertext()) for child in root}
