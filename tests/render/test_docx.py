"""The Word document: headings, tables, pictures, contents and properties; and any letterhead that will do."""

from __future__ import annotations

import io
import zipfile
from dataclasses import asdict, replace
from pathlib import Path

import docx as word
import pytest
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings

from tests.render import nasty, sample
from vbe.errors import VbeError
from vbe.report.render import docx, letterhead
from vbe.store.resources import Templates

TEMPLATES = Templates()


@pytest.fixture(scope="module")
def content():
    return docx.render(sample.full(), TEMPLATES)


@pytest.fixture(scope="module")
def document(content):
    return word.Document(io.BytesIO(content))


def part(content, name="word/document.xml"):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name).decode()


def paragraphs(document):
    return ["".join(text.text or "" for text in p.iter(qn("w:t"))) for p in document.element.body.iter(qn("w:p"))]


def test_headings_are_headings(document):
    styles = [(p.style.name, p.text) for p in document.paragraphs if p.style.name.startswith("Heading")]
    assert ("Heading 1", "1 Sammanfattning") in styles
    assert [name for name, _text in styles].count("Heading 2") == 12


def test_every_table_repeats_its_header_and_keeps_its_rows_together(document):
    assert len(document.tables) == 14
    for table in document.tables:
        rows = table._tbl.tr_lst
        assert rows[0].trPr.find(qn("w:tblHeader")) is not None
        assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in rows)


def test_every_picture_has_a_description(document):
    pictures = list(document.element.body.iter(qn("wp:docPr")))
    assert len(pictures) == 24
    assert all("98,7 procent" in picture.get("descr") for picture in pictures)
    assert len({picture.get("id") for picture in pictures}) == 24


def test_the_contents_are_filled_and_point_to_headings(document):
    links = list(document.element.body.iter(qn("w:hyperlink")))
    names = {mark.get(qn("w:name")) for mark in document.element.body.iter(qn("w:bookmarkStart"))}
    assert len(links) == 7 + 12
    assert {link.get(qn("w:anchor")) for link in links} <= names
    fields = [field.get(qn("w:fldCharType")) for field in document.element.body.iter(qn("w:fldChar"))]
    assert fields == ["begin", "separate", "end"]


def test_numbered_lists_begin_anew():
    twice = (sample.Listing(("ett", "två"), ordered=True), sample.Listing(("ett",), ordered=True))
    made = docx.render(replace(sample.short(), sections=(sample.Section("s", "1", "S", twice),)), TEMPLATES)
    found = word.Document(io.BytesIO(made))
    numbers = [n.get(qn("w:val")) for n in found.element.body.iter(qn("w:numId"))]
    assert numbers[0] == numbers[1] != numbers[2]


def test_language_and_properties(content, document):
    core, report = document.core_properties, sample.full()
    assert (core.title, core.author, core.language) == (report.title, report.municipality, "sv-SE")
    assert core.created.isoformat() == core.modified.isoformat() == "2018-03-21T13:05:09+00:00"
    assert 'w:lang w:val="sv-SE"' in part(content, "word/styles.xml")


def test_a_wide_table_lies_on_its_side_and_the_cover_is_one(document):
    turned = [section.orientation for section in document.sections]
    assert turned.count(1) == 1
    assert [section.different_first_page_header_footer for section in document.sections] == [True, False, False]


def test_the_cover_says_what_the_fact_box_says(document):
    said = [paragraph.text.replace("\u00a0", " ").strip() for paragraph in document.paragraphs]
    assert {"Skriven för: kommunstyrelsen", "Uppgifterna gäller per: 1 mars 2018", "Spridning: Intern"} <= set(said)


def test_provenance_is_read_back(content):
    assert docx.read_provenance(content) == asdict(sample.ORIGIN)
    unknown = replace(sample.ORIGIN, commit=None, dirty=None)
    assert docx.read_provenance(docx.render(replace(sample.short(), provenance=unknown), TEMPLATES)) == asdict(unknown)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"no archive"])
def test_provenance_of_something_else(content):
    assert docx.read_provenance(content) == {}


@pytest.mark.parametrize("text", [*nasty.MARKUP, "Allt klart"])
def test_markup_is_text(text):
    report = sample.saying(text)
    made = word.Document(io.BytesIO(docx.render(report, TEMPLATES)))
    shown = paragraphs(made)
    assert shown.count(text) >= 10
    assert made.core_properties.title == text[:255]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(nasty.texts)
