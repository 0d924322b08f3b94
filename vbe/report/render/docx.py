"""The report as a Word document, written on the municipality's letterhead.

The letterhead says `{{p report }}` where the report goes and may say `{{p contents }}`, `{{ title }}` and more; docxtpl
fills it in Jinja's sandbox. The report itself is put in afterwards, since docxtpl searches whatever it has rendered for
signs of its own (`{_{` would become `{{`): https://docxtpl.readthedocs.io/en/latest/#escaping
"""

from __future__ import annotations

import copy
import io
from typing import TYPE_CHECKING

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup, escape

from vbe.errors import VbeError
from vbe.language import _
from vbe.report.render import letterhead, pdf
from vbe.report.render.charts import charts_of
from vbe.report.render.labels import words_of
from vbe.report.render.origin import moment, properties
from vbe.report.render.package import parts, read_provenance, settled
from vbe.report.render.places import require_printable
from vbe.report.render.wordml import EMU_PER_TWIP, Writer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.parts.document import DocumentPart

    from vbe.report.model import Chart, Report
    from vbe.report.render.wordml import Lie

__all__ = ["parts", "read_provenance", "render"]
TEMPLATE = "letterhead.docx"
OTHERS = {"en": "letterhead.en.docx"}
TEMPLATES = (TEMPLATE, pdf.TEMPLATE)
A4 = (11_906, 16_838)
"""Width and height of a page whose letterhead says none, in twentieths of a point (twips)."""
FRONT = "cover"
"""The section that stands before the contents, in a document that has one."""
DRAFT = '<w:r><w:rPr><w:b/><w:color w:val="A3161A"/></w:rPr><w:t>{}</w:t></w:r>'


def render(report: Report, templates: Mapping[str, bytes]) -> bytes:
    """The report as a Word document."""
    require_printable(report)
    words = words_of(report)
    name = _letterhead(templates, report.language)
    letterhead.require(templates[name], name)
    document = _filled(templates[name], report)
    charts = list(charts_of(report.sections))
    drawn = dict(zip(map(id, charts), pdf.pictures(charts, words, report.language, templates), strict=True))
    writer = _writer(document, lambda chart: _picture(document.part, drawn[id(chart)]))
    writer.after_terms, writer.close = ":" * bool(report.provenance.document), not report.contents
    box = writer.sections(section for section in report.sections if section.id == FRONT)
    body = writer.sections(section for section in report.sections if section.id != FRONT)
    if not report.contents or report.provenance.document:
        if _marked(document, "contents") is not None:
            _without_pages_before(document, "report")
        contents = writer.listed_contents(words.contents) if report.contents else ""
        body = writer.opening(report, words) + box + contents + body
    if report.draft:
        _stamp_draft(document, words.draft)
    _replace(document, "report", body)
    _replace(document, "contents", writer.contents())
    _describe(document, report, words.locale)
    out = io.BytesIO()
    document.save(out)
    return settled(out.getvalue(), properties(report.provenance))


def _letterhead(templates: Mapping[str, bytes], language: str) -> str:
    """The municipality's own letterhead, which is in its language; else ours in the language that is written."""
    theirs = TEMPLATE in getattr(templates, "own_names", ())
    return TEMPLATE if theirs or language not in OTHERS else OTHERS[language]


def _filled(content: bytes, report: Report) -> Document:
    """The letterhead with its placeholders filled; the places of the report and its contents are marked."""
    template = DocxTemplate(io.BytesIO(content))
    names = ("title", "subtitle", "municipality", "period", "year", "reader")
    context: dict[str, object] = {name: _plain(str(getattr(report, name))) for name in names}
    context["as_of"] = _plain(report.as_of_words)
    context["visibility"] = report.distribution
    context["part_year"] = report.part_year
    context["banners"] = [{"title": _plain(banner.title), "text": _plain(banner.text)} for banner in report.banners]
    context |= {name: _mark(name) for name in ("report", "contents")}
    try:
        environment = SandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
        template.render(context, environment, autoescape=True)
    except TemplateError as error:
        place = next((line.strip() for line in getattr(error, "docx_context", ()) if "{" in line), "")
        message = _("The letterhead {file} cannot be filled: {reason}.")
        hint = _("Near: {text}").format(text=place) if place else ""
        raise VbeError(message.format(file=f"templates/{TEMPLATE}", reason=str(error).rstrip(".")), hint) from error
    document: Document = template.docx
    return document


