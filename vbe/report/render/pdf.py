"""The report as PDF: PDF/UA-1 and PDF/A-2a in one file, set by typst from one static template.

The texts go in as JSON and never as markup: of 100 random strings 99 broke a page that they were pasted into.
https://typst.app/docs/reference/pdf/ says what the standards demand; a warning is an error here.
"""

from __future__ import annotations

import html
import json
import re
import shutil
import tempfile
from contextlib import contextmanager
from dataclasses import asdict
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from vbe.errors import VbeError
from vbe.language import _
from vbe.report.model import Table
from vbe.report.plain import plain, plain_with
from vbe.report.render.labels import words_of
from vbe.report.render.origin import from_properties, moment, properties
from vbe.report.render.pdf_text import CONTENTS, objects_of
from vbe.report.render.places import require_printable, undescribed, unprintable
from vbe.report.render.widths import lay_out

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterator, Mapping

    from typst import Compiler, PDFStandard, TypstError, TypstWarning

    from vbe.report.model import Block, Chart, Report, Section
    from vbe.report.render.labels import Words

TEMPLATE = "report/report.typ"
TEMPLATES = (TEMPLATE,)
STANDARDS: list[PDFStandard] = ["ua-1", "a-2a"]
FACES = ("Regular", "It", "Semibold", "Bold")
PICTURE_DENSITY = 200
CANNOT_SHOW = re.compile(r'the text `"(.*?)"` could not be displayed|contains the codepoint `"(.*?)"`')
ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)")


def render(report: Report, templates: Mapping[str, bytes]) -> bytes:
    """The report as PDF."""
    data = require_printable(report)
    data["sections"] = [_laid(section) for section in report.sections]
    data["words"] = asdict(words_of(report))
    data["keywords"] = [f"{name}={value}" for name, value in properties(report.provenance).items()]
    with open_compiler(templates[TEMPLATE], {"report": json.dumps(data)}) as compiler:
        return compiled(compiler, data, STANDARDS, moment(report.provenance))


def pictures(charts: list[Chart], words: Words, language: str, templates: Mapping[str, bytes]) -> list[bytes]:
    """Every chart as PNG, drawn in one go by the same template."""
    if not charts:
        return []
    data: dict[str, object] = dict.fromkeys(("title", "subtitle", "municipality"), "")
    data |= {"keywords": [], "charts": plain(tuple(charts)), "words": asdict(words), "language": language}
    with open_compiler(templates[TEMPLATE], {"report": json.dumps(data), "only": "charts"}) as compiler:
        # Only the standards make typst refuse a sign that it has no glyph for; a picture would silently show a box.
        compiled(compiler, data, ["a-2u"], 0)
        return _made(lambda: compiler.compile_with_warnings(format="png", ppi=PICTURE_DENSITY), data, TEMPLATE)


def read_provenance(content: bytes) -> dict[str, object]:
    """What a PDF says that it was made from; nothing where it says nothing. XMP stands uncompressed in the file."""
    keywords = _between(content, b"<pdf:Keywords>", b"</pdf:Keywords>")
    words = html.unescape(keywords.decode("utf-8", "replace")).split(", ")
    return from_properties(dict(word.split("=", 1) for word in words if "=" in word))


def parts(content: bytes) -> dict[str, str]:
    """Each page as it is drawn, what the file says about itself, and all the rest (fonts, tags, links)."""
    objects = dict(objects_of(content, is_whole=False))
    pages = [match.group(1) for body in objects.values() if b"/Type/Page/" in body and (match := CONTENTS.search(body))]
    named = {f"sida {number}": objects.pop(page, b"").hex() for number, page in enumerate(pages, 1)}
    about = _between(content, b"<x:xmpmeta", b"</x:xmpmeta>")
    rest = b"\n".join(body for body in objects.values() if b"<x:xmpmeta" not in body)
    return named | {"uppgifter om filen": about.decode("utf-8", "replace"), "övrigt": rest.hex()}


def count_pages(content: bytes) -> int:
    """How many pages a PDF of ours has."""
    return sum(b"/Type/Page/" in body for _number, body in objects_of(content))