def test_any_text_comes_out_as_itself(text):
    base = sample.full(0, 0)
    report = replace(base, title=text, sections=(replace(base.sections[0], blocks=(sample.Paragraph(text),)),))
    assert paragraphs(word.Document(io.BytesIO(docx.render(report, TEMPLATES)))).count(text) >= 2


def test_emoji_is_text_but_no_picture():
    calm = replace(sample.short(), sections=(sample.Section("s", "1", "S", (sample.Paragraph("😀"),)),))
    assert "😀" in paragraphs(word.Document(io.BytesIO(docx.render(calm, TEMPLATES))))
    chart = sample.chart()
    loud = replace(chart, bars=(replace(chart.bars[0], label="2015 😀"),))
    with pytest.raises(VbeError, match="2015"):
        docx.render(replace(calm, sections=(sample.Section("s", "1", "S", (loud,)),)), TEMPLATES)


@pytest.mark.parametrize("text", nasty.REFUSED)
def test_what_is_not_seen_is_refused_by_name(text):
    with pytest.raises(VbeError, match=r"U\+"):
        docx.render(sample.saying(text), TEMPLATES)


def letter(*lines, without=()):
    """A letterhead made in Word by somebody else."""
    document = word.Document()
    for name in without:
        document.styles[name].delete()
    for line in lines:
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def own(content):
    return Templates(lambda name: content if name == docx.TEMPLATE else None)


def test_our_letterhead_lacks_nothing():
    assert letterhead.lacks(TEMPLATES[docx.TEMPLATE], docx.TEMPLATE) == ([], [])


def test_a_citys_letterhead_needs_one_placeholder():
    content = letter("Stadens eget brevpapper", "{{p report }}")
    must, should = letterhead.lacks(content, "brev.docx")
    assert must == []
    assert any("{{p contents }}" in line for line in should)
    made = word.Document(io.BytesIO(docx.render(sample.short(), own(content))))
    assert made.paragraphs[0].text == "Stadens eget brevpapper"
    assert "1 Sammanfattning" in [p.text for p in made.paragraphs]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (letter("ingenting"), "{{p report }}"),
        (letter("{{ report }}"), "{{ report }}"),
        (letter("{{p report }}", without=["Heading 2"]), "Heading 2"),
        (letter("{{p report }}", without=["Table Grid"]), "Table Grid"),
        (letter("{{p report }}", "{{ titel }}"), "{{ titel }}"),
        (b"not a document", "Word"),
    ],
)
def test_a_letterhead_that_will_not_do_says_why(content, said):
    with pytest.raises(VbeError, match=r"letterhead|brevmall|Word") as caught:
        docx.render(sample.short(), own(content))
    assert said in caught.value.message


def test_a_letterhead_that_gives_no_size_of_its_page_gets_a4():
    """Word leaves the size out of what some programs made."""
    ours = word.Document(io.BytesIO(TEMPLATES[docx.TEMPLATE]))
    for section in ours.element.body.iter(qn("w:sectPr")):
        for name in ("w:pgSz", "w:pgMar"):
            for found in section.findall(qn(name)):
                section.remove(found)
    out = io.BytesIO()
    ours.save(out)
    made = docx.render(sample.short(), own(out.getvalue()))
    widths = [int(cell.get(qn("w:w"))) for cell in word.Document(io.BytesIO(made)).element.body.iter(qn("w:tblW"))]
    assert min(widths) > 0
    assert max(widths) <= docx.A4[1]


def test_an_error_in_a_letterhead_is_one_message():
    content = letter("{{p report }}", "{% for x in %}")
    with pytest.raises(VbeError, match=r"letterhead\.docx"):
        docx.render(sample.short(), own(content))


def test_a_letterhead_is_rendered_in_a_sandbox():
    content = letter("{{p report }}", "{{ title.__class__.__mro__ }}")
    with pytest.raises(VbeError):
        docx.render(sample.short(), own(content))


def test_the_letterhead_is_what_its_script_makes(tmp_path):
    import subprocess
    import sys

    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, root / "tools" / "letterhead.py", tmp_path / "new.docx"], check=True, cwd=root)
    assert (tmp_path / "new.docx").read_bytes() == (root / "templates" / "letterhead.docx").read_bytes()
