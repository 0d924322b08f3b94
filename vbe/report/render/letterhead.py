"""A municipality's letterhead: what it must hold for a report to be written on it, and what is lacking."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

from vbe.errors import VbeError
from vbe.language import _

if TYPE_CHECKING:
    from docx.document import Document

BODY = "word/document.xml"
TEXT_PARTS = re.compile(r"word/(document|header\d*|footer\d*)\.xml")
REPORT, CONTENTS = "report", "contents"
REQUIRED_STYLES = ("Heading 1", "Heading 2", "Heading 3", "Caption", "List Bullet", "List Number", "Table Grid")
WANTED_STYLES = ("toc 1", "toc 2")
WANTED = ("title", "municipality", CONTENTS)
KNOWN = (*WANTED, REPORT, "subtitle", "period", "year", "as_of", "reader", "visibility", "part_year", "banners")
PLACEHOLDER = re.compile(r"{{(?:([pr])\s)?\s*(\w+)")
LOOP = re.compile(r"{%\w*\s*for\s+(\w+)\s+in")


def opened(content: bytes, name: str) -> Document:
    """The letterhead as a document; one error where it is none."""
    import docx

    try:
        return docx.Document(io.BytesIO(content))
    except Exception as error:  # the library lets everything through that a broken archive can cause
        message = _("{file} is not a Word document (.docx) that can be read.").format(file=name)
        raise VbeError(message, _("Save it anew from Word as .docx.")) from error


def style_ids(document: Document) -> dict[str, str]:
    """Style name → id. Names are English in every Word ("heading 1"), ids follow its language ("Rubrik1")."""
    return {style.name: style.style_id for style in document.styles if style.name}


def lacks(content: bytes, name: str) -> tuple[list[str], list[str]]:
    """What a letterhead must have and lacks or may not have and has, and what it would do well to have; in sentences."""
    from vbe.documents.templates.letterhead import faults

    forbidden = [f"{fault.message} {fault.hint}".strip() for fault in faults(content)]
    if forbidden:
        return forbidden, []
    document = opened(content, name)
    styles = style_ids(document)
    placeholders = _placeholders(content)
    must = [_("The style “{style}” is missing.").format(style=style) for style in REQUIRED_STYLES if style not in styles]
    if "List Number" in styles and numbering_of(document) is None:
        must.append(_("The style “{style}” has no numbering.").format(style="List Number"))
    must += [
        _("“{wrong}” must be written “{right}”.").format(wrong=f"{{{{ {word} }}}}", right=f"{{{{p {word} }}}}")
        for word in (REPORT, CONTENTS)
        if (word, False) in placeholders
    ]
    found = {word for word, _paragraph in placeholders}
    if REPORT not in found:
        must.append(_("The placeholder “{name}” is missing, on a line of its own.").format(name="{{p report }}"))
    must += [_("The placeholder “{name}” is not known.").format(name=f"{{{{ {word} }}}}") for word in sorted(found - set(KNOWN))]
    should = [_("The style “{style}” is missing.").format(style=style) for style in WANTED_STYLES if style not in styles]
    should += [
        _("The placeholder “{name}” is missing.").format(name=f"{{{{p {word} }}}}" if word == CONTENTS else f"{{{{ {word} }}}}")
        for word in WANTED
        if word not in found
    ]
    return must, should


def require(content: bytes, name: str) -> Document:
    """The letterhead as a document, once it holds what it must."""
    must, _should = lacks(content, name)
    if must:
        more = _("`vbe report --check-template {file}` lists everything that is lacking.").format(file=name)
        raise VbeError(_("The letterhead {file} cannot be used: {reason}").format(file=name, reason=must[0]), more)
    return opened(content, name)


def _placeholders(content: bytes) -> set[tuple[str, bool]]:
    """Every placeholder, and whether it takes a paragraph; Word may split one over several runs."""
    found = set()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for part in archive.namelist():
            if TEXT_PARTS.fullmatch(part):
                text = re.sub(r"<[^>]+>", "", archive.read(part).decode("utf-8", "replace"))
                loops = set(LOOP.findall(text))
                found |= {(word, kind == "p") for kind, word in PLACEHOLDER.findall(text) if word not in loops}
    return found


def numbering_of(document: Document) -> str | None:
    """The abstract numbering of the style List Number, which numbered lists start anew from."""
    from docx.oxml.ns import qn

    try:
        style = document.styles["List Number"].element
        numbers = document.part.numbering_part.element
    except (KeyError, NotImplementedError):
        return None
    wanted = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
    if wanted is None:
        return None
    for number in numbers.findall(qn("w:num")):
        if number.get(qn("w:numId")) == wanted.get(qn("w:val")):
            return str(number.find(qn("w:abstractNumId")).get(qn("w:val")))
    return None