def _plain(text: str) -> Markup:
    """A text that neither XML nor docxtpl's own search for braces changes."""
    return Markup(str(escape(text)).replace("{", "&#123;").replace("}", "&#125;"))  # noqa: S704 - escaped right here


def _mark(name: str) -> Markup:
    return Markup(f'<w:p><w:bookmarkStart w:id="0" w:name="vbe_{name}"/></w:p>')  # noqa: S704 - our own words


def _replace(document: Document, name: str, xml: str) -> None:
    """Put blocks where their placeholder was; the contents may have none."""
    place = _marked(document, name)
    if place is None:
        return
    parsed = parse_xml(f"<w:body {nsdecls('w', 'r', 'wp')}>{xml}</w:body>")
    for block in list(parsed):
        place.addprevious(block)
    place.getparent().remove(place)


def _marked(document: Document, name: str) -> BaseOxmlElement | None:
    """The paragraph that is marked as the place of something."""
    marks = document.element.body.iter(qn("w:bookmarkStart"))
    return next((mark.getparent() for mark in marks if mark.get(qn("w:name")) == f"vbe_{name}"), None)


def _without_pages_before(document: Document, name: str) -> None:
    """Take away the cover and the contents, which a page that stands alone has no room for."""
    place = _marked(document, name)
    for block in list(document.element.body):
        if place is not None and place in block.iter():
            return
        document.element.body.remove(block)


def _stamp_draft(document: Document, word: str) -> None:
    """Say in every head that the letterhead has that it is a draft; in one of our own where it has none.

    Through the relations, since docxtpl has put filled parts in them that the document's sections do not know of.
    """
    heads = [rel.target_part.element for rel in document.part.rels.values() if rel.reltype.endswith("/header")]
    for head in heads or [document.sections[0].header._element]:
        head.append(parse_xml(f"<w:p {nsdecls('w')}>{DRAFT.format(word)}</w:p>"))


def _picture(part: DocumentPart, content: bytes) -> tuple[str, float]:
    relation, image = part.get_or_add_image(io.BytesIO(content))
    return relation, image.px_height / image.px_width


def _writer(document: Document, picture: Callable[[Chart], tuple[str, float]]) -> Writer:
    last = document.sections[-1]
    edges = (last.left_margin or 0) + (last.right_margin or 0)
    width = ((last.page_width or A4[0] * EMU_PER_TWIP) - edges) // EMU_PER_TWIP
    across = ((last.page_height or A4[1] * EMU_PER_TWIP) - edges) // EMU_PER_TWIP
    styles = letterhead.style_ids(document)
    abstract = letterhead.numbering_of(document)
    numbers = document.part.numbering_part.element

    def new_list() -> int:
        number = numbers.add_num(int(abstract or 0))
        number.add_lvlOverride(ilvl=0).add_startOverride(1)
        return int(number.numId)

    return Writer(styles, width, across, picture, new_list, _turner(document))


def _turner(document: Document) -> Callable[[Lie], str]:
    """Ends of sections of pages. A first page of its own (the cover's) is the first section's only."""
    last = document.element.body.find(qn("w:sectPr"))
    first = [True]

    def turn(lie: Lie) -> str:
        end = copy.deepcopy(last)
        if not first[0]:
            _without_cover(end)
        first[0] = False
        if lie == "sideways":
            size = end.get_or_add_pgSz()
            wide, high = size.get(qn("w:h"), str(A4[1])), size.get(qn("w:w"), str(A4[0]))
            size.set(qn("w:w"), wide)
            size.set(qn("w:h"), high)
            size.set(qn("w:orient"), "landscape")
        _without_cover(last)
        return f"<w:p><w:pPr>{end.xml}</w:pPr></w:p>"

    return turn


def _without_cover(section: BaseOxmlElement) -> None:
    for cover in section.findall(qn("w:titlePg")):
        section.remove(cover)


def _describe(document: Document, report: Report, locale: str) -> None:
    """Title, author, language and dates: what a reader's file list and a screen reader go by."""
    when = moment(report.provenance).replace(tzinfo=None)
    core = document.core_properties
    core.title, core.author, core.subject = report.title[:255], report.municipality[:255], report.subtitle[:255]
    core.last_modified_by, core.language, core.revision = report.municipality[:255], locale, 1
    core.created = core.modified = when
    core.keywords = core.comments = ""
    defaults = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    if defaults is not None:
        for language in defaults.findall(qn("w:lang")):
            defaults.remove(language)
        defaults.append(
            defaults.makeelement(qn("w:lang"), {qn("w:val"): locale, qn("w:eastAsia"): locale, qn("w:bidi"): "ar-SA"})
        )
