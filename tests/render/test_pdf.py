"""The PDF: what it claims about itself, what it holds, and that every text in it is the text of the model."""

from __future__ import annotations

import io
import shutil
import subprocess
from dataclasses import asdict, replace

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings

from tests.render import nasty, sample
from vbe.errors import VbeError
from vbe.report.model import Group
from vbe.report.render import pdf
from vbe.store.resources import Templates

TEMPLATES = Templates()
needs_pdftotext = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext saknas (paketet poppler-utils)")


@pytest.fixture(scope="module")
def content():
    return pdf.render(sample.full(), TEMPLATES)


@pytest.fixture(scope="module")
def document(content):
    with pikepdf.open(io.BytesIO(content)) as opened:
        yield opened


def elements(document):
    """Every element of the structure tree."""
    waiting = [document.Root.StructTreeRoot.K]
    while waiting:
        node = waiting.pop()
        if isinstance(node, pikepdf.Array):
            waiting += list(node)
        elif isinstance(node, pikepdf.Dictionary):
            if "/S" in node:
                yield node
            if "/K" in node:
                waiting.append(node.K)


def of_type(document, name):
    return [node for node in elements(document) if name == node.S]


def attribute(node, name):
    owners = node.get("/A", pikepdf.Array())
    owners = owners if isinstance(owners, pikepdf.Array) else [owners]
    return next((owner[name] for owner in owners if name in owner), None)


def text_of(content):
    return subprocess.run(["pdftotext", "-raw", "-", "-"], input=content, capture_output=True, check=True).stdout.decode()


def squeezed(text):
    return "".join(text.split())


def test_both_standards_are_claimed(document):
    with document.open_metadata() as xmp:
        assert xmp["pdfuaid:part"] == "1"
        assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"]) == ("2", "A")


def test_language_title_and_author(document):
    report = sample.full()
    assert str(document.Root.Lang) == "sv-SE"
    assert document.Root.ViewerPreferences.DisplayDocTitle
    assert str(document.docinfo.Title) == report.title
    assert str(document.docinfo.Author) == report.municipality


def test_dates_are_the_commits(content):
    with pikepdf.open(io.BytesIO(content)) as document:  # By itself: who reads the metadata writes the dates anew.
        assert str(document.docinfo.CreationDate) == str(document.docinfo.ModDate) == "D:20180321130509Z"


def test_the_outline_names_every_section(document):
    with document.open_outline() as outline:
        titles = [item.title for item in outline.root]
    assert len(titles) == len(sample.full().sections) + 1
    assert any("Spårbarhet" in title for title in titles)


def test_every_figure_has_an_alternative_text(document):
    figures = of_type(document, "/Figure")
    assert len(figures) == 24
    assert all("98,7 procent" in str(figure.Alt) for figure in figures)


def test_every_table_has_header_cells_with_a_scope(document):
    tables = of_type(document, "/Table")
    assert len(tables) == 14
    heads = of_type(document, "/TH")
    assert len(heads) == 13 * 6 + 8
    assert {str(attribute(head, "/Scope")) for head in heads} == {"/Column"}


def test_running_text_and_lists_are_tagged(document):
    assert {str(node.S) for node in elements(document)} >= {"/Title", "/H1", "/H2", "/P", "/L", "/LI", "/TOC", "/Caption"}


def test_only_shipped_fonts(document):
    names = {str(font.BaseFont).split("+")[-1] for page in document.pages for font in page.Resources.get("/Font", {}).values()}
    assert all(name.startswith(("SourceSansPro", "DejaVuSansMono")) for name in names), names


def test_provenance_is_read_back(content):
    assert pdf.read_provenance(content) == asdict(sample.ORIGIN)
    unknown = replace(sample.ORIGIN, commit=None, committed_on=None, dirty=None)
    assert pdf.read_provenance(pdf.render(replace(sample.short(), provenance=unknown), TEMPLATES)) == asdict(unknown)


def test_provenance_of_something_else():
    assert pdf.read_provenance(b"no pdf") == {}


