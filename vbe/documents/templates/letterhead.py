"""A letterhead (.docx) holds what its page shows, and nothing that Word would fetch, run or ask for.

Everything that is not on the lists here is refused: parts, kinds of parts, relations, fields and elements. An archive is
read with limits, and XML only where it declares no document type, so that nothing grows while it is read.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from functools import lru_cache
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from vbe.documents.templates import Fault
from vbe.documents.templates.fields import field_codes
from vbe.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_PARTS = 400
MAX_BYTES = 48 * 1024 * 1024
"""Of all parts, unpacked."""
MAX_RATIO = 200
SMALL = 1024 * 1024
"""Bytes of a part that may be packed as hard as anybody likes."""
PART = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/(?:core|app|custom)\.xml|docProps/thumbnail\.(?:jpe?g|png|emf|wmf)"
    r"|docMetadata/LabelInfo\.xml|customXml/(?:item|itemProps)\d*\.xml|customXml/_rels/item\d*\.xml\.rels"
    r"|word/(?:document|styles|stylesWithEffects|settings|webSettings|fontTable|numbering|footnotes|endnotes|people"
    r"|comments|commentsExtended|commentsIds|commentsExtensible|(?:header|footer)\d*|theme/theme\d*)\.xml"
    r"|word/glossary/(?:document|styles|stylesWithEffects|settings|webSettings|fontTable|numbering|footnotes|endnotes)\.xml"
    r"|word/(?:theme/|glossary/)?_rels/\w+\.xml\.rels|word/(?:media|glossary/media)/[\w.-]+\.(?:png|jpe?g|gif|emf|wmf|svg)"
    r"|word/fonts/[\w.-]+\.odttf|[\w/]+/"
)
KIND = re.compile(
    r"(?:application|text)/xml|image/(?:png|jpe?g|gif|x-emf|x-wmf|svg\+xml)"
    r"|application/vnd\.openxmlformats-package\.(?:core-properties|relationships)\+xml"
    r"|application/vnd\.openxmlformats-officedocument\.(?:extended-properties|custom-properties|theme|customXmlProperties"
    r"|wordprocessingml\.(?:document\.(?:main|glossary)|styles|settings|webSettings|fontTable|numbering|footnotes|endnotes"
    r"|header|footer|comments|commentsExtended|commentsIds|commentsExtensible|people))\+xml"
    r"|application/vnd\.openxmlformats-officedocument\.obfuscatedFont"
    r"|application/vnd\.ms-word\.stylesWithEffects\+xml|application/vnd\.ms-office\.classificationlabels\+xml"
)
RELATION = re.compile(
    "officeDocument|(?:core|extended|custom)-properties|thumbnail|classificationlabels|styles|stylesWithEffects|settings"
    "|webSettings|fontTable|numbering|footnotes|endnotes|header|footer|theme|image|hyperlink|customXml|customXmlProps"
    "|glossaryDocument|font|comments|commentsExtended|commentsIds|commentsExtensible|people"
)
FORBIDDEN = re.compile(
    "altChunk|attachedTemplate|control|dataSource|foreignObject|headerSource|mailMerge|object|OLEObject|saveThroughXslt"
    "|script|subDoc|webextension|webExtensionLinked"
)
"""Elements."""
ABROAD = re.compile(r"\s*(?:[a-z][a-z0-9+.-]+:|//|\\\\)", re.IGNORECASE)
LINK = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)
LEADING = frozenset({"src", "href", "link", "althref", "attachedschema", "xlinkhref"})
FIELD = re.compile(
    "AUTHOR|COMMENTS|CREATEDATE|DATE|DOCPROPERTY|EDITTIME|HYPERLINK|INFO|KEYWORDS|LASTSAVEDBY|NUMCHARS|NUMPAGES|NUMWORDS|PAGE"
    "|PAGEREF|PRINTDATE|QUOTE|REF|REVNUM|SAVEDATE|SECTION|SECTIONPAGES|SEQ|STYLEREF|SUBJECT|TIME|TITLE|TOC|USERINITIALS"
    "|USERNAME|=.*"
)
HYPERLINK = re.compile(r'\s*HYPERLINK\s+(?:\\l\b.*|"?(?:https?://|mailto:).*)', re.IGNORECASE | re.DOTALL)


def faults(content: bytes) -> list[Fault]:
    """Everything in a letterhead that it may not hold; the first reason where it cannot be read at all."""
    try:
        return list(_faults(content))
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError):
        return [Fault(_("It is not a Word document (.docx) that can be read."), _("Save it anew from Word as .docx."))]


def _faults(content: bytes) -> Iterator[Fault]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entries = archive.infolist()
        if len(entries) > MAX_PARTS or sum(entry.file_size for entry in entries) > MAX_BYTES:
            message = _("It is larger than {size} MiB unpacked, or has more than {count} parts.")
            yield Fault(message.format(size=MAX_BYTES // 1024**2, count=MAX_PARTS))
            return
        names = [entry.filename for entry in entries]
        yield from (Fault(_("The part {part} is there twice.").format(part=n)) for n in sorted(set(names)) if names.count(n) > 1)
        for entry in entries:
            name = entry.filename
            if not PART.fullmatch(name):
                yield _refused(_("the part {part}").format(part=ascii(name)[1:-1]))
            elif entry.file_size > SMALL and entry.file_size > MAX_RATIO * max(entry.compress_size, 1):
                yield _refused(_("the part {part}, which is packed too hard").format(part=name))
            elif name.endswith((".xml", ".rels", ".svg")):
                yield from _xml(name, archive.read(entry))


def _refused(what: str) -> Fault:
    hint = _("Remove it in Word, or copy the page into a new document and save that as .docx.")
    return Fault(_("A letterhead may not hold {what}.").format(what=what), hint)


def _xml(name: str, content: bytes) -> Iterator[Fault]:
    if b"<!" in content.replace(b"<!--", b"") or b"\0" in content[:200]:
        yield _refused(_("a document type or another encoding than UTF-8 ({part})").format(part=name))
        return
    try:
        root = ElementTree.fromstring(content)  # noqa: S314 - no document type, hence no entities: see above
    except ElementTree.ParseError:
        yield Fault(_("The part {part} cannot be read.").format(part=name), _("Save it anew from Word as .docx."))
        return
    if name == "[Content_Types].xml":
        kinds = {each.get("ContentType", "") for each in root}
        yield from (_refused(_("parts of the kind {kind}").format(kind=k)) for k in sorted(kinds) if not KIND.fullmatch(k))
    elif name.endswith(".rels"):
        yield from _relations(root)
    else:
        yield from _elements(name, root)


def _relations(root: ElementTree.Element) -> Iterator[Fault]:
    for relation in root:
        kind, target = relation.get("Type", "").rsplit("/", 1)[-1], relation.get("Target", "")
        is_away = relation.get("TargetMode", "").lower() == "external" or ABROAD.match(target)
        if not RELATION.fullmatch(kind):
            yield _refused(_("the relation {kind}").format(kind=kind))
        elif is_away and (kind != "hyperlink" or not LINK.match(target)):
            yield _refused(_("something fetched from elsewhere ({kind}: {target})").format(kind=kind, target=target[:80]))


def _local(name: str) -> str:
    """The name of an element or attribute without its namespace."""
    return name.rpartition("}")[2]


# A page has thousands of elements and a few dozen names.
@lru_cache(1024)
def _is_forbidden(tag: str) -> bool:
    return FORBIDDEN.fullmatch(_local(tag)) is not None


@lru_cache(1024)
def _is_leading(attribute: str) -> bool:
    return _local(attribute).lower() in LEADING


def _elements(name: str, root: ElementTree.Element) -> Iterator[Fault]:
    is_body = name.startswith("word/")
    for element in root.iter():
        if _is_forbidden(element.tag):
            yield _refused(_("“{name}” ({part})").format(name=_local(element.tag), part=name))
        for attribute, value in element.attrib.items():
            if _is_leading(attribute) and not value.startswith("data:image/") and ABROAD.match(value):
                what = _("something fetched from elsewhere ({kind}: {target})")
                yield _refused(what.format(kind=_local(element.tag), target=value[:80]))
    for code in field_codes(root) if is_body else ():
        words = code.split()
        kind = words[0].upper() if words else ""
        is_away = kind == "HYPERLINK" and not HYPERLINK.fullmatch(code)
        if kind and (is_away or not FIELD.fullmatch(kind)):
            yield _refused(_("the field {field} ({part})").format(field=kind[:40], part=name))
