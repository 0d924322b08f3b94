"""Makes templates/letterhead.docx, the plain letterhead that a municipality replaces by its own.

Usage: python tools/letterhead.py [FILE [LANGUAGE]]   (default templates/letterhead.docx sv; the same bytes each time)
"""

from __future__ import annotations

import datetime
import io
import sys
from pathlib import Path
from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_BREAK, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

from vbe.report.render.package import settled

ACCENT, QUIET, LINE = RGBColor(0x14, 0x3D, 0x59), RGBColor(0x4D, 0x59, 0x63), "B9C4CE"
FACE = "Calibri"
WORDS = {
    "sv": ("Avser", "Skriven för", "Uppgifterna gäller per", "Spridning", "Innehåll"),
    "en": ("For", "Written for", "The information is as of", "Distribution", "Contents"),
}
"""Language → the words of the cover."""
KEPT = (
    "Normal", "Header", "Footer", "Heading 1", "Heading 2", "Heading 3", "Default Paragraph Font", "Normal Table", "No List",
    "Title", "Subtitle", "List Bullet", "List Number", "Caption", "TOC Heading", "Table Grid",
)  # fmt: skip
SIZES = {"Title": (30, True, 0, 6), "Subtitle": (15, False, 0, 6), "Heading 1": (20, True, 26, 9), "Heading 2": (14, True, 20, 6)}
SIZES |= {"Heading 3": (11.5, True, 14, 4), "Caption": (9.5, True, 12, 4)}


def main() -> None:
    """Write the file."""
    target = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent.parent / "templates" / "letterhead.docx")
    words = WORDS[sys.argv[2] if len(sys.argv) > 2 else "sv"]
    document = docx.Document()
    _drop(document.part, "stylesWithEffects")
    _drop(document.part.package, "thumbnail")
    for style in list(document.styles):
        if style.name not in KEPT:
            style.delete()
    _page(document)
    _styles(document)
    _cover(document, words)
    _running(document.sections[0])
    core = document.core_properties
    core.author = core.title = core.comments = core.last_modified_by = ""
    core.created = core.modified = datetime.datetime(2026, 1, 1)  # noqa: DTZ001 - the file's own, the same each time
    out = io.BytesIO()
    document.save(out)
    target.write_bytes(settled(out.getvalue(), {}))


def _drop(whole: Any, kind: str) -> None:
    """Leave out what the library's own page brings and nobody sees: styles for Word 2010, and a picture of an empty page."""
    for name, relation in list(whole.rels.items()):
        if relation.reltype.endswith(f"/{kind}"):
            del whole.rels[name]


def _page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(22.5)
    section.top_margin, section.bottom_margin = Mm(27), Mm(24)
    section.header_distance = section.footer_distance = Mm(12)
    section.different_first_page_header_footer = True


def _face(style: Any, size: float, *, bold: bool = False, colour: RGBColor | None = None) -> None:
    style.font.name, style.font.size, style.font.bold, style.font.italic = FACE, Pt(size), bold, False
    fonts = style.element.rPr.rFonts
    for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{kind}"), None)
    fonts.set(qn("w:cs"), FACE)
    if colour is not None:
        style.font.color.rgb = colour


def _styles(document: Any) -> None:
    styles = document.styles
    _face(styles["Normal"], 10.5)
    styles["Normal"].paragraph_format.space_after = Pt(8)
    styles["Normal"].paragraph_format.line_spacing = 1.15
    for name, (size, bold, before, after) in SIZES.items():
        style = styles[name]
        _face(style, size, bold=bold, colour=QUIET if name == "Subtitle" else ACCENT)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        style.paragraph_format.line_spacing = 1
        for border in style.element.findall(f"{qn('w:pPr')}/{qn('w:pBdr')}"):
            border.getparent().remove(border)
        for spacing in style.element.findall(f"{qn('w:rPr')}/{qn('w:spacing')}"):
            spacing.getparent().remove(spacing)
    for name in ("Header", "Footer"):
        _face(styles[name], 8.5, colour=QUIET)
    for level in (1, 2):
        style = styles.add_style(f"toc {level}", WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        _face(style, 10.5, bold=level == 1, colour=ACCENT if level == 1 else None)
        style.paragraph_format.left_indent = Mm(5 * (level - 1))
        style.paragraph_format.space_before = Pt(6 if level == 1 else 0)
        style.paragraph_format.space_after = Pt(2)
        style.paragraph_format.tab_stops.add_tab_stop(Mm(165), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    _face(styles["TOC Heading"], 20, bold=True, colour=ACCENT)
    grid = styles["Table Grid"].element
    for borders in grid.findall(f"{qn('w:tblPr')}/{qn('w:tblBorders')}"):
        edges = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/>' for side in ("bottom", "insideH"))
        top = '<w:top w:val="single" w:sz="8" w:space="0" w:color="143D59"/>'
        borders.getparent().replace(borders, parse_xml(f"<w:tblBorders {nsdecls('w')}>{top}{edges}</w:tblBorders>"))


def _cover(document: Any, words: tuple[str, ...]) -> None:
    body = document
    first = body.add_paragraph("{{ municipality }}")
    first.runs[0].font.size, first.runs[0].font.bold, first.runs[0].font.color.rgb = Pt(15), True, ACCENT
    edge = f'<w:pBdr {nsdecls("w")}><w:bottom w:val="single" w:sz="20" w:space="6" w:color="143D59"/></w:pBdr>'
    first._p.get_or_add_pPr().append(parse_xml(edge))
    title = body.add_paragraph("{{ title }}", style="Title")
    title.paragraph_format.space_before = Mm(60)
    body.add_paragraph("{{ subtitle }}", style="Subtitle")
    body.add_paragraph(words[0] + " {{ period }}")
    body.add_paragraph("{%p for banner in banners %}")
    banner = body.add_paragraph()
    banner.add_run("{{ banner.title }}. ").font.bold = True
    banner.add_run("{{ banner.text }}")
    body.add_paragraph("{%p endfor %}")
    facts = body.add_paragraph(words[1] + ": {{ reader }}")
    facts.paragraph_format.space_before = Mm(40)
    body.add_paragraph(words[2] + ": {{ as_of }}")
    body.add_paragraph(words[3] + ": {{ visibility }}").add_run().add_break(WD_BREAK.PAGE)
    body.add_paragraph(words[4], style="TOC Heading")
    body.add_paragraph("{{p contents }}")
    body.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    body.add_paragraph("{{p report }}")


def _field(paragraph: Any, code: str) -> None:
    for kind in ("begin", None, "separate", "text", "end"):
        run = paragraph.add_run()
        if kind is None:
            instruction = OxmlElement("w:instrText")
            instruction.set(qn("xml:space"), "preserve")
            instruction.text = f" {code} "
            run._r.append(instruction)
        elif kind == "text":
            run.text = "1"
        else:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)


def _running(section: Any) -> None:
    section.header.paragraphs[0].text = "{{ municipality }}"
    section.first_page_header.is_linked_to_previous = False
    section.first_page_footer.is_linked_to_previous = False
    footer = section.footer.paragraphs[0]
    footer.text = "{{ title }}\t"
    for stop in list(footer.style.paragraph_format.tab_stops):
        footer.paragraph_format.tab_stops.add_tab_stop(stop.position, WD_TAB_ALIGNMENT.CLEAR)
    footer.paragraph_format.tab_stops.add_tab_stop(Mm(165), WD_TAB_ALIGNMENT.RIGHT)
    _field(footer, "PAGE")
    footer.add_run(" (")
    _field(footer, "NUMPAGES")
    footer.add_run(")")


if __name__ == "__main__":
    main()