def _between(content: bytes, begin: bytes, end: bytes) -> bytes:
    """What stands between the first of one mark and the next of another; nothing where either is missing."""
    _before, _mark, rest = content.partition(begin)
    inner, found, _after = rest.partition(end)
    return inner if found else b""


def _laid(section: Section) -> dict[str, object]:
    """A section as plain data with the widths of its tables.

    A wide table lies on a page of its own; a section with no other tables lies with it.
    """
    own = {id(block): lay_out(block) for block in section.blocks if isinstance(block, Table)}
    lies = bool(own) and all(wide for _widths, wide in own.values())

    def laid(part: Section | Block) -> dict[str, object]:
        if not isinstance(part, Table):
            return {"wide": lies} if part is section else {}
        widths, wide = own.get(id(part)) or lay_out(part)
        return {"widths": widths, "wide": wide and not (lies and id(part) in own)}

    return plain_with(section, laid)


@contextmanager
def open_compiler(template: bytes, inputs: dict[str, str]) -> Iterator[Compiler]:
    """A compiler that sees the shipped fonts only, and no file but them."""
    with open_typesetter(template, inputs) as (compiler, _folder):
        yield compiler


@contextmanager
def open_typesetter(template: bytes, inputs: dict[str, str]) -> Iterator[tuple[Compiler, Path]]:
    """The same with the folder that it sees, where a file of data may be put anew for each of many documents.

    The font package holds every face twice (OTF and TTF), and typst takes whichever the file system lists first: on
    another disk the same report would get other bytes. Hence a folder with one file per face.
    """
    import typst

    package = find_spec("font_source_sans_pro")
    assert package is not None
    assert package.origin is not None
    with tempfile.TemporaryDirectory() as folder:
        for face in FACES:
            name = f"SourceSansPro-{face}.ttf"
            shutil.copyfile(Path(package.origin).parent / "files" / name, Path(folder) / name)
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[folder])
        page = Path(folder) / "report.typ"
        page.write_bytes(template)
        nowhere = str(Path(folder) / "packages")
        yield (
            typst.Compiler(
                page, root=folder, font_paths=fonts, sys_inputs=inputs, package_path=nowhere, package_cache_path=nowhere
            ),
            Path(folder),
        )


def compiled(
    compiler: Compiler,
    data: Mapping[str, object],
    standards: list[PDFStandard],
    timestamp: datetime.datetime | int,
    template: str = TEMPLATE,
) -> bytes:
    """The PDF that typst makes; `data` is what it is made from. `timestamp`: the moment, or seconds since 1970."""
    [content] = _made(
        lambda: compiler.compile_with_warnings(format="pdf", pdf_standards=standards, timestamp=timestamp), data, template
    )
    return content


def _made(
    compile_: Callable[[], tuple[bytes | list[bytes] | None, list[TypstWarning]]], data: Mapping[str, object], template: str
) -> list[bytes]:
    """The files that typst makes; a fault or a warning of it is told as a fault of the text, or of the template by name."""
    from typst import TypstError

    try:
        content, warnings = compile_()
    except TypstError as error:
        raise _explained(error, data, template) from None
    if warnings:
        raise _explained(warnings[0], data, template)
    return content if isinstance(content, list) else [content or b""]


def _explained(error: TypstError | TypstWarning, data: Mapping[str, object], template: str) -> VbeError:
    """A fault of the text names its place in the report; another one its place in the template."""
    match = CANNOT_SHOW.search(error.diagnostic or error.message)
    if match:
        return unprintable(data, ESCAPED.sub(unescaped, match.group(1) or match.group(2)))
    if "missing alt text" in error.message and (fault := undescribed(data)):
        return fault
    line = re.search(r"┌─ .*?:(\d+):", error.diagnostic or "")
    place = f"templates/{template}" + (f":{line.group(1)}" if line else "")
    return VbeError(
        _("The PDF cannot be set from {template}: {reason}.").format(template=place, reason=error.message.rstrip("."))
    )


def unescaped(match: re.Match[str]) -> str:
    """A sign as it is, where typst tells it by its code."""
    code, letter = match.groups()
    return chr(int(code, 16)) if code else {"n": "\n", "t": "\t", "r": "\r", "0": "\0"}.get(letter, letter)