def test_parts_say_which_page_differs():
    first = pdf.render(sample.full(areas=2, obligations=20), TEMPLATES)
    changed = sample.full(areas=2, obligations=20)
    last = replace(changed.sections[-1], blocks=(sample.Paragraph("Något annat."),))
    second = pdf.render(replace(changed, sections=(*changed.sections[:-1], last)), TEMPLATES)
    one, two = pdf.parts(first), pdf.parts(second)
    assert one["sida 1"] == two["sida 1"]
    assert any(one[name] != two.get(name) for name in one if name.startswith("sida"))


@needs_pdftotext
@pytest.mark.parametrize("text", nasty.MARKUP)
def test_markup_is_text(text):
    shown = squeezed(text_of(pdf.render(sample.saying(text), TEMPLATES))).replace("ﬁ", "fi")
    assert shown.count(squeezed(text).replace("ﬁ", "fi")) >= 6


@needs_pdftotext
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(nasty.texts)
def test_any_text_comes_out_as_itself(text):
    base = sample.full(0, 0)
    report = replace(base, sections=(replace(base.sections[0], blocks=(sample.Paragraph(f"Början {text} slut"),)),))
    assert squeezed(f"Början {text} slut") in squeezed(text_of(pdf.render(report, TEMPLATES)))


@pytest.mark.parametrize("text", ["Allt klart 😀", "漢"])
def test_a_sign_without_a_glyph_names_its_place(text):
    report = sample.full(areas=3, obligations=4)
    omraden = report.sections[3]
    group = replace(omraden.blocks[1], blocks=(sample.Facts("Läget", (sample.Fact("Resultat", text),)),))
    sections = (*report.sections[:3], replace(omraden, blocks=(omraden.blocks[0], group)), *report.sections[4:])
    with pytest.raises(VbeError) as caught:
        pdf.render(replace(report, sections=sections), TEMPLATES)
    said = f"{caught.value.message} {caught.value.hint}"
    for part in ("3 Områdena", "Område 2", "Läget", "Resultat", text, f"U+{ord(text[-1]):04X}"):
        assert part in said
    assert caught.value.text == text


@pytest.mark.parametrize("text", nasty.REFUSED)
def test_what_is_not_seen_is_refused_by_name(text):
    with pytest.raises(VbeError, match=r"U\+"):
        pdf.render(sample.saying(text), TEMPLATES)


def test_a_sign_in_a_chart_that_stands_only_there():
    chart = sample.chart()
    chart = replace(chart, bars=(replace(chart.bars[0], label="2015 😀"), *chart.bars[1:]))
    report = replace(sample.short(), sections=(sample.Section("s", "1", "Ett", (Group("g", "Två", (chart,)),)),))
    with pytest.raises(VbeError, match="1 Ett › Två › Andel aktuella rutiner › 2015"):
        pdf.render(report, TEMPLATES)


def test_a_missing_alternative_text_is_an_error():
    report = replace(sample.short(), sections=(sample.Section("s", "1", "Ett", (replace(sample.chart(), description=""),)),))
    with pytest.raises(VbeError, match="Andel aktuella rutiner"):
        pdf.render(report, TEMPLATES)


def test_an_error_in_a_citys_own_template_names_the_line():
    own = Templates(lambda name: b"= Rubrik\n#ingenting()\n" if name == pdf.TEMPLATE else None)
    with pytest.raises(VbeError, match=r"templates/report/report\.typ:2: "):
        pdf.render(sample.short(), own)


def test_a_citys_own_template_reads_no_other_file():
    own = Templates(lambda name: b'#read("/etc/hostname")\n' if name == pdf.TEMPLATE else None)
    with pytest.raises(VbeError, match="file not found"):
        pdf.render(sample.short(), own)


def test_a_long_table_repeats_its_header_and_lies_on_its_side(document):
    sizes = {tuple(round(float(edge)) for edge in page.mediabox[2:]) for page in document.pages}
    assert sizes == {(595, 842), (842, 595)}
